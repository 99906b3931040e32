"""What is true of a notebook's files: for whoever wants to know, before trusting them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path


class State(StrEnum):
    """What reading a part of a notebook showed."""

    WHOLE = "whole"
    """As it was written."""
    DAMAGED = "damaged"
    """Not as it was written."""
    OTHER_KEY = "other-key"
    """Whole as a file, and locked with another key: from before a renewal, say."""
    MISSING = "missing"
    """Not there."""


class Verdict(NamedTuple):
    """What was found of one part."""

    part: str
    """The file, relative to the notebook's folder."""
    state: State
    """What reading it showed."""


class Outcome(StrEnum):
    """What reading all parts of a notebook comes to."""

    GOOD = "good"
    """All of it is as it was written."""
    BAD_BACKUP = "bad_backup"
    """The notebook is whole, and a backup is not."""
    BAD = "bad"
    """Part of the notebook itself is not as it was written."""


def outcome(verdicts: Iterable[Verdict]) -> Outcome:
    """What the verdicts on all parts come to."""
    damaged = [one.part for one in verdicts if one.state is State.DAMAGED]
    if not damaged:
        return Outcome.GOOD
    in_backups = all(part.startswith("backups/") for part in damaged)
    return Outcome.BAD_BACKUP if in_backups else Outcome.BAD


class BackupFile(NamedTuple):
    """A backup in the notebook's own folder."""

    file: Path
    """Where it is."""
    made_at: datetime
    """When it was made (aware, UTC)."""
    size: int
    """Its length in bytes."""


class KeySlot(NamedTuple):
    """What is known of a key slot without opening it."""

    kind: str
    """What opens it: `passphrase` or `recovery`."""
    memory_kib: int
    """What one guess costs: memory in KiB."""
    iterations: int
    """What one guess costs: passes over that memory."""
    lanes: int
    """What one guess costs: lanes side by side."""


class Access(StrEnum):
    """Who can reach a file, besides those who keep the machine and can reach them all."""

    OWNER = "owner"
    """Its owner alone."""
    OTHERS = "others"
    """Others on this machine as well."""
    UNKNOWN = "unknown"
    """The system does not say."""


class FileFact(NamedTuple):
    """A file of the notebook as the system shows it."""

    name: str
    """Relative to the notebook's folder."""
    size: int
    """In bytes."""
    mode: int
    """The permission bits; 0 where the system has none."""
    access: Access
    """Who can reach it."""


class Facts(NamedTuple):
    """Everything that can be said about a notebook without its key."""

    folder: Path
    """Where it is."""
    folder_mode: int
    """The folder's permission bits; 0 where the system has none."""
    folder_access: Access
    """Who can reach the folder."""
    files: tuple[FileFact, ...]
    """Every file in it, those of the backups included."""
    header: State
    """Whether the header is whole."""
    slots: tuple[KeySlot, ...]
    """The key slots, where the header is whole."""
    backups: tuple[BackupFile, ...]
    """The backups in the folder, the newest first."""
    synced_by: str
    """What keeps the folder in step with other places; empty: nothing that is known."""
    copies: tuple[str, ...]
    """Files that look like a second copy of the notebook's own."""
    card: str = ""
    """The name of the open card, which everyone at this machine can read; empty: none."""


class Process(NamedTuple):
    """What is true of the running program, and of its code."""

    no_core_dumps: bool = False
    """A crash writes no image of the memory to disk."""
    not_dumpable: bool = False
    """Other programs of the same person can't read its memory."""
    out_of_swap: bool = False
    """An open notebook's key is not written to the swap file."""
    network_modules: tuple[str, ...] = ()
    """Modules that could reach another machine and are imported; there should be none."""
    sqlcipher: str = ""
    """The version of what encrypts the database."""


class NoticeKind(StrEnum):
    """Something worth a sentence when a notebook was opened."""

    SYNCED = "synced"
    """The folder is kept in step with other places. `detail`: by what."""
    ELSEWHERE = "elsewhere"
    """It was opened on another machine, and not shut there, as far as can be seen here."""
    COPY = "copy"
    """There is a second copy of a file. `detail`: its name."""
    BACKUP_FAILED = "backup-failed"
    """The day's backup could not be made."""


class Notice(NamedTuple):
    """Something worth a sentence when a notebook was opened."""

    kind: NoticeKind
    """What it is."""
    detail: str = ""
    """A name that fills the sentence's gap."""


class Restorable(NamedTuple):
    """A backup that was read whole and opened, and is not in any place yet."""

    file: Path
    """The backup."""
    made_at: datetime
    """When the file was written (aware, UTC)."""
    entries: int
    """How many entries are in it."""
    latest: datetime | None
    """The moment its latest entry was begun (aware, UTC); none: it has no entry."""
    same_notebook: bool | None
    """Whether it is a backup of the notebook that is there; none: there is none, or
    its header can't be read."""
