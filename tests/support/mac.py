"""A process that takes this machine for a Mac, as far as Python's standard library shows it.

What is simulated: `sys.platform`; the one call that reaches a disk there; the clocks; what
only Linux has is gone. What is not: its file system, its terminal, and everything in ctypes.
"""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module

from support.windows import OTHERS

LINUX_NAMES = ("posix_fallocate", "posix_fadvise", "sched_getaffinity", "fdatasync", "O_DSYNC")
FULL_SYNC = 51


def become_mac() -> list[int]:
    """Take this machine for a Mac from now on; gives the handles that are synced in full."""
    import fcntl

    if any(name.startswith("companion.") for name in sys.modules):
        msg = "companion would have seen the other system"
        raise RuntimeError(msg)
    for name in OTHERS:
        import_module(name)
    reached: list[int] = []
    before = fcntl.fcntl

    def known(handle: int, command: int, argument: int = 0) -> int:
        if command != FULL_SYNC:
            return before(handle, command, argument)
        os.fstat(handle)  # it has to be open
        reached.append(handle)
        return 0

    fcntl.F_FULLFSYNC = FULL_SYNC  # type: ignore[attr-defined]
    fcntl.fcntl = known  # type: ignore[assignment]
    del time.CLOCK_BOOTTIME
    time.CLOCK_MONOTONIC_RAW = time.CLOCK_UPTIME_RAW = time.CLOCK_MONOTONIC  # type: ignore[misc]
    for name in LINUX_NAMES:
        if hasattr(os, name):
            delattr(os, name)
    sys.platform = "darwin"
    return reached
