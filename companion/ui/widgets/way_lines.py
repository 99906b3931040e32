"""A way as lines of characters: signs one below the other, soft bends, words beside them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.domain.text import clean, one_line, wrapped
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOM_FOR_BENDS = 64
"""From so many cells on the way is drawn beside the days; below, as a list with signs."""
_WIDE = 96  # cells, from which on bends are wider
_ARM, _WIDE_ARM = 4, 6  # cells from the straight line to where the way is off it
_MEASURE = 72  # cells of words in a line, at most
_MOST_LINES = 4  # lines of words; whoever wants all of them opens the entry
_GAP = 2
BETWEEN = " · "
"""Stands between two titles."""

_MORE = " …"

Part = tuple[str, str]
"""Some text, and the name of the style it is drawn in."""


class Form(StrEnum):
    """How a way is drawn."""

    BENDS = "bends"
    """As a line with soft bends, days at its left, words at its right."""
    SIGNS = "signs"
    """As a straight list with a sign at each mark: for narrow windows."""
    LIST = "list"
    """As words alone."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A mark in words, and how it is drawn."""

    title: str
    """What it is."""
    day: str = ""
    """When; empty: that is not said."""
    words: str = ""
    """What is said below it; empty: nothing."""
    sign: str = "•"
    """Its sign on the way, one cell wide."""
    style: str = "way--mark"
    """The style of its sign."""
    ink: str = "way--title"
    """The style of what it is."""
    names: bool = False
    """Whether what was reflected on is named below it; that is not known at once."""
    is_off: bool = False
    """Whether the way is off the straight line there."""
    is_dotted: bool = False
    """Whether the way is dotted from there on."""
    is_end: bool = False
    """Whether nothing comes after it."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one mark."""

    top: int
    """Its first line among all (0 or more)."""
    height: int
    """How many lines it has (1 or more)."""
    text: int
    """How many of them have words; the others lead to the next."""


class Layout:
    """Where every mark of a way stands, in so many cells; what its lines say.

    Only how many lines each mark has is worked out for all; the lines themselves are made
    when they come into sight.
    """

    def __init__(
        self, marks: Sequence[Spoken], width: int, *, airy: bool = True, plain: bool = False
    ) -> None:
        """Take the marks.

        Args:
            marks: The marks, in order.
            width: How many cells a line has (1 or more).
            airy: Whether there is an empty line between two marks.
            plain: Whether to show words alone.
        """
        self._marks = marks
        self._width = width
        self._airy = airy
        self.form = Form.LIST if plain else _form(width)
        """How it is drawn."""
        self._day = max((cell_len(mark.day) for mark in marks), default=0)
        self._arm = _WIDE_ARM if width >= _WIDE else _ARM
        self._words: dict[int, list[str]] = {}
        self.blocks = self._blocks()
        """The lines of each mark."""
        self._tops = [block.top for block in self.blocks]

    @property
    def height(self) -> int:
        """How many lines there are (0 or more)."""
        return self.blocks[-1].top + self.blocks[-1].height if self.blocks else 0

    @property
    def edge(self) -> int:
        """Where the words begin (0 or more): what is left of it belongs to the way."""
        if self.form is Form.LIST:
            return 0
        if self.form is Form.SIGNS:
            return 1 + _GAP
        return self._day + _GAP + 1 + self._arm + _GAP

    @property
    def room(self) -> int:
        """How many cells words have (1 or more)."""
        return max(1, min(_MEASURE, self._width - self.edge))

    def at(self, line: int) -> int | None:
        """Which mark a line belongs to; none: it is below them all.

        Args:
            line: Which line of all (0 or more).
        """
        return bisect_right(self._tops, line) - 1 if line < self.height else None

    def lead(self, index: int, line: int) -> list[Part]:
        """What is left of the words of a mark.

        Args:
            index: Which mark.
            line: Which of its lines.
        """
        if self.form is Form.LIST:
            return []
        mark, block = self._marks[index], self.blocks[index]
        if self.form is Form.SIGNS:
            way = (mark.sign, mark.style) if not line else _line(mark)
            return [way, (" " * _GAP, "")]
        day = mark.day if not line else ""
        parts = [(day + " " * (self._day - cell_len(day) + _GAP), "way--day")]
        if not line:
            parts += _on(self._arm, mark.sign, mark.style, is_off=mark.is_off)
        elif line == block.height - 1 and self._turns(index):
            parts += _bend(self._arm, mark, out=not mark.is_off)
        else:
            sign, style = _line(mark)
            parts += _on(self._arm, sign, style, is_off=mark.is_off)
        return [*parts, (" " * _GAP, "")]

    def words(self, index: int, line: int, titles: Sequence[str] = ()) -> list[Part]:
        """The words of a mark in one of its lines, no wider than there is room.

        Args:
            index: Which mark.
            line: Which of its lines.
            titles: What is named below it.
        """
        mark = self._marks[index]
        if line >= self.blocks[index].text:
            return []
        if not line:
            title = fit(mark.title, self.room)
            day = f", {mark.day}" if self.form is Form.LIST and mark.day else ""
            rest = day if cell_len(title + day) <= self.room else ""
            return [(title, mark.ink), (rest, "way--day")]
        first = 1
        if self._day_below(mark):
            first += 1
            if line == 1:
                return self._below(mark, titles)
        if mark.names and line == first:
            return [(self._named(titles, self.room), "way--names")]
        said = self._said(index)
        place = line - first
        return [(said[place], "way--words")] if 0 <= place < len(said) else []

    def _below(self, mark: Spoken, titles: Sequence[str]) -> list[Part]:
        """The day below a title, with what is named there where both fit into a line."""
        day = fit(mark.day, self.room)
        if not mark.names or not titles:
            return [(day, "way--day")]
        room = self.room - cell_len(day + BETWEEN)
        names = self._named(titles, room) if room > _GAP else ""
        return [(day, "way--day"), (f"{BETWEEN}{names}" if names else "", "way--names")]

    @staticmethod
    def _named(titles: Sequence[str], room: int) -> str:
        """As many whole titles as fit, and that there are more; of the first, what fits."""
        for count in range(len(titles), 0, -1):
            more = _MORE if count < len(titles) else ""
            named = BETWEEN.join(titles[:count]) + more
            if cell_len(named) <= room:
                return named
        return fit(titles[0], room) if titles else ""

    def _day_below(self, mark: Spoken) -> bool:
        return self.form is Form.SIGNS and bool(mark.day)

    def _said(self, index: int) -> list[str]:
        if index not in self._words:
            self._words[index] = _quoted(self._marks[index].words, self.room)
        return self._words[index]

    def _turns(self, index: int) -> bool:
        """Whether the way bends between a mark and the next."""
        if self.form is not Form.BENDS or index + 1 >= len(self._marks):
            return False
        return self._marks[index].is_off is not self._marks[index + 1].is_off

    def _blocks(self) -> list[Block]:
        sizes = [self._size(index) for index in range(len(self._marks))]
        tops = accumulate((height for height, _ in sizes), initial=0)
        return [Block(top, *size) for top, size in zip(tops, sizes, strict=False)]

    def _size(self, index: int) -> tuple[int, int]:
        mark = self._marks[index]
        text = 1 + len(self._said(index))
        if self._day_below(mark) or mark.names:
            text += 1
        air = not mark.is_end and (self._airy or self._turns(index))
        return text + air, text


def _form(width: int) -> Form:
    return Form.BENDS if width >= ROOM_FOR_BENDS else Form.SIGNS


def _line(mark: Spoken) -> Part:
    """What leads from a mark to the next."""
    if mark.is_end:
        return (" ", "")
    return ("┊", "way--ahead") if mark.is_dotted else ("│", "way--line")


def _on(arm: int, sign: str, style: str, *, is_off: bool) -> list[Part]:
    if is_off:
        return [(sign, style), (" " * arm, "")]
    return [(" " * arm, ""), (sign, style)]


def _bend(arm: int, mark: Spoken, *, out: bool) -> list[Part]:
    side = "─" * (arm - 1)
    drawn = f"╭{side}╯" if out else f"╰{side}╮"
    return [(drawn, _line(mark)[1])]


def _quoted(words: str, room: int) -> list[str]:
    """Words in as few lines as hold them; of many, the first ones."""
    said = one_line(clean(words))
    if not said:
        return []
    lines = wrapped(said, max(room, 2))
    if len(lines) > _MOST_LINES:
        rest = " ".join(lines[_MOST_LINES - 1 :])
        lines = [*lines[: _MOST_LINES - 1], fit(rest, room)]
    return lines
