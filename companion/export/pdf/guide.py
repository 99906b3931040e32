"""A page of the guide as a PDF: a leaflet of two sides where it has a turn in it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from companion.domain.guide_text import BlockKind, Look, parts, runs, title
from companion.export.direction import direction
from companion.export.pdf.engine import set_in_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.domain.guide_text import Block
    from companion.domain.printing import Printed, Printing

_LONG = 900  # letters; a shorter part is never divided by the end of a side
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.SUBHEADING)


def guide_as_pdf(page: Sequence[Block], language: str, printing: Printing) -> Printed:
    """A page of the guide as a PDF.

    Args:
        page: Its blocks; a turn among them begins the next side, and each side is then kept to
            one in normal print.
        language: The code of the language it is in.
        printing: Paper, and size of the print.

    Raises:
        PrintingFailedError: If it could not be set.
    """
    sides = list(_split(page, BlockKind.TURN))
    sheet = {
        "title": title(page),
        "language": language,
        "leaflet": len(sides) > 1,
        "sides": [[_part(part) for part in parts(side)] for side in sides],
    }
    return set_in_type("guide.typ", sheet, printing)


def _split(page: Sequence[Block], kind: BlockKind) -> Iterator[list[Block]]:
    for at_one, found in groupby(page, key=lambda block: block.kind is kind):
        if not at_one:
            yield list(found)


def _part(part: Sequence[Block]) -> dict[str, object]:
    """A heading with what belongs to it; what has subheadings stands side by side."""
    headed = part[0].kind in _HEADINGS
    blocks = part[1:] if headed else part
    columns: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind is BlockKind.SUBHEADING:
            columns.append([])
        columns[-1].append(block)
    return {
        "kind": part[0].kind if headed else "",
        "long": sum(len(block.text) for block in part) > _LONG,
        "heading": _said(part[0]) if headed else [],
        "blocks": list(_set(columns[0])),
        "beside": [
            {"heading": _said(one[0]), "blocks": list(_set(one[1:]))} for one in columns[1:]
        ],
    }


def _set(blocks: Iterable[Block]) -> Iterator[dict[str, object]]:
    """Blocks as they are set: the items of a list are one, and so are a term and its own."""
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        if block.kind is BlockKind.ITEM:
            items = [block]
            while waiting and waiting[0].kind is BlockKind.ITEM:
                items.append(waiting.pop(0))
            numbered = block.mark[0].isdecimal()
            said = [_said(one) for one in items]
            yield {"kind": "list", "numbered": numbered, "items": said, "runs": said[0]}
        elif block.kind is BlockKind.TERM and waiting and waiting[0].kind is BlockKind.UNDER:
            yield {"kind": "term", "runs": _said(block), "under": _said(waiting.pop(0))}
        elif block.kind is BlockKind.CODE:
            yield {"kind": "code", "text": block.text, "runs": []}
        else:
            yield {"kind": block.kind, "runs": _said(block)}


def _said(block: Block) -> list[dict[str, str]]:
    way = direction(block.text)
    return [
        {"text": words, "look": look, "dir": way}
        for words, look in runs(block.text)
        if words or look is Look.USUAL
    ]
