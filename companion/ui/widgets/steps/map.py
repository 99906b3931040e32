"""A step that asks for a point on the map of feelings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.answer import MapPoint
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.widgets.map import BEFORE, FeelingsMap
from companion.ui.widgets.steps.spoken import spoken
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content
    from textual.widget import Widget

    from companion.domain.answer import Value
    from companion.ui.widgets.steps.asked import Asked


class MapView(StepView):
    """The map, what the point says in words, and where there is room the points of earlier days."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    MapView {
        & #map-beside { width: 100%; height: 1fr; min-height: 10; layout: horizontal; }
        & #map-column { width: 1fr; max-width: 67; height: 100%; }
        & #map-says { margin-top: 1; height: auto; }
        & .earlier-point { height: auto; }
        & .earlier-point Static { width: 1fr; }
        & .earlier-point .earlier-day { width: 14; }
    }
    .-low MapView #map-says { margin-top: 0; }
    .-low.-tiny MapView #map-beside { min-height: 8; }
    """

    def __init__(self, asked: Asked) -> None:
        """Take the step and what was said at it."""
        super().__init__(asked)
        point = asked.value if isinstance(asked.value, MapPoint) else None
        scales = (asked.step.scales[0], asked.step.scales[1])
        self._map = FeelingsMap(scales, point, (one.point for one in asked.earlier))

    def field(self) -> Iterable[Widget]:
        """The map over its words, the earlier points beside it."""
        card = Vertical(
            *self._earlier(), id="earlier", classes="card -some" if self.asked.earlier else "card"
        )
        card.border_title = sentence(self.asked.words, "step.map.earlier")
        says = Static(self._says(), id="map-says")
        yield Horizontal(Vertical(self._map, says, id="map-column"), card, id="map-beside")

    @property
    def value(self) -> Value | None:
        """The point, or none."""
        return self._map.point

    def fill(self, value: Value | None) -> None:
        """Put the point somewhere else, or take it away."""
        self._map.put(value if isinstance(value, MapPoint) else None)

    def focus_field(self) -> None:
        """Go to the map."""
        self._map.focus()

    def changed(self) -> None:
        """Say where the point is."""
        self.query_one("#map-says", Static).update(self._says())
        super().changed()

    def _says(self) -> Content:
        if self._map.point is None:
            return sentence(self.asked.words, "step.map.none", "$quiet")
        return plain(spoken(self.asked.words, self._map.point))

    def _earlier(self) -> Iterable[Widget]:
        """A row for each point: its day, and beside it where it was."""
        words, clock = self.asked.words, self.asked.clock
        for one in self.asked.earlier:
            day = short_day(words, clock, one.happened_at)
            yield Horizontal(
                Static(plain(f"{BEFORE} {day}"), classes="earlier-day"),
                Static(plain(spoken(words, one.point))),
                classes="earlier-point quiet",
            )
