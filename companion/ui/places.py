"""Where a file goes that someone names on a screen."""

from __future__ import annotations

from pathlib import Path

from companion.system.named import is_folder, named_path


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
    file = folder / named_path(name)
    return file / neutral if is_folder(file) else file
