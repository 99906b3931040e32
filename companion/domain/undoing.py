"""What was done a moment ago, held in memory alone so that it can be undone.

On the disk it is done at once: what was deleted is gone, the index of words included.
Whoever asks for it back before the notebook is locked gets everything back as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Deed(StrEnum):
    """What can be undone."""

    ENTRY_REMOVED = "entry-removed"
    """A whole entry was removed."""
    ANSWER_LET_GO = "answer-let-go"
    """One answer was let go for good."""
    ANSWER_MOVED = "answer-moved"
    """An answer was put in another place."""
    SESSION_MOVED = "session-moved"
    """A session was moved to another time."""
    SESSION_HELD = "session-held"
    """It was said that a session took place."""
    SESSION_MISSED = "session-missed"
    """It was said that a session did not take place."""
    RUNG = "rung"
    """Something unsaid was moved on the ladder."""
    TASK_DROPPED = "task-dropped"
    """An agreed task was let drop."""
    JOURNEY_CLOSED = "journey-closed"
    """A therapy was closed."""
    WORD_ADDED = "word-added"
    """A word for a feeling was added."""
    WORD_MOVED = "word-moved"
    """A word for a feeling was put in another group."""
    WORD_HIDDEN = "word-hidden"
    """A word for a feeling was hidden."""
    WORD_SHOWN = "word-shown"
    """A hidden word is offered again."""


ABOUT_ENTRIES = (Deed.ENTRY_REMOVED, Deed.ANSWER_LET_GO, Deed.ANSWER_MOVED)
"""What is done to entries and their answers."""
ABOUT_SESSIONS = (Deed.SESSION_MOVED, Deed.SESSION_HELD, Deed.SESSION_MISSED)
"""What is done to sessions."""
ABOUT_WORDS = (Deed.WORD_ADDED, Deed.WORD_MOVED, Deed.WORD_HIDDEN, Deed.WORD_SHOWN)
"""What is done to words for feelings."""

Key = tuple[str, str]
"""What kind of thing it is, and which: the store knows what that means."""


class ChangedSinceError(CompanionError):
    """It can't be undone: what it changed was changed again since. Nothing is changed now."""

    key = "error.changed_since"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a deed can change; all else stays as it is."""

    entries: frozenset[str] = frozenset()
    """Ids of entries, with their answers, tags, rungs and wordings, and the pages with
    lines of them."""
    answers: frozenset[str] = frozenset()
    """Ids of answers; each stands for its whole entry."""
    sessions_of: str = ""
    """The id of a therapy, for its sessions; empty: none change."""
    pages: frozenset[str] = frozenset()
    """Ids of sessions, for the lines ticked for them; an empty id is whichever comes next."""
    journeys: bool = False
    """Whether therapies change."""
    settings: frozenset[str] = frozenset()
    """The names of private settings."""


@dataclass(frozen=True, slots=True)
class Held:
    """What was kept of some things at one moment."""

    things: Mapping[Key, Any]
    """What was kept of each; what is not there was not there."""

    def of_kind(self, kind: str) -> set[str]:
        """Which things of a kind there were."""
        return {which for one, which in self.things if one == kind}


@dataclass(frozen=True, slots=True)
class Change:
    """What a deed made of some things."""

    scope: Scope
    """What it could change."""
    before: Held
    """What was kept before."""
    after: Held
    """What was kept after."""

    @property
    def keys(self) -> list[Key]:
        """What differs before and after, in order; empty: nothing was changed."""
        both = self.before.things.keys() | self.after.things.keys()
        return sorted(
            key for key in both if self.before.things.get(key) != self.after.things.get(key)
        )


@dataclass(frozen=True, slots=True)
class Done:
    """A deed, as long as it can be undone."""

    deed: Deed
    """What was done."""
    change: Change
    """What it changed."""
    about: str = ""
    """The id of what it was done to; stays inside the app."""
    name: str = ""
    """What that is called, to say it; may be the person's own words."""
