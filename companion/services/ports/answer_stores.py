"""What the services need to know about single answers: the drawer, tags, undoing, scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.book import Passage
    from companion.domain.ladder import Standing, Unsaid
    from companion.domain.movement import Chosen
    from companion.domain.summaries import Summary
    from companion.domain.undoing import Change, Held, Scope


class DrawerStore(Protocol):
    """The Unsaid drawer: answers in the place `unsaid`, and where they stand.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def items(self, journey_id: str) -> list[Unsaid]:
        """Everything in the drawer of a journey, the latest moment first; no drafts."""

    def item(self, answer_id: str) -> Unsaid:
        """One thing in the drawer.

        Raises:
            UnknownReflectionError: If there is no such answer in it.
        """

    def stand(self, answer_id: str, standing: Standing) -> None:
        """Let something unsaid stand there.

        In the same step it goes from every page if it stands below *bring* now, or if
        the words that would be brought are others now. Once it was said it stays on the
        pages of sessions that were held, and goes from all others.
        """


class TagStore(Protocol):
    """The person's own tags.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def put(self, reflection_id: str, tags: Iterable[str]) -> None:
        """Give a reflection these tags and no others; nothing happens if there is none."""

    def all(self, journey_id: str) -> list[str]:
        """The tags in use in a journey, in alphabetical order."""

    def tagged(self, journey_id: str, tag: str, limit: int) -> list[Summary]:
        """The reflections with a tag, the latest moment first."""


class UndoStore(Protocol):
    """Holds things as they are, in memory alone, and puts them back as they were."""

    def held(self, scope: Scope, before: Held | None = None) -> Held:
        """What is kept now of everything that a deed can change.

        Args:
            scope: What it can change.
            before: What was kept before it, where it is over: all of that counts, too.

        Raises:
            StorageError: If the notebook can't be read.
        """

    def put_back(self, change: Change) -> None:
        """Make everything that a deed changed what it was before, in one step.

        A page that was composed anew since keeps its lines, and gets those it lacks at
        its end.

        Raises:
            ChangedSinceError: If something else of it was changed since.
            StorageError: If it could not be written.
        """


class MovementStore(Protocol):
    """What was chosen on the scales."""

    def chosen(
        self, journey_id: str, steps: Iterable[tuple[str, str]], since: datetime | None = None
    ) -> list[Chosen]:
        """What was chosen at some steps in the finished reflections of a journey, by moment.

        Drafts, and steps that were left out, don't count.

        Args:
            journey_id: The journey.
            steps: Ids of paths, each with the id of one of its steps: ratings and maps.
            since: From when on, by the moment a reflection is about (aware); none: from
                the beginning.

        Raises:
            StorageError: If the notebook can't be read.
        """


class PassageStore(Protocol):
    """What may be ticked for the book at the end."""

    def passages(self, journey_id: str) -> list[Passage]:
        """The answers of a journey that may be ticked, by moment, then in their order.

        They are words (`book.KINDS`) of finished reflections, those of the paths in
        `path_ids.NEVER_SHARED` left out. What is in the Unsaid drawer is none of them, unless it
        stands on *said*.

        Raises:
            StorageError: If the notebook can't be read.
        """
