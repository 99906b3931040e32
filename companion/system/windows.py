"""Windows: what it locks, refuses, remembers and calls by another name.

Nothing here needs Windows to be imported, so that it can be tried elsewhere, with stand-ins
for Windows's own modules.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from companion.system.windows_access import alone, alone_within, close_to_others
from companion.system.windows_names import fit_for_a_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = [
    "alone",
    "alone_within",
    "close_new",
    "close_to_others",
    "fit_for_a_name",
    "hold_in_memory",
    "mode_of",
    "on_console_closing",
    "patiently",
    "seconds_slept",
    "settle",
    "sync",
    "take",
]

LOCKED_AT = 1 << 30
"""Which byte is locked: far behind all that is in the file, for what is locked can't be read."""
PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between two tries to rename or remove what another program has open."""
_CLOSE, _LOG_OFF, _SHUT_DOWN = 2, 5, 6  # SetConsoleCtrlHandler's events
_LONGEST_GOODBYE = 4.0  # seconds; after five Windows ends the process
_TICKS = 10_000_000  # QueryUnbiasedInterruptTime's, a second

Result = TypeVar("Result")


def take(handle: int) -> bool:
    """Lock an open file for this process alone, until it is closed or the process dies.

    Returns:
        Whether it was free.

    Raises:
        OSError: If the file's disk can't lock.
    """
    if sys.platform != "win32":
        raise OSError
    import msvcrt

    os.lseek(handle, LOCKED_AT, os.SEEK_SET)
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except PermissionError:
        return False
    return True


def sync(handle: int) -> None:
    """Wait until what was written to an open file is on the disk itself.

    Raises:
        OSError: If the disk refuses.
    """
    os.fsync(handle)


def settle(_folder: Path) -> None:
    """Do nothing: Windows opens no folder, and writes names down with the files."""


def close_new(path: Path) -> None:
    """Close what was made just now, which no mode does here, to everyone but its owner."""
    close_to_others(path)


def mode_of(_path: Path) -> int:
    """A file's permission bits: 0, for there are none, and those that Python shows say nothing."""
    return 0


def patiently(
    work: Callable[[], Result],
    sleep: Callable[[float], None] = time.sleep,
) -> Result:
    """Rename or remove a file, again after a while if a virus scanner has it open.

    Args:
        work: What is tried; done once at most.
        sleep: Waits for so many seconds.

    Raises:
        OSError: If the disk refuses, or still does after the last try.
    """
    for pause in PAUSES:
        try:
            return work()
        except PermissionError:
            sleep(pause)
    return work()


def hold_in_memory(buffer: bytearray, *, held: bool) -> bool:
    """Ask that a buffer is kept out of the swap file, or no longer. Never fails.

    Returns:
        Whether the system did it.
    """
    with suppress(ImportError, OSError, AttributeError, BufferError):
        import ctypes

        kernel = _kernel()
        view = (ctypes.c_char * len(buffer)).from_buffer(buffer)
        call = kernel.VirtualLock if held else kernel.VirtualUnlock
        return bool(call(ctypes.byref(view), ctypes.c_size_t(len(buffer))))
    return False


def seconds_slept() -> float:
    """How many seconds the machine slept since it was started; 0 where that can't be told.

    It is the difference of two clocks, of which one stands still while the machine sleeps.
    """
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        kernel = _kernel()
        kernel.GetTickCount64.restype = ctypes.c_ulonglong
        awake = ctypes.c_ulonglong()
        if kernel.QueryUnbiasedInterruptTime(ctypes.byref(awake)):
            return float(kernel.GetTickCount64()) / 1000 - awake.value / _TICKS
    return 0.0


_handlers: list[object] = []  # what Windows calls must not be collected


def on_console_closing(leave: Callable[[], None]) -> None:
    """Be called, on a thread of Windows's own, when the window closes or the person logs off.

    Args:
        leave: Begins the leaving and returns. The process then has a few seconds to end
            before Windows ends it.
    """

    def closing(event: int) -> int:
        if event not in {_CLOSE, _LOG_OFF, _SHUT_DOWN}:
            return 0
        leave()
        time.sleep(_LONGEST_GOODBYE)
        return 1

    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        kernel = _kernel()
        make: Any = getattr(ctypes, "WINFUNCTYPE")  # noqa: B009  only Windows has it
        handler = make(ctypes.c_int, ctypes.c_uint)(closing)
        if kernel.SetConsoleCtrlHandler(handler, 1):
            _handlers.append(handler)


def _kernel() -> Any:  # noqa: ANN401  a library of the system, which has no types
    """Windows's own library.

    Raises:
        AttributeError: If this is not Windows.
        OSError: If it can't be loaded.
    """
    import ctypes

    load = getattr(ctypes, "WinDLL")  # noqa: B009  only Windows has it
    return load("kernel32")
