"""Writing a story into a notebook as a person would have: moment by moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.demo.story import FILE, Move
from companion.domain.errors import ContentError
from companion.domain.journey import SESSION_LENGTH
from companion.domain.ladder import Rung
from companion.domain.page import SECOND_YES, Line
from companion.domain.path import Place
from companion.domain.path_ids import NOTE

if TYPE_CHECKING:
    from datetime import time

    from companion.demo.story import Entry, Story
    from companion.domain.answer import Reflection
    from companion.domain.clock import Clock
    from companion.domain.walk import Walk
    from companion.services.open_notebook import OpenNotebook

WEEK = timedelta(days=7)
"""From one session of the story to the next."""
_MADE_BEFORE = timedelta(days=2)
_WAY_HOME = timedelta(minutes=20)


class StoryClock:
    """A clock that shows a moment of the story, and the real time afterwards."""

    def __init__(self, real: Clock) -> None:
        """Take the real clock; its time is shown until a moment is set."""
        self._real = real
        self._moment: datetime | None = None

    def show(self, moment: datetime | None) -> None:
        """Stand still at a moment (aware, UTC); none: show the real time."""
        self._moment = moment

    def now(self) -> datetime:
        """The moment of the story, or the real one."""
        return self._moment or self._real.now()

    def local(self, moment: datetime) -> datetime:
        """The same moment on the person's wall clock."""
        return self._real.local(moment)

    def from_local(self, wall: datetime) -> datetime:
        """The moment a wall-clock time stands for."""
        return self._real.from_local(wall)


class Calendar:
    """When the story's sessions are, seen from one real day."""

    def __init__(self, story: Story, clock: Clock) -> None:
        """Take the story and the clock; today is the clock's today, for good."""
        self._story = story
        self._clock = clock
        self._last = clock.local(clock.now()).date() - timedelta(days=story.days_since_last)

    def session(self, number: int) -> datetime:
        """When a session begins (aware, UTC).

        Args:
            number: From 1 to one more than lie behind.
        """
        back = self._story.sessions - number
        ahead = timedelta(days=self._story.days_since_last + self._story.days_to_next)
        day = self._last + (ahead if back < 0 else -back * WEEK)
        wall = datetime.combine(day, self._story.at)
        return self._clock.from_local(wall)

    def entry(self, entry: Entry) -> datetime:
        """When an entry was begun (aware, UTC)."""
        return self.moment(entry.after, entry.days, entry.at)

    def moment(self, after: int, days: int, at: time) -> datetime:
        """A time of day, so many days after a session (aware, UTC)."""
        day = self._clock.local(self.session(after)).date() + timedelta(days=days)
        return self._clock.from_local(datetime.combine(day, at))

    @property
    def beginning(self) -> datetime:
        """When the notebook was made (aware, UTC)."""
        return self.session(1) - _MADE_BEFORE


class Teller:
    """Writes a story into an open notebook, through the services and nothing else."""

    def __init__(
        self, story: Story, opened: OpenNotebook, clock: StoryClock, calendar: Calendar
    ) -> None:
        """Take what it works with."""
        self._story = story
        self._open = opened
        self._clock = clock
        self._calendar = calendar
        self._written: dict[tuple[str, int, str], str] = {}

    def tell(self, note_title: str) -> None:
        """Write all of it, in the order in which it happened.

        Args:
            note_title: What a free line is called, in the person's language.

        Raises:
            ContentError: If an answer has no place in the path it is given on.
            StorageError: If it could not be written.
        """
        self._clock.show(self._calendar.beginning)
        self._open.pages.set_name(self._story.person)
        self._open.appointments.add(self._calendar.session(1))
        for number in range(1, self._story.sessions + 1):
            self._settle(number)
            told: list[Entry | Move] = [*self._story.entries, *self._story.moves]
            done = [one for one in told if one.after == number]
            for one in sorted(done, key=lambda one: (one.days, one.at)):
                if isinstance(one, Move):
                    self._move(one)
                else:
                    self._write(one, note_title)

    def _settle(self, number: int) -> None:
        over = self._calendar.session(number) + SESSION_LENGTH + _WAY_HOME
        self._clock.show(over)
        if number in self._story.missed:
            self._open.appointments.missed(number)
        else:
            self._open.appointments.held(number)
        self._open.appointments.add(self._calendar.session(number + 1))

    def _write(self, entry: Entry, note_title: str) -> None:
        self._clock.show(self._calendar.entry(entry))
        if entry.path == NOTE:
            place = entry.places.get(NOTE, Place.HERE)
            words = str(entry.answers[NOTE])
            kept: Reflection | None = self._open.reflecting.note(words, note_title, place)
        else:
            walk = self._walk(entry)
            self._clock.show(self._clock.now() + timedelta(minutes=walk.path.minutes))
            kept = self._open.reflecting.finish(walk)
        if kept is None:
            return
        for answer in kept.answers:
            self._written[entry.path, entry.after, answer.step_id] = answer.id
        for step in entry.brings:
            self._open.drawer.move(self._written[entry.path, entry.after, step], Rung.BRING)
        if entry.ticked:
            self._tick(entry, kept)

    def _move(self, move: Move) -> None:
        self._clock.show(self._calendar.moment(move.after, move.days, move.at))
        drawer = self._open.drawer
        if move.of not in self._written:
            raise ContentError(file=FILE, problem=f"{' '.join(map(str, move.of))}: never written")
        answer_id = self._written[move.of]
        for size, words in move.rehearsed.items():
            drawer.rehearse(answer_id, size, words)
        if move.brings:
            drawer.bring_as(answer_id, move.brings)
        if move.rung is Rung.SAID:
            drawer.happened(answer_id, move.became, move.words)
        else:
            drawer.move(answer_id, move.rung)

    def _walk(self, entry: Entry) -> Walk:
        walk = self._open.reflecting.begin(entry.path)
        untold = dict(entry.answers)
        while True:
            if walk.step.id in untold:
                walk = self._answer(walk, entry)
                del untold[walk.step.id]
            if walk.at_end:
                break
            walk = walk.forward()
        if untold or not entry.places.keys() <= walk.said.keys():
            raise _misfit(entry, *untold)
        return walk

    def _answer(self, walk: Walk, entry: Entry) -> Walk:
        step = walk.step
        try:
            walk = walk.answered(entry.answers[step.id], self._open.reflecting.new_answer_id)
        except ValueError:
            raise _misfit(entry, step.id) from None
        if step.id not in entry.places:
            return walk
        if not step.placeable:
            raise _misfit(entry, step.id)
        return walk.placed(entry.places[step.id])

    def _tick(self, entry: Entry, kept: Reflection) -> None:
        desk = self._open.pages.desk()
        answers = {answer.step_id: answer.id for answer in kept.answers}
        sections = {one.answer_id: one.section for one in desk.candidates}
        lines = list(desk.lines)
        for tick in entry.ticked:
            section = sections.get(answers.get(tick.step, ""))
            if section is None:
                raise _misfit(entry, tick.step)
            agreed = section in SECOND_YES
            lines.append(Line(answers[tick.step], section, tick.mode, tick.wording, agreed))
        self._open.pages.keep(desk, lines)


def _misfit(entry: Entry, *steps: str) -> ContentError:
    where = f"{entry.path} after session {entry.after}: {', '.join(steps)}"
    return ContentError(file=FILE, problem=where)
