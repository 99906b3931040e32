"""What the process does so that its memory stays its own, as far as the system lets it."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass

_SET_DUMPABLE = 4  # prctl's PR_SET_DUMPABLE
_GET_DUMPABLE = 3  # prctl's PR_GET_DUMPABLE
_ARENA_MAX = -8  # mallopt's M_ARENA_MAX


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
    _of_c("prctl", _SET_DUMPABLE, 0, 0, 0, 0)
    # A heap for each thread would keep what is free in it to itself, and Python's threads take
    # turns anyway.
    _of_c("mallopt", _ARENA_MAX, 1)


def give_back() -> None:
    """Hand what memory is free to the system, which empties it. Never fails.

    What was freed keeps what was written in it until something else is written there: what
    lay on the screens, say, after the notebook is locked. Only Linux can be asked for it.
    """
    _of_c("malloc_trim", 0)


def hardening() -> Hardening:
    """What holds for this process now."""
    return Hardening(_core_limit() == 0, _of_c("prctl", _GET_DUMPABLE, 0, 0, 0, 0) == 0)


def _core_limit() -> int | None:
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0]


def _of_c(name: str, *arguments: int) -> int | None:
    """A function of Linux's C library, or none where there is none of that name."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        return int(getattr(ctypes.CDLL(None), name)(*arguments))
    except (ImportError, OSError, AttributeError):
        return None
