"""What was said about the next page as a whole: nothing this time, or let it rest a night."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.setting_values import from_kept, kept_moment

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.services.ports.stores import SessionStore, SettingStore

_NAME = "page.marks"


class Mark(StrEnum):
    """What can be said about a page, besides its lines."""

    NOTHING = "nothing"
    """There is nothing on it, on purpose."""
    RESTING = "resting"
    """Someone sleeps on it before they bring it."""


class PageMarks:
    """Keeps what was said about pages, by session, inside the notebook."""

    def __init__(self, settings: SettingStore, sessions: SessionStore, clock: Clock) -> None:
        """Take what it works with."""
        self._settings = settings
        self._sessions = sessions
        self._clock = clock

    def since(
        self, mark: Mark, page: str, begins: datetime | None, until: datetime | None
    ) -> datetime | None:
        """When something was said about a page (aware, UTC); none: it was not, or not any more.

        What was said while no session was planned holds for the one that came next.

        Args:
            mark: What was said.
            page: What the page's lines are kept under: the session's id, or nothing.
            begins: When the session before it was held (aware); none: there is none.
            until: When its own session begins (aware); none: none is planned.

        Raises:
            StorageError: If the notebook can't be read.
        """
        kept = self._kept(mark)
        waiting = kept.get(self._unplanned)
        if page in kept or waiting is None:
            return kept.get(page)
        too_early = begins is not None and waiting < begins
        too_late = until is not None and waiting >= until
        return None if too_early or too_late else waiting

    def put(self, mark: Mark, page: str) -> None:
        """Say something about a page.

        Raises:
            StorageError: If it could not be written.
        """
        others = self._others(mark, page)
        self._keep(mark, others | {page or self._unplanned: self._clock.now()})

    def take(self, mark: Mark, page: str) -> None:
        """Take back what was said about a page; nothing is written where nothing was said.

        Raises:
            StorageError: If it could not be written.
        """
        others = self._others(mark, page)
        if others != self._kept(mark):
            self._keep(mark, others)

    def _others(self, mark: Mark, page: str) -> dict[str, datetime]:
        return {
            one: at for one, at in self._kept(mark).items() if one not in {page, self._unplanned}
        }

    @property
    def _unplanned(self) -> str:
        """Stands for the next session of the open journey while none is planned."""
        return self._sessions.journey().id

    def _kept(self, mark: Mark) -> dict[str, datetime]:
        """What can't be read any more counts as not said."""
        try:
            found = from_kept(self._settings.get(f"{_NAME}.{mark}")) or {}
            return {str(page): kept_moment(at) for page, at in found.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    def _keep(self, mark: Mark, said: dict[str, datetime]) -> None:
        kept = {page: at.isoformat() for page, at in said.items()}
        self._settings.put(f"{_NAME}.{mark}", json.dumps(kept) if kept else "")
