"""Paths as people type them."""

from __future__ import annotations

from pathlib import Path


def named_path(typed: str) -> Path:
    """The path that a text names, with `~` standing for a person's home.

    Args:
        typed: As typed.
    """
    path = Path(typed)
    try:
        return path.expanduser()
    # `~someone` of whom this machine knows nothing, or a character that no name can have:
    # a name like any other, which whoever opens it says is not there.
    except (RuntimeError, ValueError):
        return path


def is_file(path: Path) -> bool:
    """Whether there is a plain file; not where the system can't say, or no file has such a name.

    `pathlib` raises an error for a name that is too long, and below a folder one may not enter.
    """
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder; as `is_file` otherwise."""
    try:
        return path.is_dir()
    except OSError:
        return False
