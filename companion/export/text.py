"""The page as plain text, to be read on any screen, printed or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.export.sheet import Second, Sheet, SheetLine

COLUMNS = 72
"""No line takes more terminal cells: 80 columns, less a margin on paper and in mail."""
_BULLET = "- "
_INDENT = "  "
_RULE = "-" * COLUMNS
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
    second = [_RULE, *_second(sheet.second)] if sheet.second else []
    return _BETWEEN_SECTIONS.join([_paragraph(sheet.opening), *sections, *rest, *second]) + "\n"


def _second(second: Second) -> Iterator[str]:
    if second.quotes:
        quotes = [_indented(quote) for quote in second.quotes]
        yield "\n\n".join([_paragraph(second.quotes_heading), *quotes])
    if second.charts:
        charts = [_paragraph(chart.spoken) for chart in second.charts]
        about = _paragraph(second.charts_about)
        yield "\n\n".join([_paragraph(second.charts_heading), about, *charts])


def _indented(text: str) -> str:
    rows = wrapped(text, COLUMNS - len(_INDENT))
    return "\n".join(f"{_INDENT}{row}".rstrip() for row in rows)


def _paragraph(text: str) -> str:
    return "\n".join(wrapped(text, COLUMNS))


def _rows(lines: tuple[SheetLine, ...]) -> list[str]:
    return [row for line in lines for row in _hanging(line.whole)]


def _hanging(line: str) -> list[str]:
    first, *others = wrapped(line, COLUMNS - len(_BULLET))
    return [_BULLET + first, *(" " * len(_BULLET) + other for other in others)]
