"""From a passphrase to a key, and one key locked with another."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    RandomBytes = Callable[[int], bytes]
    Timer = Callable[[], float]

KEY_BYTES = 32
"""The length of every key: 256 bits."""
SALT_BYTES = 16
"""The length of a slot's salt, as RFC 9106 recommends."""
NONCE_BYTES = 12
"""The length of an AES-GCM nonce; each is used once, under a key of its own."""
WRAPPED_BYTES = KEY_BYTES + 16
"""The length of a locked key: the key and AES-GCM's tag."""
AIM_SECONDS = 0.5
"""How long opening may take on the machine a notebook is made on."""


@dataclass(frozen=True, slots=True)
class KdfProfile:
    """What one guess at a passphrase costs, with Argon2id."""

    memory_kib: int
    """Memory in KiB."""
    iterations: int
    """Passes over the memory."""
    lanes: int
    """Lanes that may run side by side."""

    @property
    def allowed(self) -> bool:
        """Whether a real notebook may have it: from `FLOOR` to `CAP`."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CAP.memory_kib
            and FLOOR.iterations <= self.iterations <= CAP.iterations
            and FLOOR.lanes <= self.lanes <= CAP.lanes
        )


FLOOR = KdfProfile(memory_kib=64 * 1024, iterations=3, lanes=4)
"""The least a notebook asks for: RFC 9106's second choice."""
CAP = KdfProfile(memory_kib=1024 * 1024, iterations=64, lanes=16)
"""The most a header may ask for, so that a forged one can't exhaust the machine."""
MOST_MEMORY_KIB = 256 * 1024
"""The most memory a new notebook takes: it must open on a smaller machine, too."""
CHEAPEST = KdfProfile(memory_kib=8, iterations=1, lanes=1)
"""Takes no time at all. Only for tests: a vault refuses it unless told otherwise."""


def derive(passphrase: str, salt: bytes, profile: KdfProfile) -> bytes:
    """The key that a passphrase makes.

    Args:
        passphrase: As typed; composed first (NFC), so that keyboards don't matter.
        salt: The slot's salt.
        profile: What it costs.

    Raises:
        StorageError: If there is not enough memory for it.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=salt,
            length=KEY_BYTES,
            iterations=profile.iterations,
            lanes=profile.lanes,
            memory_cost=profile.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise StorageError from None


def calibrated(timer: Timer, aim: float = AIM_SECONDS) -> KdfProfile:
    """The profile that takes about so long on this machine, never less than `FLOOR`.

    Memory is raised first, because it is what costs an attacker most, then passes.

    Args:
        timer: A clock that only goes forward, in seconds.
        aim: How long it may take, in seconds (more than 0).
    """
    profile = FLOOR
    took = _timed(profile, timer)
    while took * 2 <= aim and profile.memory_kib * 2 <= MOST_MEMORY_KIB:
        profile = KdfProfile(profile.memory_kib * 2, profile.iterations, profile.lanes)
        took = _timed(profile, timer)
    passes = int(profile.iterations * aim / max(took, 0.001))
    passes = min(max(passes, FLOOR.iterations), CAP.iterations)
    return KdfProfile(profile.memory_kib, passes, profile.lanes)


def wrap(key: bytes, wrapping_key: bytes, nonce: bytes, bound: bytes) -> bytes:
    """Lock a key with another.

    Args:
        key: The key to lock.
        wrapping_key: The key that locks it.
        nonce: Fresh random bytes.
        bound: What is stored beside it and must be the same when it is unlocked.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(wrapping_key).encrypt(nonce, key, bound)


def unwrap(wrapped: bytes, wrapping_key: bytes, nonce: bytes, bound: bytes) -> bytes | None:
    """Unlock a key, or none if the other key is not the one that locked it."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrapping_key).decrypt(nonce, wrapped, bound)
    except InvalidTag:
        return None


def mac(key: bytes, salt: bytes, purpose: bytes, message: bytes) -> bytes:
    """A keyed checksum of a message (HMAC-SHA256), its key made from another with HKDF."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.hmac import HMAC
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    own = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(key)
    keyed = HMAC(own, SHA256())
    keyed.update(message)
    return keyed.finalize()


def _timed(profile: KdfProfile, timer: Timer) -> float:
    begun = timer()
    derive("", bytes(SALT_BYTES), profile)
    return timer() - begun
