"""What can be typed after `companion content`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.options import actions

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]


def content(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Add what can be done with content: checking it, in all languages or in one."""
    check = actions(parser, say, shared, "content", ("check",))["check"]
    check.add_argument("--language", metavar="CODE", default="", help=say("cli.option.language"))
