"""The page as Markdown, in which a person's words are never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.markdown import block, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.export.sheet import Second, Sheet


def as_markdown(sheet: Sheet) -> str:
    """The page with a heading for each section and a list of its lines.

    Args:
        sheet: What stands on the page.
    """
    parts = [escaped(sheet.opening)]
    for one in sheet.blocks:
        parts.append(f"## {escaped(one.heading)}")
        parts.append("\n".join(f"- {escaped(line.whole)}" for line in one.lines))
    if sheet.nothing:
        parts.append(escaped(sheet.nothing))
    if sheet.footer:
        parts += ["---", escaped(sheet.footer)]
    if sheet.second:
        parts += ["---", *_second(sheet.second)]
    return "\n\n".join(parts) + "\n"


def _second(second: Second) -> Iterator[str]:
    if second.quotes:
        yield f"## {escaped(second.quotes_heading)}"
        for quote in second.quotes:
            yield "\n".join(f"> {row}" if row else ">" for row in block(quote).split("\n"))
    if second.charts:
        yield f"## {escaped(second.charts_heading)}"
        yield escaped(second.charts_about)
        yield "\n".join(f"- {escaped(chart.spoken)}" for chart in second.charts)
