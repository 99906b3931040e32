"""My steps: what helps when it gets hard, read and changed on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from companion.domain.own_help import HEADINGS, OwnStep
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.own_list import OwnListScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.own_help import OwnHelp


class OwnStepsScreen(OwnListScreen[OwnStep]):
    """Every part whole, one below the other; Enter on one changes it."""

    CSS_PATH = "own_steps.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("own.headings", "own.copy")

    def compose(self) -> ComposeResult:
        """The parts, and the ways to begin."""
        yield Masthead(self.say("own.steps.title"))
        with Vertical(classes="body"):
            about = sentence(self.words, "own.steps.about")
            yield Static(about, id="own-about", classes="prose quiet")
            yield OptionList(id="steps", markup=False)
            yield Static(sentence(self.words, "own.steps.none"), id="none", classes="prose")
        with Horizontal(id="step-buttons"):
            yield self._button("headings", "own.steps.headings")
            yield self._button("copy", "own.steps.copy")
            yield self._button("add", "own.steps.add_own")
            yield self._button("change", "own.change")
            yield self._button("remove", "own.remove")
        yield KeyLine(self.words)

    def of(self, own: OwnHelp) -> tuple[OwnStep, ...]:
        """The parts."""
        return own.steps

    def line(self, item: OwnStep) -> Content:
        """The heading, and all that stands below it."""
        heading = (
            plain(item.heading) if item.heading else sentence(self.words, "own.steps.no_heading")
        )
        text = plain(item.text) if item.text else sentence(self.words, "own.steps.empty", "$quiet")
        below = plain("\n").join(plain("  ") + line for line in text.split("\n"))
        return Content.assemble(heading.stylize("$warm"), "\n", below, "\n")

    def named(self, item: OwnStep) -> str:
        """Its heading, or how it begins."""
        return item.heading or item.text

    def fresh(self) -> OwnStep:
        """A part with nothing in it."""
        return self.keeper.new_step()

    def remove_one(self, item_id: str) -> None:
        """Take a part out."""
        self.keeper.remove_step(item_id)

    def move_one(self, item_id: str, by: int) -> None:
        """Put a part elsewhere."""
        self.keeper.move_step(item_id, by)

    async def edit(self, item: OwnStep) -> None:
        """Write a part."""
        from companion.ui.screens.own_step import OwnStepScreen

        await self.app.push_screen_wait(OwnStepScreen(self.context, item))
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A few headings are offered to begin with, and a plan is copied once."""
        if action in {"headings", "copy"}:
            return not self.items
        return super().check_action(action, parameters)

    def action_headings(self) -> None:
        """Lay out the headings that are offered."""
        headings = [self.say(f"own.steps.offered.{name}") for name in HEADINGS]
        self.once(lambda: self.do(self.keeper.begin_steps, headings))

    def action_copy(self) -> None:
        """Copy the plan that the two made: one part, to be typed or pasted."""
        plan = self.keeper.new_step(self.say("own.steps.plan"))
        self.once(lambda: self.edit(plan))

    def show_rest(self, own: OwnHelp) -> None:
        """Offer ways to begin while there is nothing."""
        for name in ("none", "headings", "copy"):
            self.query_one(f"#{name}").display = not own.steps
        self.query_one("#step-buttons").set_class(bool(own.steps), "-some")

    def _button(self, name: str, key: str) -> Button:
        return Button(sentence(self.words, key), id=name, action=f"screen.{name}")
