"""A process that takes this machine for Windows, as far as Python's standard library shows it.

What is simulated: `sys.platform`; the modules and functions that Windows's Python lacks are
gone; `msvcrt` locks ranges of bytes for an open file, also against other processes; files have
no modes; an open file, and a folder with one in it, can't be renamed, replaced or removed; a
folder can't be opened, and what is open for reading can't be synced; the loop takes no
signals; `icacls` and `whoami` keep access lists that folders hand on to what is in them.

What is not: paths are still this machine's (`/`, and letters have a case), so is SQLite's own
way with files, the console, and everything in ctypes.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import struct
import sys
import time
import types
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.access_lists import Icacls

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec

OTHERS = (
    *("textual.app", "textual.widgets", "textual.pilot", "textual.command", "rich.console"),
    *("sqlalchemy.dialects.sqlite", "sqlcipher3.dbapi2", "cryptography.hazmat.primitives.kdf"),
    *("cryptography.hazmat.primitives.ciphers.aead", "platformdirs", "zxcvbn", "tomlkit"),
    *("typst", "pypdf", "subprocess", "shutil", "tempfile", "getpass", "ctypes", "uuid"),
    *("concurrent.futures", "importlib.resources", "zipfile", "webbrowser", "hypothesis"),
    *("textual.drivers.headless_driver", "textual.drivers.linux_driver", "multiprocessing.pool"),
)
"""What others wrote, which looks once, when it is imported, at where it is."""
POSIX_MODULES = frozenset(
    {"fcntl", "resource", "termios", "pwd", "grp", "tty", "pty", "curses", "readline", "syslog"}
)
"""What Python has on other systems alone."""
POSIX_NAMES = (
    *("geteuid", "getuid", "getegid", "getgid", "getgroups", "fchmod", "fchown", "chown", "lchown"),
    *("O_NOFOLLOW", "O_DIRECTORY", "O_CLOEXEC", "O_NONBLOCK", "O_SYNC", "O_DSYNC", "O_NOCTTY"),
    *("statvfs", "fstatvfs", "fork", "forkpty", "mkfifo", "mknod", "uname", "sync", "fdatasync"),
    *("posix_fallocate", "posix_fadvise", "sysconf", "pathconf", "getloadavg", "killpg", "setsid"),
    *("getpgid", "getpgrp", "nice", "openpty", "ttyname", "chroot", "sched_getaffinity"),
)
POSIX_SIGNALS = ("SIGHUP", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGUSR1", "SIGUSR2", "SIGKILL")
POSIX_CLOCKS = ("clock_gettime", "clock_gettime_ns", "CLOCK_BOOTTIME", "CLOCK_MONOTONIC", "tzset")


def become_windows() -> Icacls:
    """Take this machine for Windows from now on; nothing of ours may be imported yet."""
    if any(name.startswith("companion.") for name in sys.modules):
        msg = "companion would have seen the other system"
        raise RuntimeError(msg)
    for name in OTHERS:
        import_module(name)
    sys.modules["msvcrt"] = _msvcrt()
    lists = Icacls()
    _modes_like_windows()
    _names_like_windows(lists)
    _loop_like_windows()
    for name in POSIX_MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, _NotHere(POSIX_MODULES))
    for owner, names in ((os, POSIX_NAMES), (signal, POSIX_SIGNALS), (time, POSIX_CLOCKS)):
        for name in names:
            if hasattr(owner, name):
                delattr(owner, name)
    signal.SIGBREAK = 10  # type: ignore[misc,assignment]
    os.O_BINARY = 0  # type: ignore[attr-defined]
    shutil._use_fd_functions = False  # type: ignore[attr-defined]  # which need what was taken away
    sys.platform = "win32"
    access = import_module("companion.system.windows_access")
    access._asked = lists.run  # type: ignore[attr-defined]
    return lists


class _NotHere:
    """Finds that some modules are not there."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        del path, target
        if name.partition(".")[0] in self._names:
            msg = f"No module named {name!r} on this system"
            raise ModuleNotFoundError(msg, name=name)
        return None


def _msvcrt() -> types.ModuleType:
    import fcntl

    module: Any = types.ModuleType("msvcrt")
    module.LK_UNLCK, module.LK_LOCK, module.LK_NBLCK = 0, 1, 2

    def locking(handle: int, mode: int, count: int) -> None:
        """Lock a range from where the file stands, for the open file and not the process."""
        assert mode == module.LK_NBLCK
        at = os.lseek(handle, 0, os.SEEK_CUR)
        asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, at, count, 0)
        try:
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, asked)
        except BlockingIOError:
            raise PermissionError(13, "Permission denied") from None

    module.locking = locking
    return module  # type: ignore[no-any-return]


def _modes_like_windows() -> None:
    import fcntl

    open_file, make_folder, sync, is_folder = os.open, os.mkdir, os.fsync, os.path.isdir
    os.umask(0)

    def opened(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:  # noqa: ANN401
        del mode
        if "dir_fd" not in more and is_folder(path):
            raise PermissionError(13, "Permission denied", path)
        return open_file(path, flags, 0o666, **more)

    def synced(handle: int) -> None:
        if not fcntl.fcntl(handle, fcntl.F_GETFL) & (os.O_WRONLY | os.O_RDWR):
            raise OSError(9, "Bad file descriptor")
        sync(handle)

    os.open, os.fsync = opened, synced  # type: ignore[assignment]
    os.mkdir = lambda path, mode=0o777, **more: make_folder(path, mode | 0o777, **more)
    os.chmod = lambda *_, **__: None  # type: ignore[assignment]


def _names_like_windows(lists: Icacls) -> None:
    def unless_held(work: Callable[..., None], then: Callable[..., None]) -> Callable[..., None]:
        def done(*paths: Any, **more: Any) -> None:  # noqa: ANN401
            named = [Path(path) for path in paths if "dir_fd" not in more]
            if any(map(_held, named)):
                raise PermissionError(13, "The process cannot access the file")
            work(*paths, **more)
            then(*named)

        return done

    for name in ("rename", "replace"):
        setattr(os, name, unless_held(getattr(os, name), lists.moved))
    for name in ("unlink", "remove", "rmdir"):
        setattr(os, name, unless_held(getattr(os, name), lists.gone))
    link = os.link

    def linked(source: Any, target: Any) -> None:  # noqa: ANN401
        link(source, target)
        lists.also_called(Path(source), Path(target))

    os.link = linked  # type: ignore[assignment]


def _held(path: Path) -> bool:
    """Whether this process has a file open, or one within a folder."""
    whole = Path(os.path.realpath(path))
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if handle.readlink().is_relative_to(whole):
                return True
    return False


def _loop_like_windows() -> None:
    def refuse(*_: object) -> None:
        raise NotImplementedError

    asyncio.unix_events._UnixSelectorEventLoop.add_signal_handler = refuse  # type: ignore[assignment,misc]
