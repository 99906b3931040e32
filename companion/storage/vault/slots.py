"""Making the notebook's key, locking it into a slot, and getting it out again."""

from __future__ import annotations

import hmac
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.errors import DamagedNotebookError, WrongPassphraseError
from companion.storage.vault import header as form
from companion.storage.vault.header import Header, Slot, SlotKind
from companion.storage.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    derive,
    mac,
    unwrap,
    wrap,
)
from companion.storage.vault.names import HEADER

if TYPE_CHECKING:
    from companion.storage.vault.keys import KdfProfile, RandomBytes

_PURPOSE = b"companion header mac 1"


def new_header(
    passphrase: str, profile: KdfProfile, random_bytes: RandomBytes
) -> tuple[Header, bytes]:
    """A header for a new notebook, and the random key that its one slot holds.

    Args:
        passphrase: What will open it.
        profile: What one guess shall cost.
        random_bytes: Gives unguessable bytes.
    """
    key, notebook_id = random_bytes(KEY_BYTES), random_bytes(form.ID_BYTES)
    slot = _locked(key, notebook_id, passphrase, profile, random_bytes)
    header = Header(notebook_id, (slot,))
    return replace(header, mac=_mac(header, key)), key


def unlock(header: Header, passphrase: str) -> bytes:
    """The notebook's key.

    Args:
        header: A header that was found whole.
        passphrase: As typed.

    Raises:
        WrongPassphraseError: If it opens no slot.
        DamagedNotebookError: If it opens one, and the header was changed by someone else.
        StorageError: If there is not enough memory to try.
    """
    for slot in header.slots:
        if slot.kind is SlotKind.PASSPHRASE:
            key = _opened(header, slot, passphrase)
            if key is not None:
                if not hmac.compare_digest(_mac(header, key), header.mac):
                    raise DamagedNotebookError(part=HEADER)
                return key
    raise WrongPassphraseError


def _locked(
    key: bytes,
    notebook_id: bytes,
    passphrase: str,
    profile: KdfProfile,
    random_bytes: RandomBytes,
) -> Slot:
    salt, nonce = random_bytes(SALT_BYTES), random_bytes(NONCE_BYTES)
    tied = form.bound(notebook_id, SlotKind.PASSPHRASE, profile, salt)
    wrapped = wrap(key, derive(passphrase, salt, profile), nonce, tied)
    return Slot(SlotKind.PASSPHRASE, profile, salt, nonce, wrapped)


def _opened(header: Header, slot: Slot, passphrase: str) -> bytes | None:
    tied = form.bound(header.id, slot.kind, slot.profile, slot.salt)
    return unwrap(slot.wrapped, derive(passphrase, slot.salt, slot.profile), slot.nonce, tied)


def _mac(header: Header, key: bytes) -> bytes:
    return mac(key, header.id, _PURPOSE, form.signed(header))
