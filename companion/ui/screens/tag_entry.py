"""Asks for an entry's tags: a person's own few words to find it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from companion.domain.text import tidy_tag
from companion.ui.content import sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button
from companion.ui.widgets.chips import Chip, Chips
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from companion.services.ports.content import Words

LONGEST_LINE = 300
"""The most characters of all tags of an entry together."""
_BETWEEN = ","


class TagScreen(CompanionDialog["tuple[str, ...] | None"]):
    """Dismissed with the tags, or none if they stay as they are."""

    CSS_PATH = "tag_entry.tcss"
    AUTO_FOCUS = "#tags-field"

    def __init__(self, words: Words, tags: Sequence[str], in_use: Sequence[str]) -> None:
        """Take the tags.

        Args:
            words: The interface's language.
            tags: Those the entry has.
            in_use: Those of all entries, to choose from.
        """
        super().__init__(words)
        self._tags = tags
        self._in_use = in_use

    def compose(self) -> ComposeResult:
        """A line, the tags in use below it, and two buttons."""
        with Vertical(classes="dialog"):
            yield Static(sentence(self.words, "tags.question"), classes="question")
            yield LineInput(", ".join(self._tags), id="tags-field", max_length=LONGEST_LINE)
            if self._in_use:
                yield Static(sentence(self.words, "tags.in_use"), classes="quiet")
                yield Chips(self._chips(self._tags), id="tags-in-use")
            with Horizontal(classes="answers"):
                yield Button(sentence(self.words, "tags.keep"), id="keep", classes="-primary")
                yield Button(sentence(self.words, "tags.leave"), id="leave")

    @on(Input.Changed)
    def mark(self) -> None:
        """Mark the tags in use that the entry has."""
        if self._in_use:
            self.query_one(Chips).show(self._chips(self._written))

    @on(Chips.Pressed)
    def choose(self, event: Chips.Pressed) -> None:
        """Take a tag that is in use, or leave it."""
        event.stop()
        tag, written = event.chip_id, list(self._written)
        now = [one for one in written if one != tag] if tag in written else [*written, tag]
        field = self.query_one(LineInput)
        field.value = ", ".join(now)

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def keep(self) -> None:
        """Close with the tags."""
        self.dismiss(self._written)

    @on(Button.Pressed, "#leave")
    def action_back(self) -> None:
        """Close, and leave the tags as they are."""
        self.dismiss(None)

    @property
    def _written(self) -> tuple[str, ...]:
        parts = self.query_one(LineInput).value.split(_BETWEEN)
        return tuple(dict.fromkeys(tag for tag in map(tidy_tag, parts) if tag))

    def _chips(self, chosen: Sequence[str]) -> list[Chip]:
        return [Chip(tag, tag, chosen=tag in chosen) for tag in self._in_use]
