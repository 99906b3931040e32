"""The sheet on which two people guess each other's number, as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.export.pdf.engine import set_in_type
from companion.export.pdf.page import said

if TYPE_CHECKING:
    from companion.domain.printing import Printed, Printing
    from companion.export.sheet import PrintedWords

SCALES = ("open", "met", "heading")
"""The lines on it; `guess.scale.<name>` has their words. Only the ends have any."""


def guess_as_pdf(words: PrintedWords, printing: Printing) -> Printed:
    """The sheet as a PDF: two halves that are the same, one for each of the two.

    Args:
        words: The person's language.
        printing: Paper, and size of the print; in large print a half is a page.

    Raises:
        PrintingFailedError: If it could not be set.
    """
    title = words.say("guess.sheet.title")
    data = {
        "title": title,
        "language": words.code,
        "heading": said(title),
        "how": said(words.say("guess.sheet.how")),
        "then": said(words.say("guess.sheet.then")),
        "scales": [_scale(words, f"guess.scale.{name}") for name in SCALES],
    }
    return set_in_type("guess.typ", data, printing)


def _scale(words: PrintedWords, key: str) -> dict[str, object]:
    title, low, high = (words.say(f"{key}.{part}") for part in ("title", "low", "high"))
    return {
        "title": said(title),
        "low": said(low),
        "high": said(high),
        "spoken": words.say("guess.sheet.spoken", low=low, high=high),
    }
