"""Where content lies, and reading it as TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FALLBACK = "en"
"""The language every sentence exists in."""


def shipped() -> Traversable:
    """The content that companion ships with.

    Found beside this package: `importlib.resources` would cost ten milliseconds.
    """
    return Path(__file__).parent.parent / "content"


def read(place: Traversable, name: str = "") -> dict[str, Any]:
    """A content file as TOML.

    Args:
        place: The file, or the folder that `name` begins in.
        name: The file below that folder (`en/paths/echo.toml`); problems name it so.

    Raises:
        ContentError: If it is not there, or is no TOML.
    """
    file = _below(place, name)
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(file=name or file.name, problem=type(error).__name__) from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file=name or file.name, problem=str(error)) from None


def read_if_there(place: Traversable, name: str = "") -> dict[str, Any]:
    """A content file as TOML; empty where there is none.

    Args:
        place: The file, or the folder that `name` begins in.
        name: The file below that folder; problems name it so.

    Raises:
        ContentError: If it is no TOML.
    """
    return read(place, name) if _below(place, name).is_file() else {}


def _below(place: Traversable, name: str) -> Traversable:
    return place.joinpath(*name.split("/")) if name else place


def languages(root: Traversable) -> list[str]:
    """The languages there are, by code."""
    return sorted(entry.name for entry in root.iterdir() if (entry / "ui").is_dir())


def names(folder: Traversable, ending: str = ".toml") -> list[str]:
    """The names of the files in a folder, without their ending, in order."""
    found = (entry.name for entry in folder.iterdir() if entry.name.endswith(ending))
    return sorted(name.removesuffix(ending) for name in found)
