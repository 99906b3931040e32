"""What the services need from an open notebook; the store fits these shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from companion.domain.answer import Reflection, Wording
    from companion.domain.journey import Journey, Session
    from companion.domain.pacing import Written
    from companion.domain.page import Candidate, Line
    from companion.domain.path import Place
    from companion.domain.rhythm import Walked
    from companion.domain.summaries import EarlierPoint, Summary
    from companion.services.ports.answer_stores import (
        DrawerStore,
        MovementStore,
        PassageStore,
        TagStore,
        UndoStore,
    )
    from companion.services.ports.archive_store import ArchiveStore
    from companion.services.ports.way_stores import WayStore


class ReflectionStore(Protocol):
    """Where reflections are kept, drafts included.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def put(self, reflection: Reflection) -> None:
        """Keep a reflection with its answers, replacing any of the same id, durably.

        Answers it had before and has no longer are gone, from the search index too.
        """

    def get(self, reflection_id: str) -> Reflection:
        """The reflection of that id.

        Raises:
            UnknownReflectionError: If there is none.
        """

    def matching(self, prefix: str) -> list[str]:
        """The ids that begin with a prefix, three at most."""

    def remove(self, reflection_id: str) -> None:
        """Remove a reflection and its answers for good; nothing happens if there is none."""

    def newest_draft(self, journey_id: str) -> Reflection | None:
        """The draft that was begun last, or none."""

    def latest(self, journey_id: str, path_id: str) -> Reflection | None:
        """The finished reflection on a path whose moment is the latest, or none."""

    def last_walks(self, journey_id: str) -> list[Walked]:
        """Of each path that was walked to its end, the latest time, by path id; no notes."""

    def walks_within(
        self, journey_id: str, since: datetime | None, until: datetime | None, limit: int
    ) -> list[Walked]:
        """What was walked to its end in some stretch of time, by moment, then path id; no notes.

        Args:
            journey_id: The journey.
            since: From when (aware, included); none: from the beginning.
            until: Until when (aware, left out); none: to the end.
            limit: How many at most: those about the latest moments.
        """

    def lately(self, journey_id: str, since: datetime) -> list[Written]:
        """What was finished since a moment, whatever day it is about; notes are left out.

        Args:
            journey_id: The journey.
            since: The moment (aware).
        """

    def of_path(self, journey_id: str, path_id: str, limit: int) -> list[Reflection]:
        """The finished reflections on a path, the latest moment first."""

    def revise(self, reflection: Reflection, at: datetime) -> None:
        """Keep a changed reflection as `put` does, and how its changed answers read before.

        Args:
            reflection: The reflection as it is now.
            at: When the changing began (aware); of several changes with the same
                moment, the words before the first are the ones remembered.
        """

    def wordings(self, answer_id: str) -> list[Wording]:
        """How an answer read before it was changed, the latest first."""

    def count(self, journey_id: str) -> int:
        """How many reflections there are. For lists to know their height; never shown."""

    def rows(self, journey_id: str, offset: int, limit: int) -> list[Summary]:
        """Some rows of the list of reflections, the latest moment first."""

    def search(self, journey_id: str, words: str, limit: int) -> list[Summary]:
        """The reflections in which every word begins a word, the latest moment first.

        Case and accents make no difference; the words are never read as query syntax.
        """

    def earlier_points(self, journey_id: str, limit: int) -> list[EarlierPoint]:
        """The latest points on the map in finished reflections, the latest first."""

    def move_answer(self, answer_id: str, place: Place | None) -> None:
        """Put an answer in another place; none lets it go for good.

        In the same step a page line made of it goes if it is let go, or if it goes into
        the drawer or comes out of it; what comes out stands at the foot of the ladder
        again, unless it was said.
        """

    def candidates(
        self, journey_id: str, session_id: str, getting_ready: str, since: datetime | None
    ) -> list[Candidate]:
        """The answers that may become lines of one session's page, by moment, then order.

        They are those already ticked for it; those parked that stand on no page of
        a session held since; and those given in a finished reflection on the
        `getting_ready` path whose moment is at or after `since`. All of them are
        words, belong to a section, are here or parked, and are not about the two.
        Besides these, and only so, everything of the drawer that stands on *bring*, and
        for a session that was held what was ticked for it and said since: it belongs to
        the section about the two, in the words that were chosen to be brought. Drafts
        don't count.

        Args:
            journey_id: The journey.
            session_id: The session; empty: whichever comes next, none being planned.
            getting_ready: The id of the path whose answers need no parking.
            since: From when that path's answers count (aware); none: from the beginning.
        """

    def quotable(
        self, journey_id: str, since: datetime | None, offset: int, limit: int
    ) -> list[Candidate]:
        """Some of the answers that may be quoted word for word on a second sheet.

        They are texts of finished reflections that are here or parked and belong to a
        section that asks for no second yes. What is in the drawer never is one. The latest
        moment comes first, and of one entry the last answer.

        Args:
            journey_id: The journey.
            since: From when on (aware); none: from the beginning.
            offset: How many to leave out at the front (0 or more).
            limit: The most answers (1 or more).
        """

    def count_quotable(self, journey_id: str, since: datetime | None) -> int:
        """How many answers may be quoted. For lists to know their height; never shown."""

    def quoted(
        self, journey_id: str, since: datetime | None, answer_ids: Iterable[str]
    ) -> list[Candidate]:
        """Those of some answers that may be quoted, in no order.

        Args:
            journey_id: The journey.
            since: From when on (aware); none: from the beginning.
            answer_ids: The answers.
        """


class SessionStore(Protocol):
    """Where journeys and sessions are kept.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def journey(self) -> Journey:
        """The journey that is open: the one chosen, or else the one begun last."""

    def journeys(self) -> list[Journey]:
        """All journeys, in the order they were begun."""

    def put_journey(self, journey: Journey, *, opened: bool = False) -> None:
        """Keep a journey, replacing any of the same id.

        Args:
            journey: The journey.
            opened: Whether it is the open one from now on.
        """

    def sessions(self, journey_id: str) -> list[Session]:
        """All sessions of a journey, by time."""

    def put(self, sessions: Iterable[Session]) -> None:
        """Keep sessions, replacing those of the same id, all or none."""


class PageStore(Protocol):
    """Where the ticked lines of each session's page are kept.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def lines(self, session_id: str) -> list[Line]:
        """The ticked lines in the person's order.

        Args:
            session_id: The session; empty: whichever comes next, none being planned.
        """

    def put(self, session_id: str, lines: Sequence[Line]) -> None:
        """Keep the ticked lines, in this order, instead of those before."""

    def carry(self, session_id: str) -> None:
        """Give the lines that were ticked for no session yet to this one."""


class SettingStore(Protocol):
    """Private settings that live inside the notebook.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def get(self, name: str) -> str:
        """A setting's value, or the empty string."""

    def put(self, name: str, value: str) -> None:
        """Keep a setting's value."""

    def beginning(self, prefix: str) -> dict[str, str]:
        """The settings whose names begin so, by name."""

    def remove(self, name: str) -> None:
        """Remove a setting for good; nothing happens if there is none."""


class Stores(Protocol):
    """An open notebook, as the services see it."""

    @property
    def reflections(self) -> ReflectionStore:
        """Where reflections are kept."""

    @property
    def sessions(self) -> SessionStore:
        """Where journeys and sessions are kept."""

    @property
    def pages(self) -> PageStore:
        """Where the ticked lines of each session's page are kept."""

    @property
    def settings(self) -> SettingStore:
        """Where private settings are kept."""

    @property
    def archive(self) -> ArchiveStore:
        """Everything at once."""

    @property
    def drawer(self) -> DrawerStore:
        """The Unsaid drawer and its ladder."""

    @property
    def tags(self) -> TagStore:
        """The person's own tags."""

    @property
    def undo(self) -> UndoStore:
        """Holds things as they are, and puts them back as they were."""

    @property
    def passages(self) -> PassageStore:
        """What may be ticked for the book at the end."""

    @property
    def movement(self) -> MovementStore:
        """What was chosen on the scales."""

    @property
    def way(self) -> WayStore:
        """What stands on the way of a therapy."""
