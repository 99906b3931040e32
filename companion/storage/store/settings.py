"""Private settings as rows of the encrypted database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
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
