"""The page as plain text, to be read on any screen, printed or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.text import wrapped

if TYPE_CHECKING:
    from companion.export.sheet import Sheet

COLUMNS = 72
"""No line takes more terminal cells: 80 columns, less a margin on paper and in mail."""
_BULLET = "- "
_BETWEEN_SECTIONS = "\n\n\n"


def as_text(sheet: Sheet) -> str:
    """The page as it is read: header, sections, foot.

    Args:
        sheet: What stands on the page.
    """
    sections = [
        f"{_paragraph(block.heading)}\n\n" + "\n".join(_rows(block.lines)) for block in sheet.blocks
    ]
    rest = [_paragraph(one) for one in (sheet.nothing, sheet.footer) if one]
    return _BETWEEN_SECTIONS.join([_paragraph(sheet.header), *sections, *rest]) + "\n"


def _paragraph(text: str) -> str:
    return "\n".join(wrapped(text, COLUMNS))


def _rows(lines: tuple[str, ...]) -> list[str]:
    return [row for line in lines for row in _hanging(line)]


def _hanging(line: str) -> list[str]:
    first, *others = wrapped(line, COLUMNS - len(_BULLET))
    return [_BULLET + first, *(" " * len(_BULLET) + other for other in others)]
