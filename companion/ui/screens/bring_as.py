"""Asks in which words something unsaid would be brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.ladder import Size
from companion.domain.text import excerpt, wrapped
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.ladder import Unsaid
    from companion.services.ports.content import Words

WRITTEN = "written"
"""The answer for the words as they were written; all others are sizes."""
_SHOWN = 120  # characters of each, to know it by
_SHOWN_LOW = 26  # in a low window
_LOW = 18  # rows
_WIDEST = 70  # cells of a dialog
_AROUND = 12  # cells of its frame, its padding, a scrollbar, and what a row is moved in


class BringAsScreen(CompanionDialog[str | None]):
    """Dismissed with `WRITTEN` or a size; none: it stays as it is."""

    CSS_PATH = "bring_as.tcss"
    AUTO_FOCUS = "#sizes"

    def __init__(self, words: Words, item: Unsaid, *, ticked: bool) -> None:
        """Take the thing.

        Args:
            words: The interface's language.
            item: The thing in the drawer, as it is now.
            ticked: Whether it stands on the next page.
        """
        super().__init__(words)
        self._item = item
        self._ticked = ticked
        tried = item.standing.rehearsal
        self._texts = {WRITTEN: item.text}
        self._texts |= {str(size): tried.of(size) for size in Size if tried.of(size)}
        self._now = str(item.standing.brings or WRITTEN)

    def compose(self) -> ComposeResult:
        """Each way with how it begins."""
        limit = _SHOWN if self.app.size.height >= _LOW else _SHOWN_LOW
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(sentence(self.words, "bring_as.title"), classes="question strong")
            yield OptionList(
                *(Option(self._label(one, limit), id=one) for one in self._texts),
                id="sizes",
                markup=False,
            )
            if self._ticked:
                yield Static(sentence(self.words, "bring_as.ticked"), classes="more warm")
            elif len(self._texts) == 1:
                yield Static(sentence(self.words, "bring_as.none_yet"), classes="more quiet")

    def on_mount(self) -> None:
        """Begin with the way it is now: Enter changes nothing."""
        ways = list(self._texts)
        listed = self.query_one("#sizes", OptionList)
        listed.highlighted = ways.index(self._now) if self._now in ways else 0

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Close with it; with none if it is that already."""
        chosen = event.option.id
        self.dismiss(None if chosen == self._now else chosen)

    def _label(self, one: str, limit: int) -> Content:
        words = self.say(f"bring_as.{one}")
        named = self.say("bring_as.now", words=words) if one == self._now else words
        room = min(_WIDEST, self.app.size.width * 9 // 10) - _AROUND
        begins = wrapped(excerpt(self._texts[one], limit), room)
        return Content("\n").join([plain(named), *(plain(f"  {row}", "$quiet") for row in begins)])
