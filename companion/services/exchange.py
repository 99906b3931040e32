"""Exporting everything in the notebook, and importing entries from files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.archive import Arrival
from companion.domain.own_help import PEOPLE, RULE, STEPS
from companion.domain.pack import keeps_a_pack, kept_as
from companion.services.exported import What

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from companion.domain.answer import Reflection
    from companion.domain.archive import Archive, Incoming
    from companion.services.exported import Exported
    from companion.services.ports.archive_store import ArchiveStore
    from companion.services.ports.files import Archivist, Outbox
    from companion.services.ports.stores import ReflectionStore, SessionStore, SettingStore

    Progress = Callable[[int], None]

EVERY = 1000
"""After how many entries progress is told."""


class Exchange:
    """Everything at once, out of the open notebook or into it.

    Methods raise `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self,
        store: ArchiveStore,
        reflections: ReflectionStore,
        sessions: SessionStore,
        settings: SettingStore,
        archivist: Archivist,
        outbox: Outbox,
        exported: Exported,
    ) -> None:
        """Take what it works with."""
        self._store = store
        self._reflections = reflections
        self._sessions = sessions
        self._settings = settings
        self._archivist = archivist
        self._outbox = outbox
        self._exported = exported

    def as_json(
        self, file: Path, *, replace_it: bool = False, progress: Progress | None = None
    ) -> None:
        """Write everything to a JSON file that is not encrypted, and remember where.

        Args:
            file: Where.
            replace_it: Whether a file of that name may be written over.
            progress: Told how many entries are written, every thousand.

        Raises:
            FileExistsAlreadyError: If the file is there and may not be replaced.
            FileNotWrittenError: If it could not be written.
            FileNotRememberedError: If it was written and could not be remembered.
        """
        pieces = self._archivist.pieces(self._everything(progress))
        self._outbox.write_pieces(file, pieces, replace=replace_it)
        self._exported.remember(file, What.EVERYTHING)

    def as_markdown(self, folder: Path, *, progress: Progress | None = None) -> None:
        """Write everything to a new folder of Markdown that is not encrypted.

        Args:
            folder: Where; nothing may be there.
            progress: Told how many entries are written, every thousand.

        Raises:
            FileExistsAlreadyError: If something is there.
            FileNotWrittenError: If it could not be written.
        """
        self._outbox.write_folder(folder, self._archivist.files(self._everything(progress)))

    def look(self, file: Path) -> tuple[Incoming, Arrival]:
        """What a file holds, and what importing it would do; nothing is changed.

        Raises:
            CompanionError: As `Archivist.read` says.
        """
        incoming = self._archivist.read(file)
        entries = tuple(incoming.archive.reflections)
        known = self._store.known(one.id for one in entries)
        new = [one for one in entries if one.id not in known]
        own = {"", self._open_after(incoming.archive)}
        arrival = Arrival(
            source=incoming.source,
            new=len(new),
            known=len(entries) - len(new),
            sessions=len(incoming.archive.sessions),
            apart=sum(one.journey_id not in own for one in new),
            left_out=incoming.left_out,
            own_help=any(
                name in {PEOPLE, RULE, STEPS} and value for name, value in incoming.archive.settings
            ),
            packs=sum(
                keeps_a_pack(name) and not self._settings.get(name)
                for name, _ in incoming.archive.settings
            ),
        )
        return incoming, arrival

    def bring_in(self, incoming: Incoming) -> None:
        """Bring everything in that is not there yet, all of it or nothing."""
        self._store.bring_in(incoming.archive)

    def _open_after(self, archive: Archive) -> str:
        """The id of the journey that will be open once an archive is in."""
        journey = self._sessions.journey()
        written = self._reflections.count(journey.id) or self._sessions.sessions(journey.id)
        used = written or self._settings.beginning(kept_as(journey.id))
        if used or not archive.journeys:
            return journey.id
        return max(archive.journeys, key=lambda one: one.started_at).id

    def _everything(self, progress: Progress | None) -> Archive:
        archive = self._store.everything()
        if progress is None:
            return archive
        return replace(archive, reflections=_counted(archive, progress))


def _counted(archive: Archive, progress: Progress) -> Iterator[Reflection]:
    for number, reflection in enumerate(archive.reflections, 1):
        yield reflection
        if number % EVERY == 0:
            progress(number)
