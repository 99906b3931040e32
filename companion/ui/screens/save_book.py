"""Saving the book as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.services.writing_out import PDF
from companion.ui.screens.save_printed import SavePrintedScreen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from companion.domain.book import Book
    from companion.domain.printing import Printing
    from companion.ui.context import Context


class SaveBookScreen(SavePrintedScreen):
    """Saves the book as it was seen."""

    FILES: ClassVar[Mapping[str, str]] = {
        PDF: "words.pdf",
        "html": "words.html",
        "text": "words.txt",
        "md": "words.md",
    }
    OWN = "book.save"

    def __init__(self, context: Context, book: Book, folder: Path | None = None) -> None:
        """Take the book.

        Args:
            context: What the open notebook offers.
            book: The book as it was seen.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context, folder)
        self._book = book

    def put(self, form: str, file: Path, printing: Printing, *, replace: bool) -> tuple[str, ...]:
        """Write the book."""
        return self.context.open.books.write(self._book, form, file, printing, replace=replace)
