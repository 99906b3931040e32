"""A step that offers some answers to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.widgets.choice import Choice
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from companion.domain.answer import Value
    from companion.ui.widgets.steps.asked import Asked


class ChoiceView(StepView):
    """A list of options."""

    IS_SHORT = True

    def __init__(self, asked: Asked) -> None:
        """Take the step and what was said at it."""
        super().__init__(asked)
        chosen = asked.value if isinstance(asked.value, tuple) else ()
        self._choice = Choice(asked.step.options, chosen, several=asked.step.several)

    def field(self) -> Iterable[Widget]:
        """The options."""
        return (self._choice,)

    @property
    def value(self) -> Value | None:
        """The ids of what is chosen, or none."""
        return self._choice.chosen or None

    def fill(self, value: Value | None) -> None:
        """Choose something else, or nothing."""
        self._choice.choose(value if isinstance(value, tuple) else ())

    def focus_field(self) -> None:
        """Go to the options."""
        self._choice.focus()
