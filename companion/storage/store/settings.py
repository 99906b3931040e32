"""Private settings as rows of the encrypted database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.storage.store.schema import SETTINGS

if TYPE_CHECKING:
    from companion.storage.store.engine import Database


class SettingRepository:
    """Keeps settings; fits `SettingStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def get(self, name: str) -> str:
        """A setting's value, or the empty string."""
        query = select(SETTINGS.c.value).where(SETTINGS.c.name == name)
        with self._database.reading() as connection:
            return str(connection.execute(query).scalar() or "")

    def put(self, name: str, value: str) -> None:
        """Keep a setting's value."""
        row = {"name": name, "value": value}
        kept = upsert(SETTINGS).values(row)
        with self._database.writing() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_=row))

    def beginning(self, prefix: str) -> dict[str, str]:
        """The settings whose names begin so, by name."""
        named = SETTINGS.c.name.startswith(prefix, autoescape=True)
        query = select(SETTINGS).where(named).order_by(SETTINGS.c.name)
        with self._database.reading() as connection:
            # LIKE takes capital letters for small ones; a name does not.
            rows = connection.execute(query).all()
        return {row.name: row.value for row in rows if row.name.startswith(prefix)}

    def remove(self, name: str) -> None:
        """Remove a setting for good; nothing happens if there is none."""
        with self._database.writing() as connection:
            connection.execute(delete(SETTINGS).where(SETTINGS.c.name == name))
