"""A pseudo-terminal with a program in it, driven and watched from outside."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE = 60.0
"""Seconds after which something that never comes is given up."""
_STILL = 0.15  # seconds without a byte after which a screen is painted
_GLANCE = 0.02  # seconds between two looks at whether it has ended
_CODES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_TICKS = os.sysconf("SC_CLK_TCK")


class Terminal:
    """Runs a program in a terminal of 80 by 24 of its own."""

    def __init__(
        self,
        argv: Sequence[str],
        environment: Mapping[str, str],
        term: str = "xterm-256color",
    ) -> None:
        """Start it.

        Args:
            argv: The program and its arguments.
            environment: Its surroundings; the terminal's own are added.
            term: What the terminal says it is.
        """
        self.began = monotonic()
        self.pid, self._end = pty.fork()
        if self.pid == 0:  # the program's side
            told = {**environment, "TERM": term, "COLORTERM": "truecolor"}
            os.execvpe(argv[0], list(argv), told)  # noqa: S606  our own program
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        with suppress(OSError):  # it has vanished already
            os.close(self._end)

    def vanish(self) -> None:
        """Be gone, as when a window is closed or a line is cut."""
        os.close(self._end)

    def ended(self) -> int:
        """Wait until the program has ended by itself.

        Returns:
            Its exit code.

        Raises:
            TimeoutError: If it does not.
        """
        end = monotonic() + PATIENCE
        while monotonic() < end:
            process, status = os.waitpid(self.pid, os.WNOHANG)
            if process:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            sleep(_GLANCE)
        msg = "the program did not end"
        raise TimeoutError(msg)

    def type(self, text: str) -> float:
        """Type something.

        Returns:
            When it was typed (monotonic seconds).
        """
        self.seen = b""
        at = monotonic()
        os.write(self._end, text.encode())
        return at

    def until(self, words: str) -> float:
        """Wait until some words are painted.

        Returns:
            When they were (monotonic seconds).

        Raises:
            TimeoutError: If they never are.
        """
        wanted, end = words.encode(), monotonic() + PATIENCE
        while wanted not in _CODES.sub(b"", self.seen):
            if monotonic() > end:
                msg = f"{words!r} was never painted"
                raise TimeoutError(msg)
            self._read(0.5)
        return monotonic()

    def answer(self) -> float:
        """Wait for the first byte that comes now.

        Returns:
            When it came (monotonic seconds).

        Raises:
            TimeoutError: If none does.
        """
        if not self._read(PATIENCE):
            msg = "nothing was painted"
            raise TimeoutError(msg)
        return monotonic()

    def rest(self) -> None:
        """Wait until nothing is painted any more."""
        while self._read(_STILL):
            pass

    def processor(self) -> float:
        """The seconds of processor it has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
        return sum(map(int, fields.split()[11:13])) / _TICKS

    def memory(self) -> float:
        """The memory it holds now, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(next(row for row in status.splitlines() if "VmRSS" in row).split()[1]) / 1024

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._end], [], [], seconds)[0]:
            return b""
        try:
            read = os.read(self._end, 65536)
        except OSError:  # the program has ended
            read = b""
        self.seen += read
        return read
