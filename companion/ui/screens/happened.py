"""What came after something was said, as the person sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.ladder import Became
from companion.domain.path import Option
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.kept_words import KeptWordsScreen, Written
from companion.ui.widgets.button import Button
from companion.ui.widgets.choice import Choice
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.field import Field
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.moves import KeptWord

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.ladder import Unsaid
    from companion.ui.context import Context


class HappenedScreen(KeptWordsScreen["Unsaid"]):
    """Asks what it was like; every part may stay empty, and nothing is said about any answer."""

    CSS_PATH = "happened.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("happened.keep")

    def __init__(self, context: Context, item: Unsaid) -> None:
        """Take what was said, and what is known of it so far."""
        super().__init__(context, item)
        became = item.standing.became
        options = [Option(str(one), self.say(f"happened.option.{one}")) for one in Became]
        self._choice = Choice(options, (became,) if became else (), id="became")
        self._editor = Editor(item.standing.after, id="after")

    def compose(self) -> ComposeResult:
        """Three ways it can have been, and an editor."""
        yield Masthead(self.say("happened.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "happened.became"), classes="strong prose")
            yield Static(sentence(self.words, "happened.help"), classes="quiet prose")
            yield self._choice
            yield Static(sentence(self.words, "happened.what"), id="what", classes="strong prose")
            yield self._editor
        with Horizontal(id="happened-moves"):
            label = sentence(self.words, "happened.done")
            yield Button(label, id="keep", classes="-primary", action="screen.keep")
            yield KeptWord(self.words)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin with what it was like."""
        self._editor.move_cursor(self._editor.document.end)
        self._choice.focus(scroll_visible=False)

    @property
    def item_id(self) -> str:
        """The id of the answer in the drawer."""
        return self.item.answer_id

    @property
    def written(self) -> Written:
        """What it was like, and what happened."""
        return (*self._choice.chosen, "")[0], self._editor.text.strip()

    def as_kept(self, item: Unsaid) -> Written:
        """The same as they are kept."""
        return str(item.standing.became or ""), item.standing.after

    def put(self, item: Unsaid, written: Written) -> Unsaid:
        """Keep both."""
        became, after = written
        known = Became(became) if became else None
        return self.context.open.drawer.happened(item.answer_id, known, after)

    @on(Field.Changed)
    def keep_choice(self) -> None:
        """Keep it at once."""
        self.keep_settled()

    @on(Field.Done)
    def go_on(self) -> None:
        """Go on to the words."""
        self._editor.focus()
