"""Whether a sync program keeps a folder in step with other places, and what copies that leaves.

The names of folders, marker files and conflict copies are those the programs document.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from companion.storage.vault import names

if TYPE_CHECKING:
    from pathlib import Path

_FOLDERS = (
    (re.compile(r"dropbox( \(.+\)|-.+)?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"onedrive( - .+|-.+)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"mobile documents|com~apple~clouddocs|icloud ?drive", re.IGNORECASE), "iCloud"),
    (
        # Its folder is called by a name in the person's language.
        re.compile(
            r"google ?drive|googledrive-.+|(my|mon|il mio) drive|mi unidad|meine ablage",
            re.IGNORECASE,
        ),
        "Google Drive",
    ),
    (re.compile(r"nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"owncloud\d*", re.IGNORECASE), "ownCloud"),
    (re.compile(r"pcloud ?(drive|sync)?", re.IGNORECASE), "pCloud"),
    (re.compile(r"MEGA( Limited|sync)?|MEGAsync"), "MEGA"),
    (re.compile(r"Box( Sync|-Box)?"), "Box"),
    (re.compile(r"seafile|seadrive", re.IGNORECASE), "Seafile"),
    (re.compile(r"yandex\.disk|yandexdisk", re.IGNORECASE), "Yandex Disk"),
    (re.compile(r"tresorit|my tresors", re.IGNORECASE), "Tresorit"),
    (re.compile(r"proton ?drive.*", re.IGNORECASE), "Proton Drive"),
    (re.compile(r"syncthing", re.IGNORECASE), "Syncthing"),
)
_MARKERS = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".sync_root.lock", "OneDrive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tresorit", "Tresorit"),
)
_OURS = (names.HEADER, names.DATABASE, names.JOURNAL, names.CARD)
_COPY = re.compile(r"(keys|notebook).+\.(json|db|db-journal)|card[ ._(~-].*\.txt", re.IGNORECASE)


def synced_by(folder: Path) -> str:
    """What keeps a folder in step with other places; empty: nothing that is known here.

    Args:
        folder: An absolute path; it need not be there.
    """
    for one in (folder, *folder.parents):
        for marker, program in _MARKERS:
            with suppress(OSError):
                if (one / marker).exists():
                    return program
        for pattern, program in _FOLDERS:
            if pattern.fullmatch(one.name):
                return program
    return ""


def second_copies(folder: Path) -> tuple[str, ...]:
    """Files in a notebook's folder that look like a second copy of one of its own.

    Two machines that change the same file at once make one; which of the two keeps the
    file's own name is chance.
    """
    try:
        found = sorted(file.name for file in folder.iterdir())
    except OSError:
        return ()
    return tuple(name for name in found if name not in _OURS and _COPY.fullmatch(name))
