"""What can be typed after `page` and `exported`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from companion.cli.options import json_option, positive

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]

ACTIONS = ("compose", "second", "head", "aloud")
"""What can be done with the page besides printing it."""
FORMS = ("text", "md", "html", "pdf", "json")
"""The forms it is printed in."""
_BY_NAME = {".md": "md", ".html": "html", ".htm": "html", ".pdf": "pdf", ".json": "json"}


def form_of(asked: argparse.Namespace) -> str:
    """The form to print in: the one asked for, or the one the file's name speaks of, or text.

    Args:
        asked: What was asked for.
    """
    suffix = PurePath(asked.output).suffix.lower() if asked.output else ""
    return str(asked.format or _BY_NAME.get(suffix, "text"))


def page_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `page` takes."""
    parser.add_argument("action", nargs="?", choices=ACTIONS, help=say("cli.page.action"))
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--session", type=positive, metavar="N", help=say("cli.option.session"))
    whose.add_argument("--handover", action="store_true", help=say("cli.page.handover"))
    parser.add_argument("--format", choices=FORMS, help=say("cli.page.format"))
    parser.add_argument("-o", "--output", metavar="FILE", help=say("cli.option.output"))
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))
    parser.add_argument("--paper", choices=["a4", "letter"], help=say("cli.page.paper"))
    parser.add_argument("--large", action="store_true", help=say("cli.page.large"))
    password = parser.add_mutually_exclusive_group()
    password.add_argument(
        "--pdf-password-file", metavar="FILE", default="", help=say("cli.page.password_file")
    )
    password.add_argument(
        "--ask-pdf-password", action="store_true", help=say("cli.page.password_ask")
    )
    parser.set_defaults(misused=lambda asked: _misused_page(parser, asked, say))


def exported_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `exported` takes; without an action, the files are listed."""
    parser.add_argument(
        "action", nargs="?", choices=["list", "remove", "forget"], help=say("cli.exported.action")
    )
    parser.add_argument("which", nargs="?", metavar="WHICH", help=say("cli.exported.which"))
    parser.add_argument("--all", action="store_true", help=say("cli.exported.all"))
    parser.add_argument("--yes", action="store_true", help=say("cli.option.yes"))
    parser.add_argument("--changed-too", action="store_true", help=say("cli.exported.changed_too"))
    json_option(parser, say)
    parser.set_defaults(misused=lambda asked: _misused_exported(parser, asked, say))


def _misused_page(parser: argparse.ArgumentParser, asked: argparse.Namespace, say: Say) -> None:
    of_pdf = asked.paper or asked.large or asked.pdf_password_file or asked.ask_pdf_password
    if asked.action and (asked.format or asked.output or asked.replace or of_pdf):
        parser.error(say("cli.page.only_printing", action=asked.action))
    if of_pdf and form_of(asked) != "pdf":
        parser.error(say("cli.page.only_pdf"))
    if asked.action == "head" and (asked.session or asked.handover):
        parser.error(say("cli.page.one_head"))


def _misused_exported(parser: argparse.ArgumentParser, asked: argparse.Namespace, say: Say) -> None:
    acts = asked.action in {"remove", "forget"}
    if acts and bool(asked.which) == asked.all:
        parser.error(say("cli.exported.which_or_all"))
    if acts and asked.json:
        parser.error(say("cli.exported.json_list"))
    if not acts and (asked.which or asked.all or asked.yes or asked.changed_too):
        parser.error(say("cli.exported.only_acting"))
    if asked.action == "forget" and (asked.yes or asked.changed_too):
        parser.error(say("cli.exported.only_removing"))
