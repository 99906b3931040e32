"""The page as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.export.chart import as_svg
from companion.export.direction import direction
from companion.export.pdf.engine import set_in_type

if TYPE_CHECKING:
    from companion.domain.printing import Printed, Printing
    from companion.export.sheet import Block, DrawnChart, Second, Sheet, SheetLine

INK = "#6e3a14"
"""The colour of a drawing; dark enough for a printer without colours."""


def as_pdf(sheet: Sheet, printing: Printing) -> Printed:
    """A page as a PDF, without its password.

    Args:
        sheet: What stands on it.
        printing: Paper, and size of the print.

    Raises:
        PrintingFailedError: If it could not be set.
    """
    words = {
        "title": sheet.title,
        "language": sheet.language,
        "header": said(sheet.header),
        "chosen": said(sheet.chosen),
        "blocks": [_block(block) for block in sheet.blocks],
        "nothing": said(sheet.nothing),
        "footer": said(sheet.footer),
        "second": _second(sheet.second) if sheet.second else None,
    }
    return set_in_type("page.typ", words, printing)


def said(text: str) -> dict[str, str]:
    """A text, and the direction it runs.

    Args:
        text: Anything that is read in a sheet.
    """
    return {"text": text, "dir": direction(text)}


def _block(block: Block) -> dict[str, object]:
    lines = [_line(line) for line in block.lines]
    return {"heading": said(block.heading), "leads": block.leads, "lines": lines}


def _line(line: SheetLine) -> dict[str, str]:
    return {**said(line.text), "mode": line.mode}


def _second(second: Second) -> dict[str, object]:
    about = " ".join(part for part in (second.charts_about, second.session_mark) if part)
    return {
        "quotes_heading": said(second.quotes_heading),
        "quotes": [said(quote) for quote in second.quotes],
        "charts_heading": said(second.charts_heading),
        "charts_about": said(about),
        "charts": [_chart(chart) for chart in second.charts],
    }


def _chart(chart: DrawnChart) -> dict[str, object]:
    return {
        "title": said(chart.title),
        "low": said(chart.low),
        "high": said(chart.high),
        "says": said(chart.says),
        "spoken": chart.spoken,
        "svg": as_svg(chart, INK),
    }
