"""Who may open a file on Windows: its access list, by Windows's own `icacls`.

`icacls` is part of every Windows; it prints names in the language of the system, but saves
lists in a form that is the same everywhere (SDDL). That is what is read here.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[[str, list[str]], str | None]

_SID = re.compile(r"S-1-\d+(?:-\d+)+")
_LIST = re.compile(r"D:(?P<flags>[A-Z_]*)(?P<entries>(?:\([^()]*\))*)(?:S:.*)?")
_ENTRY = re.compile(r"\(([^;()]*);([^;()]*);[^;()]*;[^;()]*;[^;()]*;([^;()]*)[^()]*\)")
_TRUSTED = {
    "SY",  # the system itself
    "BA",  # administrators, who can open everything in any case
    "OW",  # the owner
    "CO",  # whoever makes a file in it
    "S-1-5-18",
    "S-1-5-32-544",
    "S-1-3-4",
    "S-1-3-0",
}
_SHORT = {"500": "LA", "501": "LG"}  # accounts that every Windows has are written shorter
_LONGEST = 20.0  # seconds for a program that takes one in earnest


def close_to_others(path: Path, run: Run | None = None) -> None:
    """Close a file, or a folder with all that comes into it, to everyone but its owner.

    Best effort, as far as the disk has access lists: `alone` says what became of it.

    Args:
        path: It has to be there.
        run: Runs a program of Windows with its arguments; gives what it printed, or none if
            that failed.
    """
    run = run or _run
    if alone(path, run):
        return
    own = _own_sid(run)
    if own is None:
        return
    inherited = "(OI)(CI)" if path.is_dir() else ""
    # In this order the owner is never shut out, wherever it is cut off.
    for change in (
        ["/reset"],
        ["/grant:r", f"*{own}:{inherited}F"],
        ["/inheritance:r"],
    ):
        if run("icacls", [str(path), *change, "/q"]) is None:
            return


def alone(path: Path, run: Run | None = None) -> bool | None:
    """Whether only its owner can reach a file or folder; none: that can't be seen.

    Args:
        path: The file or folder.
        run: As for `close_to_others`.
    """
    return next(iter(_lists(path, run or _run, within=False).values()), None)


def alone_within(folder: Path, run: Run | None = None) -> dict[Path, bool]:
    """Whether only their owner can reach a folder and each file in it, as far as can be seen.

    Args:
        folder: The folder.
        run: As for `close_to_others`.
    """
    return _lists(folder, run or _run, within=True)


def shuts_others_out(sddl: str, own: str) -> bool | None:
    """Whether an access list lets in nobody but one account and the system's keepers.

    Args:
        sddl: The list in Windows's own notation.
        own: The account's number (SID).

    Returns:
        None where there is no list to read.
    """
    found = _LIST.fullmatch(sddl.strip())
    if found is None:
        return None
    if "NO_ACCESS_CONTROL" in found["flags"]:
        return False
    allowed = {who for kind, _, who in _ENTRY.findall(found["entries"]) if "A" in kind}
    return allowed <= _TRUSTED | {own, _SHORT.get(own.rpartition("-")[2], own)}


def _lists(path: Path, run: Run, *, within: bool) -> dict[Path, bool]:
    from pathlib import Path as Named
    from tempfile import TemporaryDirectory

    own = _own_sid(run)
    if own is None:
        return {}
    with suppress(OSError, UnicodeError), TemporaryDirectory(ignore_cleanup_errors=True) as place:
        saved = Named(place, "lists")
        every = ["/t", "/c"] if within else []
        if run("icacls", [str(path), "/save", str(saved), *every, "/q"]) is None:
            return {}
        lines = saved.read_bytes().decode("utf-16-le").lstrip("\ufeff").splitlines()
        # A name, its list, the next name; the names begin with the folder's own.
        pairs = zip(lines[::2], lines[1::2], strict=False)
        seen = {
            path.parent.joinpath(*name.split("\\")): shuts_others_out(sddl, own)
            for name, sddl in pairs
        }
        return {one: shut for one, shut in seen.items() if shut is not None}
    return {}


def _own_sid(run: Run) -> str | None:
    """The number of the account that companion runs under."""
    said = run("whoami", ["/user", "/nh"])
    found = _SID.findall(said or "")
    return found[-1] if found else None


@cache
def _remembered(program: str, arguments: tuple[str, ...]) -> str | None:
    return _asked(program, list(arguments))


def _run(program: str, arguments: list[str]) -> str | None:
    # Who one is does not change while companion runs.
    if program == "whoami":
        return _remembered(program, tuple(arguments))
    return _asked(program, arguments)


def _asked(program: str, arguments: list[str]) -> str | None:
    import subprocess

    # From Windows's own folder: a file of that name in this one is somebody else's.
    place = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32")  # noqa: PTH118
    try:
        done = subprocess.run(  # noqa: S603  Windows's own program
            [os.path.join(place, f"{program}.exe"), *arguments],  # noqa: PTH118
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_LONGEST,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("ascii", "replace") if done.returncode == 0 else None
