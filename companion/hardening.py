"""What the process does so that its memory stays its own, as far as the system lets it."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass

_SET_DUMPABLE = 4  # prctl's PR_SET_DUMPABLE
_GET_DUMPABLE = 3  # prctl's PR_GET_DUMPABLE


@dataclass(frozen=True, slots=True)
class Hardening:
    """What holds for this process now."""

    no_core_dumps: bool
    """A crash writes no image of the memory to disk."""
    not_dumpable: bool
    """Other programs of the same person can't read its memory."""


def harden() -> None:
    """Switch core dumps off, and refuse other programs a look at the memory. Never fails.

    Windows can be asked for neither, and macOS for the first alone: `hardening` says so.
    """
    if sys.platform == "win32":
        return
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _prctl(_SET_DUMPABLE, 0)


def hardening() -> Hardening:
    """What holds for this process now."""
    return Hardening(_core_limit() == 0, _prctl(_GET_DUMPABLE) == 0)


def _core_limit() -> int | None:
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0]


def _prctl(option: int, value: int = 0) -> int | None:
    """Linux's prctl(2), or none where there is none."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        return int(ctypes.CDLL(None).prctl(option, value, 0, 0, 0))
    except (ImportError, OSError, AttributeError):
        return None
