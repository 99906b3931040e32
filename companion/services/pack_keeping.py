"""The packs of the open therapy, as they are kept inside the notebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from companion.domain.homework import KeptPack
from companion.domain.pack import kept_as
from companion.domain.pack_errors import (
    PackRefusedError,
    PackThereAlreadyError,
    UnknownPackError,
)
from companion.domain.setting_values import from_kept, kept_moment

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.domain.pack import Pack, PackReading
    from companion.services.ports.content import PackShelf
    from companion.services.ports.stores import SessionStore, SettingStore

_REMEMBERED = 64


class PackKeeping:
    """Keeps packs as the text they were written in, a private setting each.

    What is read back is judged anew: a notebook may hold what came in from elsewhere.
    """

    def __init__(
        self, settings: SettingStore, sessions: SessionStore, packs: PackShelf, clock: Clock
    ) -> None:
        """Take what it works with."""
        self._settings = settings
        self._sessions = sessions
        self._packs = packs
        self._clock = clock
        # Home asks at every look. What was read is forgotten with the open notebook.
        self._known: dict[str, Pack | None] = {}

    def kept(self) -> list[KeptPack]:
        """The packs of the open therapy, the earliest added first.

        What can't be read any more is left out; nothing of it is removed.
        """
        found = self._settings.beginning(self._name()).values()
        read = [one for one in map(self._read, found) if one is not None]
        return sorted(read, key=lambda one: (one.added_at, one.pack.id))

    def get(self, pack_id: str) -> KeptPack:
        """A pack of the open therapy.

        Raises:
            UnknownPackError: If there is none of that id.
        """
        for one in self.kept():
            if one.pack.id == pack_id:
                return one
        raise UnknownPackError(pack=pack_id)

    def add(self, reading: PackReading) -> KeptPack:
        """Keep a pack with the open therapy.

        Raises:
            PackRefusedError: If something in it has to be put right first.
            PackThereAlreadyError: If one of its id is there; it stays as it is.
            StorageError: If it could not be written.
        """
        if reading.pack is None:
            raise PackRefusedError(file="")
        if any(one.pack.id == reading.pack.id for one in self.kept()):
            raise PackThereAlreadyError(title=reading.pack.title)
        added = KeptPack(reading.pack, self._clock.now())
        self._write(added, reading.source)
        return added

    def put(self, kept: KeptPack) -> None:
        """Keep what became of a pack that is there.

        Raises:
            StorageError: If it could not be written.
        """
        source = _fields(self._settings.get(self._name(kept.pack.id))).get("source", "")
        self._write(kept, source)

    def remove(self, pack_id: str) -> None:
        """Take a pack out for good; nothing happens if there is none.

        Raises:
            StorageError: If it could not be written.
        """
        self._settings.remove(self._name(pack_id))

    def _name(self, pack_id: str = "") -> str:
        return kept_as(self._sessions.journey().id, pack_id)

    def _write(self, kept: KeptPack, source: str) -> None:
        value = {
            "source": source,
            "added_at": kept.added_at.isoformat(),
            "aside": kept.aside,
            "taken": dict(kept.taken),
            "left": sorted(kept.left),
        }
        self._settings.put(self._name(kept.pack.id), json.dumps(value, ensure_ascii=False))

    def _read(self, value: str) -> KeptPack | None:
        fields = _fields(value)
        try:
            pack = self._pack(fields["source"])
            return None if pack is None else _kept(pack, fields)
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
            return None

    def _pack(self, source: str) -> Pack | None:
        if source not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[source] = self._packs.read_kept(source).pack
        return self._known[source]


def _kept(pack: Pack, fields: dict[str, Any]) -> KeptPack:
    return KeptPack(
        pack=pack,
        added_at=kept_moment(fields["added_at"]),
        aside=fields.get("aside") is True,
        taken={str(one): str(entry) for one, entry in fields.get("taken", {}).items()},
        left=frozenset(map(str, fields.get("left", ()))),
    )


def _fields(value: str) -> dict[str, Any]:
    try:
        found = from_kept(value)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
