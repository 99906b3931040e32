"""What may stand in an exported sheet, counted out to the last letter; all else is a leak."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from companion.domain.page import WITH_MODE
from companion.export.sheet import printable
from support import reading_html, reading_pdf
from support.expected import Expected, ExpectedBook, tidy
from support.words import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMS = ("text", "md", "html", "json", "pdf")
"""Every form in which a page can leave."""
BOOK_FORMS = ("text", "md", "html", "pdf")
"""Every form in which a book can."""


def leaks(
    data: str | bytes, form: str, expected: Expected | ExpectedBook, secrets: Iterable[str]
) -> list[str]:
    """Everything about an exported sheet that is not as it must be; empty when all is well.

    Args:
        data: The file: a text, or the bytes of a PDF.
        form: Its form.
        expected: What was chosen.
        secrets: Words that must not be in it, whatever else is.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else reading_pdf.everything(data)
    found = [f"told: {one}" for one in secrets if any(word in raw for word in _spellings(one))]
    if isinstance(data, bytes):
        charts = expected.charts if isinstance(expected, Expected) else ()
        return found + list(reading_pdf.faults(data, expected, charts))
    return found + list(_wrong(data, form, expected))


def _wrong(text: str, form: str, expected: Expected | ExpectedBook) -> Iterator[str]:
    if form == "json" and isinstance(expected, Expected):
        whole = json.dumps(_as_json(expected), ensure_ascii=False, indent=2) + "\n"
        if text != whole:
            yield f"{text} instead of {whole}"
        return
    if form == "html":
        charts = expected.charts if isinstance(expected, Expected) else ()
        yield from reading_html.faults(text, expected.title, charts)
        text = reading_html.read(text)
    read = bare(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text) if form == "md" else text)
    wanted = bare("".join(expected.pieces(form)))
    if read != wanted:
        yield f"{read} instead of {wanted}"


def _spellings(secret: str) -> tuple[bytes, ...]:
    """A word as a file may hold it: in UTF-8, and in the two ways of UTF-16."""
    return tuple(secret.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le"))


def _as_json(expected: Expected) -> dict[str, object]:
    second = {
        "quotes": [tidy(one) for one in expected.quotes],
        "charts": [
            {
                "scale": chart.scale,
                "title": chart.title,
                "low": chart.low,
                "high": chart.high,
                "dots": chart.values,
            }
            for chart in expected.charts
        ],
    }
    return {
        "session_on": expected.session_on.isoformat() if expected.session_on else None,
        "name": printable(expected.name),
        "footer": expected.footer,
        "kind": str(expected.kind),
        "sections": [
            {
                "section": str(section),
                "heading": expected.heading(section),
                "lines": [
                    {
                        "text": printable(words),
                        "mode": str(line.mode) if section in WITH_MODE else None,
                    }
                    for line, words in lines
                ],
            }
            for section, lines in expected.sections()
        ],
        "second": second if expected.quotes or expected.charts else None,
    }
