"""A recovery code to copy onto paper, and two of its groups to type back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from companion.domain.recovery_code import read_group
from companion.ui.content import plain, sentence
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.ports.content import Words


class GroupInput(LineInput):
    """A field for one group, which is on the paper and never on a clipboard."""

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing: there would be no way to get it back."""


class CodeBack(Vertical):
    """Shows a code once, in numbered groups, and asks two of them back."""

    def __init__(self, words: Words, code: str, asked: tuple[int, int]) -> None:
        """Take the code and the two groups to ask back (1 to 7)."""
        super().__init__()
        self._words = words
        self._code = code
        self._asked = asked

    def compose(self) -> ComposeResult:
        """The sentences, the groups with their numbers, the two fields."""
        yield Static(sentence(self._words, "safekeeping.code_intro"), classes="prose")
        yield Static(sentence(self._words, "safekeeping.code_paper"), classes="prose gap")
        with Container(classes="groups"):
            for number, group in enumerate(self._code.split("-"), 1):
                shown = plain("\n").join([plain(str(number), "$quiet"), plain(group, "bold $warm")])
                yield Static(shown, classes="group")
        back = sentence(self._words, "safekeeping.screen.back_from_paper")
        yield Static(back, classes="prose gap")
        with Horizontal(classes="fields"):
            for number in self._asked:
                yield Static(sentence(self._words, "safekeeping.screen.group", number=number))
                yield GroupInput(id=f"group-{number}", max_length=12)

    def wrong(self) -> int:
        """The first group that is not typed back as it was shown; 0: both are right."""
        for number in self._asked:
            field = self.query_one(f"#group-{number}", GroupInput)
            if not read_group(field.value, self._code, number):
                return number
        return 0

    def focus_group(self, number: int = 0) -> None:
        """Put the cursor into a group's field; 0: the first one."""
        self.query_one(f"#group-{number or self._asked[0]}", GroupInput).focus()

    def follows(self, field: str) -> bool:
        """Whether another field comes after the one of that id; it gets the cursor."""
        first, second = (f"group-{number}" for number in self._asked)
        if field == first:
            self.query_one(f"#{second}").focus()
        return field == first
