"""Paths as people type them."""

from __future__ import annotations

import os
from pathlib import Path


def named_path(typed: str) -> Path:
    """The path that a text names, with `~` standing for a person's home.

    `~someone` of whom this machine knows nothing is a name like any other: `pathlib` would
    raise `RuntimeError` instead, which nobody who types it can be told of.

    Args:
        typed: As typed.
    """
    try:
        return Path(os.path.expanduser(typed))  # noqa: PTH111  as said above
    except ValueError:  # a character that no name can have
        return Path(typed)


def is_file(path: Path) -> bool:
    """Whether there is a plain file; not where the system can't say, or no file has such a name.

    `pathlib` raises `OSError` for a name that is too long, and below a folder one may not enter.
    """
    return os.path.isfile(path)  # noqa: PTH113  as said above


def is_folder(path: Path) -> bool:
    """Whether there is a folder; as `is_file` otherwise."""
    return os.path.isdir(path)  # noqa: PTH112  as said there
