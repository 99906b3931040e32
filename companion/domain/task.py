"""An agreed task: homework in the person's own words, as the form `task` holds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.path import Place

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.answer import Reflection

WHAT = "what"
"""The step that says what it is."""
FOR = "for"
"""The step that says what it is for."""
PLAN = "plan"
"""The step that says when, and what then."""
TINY = "tiny"
"""The step that makes it smaller."""
BECAME = "became"
"""The step that says what became of it."""
HAPPENED = "happened"
"""The step that says what happened."""
IN_THE_WAY = "in-the-way"
"""The step that says what got in the way."""


class TaskState(StrEnum):
    """What became of a task. None of these is better than another."""

    OPEN = "open"
    """Nobody has said."""
    TRIED = "tried"
    """It was tried."""
    PARTLY = "partly"
    """A part of it was."""
    NOT_TRIED = "not-tried"
    """It was not."""
    DROPPED = "dropped"
    """It was let drop."""


SETTLED = frozenset({TaskState.TRIED, TaskState.DROPPED})
"""What is not asked about any more."""


@dataclass(frozen=True, slots=True)
class Task:
    """One agreed task."""

    id: str
    """The entry that holds it."""
    agreed_at: datetime
    """When it was agreed (aware, UTC)."""
    what: str
    """What it is, in the person's words; empty: they are in the Unsaid drawer, or let go."""
    tiny: str = ""
    """The tiny version of it; empty: there is none."""
    for_what: str = ""
    """What it is for."""
    plan: str = ""
    """When, and what then."""
    state: TaskState = TaskState.OPEN
    """What became of it."""
    happened: str = ""
    """What happened."""
    in_the_way: str = ""
    """What got in the way."""

    @property
    def now(self) -> str:
        """What it is now: the tiny version where there is one."""
        return self.tiny or self.what

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.state in SETTLED


def task_of(reflection: Reflection) -> Task:
    """The task that a filled-in form holds.

    Words in the Unsaid drawer are no part of it: tasks are shown on home.
    """
    said = {answer.step_id: answer for answer in reflection.answers}

    def words(step_id: str) -> str:
        found = said.get(step_id)
        return found.shown if found is not None and found.place is not Place.UNSAID else ""

    value = said[BECAME].value if BECAME in said else ()
    chosen = value[0] if isinstance(value, tuple) and value else ""
    known = chosen in {state.value for state in TaskState}
    return Task(
        id=reflection.id,
        agreed_at=reflection.happened_at,
        what=words(WHAT) or words(FOR),
        tiny=words(TINY),
        for_what=words(FOR),
        plan=words(PLAN),
        state=TaskState(chosen) if known else TaskState.OPEN,
        happened=words(HAPPENED),
        in_the_way=words(IN_THE_WAY),
    )
