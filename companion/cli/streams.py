"""The process's own streams, so that no letter of any system stops companion."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from companion.plain.terminal import Streams

_SAID_BY_HAND = "PYTHONIOENCODING"
"""The environment's name for an encoding that the person chose; it is left as it is."""


def own_streams() -> Streams:
    """Where lines come from and go to."""
    import shutil

    _read_any_text(sys.stdin)
    for stream in (sys.stdout, sys.stderr):
        _write_any_letter(stream)
    width = shutil.get_terminal_size().columns
    return Streams(sys.stdin, sys.stdout, sys.stderr, hidden=_hidden, width=width)


def _read_any_text(stream: object) -> None:
    if not isinstance(stream, TextIOWrapper):
        return
    if stream.isatty() or _SAID_BY_HAND in os.environ:
        stream.reconfigure(errors="replace")
        return
    # What is piped in was written by some program: Windows's Notepad and PowerShell begin
    # it with a mark, and older ones write in the system's own encoding.
    from companion.domain.encodings import BY_ITS_MARK, ELSE_THE_SYSTEMS

    stream.reconfigure(encoding=BY_ITS_MARK, errors=ELSE_THE_SYSTEMS)


def _write_any_letter(stream: object) -> None:
    if not isinstance(stream, TextIOWrapper):
        return
    # Letters that a terminal's encoding lacks are shown with a sign in their place.
    stream.reconfigure(errors="replace")
    # Into a file every letter goes, on every system: Windows would write that in an encoding
    # of its own, and other line ends.
    if sys.platform == "win32" and not stream.isatty() and _SAID_BY_HAND not in os.environ:
        stream.reconfigure(encoding="utf-8", newline="\n")


def _hidden(question: str) -> str:
    from getpass import getpass

    return getpass(question)
