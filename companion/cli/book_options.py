"""What can be typed after `book` and `wipe`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.printing import Paper

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]

FORMS = ("text", "md", "html", "pdf")
"""The forms of a book."""


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


def wipe(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Take what `wipe` takes."""
    del shared
    parser.add_argument("--yes", action="store_true", help=say("wipe.cli.yes"))
