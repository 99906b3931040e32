"""A name for this machine that means nothing anywhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.storage.vault.files import make_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE_NAME = "machine"
"""The file's name in the config folder."""
_BYTES = 16
_WHOLE = re.compile(r"[0-9a-f]{32}")


def machine_name(folder: Path, random_bytes: Callable[[int], bytes]) -> str:
    """The name kept in the config folder, made at the first call.

    Args:
        folder: The config folder; it need not exist.
        random_bytes: Gives unguessable bytes.

    Returns:
        32 hexadecimal digits; empty where nothing can be kept.
    """
    file = folder / FILE_NAME
    try:
        found = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        found = ""
    if _WHOLE.fullmatch(found):
        return found
    name = random_bytes(_BYTES).hex()
    try:
        make_folder(folder)
        write_whole(file, f"{name}\n".encode("ascii"))
    except OSError:
        return ""
    return name
