"""The page as one HTML file: no script, nothing to fetch, for any screen and for paper."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from companion.export.chart import as_svg
from companion.export.direction import RIGHT_TO_LEFT, direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.export.book import BookSheet
    from companion.export.sheet import Block, DrawnChart, Second, Sheet, SheetLine

_STYLE = Path(__file__).with_name("sheet.css")


def as_html(sheet: Sheet) -> str:
    """The page for a reader program, light or dark as it likes, and for paper.

    Args:
        sheet: What stands on the page.
    """
    return document(sheet.title, sheet.language, "\n".join(_body(sheet)))


def book_as_html(sheet: BookSheet) -> str:
    """The book for a reader program, light or dark as it likes, and for paper.

    Args:
        sheet: What is read in it.
    """
    return document(sheet.title, sheet.language, "\n".join(_book(sheet)))


def document(title: str, language: str, body: str) -> str:
    """A whole HTML file around what is read in it.

    Args:
        title: What the file is called in its own data; nothing private.
        language: The code of the language its fixed words are in.
        body: What is read, as HTML.
    """
    style = _STYLE.read_text(encoding="utf-8").strip()
    # The policy says to any reader program what is true anyway: nothing is fetched or run.
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{style}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def tag(name: str, text: str, kind: str = "") -> str:
    """An element around a person's words, running the way these do.

    Args:
        name: What element: `p`.
        text: The words; they are never markup.
        kind: Its class; may be empty.
    """
    marks = f' class="{kind}"' if kind else ""
    if direction(text) == RIGHT_TO_LEFT:
        marks += ' dir="rtl"'
    return f"<{name}{marks}>{escape(text)}</{name}>"


def _body(sheet: Sheet) -> Iterator[str]:
    yield "<main>"
    yield "<header>"
    yield tag("h1", sheet.header)
    if sheet.chosen:
        yield tag("p", sheet.chosen, "quiet")
    yield "</header>"
    for block in sheet.blocks:
        yield from _block(block)
    if sheet.nothing:
        yield tag("p", sheet.nothing, "nothing")
    if sheet.footer:
        yield f"<footer>{tag('p', sheet.footer)}</footer>"
    yield "</main>"
    if sheet.second:
        yield from _second(sheet.second)


def _book(sheet: BookSheet) -> Iterator[str]:
    yield '<main class="book">'
    yield f"<header>{tag('h1', sheet.title)}{tag('p', sheet.opening, 'quiet')}</header>"
    for heading, texts in sheet.chapters:
        yield "<article>"
        if heading:
            yield tag("h2", heading)
        yield from (tag("p", text, "passage") for text in texts)
        yield "</article>"
    yield "</main>"


def _block(block: Block) -> Iterator[str]:
    yield '<section class="leads">' if block.leads else "<section>"
    yield tag("h2", block.heading)
    if len(block.lines) == 1:
        yield _line("p", block.lines[0])
    else:
        yield "<ul>"
        yield from (_line("li", line) for line in block.lines)
        yield "</ul>"
    yield "</section>"


def _line(name: str, line: SheetLine) -> str:
    way = ' dir="rtl"' if direction(line.text) == RIGHT_TO_LEFT else ""
    # Isolated, so that words in another direction do not move the mode's brackets.
    mode = f" <small><bdi>({escape(line.mode)})</bdi></small>" if line.mode else ""
    return f"<{name}{way}>{escape(line.text)}{mode}</{name}>"


def _second(second: Second) -> Iterator[str]:
    yield '<article class="second">'
    if second.quotes:
        yield tag("h2", second.quotes_heading)
        for quote in second.quotes:
            yield tag("blockquote", quote)
    if second.charts:
        yield tag("h2", second.charts_heading)
        about = " ".join(part for part in (second.charts_about, second.session_mark) if part)
        yield tag("p", about, "quiet")
        for chart in second.charts:
            yield from _chart(chart)
    yield "</article>"


def _chart(chart: DrawnChart) -> Iterator[str]:
    yield "<figure>"
    yield f"<figcaption><h3>{escape(chart.title)}</h3>{tag('p', chart.says, 'quiet')}</figcaption>"
    yield tag("p", f"10 · {chart.high}", "end")
    svg = as_svg(chart).replace("<svg ", f'<svg role="img" aria-label="{escape(chart.spoken)}" ', 1)
    yield svg
    yield tag("p", f"0 · {chart.low}", "end")
    yield "</figure>"
