"""The first line of a screen: where one is, and a quiet word at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from companion.ui.content import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Masthead(Horizontal):
    """A title at the left, a quiet word at the right."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    Masthead {
        height: 1;
        margin: 1 0 1 0;
        #masthead-title {
            width: auto; max-width: 70%; color: $warm; text-style: bold;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        #masthead-aside {
            width: 1fr; padding-left: 2; text-align: right; color: $quiet;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
    }
    Masthead.-alone #masthead-title { max-width: 100%; }
    Masthead.-alone #masthead-aside { display: none; }
    .-low Masthead { margin: 0; }
    """

    def __init__(self, title: str, aside: str = "") -> None:
        """Take the two texts.

        Args:
            title: Where one is.
            aside: The quiet word.
        """
        super().__init__()
        self._title = title
        self._aside = aside

    def compose(self) -> ComposeResult:
        """The two texts, side by side; a title without another has all the room."""
        self.set_class(not self._aside, "-alone")
        yield Static(plain(self._title), id="masthead-title")
        yield Static(plain(self._aside), id="masthead-aside")

    def retitle(self, title: str, aside: str = "") -> None:
        """Show two other texts."""
        self.set_class(not aside, "-alone")
        self.query_one("#masthead-title", Static).update(plain(title))
        self.query_one("#masthead-aside", Static).update(plain(aside))
