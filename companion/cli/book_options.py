"""What can be typed after `book` and `wipe`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.printing_options import form_of
from companion.domain.printing import Paper

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]

FORMS = ("text", "md", "html", "pdf")
"""The forms of a book."""


def book_form(asked: argparse.Namespace) -> str:
    """The form of the book: the one asked for, or the one the file's name speaks of, or text.

    Args:
        asked: What was asked for after `book`.
    """
    found = form_of(asked)
    return found if found in FORMS else FORMS[0]


def book(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Take what `book` takes; without an action, it is printed as it stands."""
    del shared
    parser.add_argument("action", nargs="?", choices=["compose"], help=say("book.cli.compose"))
    parser.add_argument("--format", choices=FORMS, default="", help=say("book.cli.format"))
    papers = [paper.value for paper in Paper]
    parser.add_argument("--paper", choices=papers, default="", help=say("book.cli.paper"))
    parser.add_argument("--large", action="store_true", help=say("book.cli.large"))
    parser.add_argument(
        "--pdf-password-file", metavar="FILE", default="", help=say("book.cli.password_file")
    )
    parser.add_argument("-o", "--output", metavar="FILE", help=say("cli.option.output"))
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))
    parser.set_defaults(misused=lambda asked: _misused_book(parser, asked, say))


def wipe(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Take what `wipe` takes."""
    del shared
    parser.add_argument("--yes", action="store_true", help=say("wipe.cli.yes"))


def _misused_book(parser: argparse.ArgumentParser, asked: argparse.Namespace, say: Say) -> None:
    # Silently left out, a password would let someone believe that the file is locked.
    if (asked.paper or asked.large or asked.pdf_password_file) and book_form(asked) != "pdf":
        parser.error(say("cli.page.only_pdf"))
