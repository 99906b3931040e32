"""The way of a therapy, to look at and to open: what was, where one is, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.journey_map import STATIONS, Kind
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.walking import Walking
from companion.ui.waymarks import spoken
from companion.ui.widgets.chips import Chip, Chips
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.journey import Journey
    from companion.domain.journey_map import JourneyMap, Waymark
    from companion.ui.context import Context

    Names = dict[int, tuple[str, ...]]

_ABOUT_SESSIONS = frozenset({Kind.MOVED, Kind.MISSED, Kind.UNSETTLED, Kind.AHEAD})
_OF_ENTRIES = frozenset({Kind.AIM, Kind.MAP, Kind.BUMP, Kind.REPAIR})
_FEW = 3  # marks: the beginning, the present, what is open
_NEAR = 20  # marks before the present, which are in sight first


class JourneyMapScreen(NotebookScreen[None]):
    """Draws the way; Enter opens what was written there, or the session."""

    CSS_PATH = "journey_map.tcss"
    AUTO_FOCUS = "Way"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "journey_map.twin", "journey_map.after", "journey_map.before"
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._journeys: list[Journey] = []
        self._open_id = ""
        self._map: JourneyMap | None = None
        self._once = Once(self)
        self._walking = Walking(self)

    def compose(self) -> ComposeResult:
        """What one sees, the way, and the therapies where there are several."""
        yield Masthead(self.say("journey_map.title"))
        with Vertical(classes="body"):
            about = sentence(self.words, "journey_map.about")
            yield Static(about, id="way-about", classes="prose quiet")
            yield Way()
            yield Chips(id="way-journeys")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show no choice before it is known that there is one."""
        self.query_one("#way-journeys").display = False

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is one therapy, there is no other to look at."""
        del parameters
        return action not in {"after", "before"} or len(self._journeys) > 1

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self, journey_id: str = "") -> None:
        """Read a way and show it.

        Args:
            journey_id: Which therapy's; empty: the one that is shown, or the open one.
        """
        wanted = journey_id or (self._map.journey.id if self._map else "")
        try:
            found, near = await self.context.in_order(self._read_map, wanted)
        except CompanionError as error:
            self.tell_error(error)
        else:
            self._show(found, near)

    def action_twin(self) -> None:
        """Show it as a list in words, or drawn again."""
        way = self.query_one(Way)
        way.show_plain(plain=not way.is_plain)
        self._say_what()

    def action_after(self) -> None:
        """Show the way of the therapy that was begun after this one, round and round."""
        self._turn(1)

    def action_before(self) -> None:
        """Show the way of the therapy that was begun before this one, round and round."""
        self._turn(-1)

    @on(Chips.Pressed, "#way-journeys")
    def turn_to(self, event: Chips.Pressed) -> None:
        """Show the way of the therapy that was chosen."""
        self.look(event.chip_id)

    @on(Way.Failed)
    def tell_failed(self, message: Way.Failed) -> None:
        """Say that something could not be read."""
        self.tell_error(message.error)

    @on(Way.Chosen)
    def open_mark(self, message: Way.Chosen) -> None:
        """Open what is behind a mark."""
        found = self._map
        if found is not None and message.index < len(found.marks):
            self._once(lambda: self._open(found, message.index))

    async def _open(self, found: JourneyMap, index: int) -> None:
        mark = found.marks[index]
        if mark.kind in _ABOUT_SESSIONS:
            self._to_session(found, mark)
        elif mark.kind in _OF_ENTRIES:
            await self._open_entry(mark.entry_id)
        elif mark.kind is Kind.PAUSE:
            from companion.ui.screens.rhythm import RhythmScreen

            self.app.push_screen(RhythmScreen(self.context))
        elif mark.kind is not Kind.OPEN:
            await self._to_written(found, index)

    async def _to_written(self, found: JourneyMap, index: int) -> None:
        """Open the journal of a stretch; where nothing is in it, the session it begins with."""
        from companion.ui.screens.stretch import StretchScreen

        station, journey = found.station_of(index), found.journey.id
        maps, stretch = self.context.open.journey_maps, station.stretch
        written = 0
        if stretch is not None:
            written = await self.context.in_order(maps.height, journey, stretch)
        if written:
            await self.app.push_screen_wait(StretchScreen(self.context, journey, station))
        elif found.marks[index].kind is Kind.SESSION and journey == self._open_id:
            self._to_session(found, station)
        else:
            self.tell(self.say("journey_map.nothing_written"))

    def _to_session(self, found: JourneyMap, mark: Waymark) -> None:
        from companion.ui.screens.sessions import SessionsScreen

        if found.journey.id == self._open_id:
            self.app.push_screen(SessionsScreen(self.context, mark.session_id))
        else:
            self.tell(self.say("journey_map.elsewhere"))

    async def _open_entry(self, entry_id: str) -> None:
        from companion.ui.screens.entry import EntryScreen

        walk = await self.app.push_screen_wait(EntryScreen(self.context, entry_id))
        if walk is not None:
            await self._walking.go(walk)

    def _turn(self, by: int) -> None:
        ids = [one.id for one in self._journeys]
        if self._map is not None and self._map.journey.id in ids:
            self.look(ids[(ids.index(self._map.journey.id) + by) % len(ids)])

    def _read_map(self, journey_id: str) -> tuple[JourneyMap, Names]:
        """A way, and what is named near where one stands; runs on the notebook's thread."""
        opened = self.context.open
        self._journeys, self._open_id = opened.journeys.all(), opened.journeys.open.id
        found = opened.journey_maps.of(journey_id)
        near = range(max(0, found.here - _NEAR), found.here)
        marks = [found.marks[index] for index in near]
        titles = opened.journey_maps.titles(found.journey.id, marks)
        return found, dict(zip(near, titles, strict=True))

    def _show(self, found: JourneyMap, near: Names) -> None:
        before, self._map = self._map, found
        way = self.query_one(Way)
        same = before is not None and before.journey.id == found.journey.id
        at = min(way.cursor, len(found.marks) - 1) if same else found.here
        clock = self.context.house.clock
        marks = [spoken(self.words, clock, mark) for mark in found.marks]
        way.show(marks, self._titles, at, near, keep_place=same)
        self._say_what()
        self._show_journeys()
        self.refresh_bindings()

    async def _titles(self, indexes: Sequence[int]) -> Sequence[tuple[str, ...]]:
        found = self._map
        if found is None:
            return [() for _ in indexes]
        stations = [found.marks[index] for index in indexes]
        maps = self.context.open.journey_maps
        return await self.context.in_order(maps.titles, found.journey.id, stations)

    def _say_what(self) -> None:
        key = "listed" if self.query_one(Way).is_plain else "about"
        found = self._map
        if found is not None and not any(mark.kind in STATIONS for mark in found.marks[1:]):
            key = "none" if len(found.marks) <= _FEW else key
        self.query_one("#way-about", Static).update(sentence(self.words, f"journey_map.{key}"))
        name = found.journey.name if found is not None else ""
        self.query_one(Masthead).retitle(self.say("journey_map.title"), name)

    def _show_journeys(self) -> None:
        chips = self.query_one("#way-journeys", Chips)
        chips.display = len(self._journeys) > 1
        here = self._map.journey.id if self._map is not None else ""
        unnamed = self.say("journeys.unnamed")
        chips.show(
            [
                Chip(one.id, one.name or unnamed, one.id == here, quiet=True)
                for one in self._journeys
            ]
        )
