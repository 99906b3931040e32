"""A page of the guide, taken apart into what can be drawn: a small part of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class BlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    """The page's heading."""
    HEADING = "heading"
    """A heading within the page."""
    PROSE = "prose"
    """A paragraph."""
    TERM = "term"
    """A line that what follows belongs to."""
    UNDER = "under"
    """What belongs to a term."""
    ITEM = "item"
    """One item of a list."""
    CODE = "code"
    """Lines that stay as they are."""


class Look(StrEnum):
    """How a run of words is set."""

    USUAL = ""
    """As the words around it."""
    STRONG = "strong"
    """Stronger."""
    CODE = "code"
    """As typed."""


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
_BULLET = "•"
_RUNS = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>.+?)\*\*|\[(?P<link>[^\]]+)\]\([^)]*\)")


def blocks(text: str) -> list[Block]:
    """The blocks of a page, in order.

    Args:
        text: Markdown with headings, paragraphs, lists, code, and lines that are indented
            below a line they belong to. Anything else is a paragraph.
    """
    return list(_blocks(text.splitlines()))


def program(text: str) -> list[Block]:
    """A page that is a program: all of it as typed."""
    return [Block(BlockKind.CODE, text.rstrip("\n"))]


def runs(text: str) -> list[tuple[str, Look]]:
    """The words of a block, each run with its look. A link is its words alone: none is opened."""
    found: list[tuple[str, Look]] = []
    end = 0
    for match in _RUNS.finditer(text):
        found.append((text[end : match.start()], Look.USUAL))
        look = Look.CODE if match["code"] else Look.STRONG if match["strong"] else Look.USUAL
        found.append((match["code"] or match["strong"] or match["link"], look))
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
        elif line.startswith(_INDENT):
            at, block = _indented(lines, at)
            yield block
        elif heading := _HEADING.match(line):
            kind = BlockKind.TITLE if len(heading[1]) == 1 else BlockKind.HEADING
            yield Block(kind, heading[2].strip())
            at += 1
        else:
            at, found = _paragraph(lines, at)
            yield from found


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
    return at, [
        Block(kind, " ".join(" ".join(words).split()), mark) for words, (kind, mark) in made
    ]
