"""Asks to which group a word belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.ui.content import plain
from companion.ui.screens.inside import CompanionDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from companion.domain.path import WordGroup
    from companion.services.ports.content import Words


class WordGroupScreen(CompanionDialog[str | None]):
    """Dismissed with the id of a group, or none if it was left."""

    CSS_PATH: ClassVar = "word_group.tcss"
    AUTO_FOCUS = "OptionList"

    def __init__(self, words: Words, word: str, groups: Sequence[WordGroup]) -> None:
        """Take the word and the groups it may belong to."""
        super().__init__(words)
        self._word = word
        self._groups = groups

    def compose(self) -> ComposeResult:
        """The question above the groups, each with its plainest words."""
        with Vertical(classes="dialog"):
            question = self.say("words.which_group", word=self._word)
            yield Static(plain(question), classes="question")
            yield OptionList(*map(self._option, self._groups), markup=False, id="word-groups")

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Close with the group."""
        self.dismiss(event.option.id)

    def _option(self, group: WordGroup) -> Option:
        return Option(plain(self.say(f"words.group.{group.id}")), id=group.id)
