"""What can be typed after `homework`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.options import actions, json_option

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]

_ON_A_FILE = ("new", "check")
_ON_EITHER = ("preview", "show", "add")
_ON_A_TASK = ("take", "shrink", "drop")
_ON_A_PACK = ("aside", "again", "remove")


def homework(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Add what can be done with homework."""
    names = (*_ON_A_FILE, *_ON_EITHER, "list", *_ON_A_TASK, *_ON_A_PACK)
    named = actions(parser, say, shared, "homework", names)
    for name in _ON_A_FILE:
        named[name].add_argument("file", metavar="FILE", help=say("cli.homework.file"))
    for name in _ON_EITHER:
        named[name].add_argument("file", metavar="FILE|NAME", help=say("cli.homework.either"))
    for name in (*_ON_A_TASK, *_ON_A_PACK):
        named[name].add_argument("name", metavar="NAME", help=say("cli.homework.name"))
    for name in _ON_A_TASK:
        named[name].add_argument("task", metavar="TASK", help=say("cli.homework.task"))
    for name in ("check", "show", "list"):
        json_option(named[name], say)
    for name in ("add", "remove"):
        named[name].add_argument("--yes", action="store_true", help=say("cli.option.yes"))
    named["new"].add_argument("--replace", action="store_true", help=say("cli.option.replace"))
