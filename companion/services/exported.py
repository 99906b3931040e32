"""Files that left the notebook: where they were put, so that they can be removed later."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.domain.archive import EXPORTED
from companion.domain.errors import FileNotRememberedError, StorageError
from companion.domain.file_errors import FileChangedError
from companion.domain.setting_values import from_kept, kept_moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.clock import Clock
    from companion.services.ports.files import Outbox
    from companion.services.ports.stores import SettingStore


class What(StrEnum):
    """What a file holds."""

    PAGE = "page"
    """A page, for a session or for a new therapist."""
    BOOK = "book"
    """The book at the end."""
    AGREEMENT = "agreement"
    """The agreement as a sheet for both."""
    GUIDE = "guide"
    """A page of the guide, or one of its sheets; nothing private is in it."""
    EVERYTHING = "everything"
    """All that is in the notebook."""


class Now(StrEnum):
    """What has become of a file."""

    THERE = "there"
    """It is as it was written."""
    CHANGED = "changed"
    """Something else is in it now, or it can't be read."""
    GONE = "gone"
    """It is not there: removed, moved, or on a disk that is not here."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written."""

    file: Path
    """Where it was put."""
    what: What
    """What it holds."""
    at: datetime
    """When it was written (aware, UTC)."""
    now: Now
    """What has become of it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    file: str
    what: What
    at: str
    mark: str


class Exported:
    """Remembers, inside the notebook, which files were written, and removes them on request."""

    def __init__(self, settings: SettingStore, outbox: Outbox, clock: Clock) -> None:
        """Take what it works with."""
        self._settings = settings
        self._outbox = outbox
        self._clock = clock

    def remember(self, file: Path, what: What) -> None:
        """Remember a file that was just written.

        Args:
            file: Where it is.
            what: What it holds.

        Raises:
            FileNotRememberedError: If it could not be remembered.
        """
        place = self._outbox.place(file)
        kept = _Kept(
            str(place), what, self._clock.now().isoformat(), self._outbox.fingerprint(place)
        )
        try:
            self._keep([*(one for one in self._kept if one.file != kept.file), kept])
        except StorageError:
            raise FileNotRememberedError(file=str(file)) from None

    def files(self) -> tuple[ExportedFile, ...]:
        """What was written and not removed since, the latest first.

        Raises:
            StorageError: If the notebook can't be read.
        """
        return tuple(
            ExportedFile(Path(one.file), one.what, datetime.fromisoformat(one.at), self._now(one))
            for one in reversed(self._kept)
        )

    def remove(self, file: Path, *, changed_too: bool = False) -> None:
        """Remove a file from the disk and forget where it was.

        Copies of it, on paper, in a mail, in another program's backup, are out of reach.

        Args:
            file: One of `files`.
            changed_too: Whether to remove it although it was changed since it was written.

        Raises:
            FileChangedError: If it was changed, and may not be removed; nothing is done.
            FileNotRemovedError: If it could not be removed; it is still remembered.
            StorageError: If it was removed and could not be forgotten.
        """
        one = next((kept for kept in self._kept if kept.file == str(file)), None)
        if one is None:
            return
        if self._now(one) is Now.CHANGED and not changed_too:
            raise FileChangedError(file=str(file))
        self._outbox.remove(file)
        self.forget(file)

    def forget(self, file: Path) -> None:
        """Forget where a file was put; the file, if it is there, stays.

        Raises:
            StorageError: If it could not be written.
        """
        self._keep(one for one in self._kept if one.file != str(file))

    def _now(self, one: _Kept) -> Now:
        mark = self._outbox.fingerprint(Path(one.file))
        if not mark:
            return Now.GONE
        return Now.THERE if mark == one.mark else Now.CHANGED

    @property
    def _kept(self) -> list[_Kept]:
        """A row that can't be read any more counts as not written; the others are kept."""
        try:
            found = list(from_kept(self._settings.get(EXPORTED)) or [])
        except (ValueError, TypeError):
            return []
        return [one for one in map(_read, found) if one is not None]

    def _keep(self, files: Iterable[_Kept]) -> None:
        kept = [[one.file, one.what.value, one.at, one.mark] for one in files]
        self._settings.put(EXPORTED, json.dumps(kept) if kept else "")


def _read(row: Any) -> _Kept | None:  # noqa: ANN401  whatever JSON holds
    try:
        file, what, at, mark = row
        return _Kept(str(file), What(what), kept_moment(at).isoformat(), str(mark))
    except (ValueError, TypeError):
        return None
