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
    return parsed(as_it_lies(place, name), name or place.name)


def as_it_lies(place: Traversable, name: str = "") -> bytes:
    """What a content file holds.

    Args:
        place: The file, or the folder that `name` begins in.
        name: The file below that folder; problems name it so.

    Raises:
        ContentError: If it is not there.
    """
    try:
        return _below(place, name).read_bytes()
    except OSError as error:
        raise ContentError(file=name or place.name, problem=type(error).__name__) from None


def parsed(text: bytes, name: str) -> dict[str, Any]:
    """The bytes of a content file as TOML.

    Args:
        text: What the file holds.
        name: How problems name it.

    Raises:
        ContentError: If it is no TOML.
    """
    try:
        return tomllib.loads(text.decode().replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise ContentError(file=name, problem=type(error).__name__) from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file=name, problem=str(error)) from None


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
