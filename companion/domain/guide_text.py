"""A page of the guide, taken apart into what can be drawn: a small part of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class BlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    """The page's heading."""
    HEADING = "heading"
    """A heading within the page."""
    SUBHEADING = "subheading"
    """A heading below one of those; on paper, those below the same one stand side by side."""
    PROSE = "prose"
    """A paragraph."""
    TERM = "term"
    """A line that what follows belongs to."""
    UNDER = "under"
    """What belongs to a term."""
    ITEM = "item"
    """One item of a list."""
    QUOTE = "quote"
    """Words to be said as they stand."""
    CODE = "code"
    """Lines that stay as they are."""
    TURN = "turn"
    """A page break: on paper, what follows stands on the other side."""


class Look(StrEnum):
    """How a run of words is set."""

    USUAL = ""
    """As the words around it."""
    STRONG = "strong"
    """Stronger."""
    CODE = "code"
    """As typed."""
    NAME = "name"
    """What something is called on the screen."""
    LINK = "link"
    """The words that lead to another page, or out of the guide."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page."""

    kind: BlockKind
    """What it is."""
    text: str
    """Its words on one line; of code, its lines."""
    mark: str = ""
    """Of an item: what stands before it (`•`, `1.`)."""


_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"\s{0,3}(?:([-*+])|(\d{1,3}\.))\s+(.*)")
_INDENT = "    "
_FENCE = "```"
_QUOTED = ">"
_BULLET = "•"
_TURN = "---"
_DEEPEST_HEADING = 2
_RUNS = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>.+?)\*\*|\*(?P<name>[^*]+)\*"
    r"|\[(?P<link>[^\]]+)\]\([^)]*\)"
)
_MARKED = (Look.CODE, Look.STRONG, Look.NAME, Look.LINK)


def blocks(text: str) -> list[Block]:
    """The blocks of a page, in order.

    Args:
        text: Markdown with headings, paragraphs, lists, quotes, code, lines that are indented
            below a line they belong to, and `---`. Anything else is a paragraph.
    """
    return list(_blocks(text.splitlines()))


def parts(found: Sequence[Block]) -> list[tuple[Block, ...]]:
    """A page in its parts: what comes before the first heading, then each heading with its own.

    Args:
        found: The blocks of a page.
    """
    made: list[list[Block]] = [[]]
    for block in found:
        if block.kind is BlockKind.HEADING:
            made.append([])
        made[-1].append(block)
    return [tuple(part) for part in made if part]


def title(found: Sequence[Block]) -> str:
    """What a page is called by itself; empty: it has no title."""
    return found[0].text if found and found[0].kind is BlockKind.TITLE else ""


def program(text: str) -> list[Block]:
    """A page that is a program: all of it as typed."""
    return [Block(BlockKind.CODE, text.rstrip("\n"))]


def runs(text: str) -> list[tuple[str, Look]]:
    """The words of a block, each run with its look. None of them is opened by anything."""
    found: list[tuple[str, Look]] = []
    end = 0
    for match in _RUNS.finditer(text):
        look = next(one for one in _MARKED if match[one.value])
        found += [(text[end : match.start()], Look.USUAL), (match[look.value], look)]
        end = match.end()
    found.append((text[end:], Look.USUAL))
    return [run for run in found if run[0]]


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif line.startswith(_FENCE):
            at, block = _fenced(lines, at + 1)
            yield block
        elif line.startswith(_QUOTED):
            at, block = _quoted(lines, at)
            yield block
        elif line.startswith(_INDENT):
            at, block = _indented(lines, at)
            yield block
        elif heading := _HEADING.match(line):
            yield Block(_kind(len(heading[1])), heading[2].strip())
            at += 1
        elif line.strip() == _TURN:
            yield Block(BlockKind.TURN, "")
            at += 1
        else:
            at, found = _paragraph(lines, at)
            yield from found


def _kind(depth: int) -> BlockKind:
    if depth > _DEEPEST_HEADING:
        return BlockKind.SUBHEADING
    return BlockKind.HEADING if depth == _DEEPEST_HEADING else BlockKind.TITLE


def _fenced(lines: list[str], at: int) -> tuple[int, Block]:
    inside = []
    while at < len(lines) and not lines[at].startswith(_FENCE):
        inside.append(lines[at])
        at += 1
    return at + 1, Block(BlockKind.CODE, "\n".join(inside))


def _indented(lines: list[str], at: int) -> tuple[int, Block]:
    inside = []
    while at < len(lines) and (lines[at].startswith(_INDENT) or not lines[at].strip()):
        inside.append(lines[at][len(_INDENT) :])
        at += 1
    return at, Block(BlockKind.CODE, "\n".join(inside).rstrip("\n"))


def _quoted(lines: list[str], at: int) -> tuple[int, Block]:
    inside = []
    while at < len(lines) and lines[at].startswith(_QUOTED):
        inside.append(lines[at].removeprefix(_QUOTED))
        at += 1
    return at, Block(BlockKind.QUOTE, _one_line(" ".join(inside)))


def _paragraph(lines: list[str], at: int) -> tuple[int, list[Block]]:
    """A paragraph, the items of a list, or a term with what belongs to it."""
    found: list[list[str]] = []
    kinds: list[tuple[BlockKind, str]] = []
    while at < len(lines) and lines[at].strip() and not _HEADING.match(lines[at]):
        line = lines[at]
        if item := _ITEM.match(line):
            found.append([item[3]])
            kinds.append((BlockKind.ITEM, item[2] or _BULLET))
        elif kinds and line.startswith(_INDENT) and kinds[-1][0] is BlockKind.PROSE:
            kinds[-1] = (BlockKind.TERM, "")
            found.append([line])
            kinds.append((BlockKind.UNDER, ""))
        elif kinds:
            found[-1].append(line)
        else:
            found.append([line])
            kinds.append((BlockKind.PROSE, ""))
        at += 1
    made = zip(found, kinds, strict=True)
    return at, [Block(kind, _one_line(" ".join(words)), mark) for words, (kind, mark) in made]


def _one_line(text: str) -> str:
    return " ".join(text.split())
