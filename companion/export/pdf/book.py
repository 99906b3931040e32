"""The book at the end as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.export.pdf.engine import set_in_type
from companion.export.pdf.page import said

if TYPE_CHECKING:
    from companion.domain.printing import Printed, Printing
    from companion.export.book import BookSheet


def book_as_pdf(sheet: BookSheet, printing: Printing) -> Printed:
    """A book as a PDF, without its password: a leaf with its title, then its chapters.

    Args:
        sheet: What is read in it.
        printing: Paper, and size of the print.

    Raises:
        PrintingFailedError: If it could not be set.
    """
    words = {
        "title": sheet.title,
        "title_said": said(sheet.title),
        "language": sheet.language,
        "opening": said(sheet.opening),
        "chapters": [
            {"heading": said(heading), "passages": [said(text) for text in texts]}
            for heading, texts in sheet.chapters
        ],
    }
    return set_in_type("book.typ", words, printing)
