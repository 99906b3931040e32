"""A page of the guide as plain lines, without a sign of markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.guide_text import BlockKind, Look, blocks, runs, title
from companion.domain.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.domain.guide_text import Block
    from companion.services.guide import GuidePages
    from companion.services.ports.content import Words

COLUMNS = 72
"""No line but one of code takes more terminal cells."""
_QUOTED = (Look.CODE, Look.NAME)  # told apart from the words around it by its quotation marks
_CLOSE = frozenset({(BlockKind.ITEM, BlockKind.ITEM), (BlockKind.TERM, BlockKind.UNDER)})


def topic_says(words: Words, pages: GuidePages, topic: str) -> str:
    """What a page is called, and what it is about, in a few words.

    Args:
        words: The person's language.
        pages: The guide.
        topic: One of its pages.
    """
    named = "" if pages.is_program(topic) else title(blocks(pages.page(topic)))
    return f"{named or words.say(f'guide_room.{topic}')}: {words.say(f'guide.{topic}')}"


def as_rows(text: str, width: int = COLUMNS) -> list[str]:
    """A page as lines.

    Args:
        text: The page, as the guide has it.
        width: How many cells a line may have; never more than `COLUMNS` are used.
    """
    return rows_of(blocks(text), width)


def rows_of(found: Sequence[Block], width: int = COLUMNS) -> list[str]:
    """Some blocks as lines, an empty one between two of them.

    Args:
        found: The blocks.
        width: How many cells a line may have.
    """
    rows: list[str] = []
    before: Block | None = None
    for block in (one for one in found if one.kind is not BlockKind.TURN):
        if before is not None and (before.kind, block.kind) not in _CLOSE:
            rows.append("")
        if before is not None and block.kind is BlockKind.HEADING:
            rows.append("")
        rows += _rows(block, min(width, COLUMNS))
        before = block
    return rows


def _rows(block: Block, width: int) -> Iterator[str]:
    if block.kind is BlockKind.CODE:
        yield from (f"    {row}".rstrip() for row in block.text.split("\n"))
        return
    first, rest = _hangs(block)
    for row in wrapped(_words(block.text), width - len(rest)):
        yield f"{first}{row}".rstrip()
        first = rest


def _hangs(block: Block) -> tuple[str, str]:
    """What stands before a block's first line, and before its others."""
    if block.kind is BlockKind.ITEM:
        mark = f"{block.mark} " if block.mark[0].isdecimal() else "- "
        return mark, " " * len(mark)
    indent = "  " if block.kind in {BlockKind.UNDER, BlockKind.QUOTE} else ""
    return indent, indent


def _words(text: str) -> str:
    return "".join(f"“{words}”" if look in _QUOTED else words for words, look in runs(text))
