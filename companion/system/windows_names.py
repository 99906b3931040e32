"""Names that Windows takes for devices, or writes differently than they were said."""

from __future__ import annotations

import re

_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?",
    re.IGNORECASE | re.DOTALL,
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def fit_for_a_name(name: str) -> bool:
    """Whether a file may have this name and is then found under it.

    What stands behind a colon would be written into a hidden part of another file, and a dot
    or a blank at the end would be left out.

    Args:
        name: The file's own name, without folders.
    """
    return (
        bool(name)
        and not _FORBIDDEN.search(name)
        and not _DEVICE.fullmatch(name)
        and name[-1] not in ". "
    )
