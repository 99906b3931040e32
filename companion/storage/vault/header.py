"""The header, `keys.json`: how it is written, and read with suspicion.

The file is canonical JSON (sorted keys, no spaces, ASCII) and a line feed, byte for
byte. `checksum` is the SHA-256 of the canonical JSON of everything else, without a key:
it tells a bad sector from a wrong passphrase. `mac` is made with the notebook's own key.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from companion.domain.errors import DamagedNotebookError, NewerNotebookError
from companion.storage.vault.keys import (
    CHEAPEST,
    NONCE_BYTES,
    SALT_BYTES,
    WRAPPED_BYTES,
    KdfProfile,
)
from companion.storage.vault.names import HEADER

FORMAT = 1
"""The version of the header's format that this companion writes."""
ID_BYTES = 16
"""The length of a notebook's random id."""
MAC_BYTES = 32
"""The length of the header's keyed checksum."""
MOST_BYTES = 64 * 1024
"""A header is far smaller; of a longer file no more is read, and that is no header."""
MOST_SLOTS = 8
"""The most key slots a header has."""
_KDF = "argon2id"


class SlotKind(StrEnum):
    """What opens a key slot. Other kinds can be told apart, and skipped."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind of slot, no secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """The notebook's key, locked with a key made from something a person knows."""

    kind: SlotKind
    """What opens it."""
    profile: KdfProfile
    """What one guess costs."""
    salt: bytes
    """Random; makes equal passphrases give different keys."""
    nonce: bytes
    """Random; used for this slot alone."""
    wrapped: bytes
    """The locked key."""


@dataclass(frozen=True, slots=True)
class Header:
    """Everything outside the database that opening it takes."""

    id: bytes
    """The notebook's random id."""
    slots: tuple[Slot, ...]
    """One or more key slots."""
    mac: bytes = b""
    """The keyed checksum of all of the above."""


def canonical(value: object) -> bytes:
    """The one way to write a value as JSON, so that it can be compared and signed."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return text.encode("ascii")


def bound(notebook_id: bytes, kind: SlotKind, profile: KdfProfile, salt: bytes) -> bytes:
    """What a slot's lock is tied to: nothing of it can be swapped or weakened unnoticed."""
    return canonical(
        {
            "format": FORMAT,
            "id": notebook_id.hex(),
            "kind": kind.value,
            "kdf": _kdf_to_json(profile, salt),
        }
    )


def signed(header: Header) -> bytes:
    """What the header's MAC is made of: everything but the MAC and the checksum."""
    return canonical(_to_json(header))


def encode(header: Header) -> bytes:
    """The header as the bytes of its file."""
    content = _to_json(header) | {"mac": header.mac.hex()}
    return canonical(content | {"checksum": _checksum(content)}) + b"\n"


def decode(raw: bytes, *, allow_cheapest: bool = False) -> Header:
    """Read a header's file; every type and limit is checked, and no key is derived.

    Args:
        raw: The file's bytes.
        allow_cheapest: Accept the profile that exists for tests.

    Raises:
        DamagedNotebookError: If it is not what a companion wrote.
        NewerNotebookError: If it is whole, and a newer companion wrote it.
    """
    found = _parsed(raw)
    _require(_format_of(found) == FORMAT)
    header = Header(
        id=_bytes(found.get("id"), ID_BYTES),
        slots=_slots(found.get("slots"), allow_cheapest=allow_cheapest),
        mac=_bytes(found.get("mac"), MAC_BYTES),
    )
    _require(encode(header) == raw)  # nothing more, nothing twice, nothing written otherwise
    return header


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw.decode("ascii"))
        content: dict[str, Any] = dict(found) if isinstance(found, dict) else {}
        whole = content.pop("checksum", None) == _checksum(content)
    except (ValueError, RecursionError):
        raise DamagedNotebookError(part=HEADER) from None
    _require(whole)
    return content


def _format_of(found: dict[str, Any]) -> int:
    version = found.get("format")
    if type(version) is not int:
        raise DamagedNotebookError(part=HEADER)
    if version > FORMAT:
        raise NewerNotebookError
    return version


def _slots(found: object, *, allow_cheapest: bool) -> tuple[Slot, ...]:
    if not isinstance(found, list) or not 1 <= len(found) <= MOST_SLOTS:
        raise DamagedNotebookError(part=HEADER)
    return tuple(_slot(one, allow_cheapest=allow_cheapest) for one in found)


def _slot(found: object, *, allow_cheapest: bool) -> Slot:
    if not isinstance(found, dict) or not isinstance(found.get("kdf"), dict):
        raise DamagedNotebookError(part=HEADER)
    kdf = found["kdf"]
    _require(found.get("kind") in list(SlotKind) and kdf.get("name") == _KDF)
    profile = KdfProfile(
        memory_kib=_number(kdf.get("memory_kib")),
        iterations=_number(kdf.get("iterations")),
        lanes=_number(kdf.get("lanes")),
    )
    _require(profile.allowed or (allow_cheapest and profile == CHEAPEST))
    return Slot(
        kind=SlotKind(found["kind"]),
        profile=profile,
        salt=_bytes(kdf.get("salt"), SALT_BYTES),
        nonce=_bytes(found.get("nonce"), NONCE_BYTES),
        wrapped=_bytes(found.get("wrapped"), WRAPPED_BYTES),
    )


def _to_json(header: Header) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "id": header.id.hex(),
        "slots": [
            {
                "kind": slot.kind.value,
                "kdf": _kdf_to_json(slot.profile, slot.salt),
                "nonce": slot.nonce.hex(),
                "wrapped": slot.wrapped.hex(),
            }
            for slot in header.slots
        ],
    }


def _kdf_to_json(profile: KdfProfile, salt: bytes) -> dict[str, Any]:
    return {
        "name": _KDF,
        "memory_kib": profile.memory_kib,
        "iterations": profile.iterations,
        "lanes": profile.lanes,
        "salt": salt.hex(),
    }


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def _number(found: object) -> int:
    if type(found) is not int:
        raise DamagedNotebookError(part=HEADER)
    return found


def _bytes(found: object, length: int) -> bytes:
    # `encode` is compared with the file later, so that only lower-case digits pass.
    if not isinstance(found, str) or len(found) != length * 2:
        raise DamagedNotebookError(part=HEADER)
    try:
        return bytes.fromhex(found)
    except ValueError:
        raise DamagedNotebookError(part=HEADER) from None


def _require(whole: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
    if not whole:
        raise DamagedNotebookError(part=HEADER)
