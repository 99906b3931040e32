"""What can be typed after `unsaid`, `task`, `agreement` and `journey`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from companion.cli.options import actions, json_option
from companion.cli.printing_options import form_of
from companion.domain.ladder import Became, Rung, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    Say = Callable[..., str]

WRITTEN = "written"
"""The words as they were written, among the sizes to bring."""
SHEET_FORMS = ("text", "md", "pdf")
"""The forms of the agreement as a sheet."""
_ON_AN_ITEM = ("show", "move", "rehearse", "bring", "said")
_ON_A_TASK = ("show", "went", "tiny", "change", "drop")
_ON_A_JOURNEY = ("open", "rename", "close", "reopen")


def unsaid(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Add the drawer's actions; without one, it is listed."""
    json_option(parser, say)
    named = actions(parser, say, shared, "unsaid", ("repairs", *_ON_AN_ITEM), required=False)
    for name in _ON_AN_ITEM:
        named[name].add_argument("id", metavar="ID", help=say("cli.option.unsaid_id"))
    for name in ("show", "repairs"):
        # Its silence must not unsay the option before it.
        json_option(named[name], say, default=argparse.SUPPRESS)
    named["move"].add_argument("rung", choices=list(map(str, Rung)), help=say("cli.option.rung"))
    sizes = list(map(str, Size))
    rehearse = named["rehearse"]
    rehearse.add_argument("--size", choices=sizes, required=True, help=say("cli.option.size"))
    rehearse.add_argument("--clear", action="store_true", help=say("cli.option.clear"))
    named["bring"].add_argument(
        "--size", choices=[*sizes, WRITTEN], help=say("cli.option.bring_size")
    )
    named["said"].add_argument(
        "--became", choices=list(map(str, Became)), help=say("cli.option.became")
    )


def task(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Add what can be done with agreed tasks."""
    named = actions(parser, say, shared, "task", ("list", "add", *_ON_A_TASK))
    json_option(named["list"], say)
    named["add"].add_argument("--walk", action="store_true", help=say("cli.option.walk"))
    for name in _ON_A_TASK:
        named[name].add_argument("id", metavar="ID", help=say("cli.option.task_id"))
    json_option(named["show"], say)


def agreement(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Add what can be done with the agreement; without an action, it is shown."""
    del shared
    parser.add_argument(
        "action", nargs="?", choices=["new", "history"], help=say("cli.option.agreement")
    )
    parser.add_argument("--blank", action="store_true", help=say("leaflets.cli.blank"))
    parser.add_argument("--names", action="store_true", help=say("leaflets.cli.names"))
    parser.add_argument("--format", choices=SHEET_FORMS, help=say("cli.option.sheet_format"))
    parser.add_argument("-o", "--output", metavar="FILE", help=say("cli.option.output"))
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))
    parser.add_argument("--paper", choices=["a4", "letter"], help=say("cli.page.paper"))
    parser.add_argument("--large", action="store_true", help=say("cli.page.large"))
    parser.add_argument(
        "--pdf-password-file", metavar="FILE", default="", help=say("cli.page.password_file")
    )
    parser.set_defaults(misused=lambda asked: _misused_agreement(parser, asked, say))


def sheet_form(asked: argparse.Namespace) -> str:
    """The form of the sheet: the one asked for, or the one the file's name speaks of, or text.

    Args:
        asked: What was asked for after `agreement`.
    """
    found = form_of(asked)
    return found if found in SHEET_FORMS else SHEET_FORMS[0]


def _misused_agreement(
    parser: argparse.ArgumentParser, asked: argparse.Namespace, say: Say
) -> None:
    if asked.blank and asked.action:
        parser.error(say("leaflets.cli.blank_alone"))
    of_pdf = asked.paper or asked.large or asked.pdf_password_file
    if of_pdf and sheet_form(asked) != "pdf":
        parser.error(say("cli.page.only_pdf"))


def journey(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Add what can be done with therapies."""
    named = actions(parser, say, shared, "journey", ("list", "new", "map", *_ON_A_JOURNEY))
    json_option(named["list"], say)
    json_option(named["map"], say)
    named["map"].add_argument("which", nargs="?", metavar="WHICH", help=say("cli.option.journey"))
    for name in _ON_A_JOURNEY:
        named[name].add_argument("which", metavar="WHICH", help=say("cli.option.journey"))
    for name in ("new", "rename"):
        named[name].add_argument(
            "name", nargs="?", metavar="NAME", help=say("cli.option.journey_name")
        )
    named["close"].add_argument("--yes", action="store_true", help=say("cli.option.yes"))
