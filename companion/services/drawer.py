"""The Unsaid drawer: reading it, moving up and down its ladder, rehearsing, what came after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.errors import NotForThePageError
from companion.domain.ladder import Rung
from companion.domain.text import clean

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.domain.ladder import Became, Size, Standing, Unsaid
    from companion.services.ports.answer_stores import DrawerStore
    from companion.services.ports.stores import SessionStore


class Drawer:
    """What was not said yet, and how far it has come. Nothing leaves it by itself."""

    def __init__(self, drawer: DrawerStore, sessions: SessionStore, clock: Clock) -> None:
        """Take what it works with."""
        self._drawer = drawer
        self._sessions = sessions
        self._clock = clock

    def items(self, *rungs: Rung) -> list[Unsaid]:
        """What is in the drawer, the latest moment first.

        Args:
            rungs: Only what stands on these; none named: everything.
        """
        found = self._drawer.items(self._sessions.journey().id)
        return [one for one in found if not rungs or one.standing.rung in rungs]

    def item(self, answer_id: str) -> Unsaid:
        """One thing in the drawer.

        Raises:
            UnknownReflectionError: If there is no such answer in it.
        """
        return self._drawer.item(answer_id)

    def repairs(self) -> list[Unsaid]:
        """The repair log: what was said and got through, the latest first.

        It comes up when the next bump is opened.
        """
        return [one for one in self.items(Rung.SAID) if one.is_repair]

    def move(self, answer_id: str, rung: Rung) -> Unsaid:
        """Move something to a rung.

        Raises:
            UnknownReflectionError: If it is not in the drawer.
            NotForThePageError: If it can never be brought, and that was asked for.
            StorageError: If it could not be written.
        """
        item = self._drawer.item(answer_id)
        if rung not in item.rungs:
            raise NotForThePageError
        return self._kept(item, item.standing.to(rung, self._clock.now()))

    def rehearse(self, answer_id: str, size: Size, words: str) -> Unsaid:
        """Keep the words that were tried, in one size; empty: none.

        Raises:
            UnknownReflectionError: If it is not in the drawer.
            StorageError: If it could not be written.
        """
        item = self._drawer.item(answer_id)
        tried = clean(words).strip()
        rehearsal = item.standing.rehearsal.with_words(size, tried)
        brings = None if item.standing.brings is size and not tried else item.standing.brings
        return self._kept(item, replace(item.standing, rehearsal=rehearsal, brings=brings))

    def bring_as(self, answer_id: str, size: Size | None) -> Unsaid:
        """Say in which size it would be brought.

        Args:
            answer_id: What it is.
            size: A size that was rehearsed; none, or one without words: as it was written.

        Raises:
            UnknownReflectionError: If it is not in the drawer.
            StorageError: If it could not be written.
        """
        item = self._drawer.item(answer_id)
        known = size if size and item.standing.rehearsal.of(size) else None
        return self._kept(item, replace(item.standing, brings=known))

    def happened(self, answer_id: str, became: Became | None, words: str) -> Unsaid:
        """Keep what came of something that was said, and put it on *said*.

        Args:
            answer_id: What it is.
            became: What it was like; none: not said.
            words: What happened; may be empty.

        Raises:
            UnknownReflectionError: If it is not in the drawer.
            StorageError: If it could not be written.
        """
        item = self._drawer.item(answer_id)
        standing = item.standing.to(Rung.SAID, self._clock.now())
        return self._kept(item, replace(standing, became=became, after=clean(words).strip()))

    def _kept(self, item: Unsaid, standing: Standing) -> Unsaid:
        if standing != item.standing:
            self._drawer.stand(item.answer_id, standing)
        return replace(item, standing=standing)
