"""The ladder of the Unsaid drawer on one line, its rungs to be pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from companion.domain.ladder import Rung
from companion.ui.colourless import is_pale
from companion.ui.content import plain
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from companion.services.ports.content import Words

_RUNGS = tuple(Rung)
_SIDE = "──"  # between two rungs, where there is room for it


class LadderLine(Widget, can_focus=True):
    """Five rungs from left to right. The present one stands between two marks.

    Going there is the business of whoever hears of a press.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("space,enter", "press", show=False),
    ]
    DEFAULT_CSS = """
    LadderLine { width: 100%; height: 1; }
    """

    @dataclass
    class Pressed(Message):
        """A rung was pressed."""

        rung: Rung
        """Which."""

    def __init__(self, words: Words) -> None:
        """Take the interface's language; it stands on the lowest rung."""
        super().__init__()
        self._words = words
        self._rung = Rung.KEEP
        self._never: frozenset[Rung] = frozenset()
        self._at = 0

    def show(self, rung: Rung, rungs: tuple[Rung, ...]) -> None:
        """Show where something stands; the cursor goes there too.

        Args:
            rung: Its rung.
            rungs: Those it can stand on; the others are drawn quietly.
        """
        self._rung, self._never = rung, frozenset(_RUNGS) - frozenset(rungs)
        self._at = _RUNGS.index(rung)
        self.refresh()

    def render(self) -> Content:
        """The rungs, the present one marked, the one under the cursor filled."""
        labels = self._labels(self.size.width)
        side = self._side(labels)
        drawn: list[Content] = []
        for index, (rung, label) in enumerate(zip(_RUNGS, labels, strict=True)):
            if index and side:
                drawn.append(plain(side, "$line"))
            drawn.append(plain(label, self._style(rung, here=self.has_focus and index == self._at)))
        return Content("").join(drawn)

    def on_click(self, event: events.Click) -> None:
        """Press the rung that was clicked on."""
        labels = self._labels(self.size.width)
        side, column = cell_len(self._side(labels)), 0
        for index, label in enumerate(labels):
            if column <= event.x < column + cell_len(label):
                self._at = index
                self.action_press()
            column += cell_len(label) + side

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor, which goes back to where it stands."""
        self._at = _RUNGS.index(self._rung)
        self.refresh()

    def action_step(self, by: int) -> None:
        """Move the cursor; at an end, stay."""
        self._at = min(max(self._at + by, 0), len(_RUNGS) - 1)
        self.refresh()

    def action_press(self) -> None:
        """Press the rung under the cursor."""
        self.refresh()
        self.post_message(self.Pressed(_RUNGS[self._at]))

    def _labels(self, width: int) -> list[str]:
        """Each rung's word with a cell at either side for the marks, cut if there is no room."""
        words = [self._words.say(f"unsaid.rung.{rung}") for rung in _RUNGS]
        if sum(cell_len(word) + 2 for word in words) > width:
            words = [fit(word, max(1, width // len(_RUNGS) - 2)) for word in words]
        marks = [("‹", "›") if rung is self._rung else (" ", " ") for rung in _RUNGS]
        return [f"{left}{word}{right}" for word, (left, right) in zip(words, marks, strict=True)]

    def _side(self, labels: list[str]) -> str:
        wide = sum(map(cell_len, labels)) + (len(labels) - 1) * cell_len(_SIDE)
        return _SIDE if wide <= self.size.width else ""

    def _style(self, rung: Rung, *, here: bool) -> str:
        pale = is_pale(self.app)
        if here:
            return "bold reverse" if pale else "bold $on-warm on $warm"
        if rung is self._rung:
            return "bold" if pale else "bold $warm"
        return "$quiet" if rung in self._never else "$foreground"
