"""The page as plain text, to be read on any screen, printed or sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.printing import TEXT_COLUMNS
from companion.domain.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.export.sheet import Second, Sheet, SheetLine

_BULLET = "- "
_INDENT = "  "
_BETWEEN_SECTIONS = "\n\n\n"


def as_text(sheet: Sheet, columns: int = TEXT_COLUMNS) -> str:
    """The page as it is read: header, sections, foot.

    Args:
        sheet: What stands on the page.
        columns: The most terminal cells that a line takes (20 or more).
    """
    return _Text(columns).page(sheet)


@dataclass(frozen=True, slots=True)
class _Text:
    """Sets a page in lines of so many cells."""

    columns: int

    def page(self, sheet: Sheet) -> str:
        sections = [
            f"{self._paragraph(block.heading)}\n\n" + "\n".join(self._rows(block.lines))
            for block in sheet.blocks
        ]
        rest = [self._paragraph(one) for one in (sheet.nothing, sheet.footer) if one]
        second = ["-" * self.columns, *self._second(sheet.second)] if sheet.second else []
        parts = [self._paragraph(sheet.opening), *sections, *rest, *second]
        return _BETWEEN_SECTIONS.join(parts) + "\n"

    def _second(self, second: Second) -> Iterator[str]:
        if second.quotes:
            quotes = [self._indented(quote) for quote in second.quotes]
            yield "\n\n".join([self._paragraph(second.quotes_heading), *quotes])
        if second.charts:
            charts = [self._paragraph(chart.spoken) for chart in second.charts]
            about = self._paragraph(second.charts_about)
            yield "\n\n".join([self._paragraph(second.charts_heading), about, *charts])

    def _indented(self, text: str) -> str:
        rows = wrapped(text, self.columns - len(_INDENT))
        return "\n".join(f"{_INDENT}{row}".rstrip() for row in rows)

    def _paragraph(self, text: str) -> str:
        return "\n".join(wrapped(text, self.columns))

    def _rows(self, lines: tuple[SheetLine, ...]) -> list[str]:
        return [row for line in lines for row in self._hanging(line.whole)]

    def _hanging(self, line: str) -> list[str]:
        first, *others = wrapped(line, self.columns - len(_BULLET))
        return [_BULLET + first, *(" " * len(_BULLET) + other for other in others)]
