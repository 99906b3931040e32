"""Sleeping on a page: it rests for a night, and home offers to look at it once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.page import Kind
from companion.services.page.marks import Mark

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.clock import Clock
    from companion.services.page.desk import Desk
    from companion.services.page.marks import PageMarks


class Resting:
    """Lets a page rest, and ends its rest once it was looked at on another day."""

    def __init__(self, marks: PageMarks, clock: Clock) -> None:
        """Take what it works with."""
        self._marks = marks
        self._clock = clock

    def has_a_night(self, desk: Desk) -> bool:
        """Whether there is a day between now and the session on which to look once more."""
        if desk.kind is not Kind.SESSION:
            return False
        session = desk.session
        return session is None or self._clock.local(session.at).date() > self._today

    def begin(self, desk: Desk) -> None:
        """Sleep on a page. What is ticked was kept before; nothing of it changes.

        Raises:
            StorageError: If it could not be written.
        """
        self._marks.put(Mark.RESTING, desk.kept_under)

    def looked_at(self, desk: Desk) -> None:
        """Notice that a page was opened; on the day it began to rest, it goes on resting.

        Raises:
            StorageError: If it could not be written.
        """
        since = desk.resting_since
        if since is not None and self._clock.local(since).date() < self._today:
            self._marks.take(Mark.RESTING, desk.kept_under)

    @property
    def _today(self) -> date:
        return self._clock.local(self._clock.now()).date()
