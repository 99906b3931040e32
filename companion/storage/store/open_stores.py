"""What is kept in an open notebook, each part imported and made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.storage.store.archive import ArchiveRepository
    from companion.storage.store.drawer import DrawerRepository
    from companion.storage.store.engine import Database
    from companion.storage.store.movement import MovementRepository
    from companion.storage.store.pages import PageRepository
    from companion.storage.store.passages import PassageRepository
    from companion.storage.store.reflections import ReflectionRepository
    from companion.storage.store.sessions import SessionRepository
    from companion.storage.store.settings import SettingRepository
    from companion.storage.store.tags import TagRepository
    from companion.storage.store.undo import UndoRepository
    from companion.storage.store.way import WayRepository

PARTS = (
    "archive",
    "drawer",
    "movement",
    "pages",
    "passages",
    "reflections",
    "sessions",
    "settings",
    "tags",
    "undo",
    "way",
)
"""The modules of all of them."""


def import_all() -> None:
    """Import every part."""
    for name in PARTS:
        import_module(f"companion.storage.store.{name}")


class OpenStores:
    """An open notebook, as the services see it; fits `Stores`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    @cached_property
    def reflections(self) -> ReflectionRepository:
        """Where reflections are kept."""
        from companion.storage.store.reflections import ReflectionRepository

        return ReflectionRepository(self._database)

    @cached_property
    def sessions(self) -> SessionRepository:
        """Where journeys and sessions are kept."""
        from companion.storage.store.sessions import SessionRepository

        return SessionRepository(self._database)

    @cached_property
    def pages(self) -> PageRepository:
        """Where the ticked lines of each session's page are kept."""
        from companion.storage.store.pages import PageRepository

        return PageRepository(self._database)

    @cached_property
    def settings(self) -> SettingRepository:
        """Where private settings are kept."""
        from companion.storage.store.settings import SettingRepository

        return SettingRepository(self._database)

    @cached_property
    def archive(self) -> ArchiveRepository:
        """Everything at once."""
        from companion.storage.store.archive import ArchiveRepository

        return ArchiveRepository(self._database)

    @cached_property
    def drawer(self) -> DrawerRepository:
        """The Unsaid drawer and its ladder."""
        from companion.storage.store.drawer import DrawerRepository

        return DrawerRepository(self._database)

    @cached_property
    def tags(self) -> TagRepository:
        """The person's own tags."""
        from companion.storage.store.tags import TagRepository

        return TagRepository(self._database)

    @cached_property
    def undo(self) -> UndoRepository:
        """Holds things as they are, and puts them back as they were."""
        from companion.storage.store.undo import UndoRepository

        return UndoRepository(self._database)

    @cached_property
    def movement(self) -> MovementRepository:
        """What was chosen on the scales."""
        from companion.storage.store.movement import MovementRepository

        return MovementRepository(self._database)

    @cached_property
    def passages(self) -> PassageRepository:
        """What may be ticked for the book at the end."""
        from companion.storage.store.passages import PassageRepository

        return PassageRepository(self._database)

    @cached_property
    def way(self) -> WayRepository:
        """What stands on the way of a therapy."""
        from companion.storage.store.way import WayRepository

        return WayRepository(self._database)
