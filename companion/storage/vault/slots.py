"""Making the notebook's key, locking it into key slots, and getting it out again."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.errors import (
    CutCodeError,
    DamagedNotebookError,
    MistypedCodeError,
    OtherCodeError,
    WrongPassphraseError,
)
from companion.domain.recovery_code import Slip, read_code
from companion.storage.vault import header as form
from companion.storage.vault.header import Header, Slot, SlotKind
from companion.storage.vault.keys import (
    FLOOR,
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


@dataclass(frozen=True, slots=True)
class Locksmith:
    """Makes key slots."""

    profile: KdfProfile
    """What one guess at a passphrase shall cost."""
    random_bytes: RandomBytes
    """Gives unguessable bytes."""

    def new_header(
        self, passphrase: str, code: str = "", notebook_id: bytes = b""
    ) -> tuple[Header, bytes]:
        """A header with a new random key, and that key.

        Args:
            passphrase: What will open it.
            code: The recovery code that will open it, too; empty: none.
            notebook_id: The notebook that gets it; empty: a new one.
        """
        key = self.random_bytes(KEY_BYTES)
        owner = notebook_id or self.random_bytes(form.ID_BYTES)
        header = self.with_slot(Header(owner, ()), key, SlotKind.PASSPHRASE, passphrase)
        if code:
            header = self.with_slot(header, key, SlotKind.RECOVERY, code)
        return header, key

    def with_slot(self, header: Header, key: bytes, kind: SlotKind, secret: str) -> Header:
        """The header with one new slot in the place of those of its kind.

        Args:
            header: The header as it is.
            key: The notebook's key.
            kind: What the new slot is opened with.
            secret: The passphrase, or the recovery code.
        """
        slot = self._locked(key, header.id, kind, secret)
        others = [one for one in header.slots if one.kind is not kind]
        in_order = sorted([*others, slot], key=lambda one: list(SlotKind).index(one.kind))
        slots = Header(header.id, tuple(in_order))
        return replace(slots, mac=header_mac(slots, key))

    def _locked(self, key: bytes, notebook_id: bytes, kind: SlotKind, secret: str) -> Slot:
        profile = self.profile
        if kind is SlotKind.RECOVERY and profile.allowed:
            profile = FLOOR  # nobody guesses 140 random bits, whatever a guess costs
        salt, nonce = self.random_bytes(SALT_BYTES), self.random_bytes(NONCE_BYTES)
        tied = form.bound(notebook_id, kind, profile, salt)
        wrapped = wrap(key, derive(_plain(kind, secret), salt, profile), nonce, tied)
        return Slot(kind, profile, salt, nonce, wrapped)


def unlock(header: Header, secret: str) -> bytes:
    """The notebook's key.

    Args:
        header: A header that was found whole.
        secret: As typed: the passphrase, or the recovery code.

    Raises:
        WrongPassphraseError: If it opens no slot; one of the kinds below it where it
            was meant as a recovery code.
        DamagedNotebookError: If it opens one, and the header was changed by someone else.
        StorageError: If there is not enough memory to try.
    """
    code = read_code(secret)
    if isinstance(code, str):
        key = _opened(header, SlotKind.RECOVERY, code)
        if key is not None:
            return key
    key = _opened(header, SlotKind.PASSPHRASE, secret)
    if key is not None:
        return key
    match code:
        case None:
            raise WrongPassphraseError
        case Slip(group=0):
            raise CutCodeError
        case Slip(group=group):
            raise MistypedCodeError(group=group)
    raise OtherCodeError


def fits(header: Header, key: bytes) -> bool:
    """Whether a header is one that someone with this key wrote."""
    return hmac.compare_digest(header_mac(header, key), header.mac)


def header_mac(header: Header, key: bytes) -> bytes:
    """The keyed checksum of everything in a header but itself."""
    return mac(key, header.id, _PURPOSE, form.signed(header))


def _opened(header: Header, kind: SlotKind, secret: str) -> bytes | None:
    for slot in header.slots:
        if slot.kind is kind:
            tied = form.bound(header.id, slot.kind, slot.profile, slot.salt)
            wrapping_key = derive(_plain(kind, secret), slot.salt, slot.profile)
            key = unwrap(slot.wrapped, wrapping_key, slot.nonce, tied)
            if key is not None:
                if not fits(header, key):
                    raise DamagedNotebookError(part=HEADER)
                return key
    return None


def _plain(kind: SlotKind, secret: str) -> str:
    # A code's symbols alone count, so that another way to write it opens the slot, too.
    return secret.replace("-", "") if kind is SlotKind.RECOVERY else secret
