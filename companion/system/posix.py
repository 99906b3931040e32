"""Linux, macOS and their relatives. Where the two differ, the function says so."""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_OTHERS = 0o077
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600

Result = TypeVar("Result")


def take(handle: int) -> bool:
    """Lock an open file for this process alone, until it is closed or the process dies.

    Returns:
        Whether it was free.

    Raises:
        OSError: If the file's disk can't lock.
    """
    if sys.platform == "win32":
        raise OSError
    import fcntl

    # flock belongs to the open file and not to the process, so that a second
    # notebook in the same process is refused as well.
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def sync(handle: int) -> None:
    """Wait until what was written to an open file is on the disk itself.

    Raises:
        OSError: If the disk refuses.
    """
    if sys.platform == "darwin":
        import fcntl

        # There fsync leaves it in the disk's own memory, which a power cut empties. Disks
        # of a network don't know the other call.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk.

    Raises:
        OSError: If the disk refuses.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync(handle)
    finally:
        os.close(handle)


def patiently(
    work: Callable[[], Result],
    sleep: Callable[[float], None] = time.sleep,  # noqa: ARG001  Windows's pauses
) -> Result:
    """Rename or remove a file: here nothing that only reads it is in the way.

    Raises:
        OSError: If the disk refuses.
    """
    return work()


def close_to_others(path: Path) -> None:
    """Close a file or folder to everyone but its owner.

    Raises:
        OSError: If the disk refuses.
    """
    path.chmod(_FOLDER_MODE if path.is_dir() else _FILE_MODE)


def close_new(_path: Path) -> None:
    """Close what was made just now: here it was made closed, by the mode it was given."""


def mode_of(path: Path) -> int:
    """A file's permission bits; 0 where it is not there."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0


def alone(path: Path) -> bool | None:
    """Whether only its owner can reach a file or folder; none: that can't be seen."""
    try:
        return not stat.S_IMODE(path.stat().st_mode) & _OTHERS
    except OSError:
        return None


def alone_within(folder: Path) -> dict[Path, bool]:
    """Whether only their owner can reach a folder and each file in it, as far as can be seen."""
    try:
        inside = [folder, *folder.rglob("*")]
    except OSError:
        inside = [folder]
    found = {path: alone(path) for path in inside}
    return {path: seen for path, seen in found.items() if seen is not None}


def fit_for_a_name(name: str) -> bool:
    """Whether a file may have this name, apart from what the disk itself refuses."""
    return bool(name)


def hold_in_memory(buffer: bytearray, *, held: bool) -> bool:
    """Ask that a buffer is kept out of the swap file, or no longer. Never fails.

    Returns:
        Whether the system did it.
    """
    with suppress(ImportError, OSError, AttributeError, BufferError):
        import ctypes

        library = ctypes.CDLL(None)
        view = (ctypes.c_char * len(buffer)).from_buffer(buffer)
        call = library.mlock if held else library.munlock
        return bool(call(ctypes.byref(view), ctypes.c_size_t(len(buffer))) == 0)
    return False


def seconds_slept() -> float:
    """How many seconds the machine slept since it was started; 0 where that can't be told.

    It is the difference of two clocks, of which one stands still while the machine sleeps.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        awake = time.clock_gettime(time.CLOCK_UPTIME_RAW)
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW) - awake
    return 0.0


def on_console_closing(leave: Callable[[], None]) -> None:
    """Be called when the window closes: here a signal says it, and this does nothing."""
