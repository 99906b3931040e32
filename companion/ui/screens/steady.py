"""Steady first: one thing at a time, eyes open, outside first. Nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.steady import STEPS, Steadying, step_after
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import CompanionScreen
from companion.ui.widgets.breath import BreathLine
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.house import House

_END = "end"


class SteadyScreen(CompanionScreen[None]):
    """Opens over any screen, locked or not. Every step can be left out, and all of it left."""

    CSS_PATH = "steady.tcss"
    AUTO_FOCUS = "#next"
    LEADS_BACK_TO_HELP = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "steady.next", "steady.before", "steady.breathe"
    )

    def __init__(self, house: House) -> None:
        """Take what it works with."""
        super().__init__(house.words)
        self._house = house
        self._step: Steadying | None = STEPS[0]
        self._offers = False

    def compose(self) -> ComposeResult:
        """One thing to do, the ways on, and help now beside them."""
        yield Masthead(self.say("steady.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static("", id="steady-prompt", classes="prose strong")
            yield Static("", id="steady-about", classes="prose")
            yield BreathLine(self.words, self._house.clock)
            with Horizontal(id="steady-on", classes="steady-buttons"):
                yield self._button("next", "next", "-primary")
                yield self._button("breathe", "breathe")
                yield self._button("before", "before")
            with Horizontal(id="steady-ways", classes="steady-buttons"):
                yield Button(sentence(self.words, "steady.help"), id="help", action="app.help_now")
                yield self._button("back", "back")
            free = sentence(self.words, "steady.leave_out")
            yield Static(free, id="steady-free", classes="prose quiet")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin with what is farthest away."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The line to breathe with belongs to the breath, and nothing is before the first."""
        del parameters
        match action:
            case "breathe":
                return self._step is Steadying.BREATH
            case "before":
                return self._step is not STEPS[0]
        return True

    def action_next(self) -> None:
        """Go on, with or without having done it; from the end, round once more."""
        if self._line.is_moving:
            self._stop()
            return
        self._go(STEPS[0] if self._step is None else step_after(self._step, +1))

    def action_before(self) -> None:
        """Go one back."""
        self._stop()
        self._go(STEPS[-1] if self._step is None else step_after(self._step, -1))

    def action_breathe(self) -> None:
        """Offer the line that moves; once it is offered, let it move; moving, stop it."""
        if self._line.is_moving:
            self._stop()
        elif not self._offers:
            self._offers = True
            self._show()
        else:
            self._line.display = True
            self._line.begin()
            self.query_one("#steady-about").display = False
            self._label("#next", "steady.shape.stop")
            self.query_one("#next").focus()
            self.query_one("#breathe").display = False

    @on(BreathLine.Rested)
    def rest(self) -> None:
        """Say that it was about a minute, and lead on."""
        self._stop()
        self.query_one("#steady-about", Static).update(sentence(self.words, "steady.shape.rest"))

    def _stop(self) -> None:
        """Let the line stand still, and ask again before it moves another time."""
        self._line.stop()
        self._offers = False
        self._show()
        self.query_one("#next").focus()

    def _go(self, step: Steadying | None) -> None:
        self._step, self._offers = step, False
        self._show()
        self.query_one("#next").focus()

    def _show(self) -> None:
        step, house = self._step, self._house
        name = _END if step is None else step.value
        key = "steady.shape.offer" if self._offers else f"steady.{name}.about"
        today = self.words.day(house.clock.local(house.clock.now()).date())
        self.query_one("#steady-prompt", Static).update(
            sentence(self.words, f"steady.{name}.prompt")
        )
        about = sentence(self.words, key, day=today)
        said = self.query_one("#steady-about", Static)
        said.update(about)
        said.display = True
        aside = ""
        if step is not None:
            aside = self.say("steady.aside", number=STEPS.index(step) + 1, of=len(STEPS))
        self.query_one(Masthead).retitle(self.say("steady.title"), aside)
        self._show_buttons()

    def _show_buttons(self) -> None:
        at_breath = self._step is Steadying.BREATH
        onward = "steady.again" if self._step is None else "steady.next"
        self._label("#next", "steady.shape.no" if self._offers else onward)
        self._label("#breathe", "steady.shape.yes" if self._offers else "steady.breathe")
        self.query_one("#breathe").display = at_breath
        self.query_one("#before").display = self._step is not STEPS[0]
        self.query_one("#steady-free").display = self._step is not None
        self._line.display = self._line.is_moving
        self.refresh_bindings()

    def _label(self, button: str, key: str) -> None:
        found = self.query_one(button, Button)
        found.label = sentence(self.words, key)
        found.refresh(layout=True)

    def _button(self, name: str, does: str, classes: str = "") -> Button:
        label = sentence(self.words, f"steady.{name}")
        return Button(label, id=name, classes=classes, action=f"screen.{does}")

    @property
    def _line(self) -> BreathLine:
        return self.query_one(BreathLine)
