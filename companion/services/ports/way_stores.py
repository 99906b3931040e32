"""What the services need to know of the way of a therapy, and of one stretch of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.summaries import Summary
    from companion.domain.way_gathered import Bump, Reflected, Stretch, Version


class WayStore(Protocol):
    """Reads what stands on the way; it writes nothing.

    Every method raises `StorageError` if the notebook can't be read. Drafts don't count,
    but in `count` and `rows`, which list everything that was written.
    """

    def versions(
        self, journey_id: str, steps: Iterable[tuple[str, str]], limit: int
    ) -> list[Version]:
        """The finished walks on some paths with what was said at one step, the latest first.

        Args:
            journey_id: The journey.
            steps: Ids of paths, each with the id of one of its steps.
            limit: The most walks of one path (1 or more).
        """

    def bumps(self, journey_id: str, limit: int) -> list[Bump]:
        """The difficult moments that are not in the drawer altogether, the latest first.

        One was repaired when something of it in the drawer was said, and the two got
        through it or through some of it.

        Args:
            journey_id: The journey.
            limit: The most of them (1 or more).
        """

    def reflected(self, journey_id: str, stretches: Sequence[Stretch]) -> list[list[Reflected]]:
        """Each path that was walked in some stretches of time, by its first moment in each.

        Free lines are none, nor is a walk of which all words are in the drawer, or of
        which nothing is left.
        """

    def count(self, journey_id: str, stretch: Stretch) -> int:
        """How much was written in a stretch. For lists to know their height; never shown."""

    def rows(self, journey_id: str, stretch: Stretch, offset: int, limit: int) -> list[Summary]:
        """Some rows of what was written in a stretch, the latest moment first."""
