"""Homework as it was written, for the folder of Markdown: each pack is the therapist's own file."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from companion.domain.pack import keeps_a_pack
from companion.domain.setting_values import from_kept
from companion.domain.text import clean
from companion.system.windows_names import fit_for_a_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = "Homework"
"""The folder they stand in."""
_OTHER = re.compile(r"[^a-z-]")


def homework_files(settings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The files of all packs in a notebook, of every therapy.

    Args:
        settings: The private settings, by name.

    Yields:
        A file's name in the folder, and what stands in it.
    """
    given = Counter[str]()
    for name, value in settings:
        source = _source(value) if keeps_a_pack(name) else ""
        if not source:
            continue
        own = _OTHER.sub("", name.rpartition(".")[2]) or FOLDER.lower()
        if not fit_for_a_name(own):  # a device, on Windows
            own = f"{FOLDER.lower()}-{own}"
        given[own] += 1
        number = f"-{given[own]}" if given[own] > 1 else ""
        yield f"{FOLDER}/{own}{number}.toml", clean(source)


def _source(value: str) -> str:
    try:
        found = from_kept(value)
    except ValueError:
        return ""
    source = found.get("source", "") if isinstance(found, dict) else ""
    return source if isinstance(source, str) else ""
