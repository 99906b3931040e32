"""What home shows: the interval as a thread, and the one small thing that is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.errors import UnknownPathError
from companion.domain.rhythm import Situation, open_now
from companion.domain.welcome import AWAY_DAYS, welcomes_back

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.journey import Interval, Journey
    from companion.domain.path import ReflectionPath
    from companion.domain.rhythm import Open
    from companion.services.appointments import Appointments
    from companion.services.homework import Homework
    from companion.services.page.pages import Pages
    from companion.services.ports.content import Shelf
    from companion.services.ports.stores import ReflectionStore, SessionStore
    from companion.services.rhythm import Rhythm
    from companion.services.tasks import Agreed


HOMEWORK = "homework"
"""The mark of every path from a therapist's pack; companion's own paths have their ids."""
MOST_MARKS = 400
"""How many marks the thread of one interval is given: more than it has cells."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on the thread."""

    at: datetime
    """When (aware, UTC)."""
    title: str
    """The path's title."""
    path_id: str
    """The path; `homework` for any that a therapist wrote."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Home, at one moment."""

    now: datetime
    """The moment (aware, UTC)."""
    interval: Interval
    """From the last session to the next."""
    marks: tuple[Mark, ...]
    """What was reflected on in this interval, by time; of very many, the latest."""
    open: Open
    """The one small thing that is open."""
    open_title: str
    """The title of the path it is about; empty: it is about none."""
    open_minutes: int
    """How long that takes (0: it is about no path)."""
    to_bring: tuple[str, ...]
    """The lines ticked for the next session, as they will be printed."""
    welcome: bool = False
    """Whether someone was away for long, and is only greeted before anything is asked."""
    agreed: tuple[str, ...] = ()
    """What the two agreed on and nobody has settled yet, in the person's words."""
    nothing_to_bring: bool = False
    """Whether the page for the next session has nothing on it, on purpose."""
    journey: str = ""
    """What the journey is called, where there is more than one; empty: there is one, or
    it has no name."""


class Home:
    """Looks at the notebook and says what is open.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        appointments: Appointments,
        pages: Pages,
        agreed: Agreed,
        rhythm: Rhythm,
        homework: Homework,
        shelf: Shelf,
        clock: Clock,
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._appointments = appointments
        self._pages = pages
        self._agreed = agreed
        self._rhythm = rhythm
        self._homework = homework
        self._shelf = shelf
        self._clock = clock

    def view(self) -> HomeView:
        """Home as it is now."""
        journey = self._sessions.journey()
        interval = self._appointments.interval()
        walked = self._reflections.last_walks(journey.id)
        shelf = {path.id: path for path in self._shelf.paths()}
        draft = self._reflections.newest_draft(journey.id)
        desk = self._pages.desk()
        situation = Situation(
            interval=interval,
            walked=walked,
            free_paths=[path.id for path in shelf.values() if path.chosen_freely],
            pack_paths=[path.id for path in shelf.values() if path.pack],
            homework=self._homework.offered(walked),
            draft_id=draft.id if draft else None,
            candidates=len(desk.candidates),
            ticked=len(desk.lines),
            choices=self._rhythm.choices,
            began_at=journey.started_at,
            closed=journey.is_closed,
            brought=interval.last is not None and self._pages.brought(interval.last),
            nothing=desk.nothing,
            resting_since=desk.resting_since,
        )
        found = open_now(situation, self._clock)
        about = self._path(draft.path_id if found.draft_id and draft else found.path_id)
        return HomeView(
            now=self._clock.now(),
            interval=interval,
            marks=self._marks(journey.id, interval, shelf),
            open=found,
            open_title=about.title if about else self._proposed(situation, found),
            open_minutes=about.minutes if about else 0,
            to_bring=tuple(line.text for _, lines in desk.page.sections for line in lines),
            nothing_to_bring=desk.nothing,
            welcome=self._welcomes(journey),
            agreed=tuple(
                task.now for task in self._agreed.tasks() if task.now and not task.is_settled
            ),
            journey=journey.name if len(self._sessions.journeys()) > 1 else "",
        )

    def _marks(
        self, journey_id: str, interval: Interval, shelf: Mapping[str, ReflectionPath]
    ) -> tuple[Mark, ...]:
        walks = self._reflections.walks_within(
            journey_id, interval.since, interval.until, MOST_MARKS
        )
        # A form that was filled in is nobody's business on a screen that is left open.
        marked = {path.id: _mark_of(path) for path in shelf.values() if path.offered}
        return tuple(
            Mark(w.happened_at, shelf[w.path_id].title, marked[w.path_id])
            for w in walks
            if w.path_id in marked
        )

    def _path(self, path_id: str) -> ReflectionPath | None:
        """A path, of homework set aside too; none: it is about none, or it is gone."""
        try:
            return self._shelf.path(path_id) if path_id else None
        except UnknownPathError:
            return None

    @staticmethod
    def _proposed(situation: Situation, found: Open) -> str:
        return situation.homework.title if situation.homework and found.pack_id else ""

    def _welcomes(self, journey: Journey) -> bool:
        latest = next(iter(self._reflections.rows(journey.id, 0, 1)), None)
        if not welcomes_back(latest.happened_at if latest else None, self._clock):
            return False
        # Whoever wrote lately about something long ago was not away.
        since = self._clock.now() - timedelta(days=AWAY_DAYS)
        return not self._reflections.lately(journey.id, since)


def _mark_of(path: ReflectionPath) -> str:
    return HOMEWORK if path.pack else path.id
