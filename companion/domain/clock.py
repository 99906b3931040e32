"""The one way to learn what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Time, and the person's own zone. Injected, so that every test is exact."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def local(self, moment: datetime) -> datetime:
        """The same moment on the person's wall clock, aware.

        Args:
            moment: An aware datetime.
        """

    def from_local(self, wall: datetime) -> datetime:
        """The moment a wall-clock time stands for, aware, in UTC.

        Args:
            wall: A naive datetime as read off the person's clock.
        """
