"""Where content lies, and reading it as TOML."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any

from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FALLBACK = "en"
"""The language every sentence exists in."""


def shipped() -> Traversable:
    """The content that companion ships with."""
    return resources.files("companion") / "content"


def read(file: Traversable) -> dict[str, Any]:
    """A content file as TOML.

    Raises:
        ContentError: If it is not there, or is no TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(file=file.name, problem=type(error).__name__) from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file=file.name, problem=str(error)) from None


def read_if_there(file: Traversable) -> dict[str, Any]:
    """A content file as TOML; empty where there is none.

    Raises:
        ContentError: If it is no TOML.
    """
    return read(file) if file.is_file() else {}


def languages(root: Traversable) -> list[str]:
    """The languages there are, by code."""
    return sorted(entry.name for entry in root.iterdir() if (entry / "ui").is_dir())


def names(folder: Traversable, ending: str = ".toml") -> list[str]:
    """The names of the files in a folder, without their ending, in order."""
    found = (entry.name for entry in folder.iterdir() if entry.name.endswith(ending))
    return sorted(name.removesuffix(ending) for name in found)
