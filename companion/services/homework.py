"""Homework: adding a pack, taking a task of it, making it tiny, leaving it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.errors import UnknownPathError
from companion.domain.homework import WITHOUT_SESSIONS, PackState, offered
from companion.domain.journey import SessionState
from companion.domain.pack_errors import UnknownPackTaskError
from companion.domain.path import Form
from companion.domain.task import FOR, PLAN, TINY, WHAT, TaskState

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.answer import Value
    from companion.domain.clock import Clock
    from companion.domain.homework import KeptPack, Offer
    from companion.domain.pack import Pack, PackReading, PackTask
    from companion.domain.path import ReflectionPath
    from companion.domain.rhythm import Walked
    from companion.domain.task import Task
    from companion.domain.walk import Walk
    from companion.services.pack_keeping import PackKeeping
    from companion.services.ports.content import PackShelf
    from companion.services.ports.stores import ReflectionStore, SessionStore
    from companion.services.reflecting import Reflecting
    from companion.services.tasks import Agreed


class Became(StrEnum):
    """What became of a task of a pack."""

    PROPOSED = "proposed"
    """It is there to be taken."""
    TAKEN = "taken"
    """It is among what the two agreed."""
    LEFT = "left"
    """It was left out, let drop, or its entry was removed."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A task of a pack, and what became of it."""

    task: PackTask
    """The task, in the therapist's words."""
    became: Became
    """What became of it."""
    agreed: Task | None = None
    """The agreed task it became, in the person's own words by now; none: it was not taken."""


class Homework:
    """The packs of the open therapy, and what can be done with them.

    Methods raise `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self,
        keeping: PackKeeping,
        packs: PackShelf,
        agreed: Agreed,
        reflecting: Reflecting,
        reflections: ReflectionStore,
        sessions: SessionStore,
        clock: Clock,
    ) -> None:
        """Take what it works with."""
        self._keeping = keeping
        self._packs = packs
        self._agreed = agreed
        self._reflecting = reflecting
        self._reflections = reflections
        self._sessions = sessions
        self._clock = clock

    def shipped(self) -> tuple[Pack, ...]:
        """The packs that companion ships with, by name."""
        read = map(self._packs.read_shipped, self._packs.shipped())
        return tuple(one.pack for one in read if one.pack is not None)

    def read(self, file: Path) -> PackReading:
        """What a file holds, and what is wrong with it; nothing is kept.

        Raises:
            PackUnreadError: If it is not there, is no file, or may not be read.
        """
        return self._packs.read_file(file)

    def read_shipped(self, name: str) -> PackReading:
        """One of companion's own packs; nothing is kept.

        Raises:
            UnknownPackError: If there is none of that name.
        """
        return self._packs.read_shipped(name)

    def kept(self) -> list[KeptPack]:
        """The packs of the open therapy, the earliest added first."""
        return self._keeping.kept()

    def get(self, pack_id: str) -> KeptPack:
        """A pack of the open therapy.

        Raises:
            UnknownPackError: If there is none of that id.
        """
        return self._keeping.get(pack_id)

    def state(self, kept: KeptPack) -> PackState:
        """How it stands with a pack."""
        sessions = self._sessions.sessions(self._sessions.journey().id)
        return kept.state(sessions, self._clock.now())

    def add(self, reading: PackReading) -> KeptPack:
        """Add a pack, once the person has seen what it asks and said yes.

        Raises:
            PackThereAlreadyError: If one of its id is there; it stays as it is.
        """
        return self._keeping.add(reading)

    def set_aside(self, pack_id: str, *, aside: bool = True) -> None:
        """Set a pack aside, or take it up again. Nothing else changes.

        Raises:
            UnknownPackError: If there is none of that id.
        """
        self._keeping.put(replace(self._keeping.get(pack_id), aside=aside))

    def remove(self, pack_id: str) -> None:
        """Take a pack out of the notebook. What was written with it stays.

        A reflection of it that was begun and not finished is kept as it is: without the
        pack it could not be gone on with.

        Raises:
            UnknownPackError: If there is none of that id.
        """
        kept = self._keeping.get(pack_id)
        own = {path.id for path in kept.pack.paths}
        journey_id = self._sessions.journey().id
        while (draft := self._reflections.newest_draft(journey_id)) and draft.path_id in own:
            self._reflecting.finish(self._reflecting.resume(draft.id))
        self._keeping.remove(pack_id)

    def tasks(self, kept: KeptPack) -> list[Proposed]:
        """The tasks of a pack, each with what became of it."""
        agreed = {task.id: task for task in self._agreed.tasks()}
        return [self._proposed(kept, task, agreed) for task in kept.pack.tasks]

    def take(self, pack_id: str, task_id: str, *, tiny: bool = False) -> Proposed:
        """Take a task of a pack among what the two agreed; or its tiny version.

        Taken already, it is made tiny if that is what is wanted, and else stays as it is.
        Let drop, it is taken up again.

        Raises:
            UnknownPackError: If there is no such pack.
            UnknownPackTaskError: If it has no such task.
        """
        kept, now = self._found(pack_id, task_id)
        if now.agreed is None:
            entry_id = self._agree(now.task, tiny=tiny)
        else:
            entry_id = now.agreed.id
            self._again(now.agreed, now.task, tiny=tiny)
        taken = {**kept.taken, task_id: entry_id}
        self._keeping.put(replace(kept, taken=taken, left=kept.left - {task_id}))
        return self._found(pack_id, task_id)[1]

    def leave(self, pack_id: str, task_id: str) -> Proposed:
        """Leave a task of a pack out; one that was taken is let drop. Nobody is told.

        Raises:
            UnknownPackError: If there is no such pack.
            UnknownPackTaskError: If it has no such task.
        """
        kept, now = self._found(pack_id, task_id)
        if now.agreed is not None and not now.agreed.is_settled:
            self._agreed.let_drop(now.agreed.id)
        self._keeping.put(replace(kept, left=kept.left | {task_id}))
        return self._found(pack_id, task_id)[1]

    def offered(self, walked: list[Walked]) -> Offer | None:
        """The one thing of the open packs that home may offer now, or none.

        Args:
            walked: Finished reflections of the journey: of each path the latest is enough.
        """
        kept = self._keeping.kept()
        if not kept:
            return None
        now = self._clock.now()
        sessions = self._sessions.sessions(self._sessions.journey().id)
        still = [one for one in kept if one.state(sessions, now) is PackState.OPEN]
        taken_at = {task.id: task.agreed_at for task in self._agreed.tasks()}
        held = [one.at for one in sessions if one.state is SessionState.HELD]
        since = max(held, default=now - WITHOUT_SESSIONS)
        return offered(still, walked, taken_at, since)

    def path(self, pack_id: str, path_id: str) -> ReflectionPath:
        """A path of a pack that is in the notebook.

        Raises:
            UnknownPackError: If there is no such pack.
            UnknownPathError: If it has no such path.
        """
        found = self._keeping.get(pack_id).pack.path(path_id)
        if found is None:
            raise UnknownPathError(path=path_id)
        return found

    def _found(self, pack_id: str, task_id: str) -> tuple[KeptPack, Proposed]:
        kept = self._keeping.get(pack_id)
        for one in self.tasks(kept):
            if one.task.id == task_id:
                return kept, one
        raise UnknownPackTaskError(task=task_id)

    @staticmethod
    def _proposed(kept: KeptPack, task: PackTask, agreed: dict[str, Task]) -> Proposed:
        entry_id = kept.taken.get(task.id)
        found = agreed.get(entry_id) if entry_id else None
        dropped = found is not None and found.state is TaskState.DROPPED
        if task.id in kept.left or dropped or (entry_id and found is None):
            return Proposed(task, Became.LEFT, found)
        return Proposed(task, Became.TAKEN if found else Became.PROPOSED, found)

    def _agree(self, task: PackTask, *, tiny: bool) -> str:
        """Fill the form of an agreed task in with the therapist's words; says its entry."""
        walk = replace(self._agreed.new_task(), begun_as=Form.FULL)
        said: dict[str, Value | None] = {WHAT: task.what, FOR: task.for_what}
        if task.then:
            said[PLAN] = (task.when, task.then)
        if tiny and task.tiny:
            said[TINY] = task.tiny
        for step_id, value in said.items():
            walk = self._answered(walk, step_id, value)
        self._reflecting.finish(walk)
        return walk.id

    def _again(self, agreed: Task, task: PackTask, *, tiny: bool) -> None:
        """Take a task up that was let drop, or make one tiny that was not yet."""
        if agreed.state is TaskState.DROPPED:
            went = self._agreed.how_it_went(agreed.id)
            self._reflecting.finish(went.answered(None, self._reflecting.new_answer_id))
        if tiny and task.tiny and not agreed.tiny:
            walk = self._agreed.make_tiny(agreed.id)
            self._reflecting.finish(self._answered(walk, TINY, task.tiny))

    def _answered(self, walk: Walk, step_id: str, value: Value | None) -> Walk:
        at = replace(walk, at=step_id)
        return at.answered(value, self._reflecting.new_answer_id)


def may(one: Proposed, what: str) -> bool:
    """Whether something can be done with a task as it stands.

    Args:
        one: The task.
        what: `take`, `tiny` or `leave`.
    """
    match what:
        case "take":
            return one.became is not Became.TAKEN
        case "tiny":
            made = one.agreed is not None and bool(one.agreed.tiny)
            return bool(one.task.tiny) and not (made and one.became is Became.TAKEN)
        case _:
            return one.became is not Became.LEFT
