"""Packs for tests: a small one, and a shelf that holds some in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.catalog.files import shipped
from companion.catalog.packs.reader import read_pack
from companion.domain.pack_errors import PackUnreadError, UnknownPackError
from support.words import canary

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.pack import PackReading

SMALL = """\
id = "windows"
title = "Windows"
author = "A. Therapist"
language = "en"
why = "To look outside now and then, and see what is there."
weeks = 2

[[tasks]]
id = "one-window"
what = "Look out of one window, and name what moves."
for = "To rest your eyes on something that wants nothing."
when = "the kettle is on"
then = "look out until it boils"
tiny = "Look up once."

[[tasks]]
id = "open-it"
what = "Open a window and listen."
for = "To hear what is there."

[[paths]]
id = "view"
title = "A view"
about = "What you saw, and what it was like."
minutes = 3

[[paths.steps]]
id = "saw"
kind = "text"
short = true
prompt = "What did you see out there?"

[[paths.steps]]
id = "light"
kind = "choice"
prompt = "What was the light like?"
options = [{ id = "soft", label = "soft" }, { id = "hard", label = "hard" }]

[[paths.steps]]
id = "room"
kind = "rating"
prompt = "How far could you see?"
low = "to the pane"
high = "to the end of the road"
"""
"""A pack without a slip: two tasks, and a path of three steps."""


_HIDDEN = iter(range(99900, 99999))
_PARTS = (
    *("Windows", "A. Therapist", "To look outside", "Look out of", "To rest", "the kettle is"),
    *("look out until", "Look up", "Open a window", "To hear", "A view", "What you saw,"),
    *("What did you see", "What was the light", '"soft"', '"hard"', "to the pane"),
)
SECRET_WORDS = tuple(canary(next(_HIDDEN)) for _ in _PARTS)
"""Words that stand in every part of `SECRET`, and nowhere else."""


def _secret() -> str:
    text = SMALL
    for part, word in zip(_PARTS, SECRET_WORDS, strict=True):
        said = f'"{word}"' if part.startswith('"') else f"{word} {part[0].lower()}"
        before, _, after = text.rpartition(part) if part == "Windows" else text.partition(part)
        text = f"{before}{said}{after}"
    return text


SECRET = _secret()
"""A pack with a word in each of its parts that must not get out of the notebook."""


def reading(text: str = SMALL) -> PackReading:
    """A pack as companion reads it."""
    return read_pack(text.encode(), shipped())


class MemoryPacks:
    """Fits `PackShelf`: files by name, and packs that are shipped by theirs."""

    def __init__(self, files: dict[str, str] | None = None, **shipped_ones: str) -> None:
        """Take the texts of files, and of the packs that companion ships with."""
        self.files = files or {}
        self._shipped = shipped_ones

    def read_file(self, file: Path) -> PackReading:
        if file.name not in self.files:
            raise PackUnreadError(file=str(file))
        return reading(self.files[file.name])

    def read_kept(self, text: str) -> PackReading:
        return read_pack(text.encode(errors="replace"), shipped(), kept=True)

    def shipped(self) -> tuple[str, ...]:
        return tuple(self._shipped)

    def read_shipped(self, name: str) -> PackReading:
        if name not in self._shipped:
            raise UnknownPackError(pack=name)
        return reading(self._shipped[name])

    def to_fill_in(self) -> str:
        return SMALL
