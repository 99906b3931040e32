"""What is set outside the notebook, as one small JSON file in the config folder."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from companion.domain.errors import StorageError
from companion.domain.preferences import DUSK, THEMES, Preferences
from companion.storage.vault.files import make_folder, write_whole

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "preferences.json"
"""The file's name in the config folder."""


class PreferencesFile:
    """Keeps the preferences in a file of their own. Nothing private is in it."""

    def __init__(self, folder: Path) -> None:
        """Take the config folder; it need not exist, and nothing is read yet."""
        self._folder = folder

    def load(self) -> Preferences:
        """What was kept; each thing that is missing or makes no sense is the default."""
        return _understood(self._read())

    def save(self, preferences: Preferences) -> None:
        """Keep the preferences, and with them whatever a newer version wrote beside them.

        Raises:
            StorageError: If the file could not be written; the one before is as it was.
        """
        text = json.dumps(self._read() | asdict(preferences), indent=2, sort_keys=True) + "\n"
        try:
            make_folder(self._folder)
            write_whole(self._folder / FILE_NAME, text.encode("ascii"))
        except OSError:
            raise StorageError from None

    def _read(self) -> dict[str, Any]:
        # A notebook must open whatever became of this file, so each way in which it can
        # be unreadable (bytes that are no text and nesting without end included) is none.
        try:
            found = json.loads((self._folder / FILE_NAME).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def _understood(found: dict[str, Any]) -> Preferences:
    theme = found.get("theme")
    return Preferences(
        theme=str(theme) if theme in THEMES else DUSK,
        language=_code(found.get("language")),
        country=_code(found.get("country")),
    )


def _code(value: object) -> str:
    """A code like `en`, `pt-BR` or `GB`; empty for anything else."""
    plain = isinstance(value, str) and value.isascii() and value.replace("-", "").isalnum()
    return str(value) if plain else ""
