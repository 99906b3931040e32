"""What can be said about a notebook's files without its key."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.safekeeping import Access, Facts, FileFact, KeySlot, State
from companion.storage.vault import names
from companion.storage.vault.synced import second_copies, synced_by
from companion.system import here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.storage.vault.backups import Backups
    from companion.storage.vault.header import Header
    from companion.storage.vault.place import Place


def facts_of(place: Place, backups: Backups) -> Facts:
    """Look at a notebook's files; nothing is opened, changed or locked."""
    folder = place.folder
    state, header = _header(place)
    alone = here.alone_within(folder) if folder.exists() else {}
    files = tuple(_files(folder, alone))
    return Facts(
        folder=folder,
        folder_mode=here.mode_of(folder),
        folder_access=_access(alone.get(folder)),
        files=files,
        header=state,
        slots=tuple(
            KeySlot(
                slot.kind.value,
                slot.profile.memory_kib,
                slot.profile.iterations,
                slot.profile.lanes,
            )
            for slot in (header.slots if header else ())
        ),
        backups=backups.listed(),
        synced_by=synced_by(folder),
        copies=second_copies(folder),
        card=next((one.name for one in files if one.name == names.CARD), ""),
    )


def _header(place: Place) -> tuple[State, Header | None]:
    try:
        return State.WHOLE, place.read_header()
    except CompanionError:
        return (State.DAMAGED if place.header.exists() else State.MISSING), None


def _files(folder: Path, alone: dict[Path, bool]) -> Iterator[FileFact]:
    with suppress(OSError):
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                name = file.relative_to(folder).as_posix()
                yield FileFact(
                    name, file.stat().st_size, here.mode_of(file), _access(alone.get(file))
                )


def _access(alone: bool | None) -> Access:  # noqa: FBT001  an answer, and no switch
    if alone is None:
        return Access.UNKNOWN
    return Access.OWNER if alone else Access.OTHERS
