"""Walking a path: begin, keep a draft, look back, finish."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, MapPoint, Reflection
from companion.domain.errors import NothingWrittenError
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.domain.path_ids import NOTE
from companion.domain.text import clean
from companion.domain.vocabulary import nearest
from companion.domain.walk import Walk, change, resume

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.path import ReflectionPath, Step
    from companion.domain.summaries import EarlierPoint
    from companion.services.ports.answer_stores import DrawerStore
    from companion.services.ports.content import Shelf
    from companion.services.ports.stores import ReflectionStore, SessionStore
    from companion.services.vocabulary import Vocabulary

MOST_VERSIONS = 50
"""The most versions that are laid side by side."""
EARLIER_POINTS = 5
"""How many earlier points the map shows, faintly."""


class Reflecting:
    """Begins, keeps and finishes reflections.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        drawer: DrawerStore,
        vocabulary: Vocabulary,
        shelf: Shelf,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._drawer = drawer
        self._vocabulary = vocabulary
        self._shelf = shelf
        self._clock = clock
        self._new_id = new_id

    def paths(self) -> tuple[ReflectionPath, ...]:
        """Every reflection there is to choose from, in the order to offer them."""
        return tuple(path for path in self._shelf.paths() if path.offered)

    def path(self, path_id: str) -> ReflectionPath:
        """A path or a form to fill in, with the person's own words for feelings.

        Raises:
            UnknownPathError: If there is no such path.
        """
        return self._vocabulary.dressed(self._shelf.path(path_id))

    def begin(
        self, path_id: str, form: Form = Form.FULL, happened_at: datetime | None = None
    ) -> Walk:
        """Begin a path. Nothing is kept before the first draft.

        Args:
            path_id: The path.
            form: How deep to go; a form that the path does not offer: the next longer one.
            happened_at: The moment it is about, if not now (aware).

        Raises:
            UnknownPathError: If there is no such path.
        """
        now = self._clock.now()
        path = self.path(path_id)
        begun = Walk(
            id=self._new_id(),
            journey_id=self._sessions.journey().id,
            path=path,
            started_at=now,
            happened_at=happened_at.astimezone(UTC) if happened_at else now,
            begun_as=path.form_of(form),
        )
        return self._seeing(begun)

    def resume(self, reflection_id: str) -> Walk:
        """Go on with a draft where it stopped.

        Raises:
            UnknownReflectionError: If there is none of that id.
            UnknownPathError: If its path is not there any more.
        """
        reflection = self._reflections.get(reflection_id)
        return self._seeing(resume(reflection, self.path(reflection.path_id)))

    def change(self, reflection_id: str, step_id: str = "") -> Walk:
        """Change a finished reflection; how it read before is kept beside it.

        A draft is gone on with, as `resume` does: it is not finished yet.

        Args:
            reflection_id: The reflection.
            step_id: The step to begin at; empty: the first.

        Raises:
            UnknownReflectionError: If there is none of that id.
            UnknownPathError: If its path is not there any more.
        """
        reflection = self._reflections.get(reflection_id)
        path = self.path(reflection.path_id)
        if reflection.is_draft:
            draft = self._seeing(resume(reflection, path))
            return replace(draft, at=step_id or draft.at)
        return self._seeing(change(reflection, path, self._clock.now(), step_id))

    def versions(self, path_id: str, limit: int = MOST_VERSIONS) -> list[Reflection]:
        """The walks on a path, to be laid side by side, the latest first."""
        return self._reflections.of_path(self._sessions.journey().id, path_id, limit)

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
            self._put(walk, walk.draft())
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
        self._put(walk, reflection)
        if walk.changed_at is None:
            self._put_on_rungs(walk)
        self._remember_own_words(walk)
        return reflection

    def note(
        self,
        words: str,
        title: str,
        place: Place = Place.HERE,
        again: Reflection | None = None,
        *,
        happened_at: datetime | None = None,
        changed_at: datetime | None = None,
    ) -> Reflection:
        """Keep a free line.

        Args:
            words: What was written.
            title: What a free line is called, in the person's language.
            place: Where it goes.
            again: The same line as it was kept a moment ago; it is kept anew, not a second time.
            happened_at: The moment it is about, if not now (aware).
            changed_at: When this changing of a line from before began, so that its words
                of then are remembered (aware); none: it is being written.

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
        if happened_at is not None:
            reflection = replace(reflection, happened_at=happened_at.astimezone(UTC))
        if changed_at is not None:
            self._reflections.revise(reflection, changed_at)
        else:
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

    def _seeing(self, walk: Walk) -> Walk:
        """The walk without the steps that would look back at nothing: an empty screen.

        The one that someone stopped at stays: a walk goes on where it was.
        """
        backward = [step for step in walk.path.steps if step.look_back and step.id != walk.at]
        return replace(walk, unseen=frozenset(s.id for s in backward if not self.look_back(s)))

    def _put(self, walk: Walk, reflection: Reflection) -> None:
        if walk.changed_at is None:
            self._reflections.put(reflection)
        else:
            self._reflections.revise(reflection, walk.changed_at)

    def _put_on_rungs(self, walk: Walk) -> None:
        """Let a choice about what to do with an answer of the drawer move it there."""
        for step in walk.steps:
            about = walk.answer(step.rung_of) if step.rung_of else None
            chosen = walk.values.get(step.id)
            if about is None or about.place is not Place.UNSAID or not isinstance(chosen, tuple):
                continue
            item = self._drawer.item(about.id)
            wanted = [one.rung for one in step.options if one.id in chosen]
            rung = next((one for one in item.rungs if one in wanted), None)
            if rung is not None:
                self._drawer.stand(about.id, item.standing.to(rung, self._clock.now()))

    def _remember_own_words(self, walk: Walk) -> None:
        """Offer words of one's own again, in the group nearest to where one was.

        Words in the Unsaid drawer are not offered: the list is read over a shoulder.
        """
        for step in walk.steps:
            said = walk.answer(step.id)
            if not step.groups or said is None or said.place is Place.UNSAID:
                continue
            known = {word.casefold() for word in self._known(step)}
            point = walk.values.get(step.near)
            groups = nearest(step.groups, point) if isinstance(point, MapPoint) else step.groups
            for word in said.value if isinstance(said.value, tuple) else ():
                if word.casefold() not in known:
                    self._vocabulary.add(word, groups[0].id)

    def _known(self, step: Step) -> set[str]:
        """The words that are offered, or that someone does not want to be offered."""
        offered = {word for group in step.groups for word in group.words}
        return offered | set(step.outside) | self._vocabulary.own.hidden

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
