"""What the services need to turn a page, a book or a notebook into files, and to read one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from companion.domain.printing import TEXT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from companion.domain.agreement import AgreementSheet
    from companion.domain.aloud import AloudLine
    from companion.domain.archive import Archive, Incoming
    from companion.domain.book import Book
    from companion.domain.guide_text import Block
    from companion.domain.page import Page
    from companion.domain.printing import Printed, Printing


class PageWriter(Protocol):
    """Turns a page into the text of a file."""

    def render(self, page: Page, form: str, columns: int = TEXT_COLUMNS) -> str:
        """The page in a form: `text`, `md`, `html` or `json`. Same page, same text.

        Args:
            page: What is printed.
            form: The form.
            columns: As `text`, the most cells a line takes (20 or more).
        """

    def read_aloud(self, page: Page) -> tuple[AloudLine, ...]:
        """The page as it is read aloud: line by line, all that is printed and nothing else."""

    def print_page(self, page: Page, printing: Printing) -> Printed:
        """The page as a PDF. Same page without a password, same bytes.

        Raises:
            PrintingFailedError: If it could not be set.
        """

    def agreement(self, sheet: AgreementSheet, form: str) -> str:
        """An agreement in a form: `text` or `md`. Same agreement, same text."""

    def print_agreement(self, sheet: AgreementSheet, printing: Printing) -> Printed:
        """An agreement as a PDF. Same agreement without a password, same bytes.

        Raises:
            PrintingFailedError: If it could not be set.
        """

    def book(self, book: Book, form: str) -> str:
        """A book in a form: `text`, `md` or `html`. Same book, same text."""

    def print_book(self, book: Book, printing: Printing) -> Printed:
        """A book as a PDF. Same book without a password, same bytes.

        Raises:
            PrintingFailedError: If it could not be set.
        """

    def card(self, code: str) -> str:
        """A recovery code as a card to print."""


class LeafletPrinter(Protocol):
    """Turns what the guide prints into PDFs; same words, same bytes.

    What makes a PDF raises `PrintingFailedError` if it could not be set.
    """

    def print_guide(self, page: Sequence[Block], language: str, printing: Printing) -> Printed:
        """A page of the guide, in the language of that code."""

    def agreement(self, sheet: AgreementSheet, form: str) -> str:
        """An agreement, or room for one, in a form: `text` or `md`."""

    def print_agreement(self, sheet: AgreementSheet, printing: Printing) -> Printed:
        """An agreement, or room for one."""

    def print_guess(self, printing: Printing) -> Printed:
        """The sheet on which two people guess each other's number."""


class Outbox(Protocol):
    """Writes files outside the notebook, where the person says, readable by them alone."""

    def write(self, file: Path, text: str, *, replace: bool = False) -> None:
        """Write a text file whole or not at all, mode 0600.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
        """

    def write_bytes(self, file: Path, data: bytes, *, replace: bool = False) -> None:
        """Write a file whole or not at all, mode 0600.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
        """

    def write_pieces(self, file: Path, pieces: Iterable[str], *, replace: bool = False) -> None:
        """Write a text file piece by piece, whole or not at all, mode 0600.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
        """

    def place(self, file: Path) -> Path:
        """Where a file that was written lies: from the root on, and behind a link."""

    def fingerprint(self, file: Path) -> str:
        """A short text that changes when a file's bytes do; empty: it is not there.

        What is there and can't be read has one that no readable file has.
        """

    def remove(self, file: Path) -> None:
        """Remove a file; nothing happens if there is none.

        Raises:
            FileNotRemovedError: If it could not be removed.
        """

    def write_folder(self, folder: Path, files: Iterable[tuple[str, str]]) -> None:
        """Write a new folder of text files, whole or not at all, modes 0700 and 0600.

        Args:
            folder: Where; the folder above it must be there.
            files: Names (with `/` between their parts) and texts.

        Raises:
            FileExistsAlreadyError: If something of that name is there.
            FileNotWrittenError: If it could not be written.
        """


class Archivist(Protocol):
    """Turns everything in a notebook into files, and other files into entries."""

    def pieces(self, archive: Archive) -> Iterator[str]:
        """Companion's own JSON of everything, piece by piece."""

    def files(self, archive: Archive) -> Iterator[tuple[str, str]]:
        """A folder of Markdown: names in it, and texts."""

    def read(self, file: Path) -> Incoming:
        """What a file would bring in.

        Raises:
            ImportUnreadError: If it is not there or may not be read.
            ImportTooLargeError: If it is larger than anything that is read.
            UnknownImportError: If it is none of those that can be brought in.
            BrokenImportError: If it is one of them and not whole.
        """
