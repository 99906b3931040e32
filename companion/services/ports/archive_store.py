"""What the services need to know about everything at once: taking it out, bringing it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.archive import Archive


class ArchiveStore(Protocol):
    """Everything at once, on its way out or in.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def everything(self) -> Archive:
        """Everything that is kept; its reflections are read one after the other, once."""

    def known(self, reflection_ids: Iterable[str]) -> set[str]:
        """Those ids that stand for an entry already."""

    def bring_in(self, archive: Archive) -> None:
        """Keep everything that is not there yet, all of it or nothing.

        Entries, sessions and pages that are there already stay as they are. Where the
        notebook's own journey is still empty, the latest that comes in takes its place.
        Entries without a journey belong to the open one.

        Raises:
            StorageError: If it could not be written.
        """
