"""A step that asks for a number from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from companion.domain.answer import LOWEST
from companion.domain.walk import ARRIVE
from companion.ui.content import sentence
from companion.ui.widgets.button import Button
from companion.ui.widgets.rating import Rating
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content
    from textual.widget import Widget

    from companion.domain.answer import Value
    from companion.ui.widgets.steps.asked import Asked


class RatingView(StepView):
    """Eleven dots; on arriving also a button for those who can't count just now."""

    IS_SHORT = True

    DEFAULT_CSS = """
    RatingView .rating-says { margin-top: 1; }
    """

    def __init__(self, asked: Asked) -> None:
        """Take the step and what was said at it."""
        super().__init__(asked)
        value = asked.value if isinstance(asked.value, int) else None
        self._rating = Rating(asked.step.scales[0], value)

    def field(self) -> Iterable[Widget]:
        """The dots, what is chosen in words, and on arriving the button."""
        yield self._rating
        yield Static(self._says(), classes="rating-says quiet prose")
        if self.asked.step.id == ARRIVE:
            yield Button(sentence(self.asked.words, "step.rating.too_much"), id="too-much")

    @property
    def value(self) -> Value | None:
        """The number, or none."""
        return self._rating.value

    def fill(self, value: Value | None) -> None:
        """Choose another number, or none."""
        self._rating.rate(value if isinstance(value, int) else None)

    def focus_field(self) -> None:
        """Go to the dots."""
        self._rating.focus()

    def changed(self) -> None:
        """Say what is chosen."""
        self.query_one(".rating-says", Static).update(self._says())
        super().changed()

    @on(Button.Pressed, "#too-much")
    def say_too_much(self, event: Button.Pressed) -> None:
        """Too much is as low as it can be; no dot has to be found for it."""
        event.stop()
        self._rating.rate(LOWEST)
        self.post_message(self.Done(self))

    def _says(self) -> Content:
        value = self._rating.value
        if value is None:
            return sentence(self.asked.words, "step.rating.none")
        return sentence(self.asked.words, "step.rating.chosen", number=value)
