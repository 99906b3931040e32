"""Turns a page into the text of a file. Each form is imported when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.printing import TEXT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.agreement import AgreementSheet
    from companion.domain.aloud import AloudLine
    from companion.domain.book import Book
    from companion.domain.guide_text import Block
    from companion.domain.page import Page
    from companion.domain.printing import Printed, Printing
    from companion.export.sheet import PrintedWords

FORMS = ("text", "md", "html", "json")
"""The forms of a page that are text; besides them there is the PDF."""


class Writer:
    """Renders pages in one language; fits `PageWriter`."""

    def __init__(self, words: PrintedWords) -> None:
        """Take the person's language."""
        self._words = words

    def render(self, page: Page, form: str, columns: int = TEXT_COLUMNS) -> str:
        """The page in a form. Same page, same text.

        Args:
            page: What is printed.
            form: `text`, `md`, `html` or `json`.
            columns: As `text`, the most cells a line takes (20 or more).

        Raises:
            ValueError: If there is no such form.
        """
        from companion.export.sheet import sheet_of

        sheet = sheet_of(page, self._words)
        match form:
            case "text":
                from companion.export.text import as_text

                return as_text(sheet, columns)
            case "md":
                from companion.export.markdown import as_markdown

                return as_markdown(sheet)
            case "html":
                from companion.export.html import as_html

                return as_html(sheet)
            case "json":
                from companion.export.as_json import as_json

                return as_json(page, sheet)
        msg = f"no form of a page: {form}"
        raise ValueError(msg)

    def read_aloud(self, page: Page) -> tuple[AloudLine, ...]:
        """The page as it is read aloud: line by line, all that is printed and nothing else.

        Args:
            page: What is printed.
        """
        from companion.export.aloud import as_aloud
        from companion.export.sheet import sheet_of

        return as_aloud(sheet_of(page, self._words))

    def print_page(self, page: Page, printing: Printing) -> Printed:
        """The page as a PDF. Same page without a password, same bytes.

        Args:
            page: What is printed.
            printing: Paper, size of the print, password.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        from companion.export.pdf.page import as_pdf
        from companion.export.sheet import sheet_of

        made = as_pdf(sheet_of(page, self._words), printing)
        return _locked(made, printing.password)

    def agreement(self, sheet: AgreementSheet, form: str) -> str:
        """The agreement in a form. Same agreement, same text.

        Args:
            sheet: What is printed.
            form: `text` or `md`.

        Raises:
            ValueError: If there is no such form.
        """
        from companion.export.agreement import agreement_as_markdown, agreement_as_text

        match form:
            case "text":
                return agreement_as_text(sheet, self._words)
            case "md":
                return agreement_as_markdown(sheet, self._words)
        msg = f"no form of an agreement: {form}"
        raise ValueError(msg)

    def print_agreement(self, sheet: AgreementSheet, printing: Printing) -> Printed:
        """The agreement as a PDF. Same agreement without a password, same bytes.

        Args:
            sheet: What is printed.
            printing: Paper, size of the print, password.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        from companion.export.pdf.agreement import agreement_as_pdf

        return _locked(agreement_as_pdf(sheet, self._words, printing), printing.password)

    def print_guide(self, page: Sequence[Block], language: str, printing: Printing) -> Printed:
        """A page of the guide as a PDF. Same page, same bytes.

        Args:
            page: Its blocks.
            language: The code of the language it is in, which may be another than the writer's.
            printing: Paper, size of the print.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        from companion.export.pdf.guide import guide_as_pdf

        return guide_as_pdf(page, language, printing)

    def print_guess(self, printing: Printing) -> Printed:
        """The sheet on which two people guess each other's number, as a PDF.

        Args:
            printing: Paper, size of the print.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        from companion.export.pdf.guess import guess_as_pdf

        return guess_as_pdf(self._words, printing)

    def book(self, book: Book, form: str) -> str:
        """The book in a form. Same book, same text.

        Args:
            book: What was ticked.
            form: `text`, `md` or `html`.

        Raises:
            ValueError: If there is no such form.
        """
        from companion.export.book import book_as_markdown, book_as_text, book_sheet

        sheet = book_sheet(book, self._words)
        match form:
            case "text":
                return book_as_text(sheet)
            case "md":
                return book_as_markdown(sheet)
            case "html":
                from companion.export.html import book_as_html

                return book_as_html(sheet)
        msg = f"no form of a book: {form}"
        raise ValueError(msg)

    def print_book(self, book: Book, printing: Printing) -> Printed:
        """The book as a PDF. Same book without a password, same bytes.

        Args:
            book: What was ticked.
            printing: Paper, size of the print, password.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        from companion.export.book import book_sheet
        from companion.export.pdf.book import book_as_pdf

        made = book_as_pdf(book_sheet(book, self._words), printing)
        return _locked(made, printing.password)

    def card(self, code: str) -> str:
        """A recovery code as a card to print, cut out and put away."""
        from companion.export.recovery_card import as_card

        return as_card(code, self._words)


def _locked(made: Printed, password: str) -> Printed:
    if not password:
        return made
    from companion.export.pdf.password import locked

    return replace(made, data=locked(made.data, password))
