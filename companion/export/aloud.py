"""The page as it is read aloud: what is printed, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.aloud import AloudLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.export.sheet import Second, Sheet


def as_aloud(sheet: Sheet) -> tuple[AloudLine, ...]:
    """The lines of a page in the order they are read, the question at the foot last.

    Args:
        sheet: What stands on the page.
    """
    return tuple(line for line in _lines(sheet) if line.text)


def _lines(sheet: Sheet) -> Iterator[AloudLine]:
    yield AloudLine(sheet.opening)
    for block in sheet.blocks:
        for line in block.lines:
            yield AloudLine(line.text, block.heading, line.mode)
    yield AloudLine(sheet.nothing)
    if sheet.second:
        yield from _second(sheet.second)
    # It asks about all of it, the second sheet too.
    yield AloudLine(sheet.footer)


def _second(second: Second) -> Iterator[AloudLine]:
    for quote in second.quotes:
        yield AloudLine(quote, second.quotes_heading)
    yield AloudLine(second.charts_about, second.charts_heading)
    for chart in second.charts:
        yield AloudLine(chart.spoken, second.charts_heading)
