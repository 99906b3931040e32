"""The reflections there are, read when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from companion.catalog.files import FALLBACK, names, shipped
from companion.catalog.loader import FRAME, load_order, load_path
from companion.domain.errors import UnknownPathError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from companion.domain.path import ReflectionPath


class Bookshelf:
    """Every path, in one language."""

    def __init__(self, language: str = FALLBACK, root: Traversable | None = None) -> None:
        """Take the language; nothing is read yet.

        Args:
            language: The language's code.
            root: The content folder; none: what companion ships with.
        """
        self._language = language
        self._root = root if root is not None else shipped()

    def path(self, path_id: str) -> ReflectionPath:
        """The path of that id.

        Raises:
            UnknownPathError: If there is none.
            ContentError: If its files make no sense.
        """
        for path in self.paths():
            if path.id == path_id:
                return path
        raise UnknownPathError(path=path_id)

    def paths(self) -> tuple[ReflectionPath, ...]:
        """Every path, in the order to offer them."""
        return self._paths

    @cached_property
    def _paths(self) -> tuple[ReflectionPath, ...]:
        folder = self._root / "paths"
        order = {name: load_order(self._root, name) for name in names(folder) if name != FRAME}
        ids = sorted(order, key=lambda name: (order[name], name))
        return tuple(load_path(self._root, path_id, self._language) for path_id in ids)
