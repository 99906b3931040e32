"""The map of feelings: pleasant from left to right, energy from below to above."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding
from textual.strip import Strip

from companion.domain.answer import HIGHEST, LOWEST, MapPoint
from companion.domain.text import clean
from companion.ui.widgets.field import Field
from companion.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType

    from companion.domain.path import Scale

HERE, BEFORE, AXIS = "●", "○", "·"
_MIDDLE = (LOWEST + HIGHEST) // 2
_FEWEST_ROWS = 3


class FeelingsMap(Field):
    """A point, or none, on a ground of eleven by eleven places drawn as wide as there is room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1, 0)", show=False),
        Binding("right", "move(1, 0)", show=False),
        Binding("up", "move(0, 1)", show=False),
        Binding("down", "move(0, -1)", show=False),
        Binding("delete,backspace", "take_back", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"map--axis", "map--before", "map--here", "map--end"}
    DEFAULT_CSS = """
    FeelingsMap {
        width: 100%; height: 1fr; min-height: 8; max-height: 23; max-width: 67;
        & .map--axis { color: $quiet; }
        & .map--before { color: $foreground; }
        & .map--here { color: $foreground; text-style: bold; }
        & .map--end { color: $quiet; }
        &:focus .map--end { color: $foreground; }
    }
    """

    def __init__(
        self,
        scales: tuple[Scale, Scale],
        point: MapPoint | None,
        before: Iterable[MapPoint] = (),
        *,
        id: str = "map",  # noqa: A002  Textual's own name
    ) -> None:
        """Show a point.

        Args:
            scales: The words at the ends: pleasant, then energy.
            point: Where someone is, or none.
            before: Points of earlier days, shown faintly.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._scales = scales
        self._point = point
        self._before = frozenset(before)
        self._ground = Ground()

    @property
    def point(self) -> MapPoint | None:
        """Where the point is, or none."""
        return self._point

    def put(self, point: MapPoint | None) -> None:
        """Put the point somewhere, or take it away."""
        if point != self._point:
            self._point = point
            self.changed()

    def render_line(self, y: int) -> Strip:
        """One row: words above, the ground, words below."""
        width, rows = self.size.width, self._rows
        if y == 0:
            return self._words([(self._centre(self._scales[1].high), self._scales[1].high)])
        if y <= rows:
            return self._ground_row(y - 1)
        below = self._below()
        index = y - rows - 1
        return self._words(below[index]) if index < len(below) else Strip.blank(width)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the point where the mouse is, and let it follow."""
        self.capture_mouse()
        self._follow(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while it is held down."""
        if self.app.mouse_captured is self:
            self._follow(event)

    def on_mouse_up(self) -> None:
        """Let go of the mouse."""
        self.release_mouse()

    def action_move(self, right: int, up: int) -> None:
        """Move the point one place; the first move puts it in the middle."""
        if self._point is None:
            self.put(MapPoint(_MIDDLE, _MIDDLE))
        else:
            self.put(MapPoint(_held(self._point.pleasant + right), _held(self._point.energy + up)))

    def action_take_back(self) -> None:
        """Take the point away."""
        self.put(None)

    @property
    def _rows(self) -> int:
        return max(_FEWEST_ROWS, self.size.height - 1 - len(self._below()))

    def _cell(self, point: MapPoint) -> tuple[int, int]:
        across = round(point.pleasant * (self.size.width - 1) / HIGHEST)
        down = round((HIGHEST - point.energy) * (self._rows - 1) / HIGHEST)
        return across, down

    def _follow(self, event: events.MouseEvent) -> None:
        across, down = max(1, self.size.width - 1), self._rows - 1
        pleasant = _held(round(event.x * HIGHEST / across))
        self.put(MapPoint(pleasant, _held(HIGHEST - round((event.y - 1) * HIGHEST / down))))

    def _ground_row(self, row: int) -> Strip:
        width = self.size.width
        signs = self._signs(row)
        up = 1 - row / (self._rows - 1)
        segments = []
        for column in range(width):
            right = column / max(1, width - 1)
            sign, kind = signs.get(column, (" ", "map--axis"))
            style = self.get_component_rich_style(kind, partial=True)
            colour = self._ground.colour(self.app, right, up)
            segments.append(Segment(sign, style + colour if colour else self.rich_style + style))
        return Strip(Segment.simplify(segments), width)

    def _signs(self, row: int) -> dict[int, tuple[str, str]]:
        """What stands in a row of the ground, by column: the point over all else."""
        width = self.size.width
        middle, level = self._cell(MapPoint(_MIDDLE, _MIDDLE))
        signs = {middle: (AXIS, "map--axis")}
        if row == level:
            signs |= dict.fromkeys(range(middle % 2, width, 2), (AXIS, "map--axis"))
        for point in self._before:
            column, at = self._cell(point)
            if at == row:
                signs[column] = (BEFORE, "map--before")
        if self._point is not None and self._cell(self._point)[1] == row:
            signs[self._cell(self._point)[0]] = (HERE, "map--here")
        return signs

    def _below(self) -> list[list[tuple[int, str]]]:
        """The words under the ground: in one row, or in two where they would touch."""
        width = self.size.width
        low, left, right = self._scales[1].low, self._scales[0].low, self._scales[0].high
        ends = [(0, left), (max(0, width - cell_len(right)), right)]
        middle = (self._centre(low), low)
        apart = cell_len(left) + 1 < middle[0] and middle[0] + cell_len(low) + 1 < ends[1][0]
        return [[ends[0], middle, ends[1]]] if apart else [[middle], ends]

    def _centre(self, word: str) -> int:
        return max(0, (self.size.width - cell_len(word)) // 2)

    def _words(self, placed: list[tuple[int, str]]) -> Strip:
        style = self.rich_style + self.get_component_rich_style("map--end", partial=True)
        line = ""
        for column, word in placed:
            room = max(0, column - cell_len(line))
            line = f"{line}{' ' * room}{clean(word)}"
        line = set_cell_size(line, self.size.width)
        return Strip([Segment(line, style)]).adjust_cell_length(self.size.width, self.rich_style)


def _held(value: int) -> int:
    return min(max(value, LOWEST), HIGHEST)
