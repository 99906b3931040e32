"""The reflections there are: companion's own, and those that came as homework."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.errors import UnknownPathError

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.path import ReflectionPath
    from companion.services.pack_keeping import PackKeeping
    from companion.services.ports.content import Shelf


class PackedShelf:
    """Companion's own reflections, and those of the open therapy's packs; fits `Shelf`."""

    def __init__(self, shelf: Shelf, packs: Callable[[], PackKeeping]) -> None:
        """Take both; the packs once they are asked for, which a free line does not."""
        self._shelf = shelf
        self._packs = packs

    def path(self, path_id: str) -> ReflectionPath:
        """The path of that id; of a pack set aside, too: what was begun can be gone on with.

        Raises:
            UnknownPathError: If there is none.
        """
        try:
            return self._shelf.path(path_id)
        except UnknownPathError:
            for kept in self._packs().kept():
                for path in kept.pack.paths:
                    if path.id == path_id:
                        return replace(path, pack=kept.pack.title)
            raise

    def paths(self) -> tuple[ReflectionPath, ...]:
        """Every path, in the order to offer them: those of packs after companion's own."""
        packed = (
            replace(path, pack=kept.pack.title)
            for kept in self._packs().kept()
            if not kept.aside
            for path in kept.pack.paths
        )
        return (*self._shelf.paths(), *packed)
