"""The words for feelings as this person wants them: add, hide, move."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.domain.undoing import ABOUT_WORDS
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.widgets.button import Button
from companion.ui.widgets.chips import Chip, Chips
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.path import WordGroup
    from companion.ui.context import Context

LONGEST_WORD = 40
"""The most characters of a word."""
_WORD = "word:"
_HIDDEN = "hidden"


class WordsScreen(NotebookScreen[None]):
    """Every word that is offered, in its group; Enter on one says what can be done with it."""

    CSS_PATH = "words.tcss"
    AUTO_FOCUS = "Chips"
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEY, "words.add")

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._vocabulary = context.open.vocabulary
        self._deeds = context.open.deeds
        self._undoing = Undoing(self, *ABOUT_WORDS, again=self._look)
        self._groups: tuple[WordGroup, ...] = ()

    def compose(self) -> ComposeResult:
        """The groups, a line for a word of one's own, what was hidden."""
        yield Masthead(self.say("words.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "words.about"), classes="prose quiet")
            yield VerticalScroll(id="groups", can_focus=False)
            yield Static(sentence(self.words, "words.hidden"), id="hidden-title", classes="quiet")
            yield Chips((), id=_HIDDEN)
        yield UndoLine()
        with Horizontal(id="words-foot"):
            yield LineInput(id="own", max_length=LONGEST_WORD, placeholder=self.say("words.own"))
            yield Button(sentence(self.words, "words.add"), id="add")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show the words."""
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was done can be undone; in the field the key for it is a letter."""
        del parameters
        is_writing = action == "undo" and self.query_one("#own").has_focus
        return self._undoing.may(action) and not is_writing

    def action_undo(self) -> None:
        """Undo what was done to a word last."""
        self._undoing.begin()

    def action_add(self) -> None:
        """Write a word of one's own."""
        self.query_one("#own").focus()

    @on(Input.Submitted, "#own")
    @on(Button.Pressed, "#add")
    def add(self) -> None:
        """Offer the word that was written, in the group that is chosen for it."""
        word = self.query_one("#own", LineInput).value.strip()
        if word:
            self._place(word, self._deeds.add_word)

    @on(Chips.Pressed)
    def press(self, event: Chips.Pressed) -> None:
        """Say what can be done with a word; a hidden one is offered again."""
        event.stop()
        word = event.chip_id.removeprefix(_WORD)
        if event.chips.id == _HIDDEN:
            self._do(lambda: self._deeds.show_word(word))
        else:
            self._change(word)

    @work(exit_on_error=False)
    async def _change(self, word: str) -> None:
        answers = {one: self.say(f"words.{one}") for one in ("leave", "move", "hide")}
        asked = AskScreen(self.words, self.say("words.what", word=word), answers)
        answer = await self.app.push_screen_wait(asked)
        if answer == "hide":
            self._do(lambda: self._deeds.hide_word(word))
        elif answer == "move":
            self._place(word, self._deeds.move_word)

    @work(exit_on_error=False)
    async def _place(self, word: str, keep: Callable[[str, str], None]) -> None:
        from companion.ui.screens.word_group import WordGroupScreen

        group_id = await self.app.push_screen_wait(WordGroupScreen(self.words, word, self._groups))
        if group_id is not None:
            self.query_one("#own", LineInput).value = ""
            self._do(lambda: keep(word, group_id))

    @work(exit_on_error=False, group="do")
    async def _do(self, call: Callable[[], None]) -> None:
        try:
            await self.context.in_order(call)
        except CompanionError as error:
            self.tell_error(error)
        self._look()

    @work(exit_on_error=False, group="look", exclusive=True)
    async def _look(self) -> None:
        try:
            groups = await self.context.in_order(self._vocabulary.groups)
            own = await self.context.in_order(lambda: self._vocabulary.own)
        except CompanionError as error:
            self.tell_error(error)
            return
        await self._show(groups)
        self.query_one(f"#{_HIDDEN}", Chips).show(_chips(sorted(own.hidden)))
        for name in ("hidden-title", _HIDDEN):
            self.query_one(f"#{name}").display = bool(own.hidden)
        self._undoing.show()

    async def _show(self, groups: tuple[WordGroup, ...]) -> None:
        shown = self.query_one("#groups")
        if [group.id for group in self._groups] != [group.id for group in groups]:
            await shown.remove_children()
            for group in groups:
                name = self.say(f"words.group.{group.id}")
                await shown.mount(Static(plain(name), classes="warm"), Chips(id=f"of-{group.id}"))
            # In a low window the first word is below what explains it: begin with that.
            shown.query(Chips).first().focus(scroll_visible=False)
        self._groups = groups
        for group in groups:
            shown.query_one(f"#of-{group.id}", Chips).show(_chips(group.words))


def _chips(words: Sequence[str]) -> list[Chip]:
    return [Chip(f"{_WORD}{word}", word) for word in words]
