"""Preferences as a TOML file in the config folder, which people may edit."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from companion.domain.errors import StorageError
from companion.domain.preferences import NAMES
from companion.domain.settings_file import Fault, Understood, in_file, understood
from companion.storage.vault.files import make_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from companion.domain.preferences import Preferences

FILE_NAME = "settings.toml"
"""The file's name in the config folder."""
OLD_NAME = "preferences.json"
"""Where earlier versions kept it; read as long as there is no file of the new name."""
ASIDE = "settings-unread.toml"
"""The name that a file which is no TOML is given, before a new one takes its place."""
_MOST = 1 << 20  # bytes; more is no file that anybody wrote by hand
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # PowerShell's mark of UTF-16
_LINE = r"at line (\d+)"


class PreferencesFile:
    """Keeps the preferences in a file of their own. Nothing private is in it."""

    def __init__(self, folder: Path, say: Callable[[str], str] = lambda _: "") -> None:
        """Take the config folder; it need not exist, and nothing is read yet.

        Args:
            folder: The config folder.
            say: Gives the sentence that stands above each key, by the sentence's key.
        """
        self._folder = folder
        self._say = say

    @property
    def place(self) -> str:
        """Where the file is, or would be."""
        return str(self._folder / FILE_NAME)

    def load(self) -> Understood:
        """What was kept; defaults for what is missing or not valid, the latter told as faults."""
        try:
            said = tomllib.loads(self._text() or "") if self._is_there else self._carried()
            return understood(said)
        except (ValueError, RecursionError) as error:
            # A notebook must open whatever became of this file.
            line = re.search(_LINE, str(error))
            details: dict[str, str | int] = {"line": line.group(1) if line else "?", "aside": ASIDE}
            return Understood(faults=(Fault("", right="settings.right.file", details=details),))
        except OSError:
            return Understood(faults=(Fault("", right="settings.right.unread"),))

    def make(self) -> None:
        """Make the file with every key explained, unless it is there.

        Raises:
            StorageError: If it could not be written.
        """
        if not self._is_there:
            self.save(self.load().preferences, ())

    def save(self, preferences: Preferences, names: Collection[str]) -> None:
        """Keep some of the preferences, and with them all else that stands in the file.

        Args:
            preferences: What holds now.
            names: What has changed: names of preferences, `keys.home.note` for one of the keys.

        Raises:
            StorageError: If it could not be read or written; the file is as it was.
        """
        try:
            make_folder(self._folder)
            # Whoever keeps the file elsewhere and points to it here, keeps it there.
            write_whole((self._folder / FILE_NAME).resolve(), self._new(preferences, names))
        except OSError:
            raise StorageError from None
        with suppress(OSError):
            (self._folder / OLD_NAME).unlink(missing_ok=True)

    def _new(self, preferences: Preferences, names: Collection[str]) -> bytes:
        """The file's bytes as they shall be."""
        from companion.storage.settings_text import edited, fresh

        try:
            text = self._text()
            if text is not None:
                return edited(text, preferences, names, self._say).encode("utf-8")
        except (ValueError, RecursionError):
            self._set_aside()
        values = {name: in_file(name, preferences) for name in NAMES}
        return fresh(values, self._say).encode("utf-8")

    @property
    def _is_there(self) -> bool:
        file = self._folder / FILE_NAME
        return file.exists() or file.is_symlink()

    def _text(self) -> str | None:
        """What stands in the file; none where there is no file.

        Raises:
            OSError: If it can't be read.
            ValueError: If it is no text, or far too long.
        """
        try:
            with (self._folder / FILE_NAME).open("rb") as file:
                found = file.read(_MOST + 1)
        except FileNotFoundError:
            return None
        if len(found) > _MOST:
            raise ValueError
        return found.decode("utf-16" if found.startswith(_WIDE) else "utf-8-sig")

    def _carried(self) -> dict[str, Any]:
        """What an earlier version kept."""
        try:
            text = (self._folder / OLD_NAME).read_text(encoding="utf-8")
            import json  # where there is something to read: it is slow for a first start

            found = json.loads(text)
        except (OSError, ValueError, RecursionError):
            return {}
        # It wrote sense or nothing: there is no one to be told otherwise.
        table = found if isinstance(found, dict) else {}
        known = {name: table[name] for name in NAMES if name in table}
        wrong = {fault.name for fault in understood(known).faults}
        return {name: value for name, value in known.items() if name not in wrong}

    def _set_aside(self) -> None:
        """Give the file another name: what is in it is the person's own."""
        file, aside = self._folder / FILE_NAME, self._folder / ASIDE
        number = 1
        while aside.exists():
            number += 1
            aside = self._folder / ASIDE.replace(".", f"-{number}.")
        file.replace(aside)
