"""A rating: eleven dots between two words, and none of them chosen for anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content

from companion.domain.answer import HIGHEST, LOWEST
from companion.ui.content import plain
from companion.ui.widgets.field import Field
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

    from companion.domain.path import Scale

CHOSEN, OPEN = "●", "○"
_STEPS = HIGHEST - LOWEST
_WIDEST = 6  # cells from one dot to the next, at most


class Rating(Field):
    """A whole number from 0 to 10, or none. Nothing stands in the middle."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("home", f"rate({LOWEST})", show=False),
        Binding("end", f"rate({HIGHEST})", show=False),
        Binding("delete,backspace", "take_back", show=False),
        *[Binding(str(number), f"rate({number})", show=False) for number in range(HIGHEST)],
    ]
    DEFAULT_CSS = """
    Rating { width: 100%; height: auto; max-width: 78; }
    """

    def __init__(self, scale: Scale, value: int | None, *, id: str = "rating") -> None:  # noqa: A002  Textual's own name
        """Show a rating.

        Args:
            scale: The words at the two ends.
            value: What was said (0 to 10), or none.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._scale = scale
        self._value = value

    @property
    def value(self) -> int | None:
        """What is chosen (0 to 10), or none."""
        return self._value

    def rate(self, value: int | None) -> None:
        """Choose a number, or none."""
        if value != self._value:
            self._value = value
            self.changed()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The dots, and one row or two for the words at the ends."""
        del container, viewport
        return 1 + len(self._ends(width))

    def render(self) -> Content:
        """The dots over their two words."""
        gap = " " * (self._gap(self.size.width) - 1)
        ink = "$foreground" if self.has_focus else "$quiet"
        dots = [self._dot(number, ink) for number in range(LOWEST, HIGHEST + 1)]
        ends = [plain(row, "$quiet") for row in self._ends(self.size.width)]
        return Content("\n").join([plain(gap).join(dots), *ends])

    def on_click(self, event: events.Click) -> None:
        """Choose the dot nearest to the mouse."""
        gap = self._gap(self.size.width)
        self.rate(min(HIGHEST, (event.x + gap // 2) // gap))

    def on_focus(self) -> None:
        """Show that the arrows move it."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that they don't."""
        self.refresh()

    def action_step(self, by: int) -> None:
        """Go to the next number; from none, come in at the end one moves away from."""
        if self._value is None:
            self.rate(LOWEST if by > 0 else HIGHEST)
        else:
            self.rate(min(max(self._value + by, LOWEST), HIGHEST))

    def action_rate(self, value: int) -> None:
        """Choose a number."""
        self.rate(value)

    def action_take_back(self) -> None:
        """Choose none."""
        self.rate(None)

    def _dot(self, number: int, ink: str) -> Content:
        if number == self._value:
            return plain(CHOSEN, "bold $foreground")
        return plain(OPEN, ink)

    @staticmethod
    def _gap(width: int) -> int:
        return max(1, min(_WIDEST, (width - 1) // _STEPS))

    def _ends(self, width: int) -> list[str]:
        line = self._gap(width) * _STEPS + 1
        low, high = (fit(word, max(width, 2)) for word in (self._scale.low, self._scale.high))
        room = line - cell_len(low) - cell_len(high)
        if room > 1:
            return [f"{low}{' ' * room}{high}"]
        return [low, f"{' ' * max(0, line - cell_len(high))}{high}"]
