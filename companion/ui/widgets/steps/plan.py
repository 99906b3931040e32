"""A step that asks for a plan: a moment, and what one will do in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input, Static

from companion.domain.text import clean, one_line
from companion.ui.content import plain
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from companion.domain.answer import Value
    from companion.ui.widgets.steps.asked import Asked

_EMPTY = ("", "")


class Half(LineInput):
    """One half of a plan; up and down lead to the other, and on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]


class PlanView(StepView):
    """Two lines, each below the words it begins with."""

    IS_SHORT = True

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    PlanView { & Half { max-width: 78; margin-bottom: 1; } & .half { height: 1; } }
    .-low PlanView Half { margin-bottom: 0; }
    """

    def __init__(self, asked: Asked) -> None:
        """Take the step and what was said at it."""
        super().__init__(asked)
        when, then = _halves(asked.value)
        self._when, self._then = Half(when, id="when"), Half(then, id="then")

    def field(self) -> Iterable[Widget]:
        """The two lines."""
        joined = self.asked.step.joined
        yield Static(plain(joined.when if joined else ""), classes="half warm")
        yield self._when
        yield Static(plain(joined.then if joined else ""), classes="half warm")
        yield self._then

    @property
    def value(self) -> Value | None:
        """Both halves, either of which may be empty; or none."""
        halves = (one_line(clean(self._when.value)), one_line(clean(self._then.value)))
        return halves if any(halves) else None

    def fill(self, value: Value | None) -> None:
        """Write something else, or nothing."""
        self._when.value, self._then.value = _halves(value)

    def focus_field(self) -> None:
        """Go to the first line."""
        self._when.focus(scroll_visible=False)

    @on(Input.Changed, "Half")
    def write(self, event: Input.Changed) -> None:
        """Notice what is written."""
        event.stop()
        self.changed()

    @on(Input.Submitted, "#when")
    def go_to_then(self, event: Input.Submitted) -> None:
        """Go on to the second line."""
        event.stop()
        self._then.focus()

    @on(Input.Submitted, "#then")
    def go_on(self, event: Input.Submitted) -> None:
        """The plan stands: go on."""
        event.stop()
        self.post_message(self.Done(self))


def _halves(value: Value | None) -> tuple[str, str]:
    if isinstance(value, tuple) and len(value) == len(_EMPTY):
        return value[0], value[1]
    return _EMPTY
