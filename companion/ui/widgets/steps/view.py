"""What all steps share: a question, a place for the answer, and letting it go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from companion.domain.page import may_be_parked
from companion.domain.path import Place, StepKind
from companion.ui.content import plain, sentence
from companion.ui.widgets.button import Button
from companion.ui.widgets.chips import Chips
from companion.ui.widgets.editor import SETTLES_AFTER
from companion.ui.widgets.field import Field
from companion.ui.widgets.help_blocks import HelpBlocks
from companion.ui.widgets.place_line import LET_GO, PlaceLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.widget import Widget

    from companion.domain.answer import Value
    from companion.ui.widgets.steps.asked import Asked


class StepView(VerticalScroll, can_focus=False):
    """One step on the screen. A kind of step is a subclass that knows its field."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    StepView {
        width: 100%; height: 1fr; scrollbar-size-vertical: 1;
        & .step-help, & .step-prompt.-alone { margin-bottom: 1; }
    }
    .-high StepView { padding-top: 1; }
    StepView .offer { height: auto; margin-top: 1; }
    StepView HelpBlocks { margin-top: 1; }
    .-low StepView .offer, .-low StepView HelpBlocks { margin-top: 0; }
    .-low StepView .step-help, .-low StepView .step-prompt.-alone { margin-bottom: 0; }
    /* Where there is no room for both, the field goes before what is said about it. */
    .-low.-tiny StepView .step-help.quiet { display: none; }
    """

    HELP_CLASS: ClassVar = "quiet"
    """How the sentence below the question is drawn."""
    IS_SHORT: ClassVar = False
    """Whether it never fills a high window; what leads on then stands near it."""

    class Said(Message):
        """Something about a step's answer."""

        def __init__(self, view: StepView) -> None:
            """Take the step."""
            super().__init__()
            self.view = view
            """The step."""

    class Changed(Said):
        """The answer, or where it goes, is another one now."""

    class Settled(Said):
        """Nothing was changed for a while, and there is something new to keep."""

    class Done(Said):
        """The answer stands: go on."""

    def __init__(self, asked: Asked) -> None:
        """Take the step and what was said at it."""
        super().__init__()
        self.asked = asked
        """The step, and what was said at it."""
        self._gone: Value | None = None
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The question, the field, the places."""
        step = self.asked.step
        alone = "" if step.help else " -alone"
        yield Static(plain(step.prompt), classes=f"step-prompt strong prose{alone}")
        if step.help:
            yield Static(plain(step.help), classes=f"step-help {self.HELP_CLASS} prose")
        yield from self.field()
        if step.shows_help or step.shows_steady:
            yield from self._offer()
        if self.placeable:
            words, lead = self.asked.words, self.asked.words.say(self.asked.lead)
            yield PlaceLine(words, self.asked.place, self._places, lead=lead)

    def _offer(self) -> ComposeResult:
        """Help now and two minutes to get steadier, then the numbers; going on asks for none."""
        with Horizontal(classes="offer"):
            for name, there in (
                ("help_now", self.asked.step.shows_help),
                ("steady", self.asked.step.shows_steady),
            ):
                if there:
                    label = sentence(self.asked.words, f"step.{name}")
                    yield Button(label, classes=name.replace("_", "-"), action=f"app.{name}")
        yield HelpBlocks(self.asked.help)

    def field(self) -> Iterable[Widget]:
        """What is answered, or what is read."""
        return ()

    @property
    def value(self) -> Value | None:
        """What is said now, or none."""
        return None

    @property
    def is_said(self) -> bool:
        """Whether anything is said."""
        return self.value is not None

    def fill(self, value: Value | None) -> None:
        """Say something else, or nothing."""

    def focus_field(self) -> None:
        """Go to where it is answered; where nothing is asked, to the text itself."""

    @property
    def placeable(self) -> bool:
        """Whether the person is offered a place for the answer."""
        step = self.asked.step
        own = step.kind is not StepKind.CHOICE or step.section is not None
        return step.placeable and own

    @property
    def place(self) -> Place:
        """Where the answer goes."""
        return self.query_one(PlaceLine).place if self.placeable else self.asked.place

    @property
    def is_let_go(self) -> bool:
        """Whether the answer was let go a moment ago, and can still be brought back."""
        return self._gone is not None

    def put(self, place: Place) -> None:
        """Send the answer to a place."""
        if self.placeable and place is not self.place:
            self.query_one(PlaceLine).put(place)
            self.changed()
            self.settle()

    def put_next(self) -> None:
        """Send the answer to the place after this one."""
        if self.placeable:
            self.put(self.query_one(PlaceLine).next_place())

    def let_go(self) -> None:
        """Take the answer away; a second time, bring it back."""
        if self._gone is not None:
            gone, self._gone = self._gone, None
            self.fill(gone)
        elif self.value is not None:
            self._gone = self.value
            self.fill(None)
        self.changed()

    def changed(self) -> None:
        """Tell that something is another one now, and wait for a pause."""
        if self.is_said:
            self._gone = None
        if self.placeable:
            self.query_one(PlaceLine).say_gone(gone=self.is_let_go)
        self.post_message(self.Changed(self))
        self.wait()

    def wait(self) -> None:
        """Post `Settled` after a pause."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(SETTLES_AFTER, self.settle)

    def settle(self) -> None:
        """Say that there is something to keep. What was let go waits until one goes on."""
        if not self.is_let_go:
            self.post_message(self.Settled(self))

    @on(Field.Changed)
    def _field_changed(self, event: Field.Changed) -> None:
        event.stop()
        if self.asked.step.asks:
            self.changed()

    @on(Field.Done)
    def _field_done(self, event: Field.Done) -> None:
        event.stop()
        self.post_message(self.Done(self))

    @on(Chips.Pressed, "#place-line")
    def _press_place(self, event: Chips.Pressed) -> None:
        event.stop()
        if event.chip_id == LET_GO:
            self.let_go()
        else:
            self.put(Place(event.chip_id))

    @property
    def _places(self) -> tuple[Place, ...]:
        parked = may_be_parked(self.asked.step.section)
        return tuple(place for place in Place if parked or place is not Place.PARKED)
