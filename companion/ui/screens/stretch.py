"""What was written on one stretch of the way: from one session to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.journey_map import Kind
from companion.ui.screens.journal import JournalScreen

if TYPE_CHECKING:
    from companion.domain.journey_map import Waymark
    from companion.domain.summaries import Summary
    from companion.domain.way_gathered import Stretch
    from companion.ui.context import Context


class StretchScreen(JournalScreen):
    """The journal of one stretch; it has no search, for it is short."""

    def __init__(self, context: Context, journey_id: str, station: Waymark) -> None:
        """Take the stretch.

        Args:
            context: What the open notebook offers.
            journey_id: The therapy.
            station: The mark of its map that the stretch begins with.

        Raises:
            ValueError: If the mark is no station.
        """
        super().__init__(context)
        if station.stretch is None:
            msg = f"no station: {station.kind}"
            raise ValueError(msg)
        self._journey_id = journey_id
        self._stretch: Stretch = station.stretch
        self.add_class("-stretch")
        key = "before_first" if station.kind is Kind.BEGINNING else "after"
        if self._stretch.since is None and self._stretch.until is None:
            key = "all"
        self.heading = self.say(f"journey_map.{key}", number=station.number)

    def read_height(self) -> int:
        """How many entries there are; runs on the notebook's thread."""
        return self.context.open.journey_maps.height(self._journey_id, self._stretch)

    def read_rows(self, first: int, count: int) -> list[Summary]:
        """Some of the entries; runs on the notebook's thread."""
        return self.context.open.journey_maps.rows(self._journey_id, self._stretch, first, count)
