"""Walking a path: begin, keep a draft, look back, finish."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, Reflection
from companion.domain.errors import NothingWrittenError
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.domain.text import clean
from companion.domain.walk import Walk, resume

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.path import ReflectionPath, Step
    from companion.domain.summaries import EarlierPoint
    from companion.services.ports import ReflectionStore, SessionStore, Shelf

NOTE = "note"
"""The path id of a free line."""
EARLIER_POINTS = 5
"""How many earlier points the map shows, faintly."""


class Reflecting:
    """Begins, keeps and finishes reflections."""

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        shelf: Shelf,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._shelf = shelf
        self._clock = clock
        self._new_id = new_id

    def paths(self) -> tuple[ReflectionPath, ...]:
        """Every path there is, in the order to offer them."""
        return self._shelf.paths()

    def begin(
        self, path_id: str, form: Form = Form.FULL, happened_at: datetime | None = None
    ) -> Walk:
        """Begin a path. Nothing is kept before the first draft.

        Args:
            path_id: The path.
            form: How deep to go; a form that the path does not offer: the full one.
            happened_at: The moment it is about, if not now (aware).

        Raises:
            UnknownPathError: If there is no such path.
        """
        now = self._clock.now()
        path = self._shelf.path(path_id)
        return Walk(
            id=self._new_id(),
            journey_id=self._sessions.journey().id,
            path=path,
            started_at=now,
            happened_at=happened_at.astimezone(UTC) if happened_at else now,
            begun_as=form if form in path.forms else Form.FULL,
        )

    def resume(self, reflection_id: str) -> Walk:
        """Go on with a draft where it stopped.

        Raises:
            UnknownReflectionError: If there is none of that id.
            UnknownPathError: If its path is not there any more.
        """
        reflection = self._reflections.get(reflection_id)
        return resume(reflection, self._shelf.path(reflection.path_id))

    def draft_of(self, path_id: str) -> Reflection | None:
        """The newest draft, if it is of this path."""
        draft = self._reflections.newest_draft(self._sessions.journey().id)
        return draft if draft is not None and draft.path_id == path_id else None

    def new_answer_id(self) -> str:
        """An id for an answer, for `Walk.answered`."""
        return self._new_id()

    def keep_draft(self, walk: Walk) -> None:
        """Keep a walk unfinished. A walk in which nothing was said is not kept.

        Raises:
            StorageError: If it could not be written; the words are still in `walk`.
        """
        if walk.said or walk.earlier:
            self._reflections.put(walk.draft())
        else:
            self._reflections.remove(walk.id)

    def finish(self, walk: Walk) -> Reflection | None:
        """Finish a walk and keep it; returns none if nothing was said. Safe to call twice.

        Raises:
            StorageError: If it could not be written; the words are still in `walk`.
        """
        if not walk.said and not walk.earlier:
            self._reflections.remove(walk.id)
            return None
        reflection = walk.finish(self._clock.now())
        self._reflections.put(reflection)
        return reflection

    def note(
        self, words: str, title: str, place: Place = Place.HERE, again: Reflection | None = None
    ) -> Reflection:
        """Keep a free line.

        Args:
            words: What was written.
            title: What a free line is called, in the person's language.
            place: Where it goes.
            again: The same line as it was kept a moment ago; it is kept anew, not a second time.

        Raises:
            NothingWrittenError: If there are no words.
            StorageError: If it could not be written.
        """
        text = clean(words).strip()
        if not text:
            raise NothingWrittenError
        reflection = self._free_line(text, title, place)
        if again is not None:
            same = replace(reflection.answers[0], id=again.answers[0].id)
            reflection = replace(again, answers=(same,))
        self._reflections.put(reflection)
        return reflection

    def look_back(self, step: Step) -> tuple[Answer, ...]:
        """What a look-back step shows: answers still there, in the step's order.

        Answers in the Unsaid drawer are not shown.
        """
        wanted = step.look_back
        if wanted is None:
            return ()
        found = self._reflections.latest(self._sessions.journey().id, wanted.path_id)
        if found is None:
            return ()
        answers = {a.step_id: a for a in found.answers if a.place is not Place.UNSAID}
        return tuple(answers[step_id] for step_id in wanted.step_ids if step_id in answers)

    def earlier_points(self) -> list[EarlierPoint]:
        """A few earlier points on the map, the latest first."""
        return self._reflections.earlier_points(self._sessions.journey().id, EARLIER_POINTS)

    def _free_line(self, text: str, title: str, place: Place) -> Reflection:
        now = self._clock.now()
        answer = Answer(
            id=self._new_id(),
            step_id=NOTE,
            kind=StepKind.TEXT,
            prompt=title,
            value=text,
            shown=text,
            place=place,
            section=Section.TALK,
        )
        return Reflection(
            id=self._new_id(),
            journey_id=self._sessions.journey().id,
            path_id=NOTE,
            path_version=1,
            language="",
            title=title,
            form=Form.FULL,
            started_at=now,
            happened_at=now,
            finished_at=now,
            at_step="",
            answers=(answer,),
        )
