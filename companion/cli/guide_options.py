"""What can be typed after `guide`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.printing import Paper

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]


def guide(parser: argparse.ArgumentParser, say: Say, shared: argparse.ArgumentParser) -> None:
    """Take what `guide` takes; without a topic, the pages are listed."""
    del shared
    parser.add_argument(
        "topic", nargs="?", default="", metavar="TOPIC", help=say("cli.option.topic")
    )
    parser.add_argument("--pdf", nargs="?", const="", metavar="FILE", help=say("leaflets.cli.pdf"))
    papers = [paper.value for paper in Paper]
    parser.add_argument("--paper", choices=papers, default="", help=say("leaflets.cli.paper"))
    parser.add_argument("--large", action="store_true", help=say("leaflets.cli.large"))
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))
    parser.set_defaults(misused=lambda asked: _misused(parser, asked, say))


def _misused(parser: argparse.ArgumentParser, asked: argparse.Namespace, say: Say) -> None:
    if asked.pdf is None and (asked.paper or asked.large or asked.replace):
        parser.error(say("leaflets.cli.only_pdf"))
    if asked.pdf is not None and not asked.topic:
        parser.error(say("leaflets.cli.which"))
