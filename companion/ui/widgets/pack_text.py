"""Homework to read: what it asks, with air between its parts; and its rows in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.services.homework_sentences import Look
from companion.ui.content import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from companion.services.homework_sentences import PackLine

_STYLES = {Look.TITLE: "bold", Look.HEADING: "$warm", Look.MORE: "$quiet"}


class PackText(VerticalScroll, can_focus=True):
    """Shows lines of homework; arrows and the mouse move them."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    PackText {
        width: 100%; max-width: 80; height: 1fr; padding: 0 1; scrollbar-size-vertical: 1;
        border-left: blank;
        &:focus { border-left: outer $cool; }
        Static { width: 100%; height: auto; }
        .item, .text { margin-top: 1; }
        .heading { margin-top: 2; }
    }
    .-tiny PackText { padding: 0; }
    .-low PackText .heading { margin-top: 1; }
    .-low PackText .text { margin-top: 0; }
    """

    def compose(self) -> ComposeResult:
        """Nothing yet."""
        yield from ()

    def show(self, lines: Iterable[PackLine]) -> None:
        """Show other lines, from their beginning."""
        self.query(Static).remove()
        self.mount_all(
            Static(plain(line.text, _STYLES.get(line.look, "")), classes=str(line.look))
            for line in lines
        )
        self.scroll_home(animate=False)


class SaidLine(Static):
    """Says what was done, once something was; where there is little room, the rows do."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    SaidLine {
        display: none; width: 100%; max-width: 112; height: auto; padding-left: 2; color: $warm;
        &.-said { display: block; }
    }
    .-low SaidLine.-said { display: none; }
    """

    def show(self, text: str) -> None:
        """Say another sentence."""
        self.update(plain(text))
        self.add_class("-said")
