"""All that can be done here, to be found by its beginning, in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

from companion.ui.content import sentence

if TYPE_CHECKING:
    from companion.services.ports import Words


class Palette(CommandPalette):
    """Textual's palette, whose own sentences are English."""

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__(placeholder=words.say("palette.placeholder"), id="--command-palette")
        self._words = words

    def _start_no_matches_countdown(self, search_value: str) -> None:
        # Private, held by a test against the pinned version: the sentence can't be given.
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN, lambda: self._say_none(search_value)
        )

    def _say_none(self, search_value: str) -> None:
        if search_value:
            none = sentence(self._words, "palette.none")
            told = Option(none, disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(told)
        self._list_visible = bool(search_value)
