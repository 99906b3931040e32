"""Where a file goes that someone names on a screen."""

from __future__ import annotations

from pathlib import Path


def home() -> Path:
    """The person's home, or the folder one is in on a machine that knows no home."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def named_file(name: str, folder: Path, neutral: str) -> Path:
    """The file a name stands for; where it names a folder, a file with a neutral name in it.

    Args:
        name: As typed.
        folder: Where a name without a folder goes.
        neutral: A name that says nothing: no date, no person, no word of therapy.
    """
    try:
        file = Path(name).expanduser()
    except RuntimeError:  # `~someone` of whom this machine knows nothing
        file = Path(name)
    file = folder / file
    return file / neutral if file.is_dir() else file
