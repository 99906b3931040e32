"""What a program did to files, read from its system calls, and what a power cut may leave.

The model is unkind: what was written to a file is only sure once that file was synced,
and a name (made, changed, removed) once its folder was. Until then writes may be kept,
dropped, torn at a sector or reordered; names may be kept in the order they were given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

SECTOR = 512
"""What a disk writes whole, in bytes."""
CALLS = (
    "openat,open,creat,write,pwrite64,ftruncate,truncate,fsync,fdatasync,rename,renameat,"
    "renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,lseek,link,linkat,sendfile,copy_file_range"
)
"""The system calls that are watched."""

_LINE = re.compile(r"^(\d+) +(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)(<[^>]*>)?", re.DOTALL)
_FILE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Did:
    """One thing that was done to files."""

    call: str
    """`write`, `cut`, `sync`, `make`, `folder`, `move`, `remove` or `ack`."""
    path: str
    """What it was done to, relative to the watched folder."""
    content: bytes = b""
    """For `write` and `ack`: the bytes."""
    place: int = 0
    """For `write`: where; for `cut`: the new length."""
    to: str = ""
    """For `move`: the new name."""


def read_trace(  # noqa: C901, PLR0912 - one table of system calls
    lines: Iterable[str], home: str, acks: str
) -> Iterator[Did]:
    """The things done below a folder, in order.

    Args:
        lines: What `strace -f -y -xx` wrote.
        home: The folder.
        acks: A file outside of it, to which the program writes what is done.
    """
    places: dict[str, int] = {}
    for call, arguments, result in _calls(lines):
        texts = [_plain(one) for one in _TEXT.findall(arguments)]
        names = [one.decode("utf-8", "replace") for one in texts]
        found = _FILE.match(arguments)
        file = _plain(found[2]).decode("utf-8", "replace") if found else ""
        handle = found[1] if found else ""
        match call:
            case "openat" | "open" | "creat":
                places[str(result)] = 0
                if _below(names[-1], home) and ("O_CREAT" in arguments or call == "creat"):
                    yield Did("make", _below(names[-1], home))
                if _below(names[-1], home) and "O_TRUNC" in arguments:
                    yield Did("cut", _below(names[-1], home))
            case "lseek":
                places[handle] = result
            case "write":
                place = places.get(handle, 0)
                places[handle] = place + result
                if file == acks:
                    yield Did("ack", "", texts[0][:result])
                elif _below(file, home):
                    yield Did("write", _below(file, home), texts[0][:result], place)
            case "pwrite64" if _below(file, home):
                place = int(arguments.rsplit(",", 1)[1])
                yield Did("write", _below(file, home), texts[0][:result], place)
            case "ftruncate" if _below(file, home):
                yield Did("cut", _below(file, home), place=int(arguments.rsplit(",", 1)[1]))
            case "fsync" | "fdatasync" if _below(file, home) or file == home:
                yield Did("sync", _below(file, home))
            case "rename" | "renameat" | "renameat2" if _below(names[0], home):
                yield Did("move", _below(names[0], home), to=_below(names[1], home))
            case "unlink" | "unlinkat" | "rmdir" if _below(names[-1], home):
                yield Did("remove", _below(names[-1], home))
            case "mkdir" | "mkdirat" if _below(names[-1], home):
                yield Did("folder", _below(names[-1], home))
            case "link" | "linkat" | "sendfile" | "copy_file_range" | "truncate":
                if home in arguments or any(_below(name, home) for name in names):
                    msg = f"the model does not know {call}"
                    raise NotImplementedError(msg)


def _calls(lines: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    waiting: dict[str, str] = {}
    for line in lines:
        found = _LINE.match(line.rstrip("\n"))
        if not found:
            continue
        process, text = found.groups()
        if text.endswith("<unfinished ...>"):
            waiting[process] = text.removesuffix("<unfinished ...>").rstrip()
            continue
        if text.startswith("<... "):
            text = waiting.pop(process, "") + text.partition("resumed>")[2]
        call = _CALL.match(text)
        if call and int(call[3]) >= 0:
            yield call[1], call[2], int(call[3])


def _plain(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _below(path: str, home: str) -> str:
    """A path relative to the folder; empty where it is not below it."""
    return path.removeprefix(f"{home}/") if path.startswith(f"{home}/") else ""


@dataclass(slots=True)
class _File:
    sure: bytes = b""
    pending: list[Did] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Kept:
    """Which of the pending things a power cut keeps."""

    names: float
    """How many of the pending names, in order: 0 (none) to 1 (all)."""
    writes: float
    """How likely each pending write is kept: 0 (none) to 1 (all)."""
    torn: bool = False
    """Whether one kept write is cut at a sector."""


ALL, NONE = Kept(1, 1), Kept(0, 0)


class Disk:
    """The files below a folder, and what of them is sure."""

    def __init__(self, files: dict[str, bytes], folders: Iterable[str]) -> None:
        """Begin with files and folders that are sure."""
        self._names: dict[str, _File | None] = dict.fromkeys(folders)
        self._names |= {name: _File(content) for name, content in files.items()}
        self._sure = dict(self._names)
        self._pending: list[tuple[Did, _File | None]] = []

    def do(self, did: Did) -> None:
        """Follow one thing that was done."""
        match did.call:
            case "write" | "cut":
                file = self._names.get(did.path)
                if file is not None:
                    file.pending.append(did)
            case "make" if did.path not in self._names:
                self._rename(did, _File())
            case "folder" if did.path not in self._names:
                self._rename(did, None)
            case "move" | "remove":
                self._rename(did, None)
            case "sync":
                self._sync(did.path)

    def after(self, kept: Kept, chance: random.Random) -> dict[str, bytes | None]:
        """Names and contents after a power cut now; a folder has no content."""
        names, pending = dict(self._sure), self._pending
        for did, file in pending[: round(len(pending) * kept.names)]:
            _apply(names, did, file)
        return {
            name: None if file is None else _content(file, kept, chance)
            for name, file in names.items()
        }

    def _rename(self, did: Did, file: _File | None) -> None:
        _apply(self._names, did, file)
        self._pending.append((did, file))

    def _sync(self, path: str) -> None:
        file = self._names.get(path)
        if file is not None:
            for did in file.pending:
                file.sure = _done(file.sure, did)
            file.pending.clear()
            return
        left = []
        for did, made in self._pending:
            if _folder(did.path) == path:
                _apply(self._sure, did, made)
            else:
                left.append((did, made))
        self._pending = left


class DeafDisk(Disk):
    """A disk that takes no notice of being asked to make things sure."""

    def _sync(self, path: str) -> None:
        del path


def _folder(path: str) -> str:
    found = str(PurePosixPath(path).parent)
    return "" if found == "." else found


def _apply(names: dict[str, _File | None], did: Did, file: _File | None) -> None:
    if did.call == "remove":
        names.pop(did.path, None)
    elif did.call == "move":
        inside = [name for name in names if name == did.path or name.startswith(f"{did.path}/")]
        for name in inside:
            names[did.to + name.removeprefix(did.path)] = names.pop(name)
    else:
        names.setdefault(did.path, file)


def _content(file: _File, kept: Kept, chance: random.Random) -> bytes:
    chosen = [did for did in file.pending if chance.random() < kept.writes]
    torn = chance.randrange(len(chosen)) if kept.torn and chosen else -1
    content = file.sure
    for place, did in enumerate(chosen):
        if place == torn and did.call == "write":
            sectors = chance.randrange(len(did.content) // SECTOR + 1)
            did = Did("write", did.path, did.content[: sectors * SECTOR], did.place)  # noqa: PLW2901 - the torn one
        content = _done(content, did)
    return content


def _done(content: bytes, did: Did) -> bytes:
    if did.call == "cut":
        return content[: did.place] + bytes(max(0, did.place - len(content)))
    if not did.content:
        return content
    filled = content + bytes(max(0, did.place - len(content)))
    return filled[: did.place] + did.content + filled[did.place + len(did.content) :]
