"""The guide: one page at a time, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.errors import UnknownTopicError

if TYPE_CHECKING:
    from companion.cli.run import Run


def guide(run: Run) -> int:
    """List the pages, or show one."""
    from companion.catalog.guide import Guide

    pages = Guide(run.builder.words.code)
    if not run.asked.topic:
        for topic in pages.topics():
            run.terminal.say(f"{topic}: {run.say(f'guide.{topic}')}")
        return codes.DONE
    if run.asked.topic not in pages.topics():
        raise UnknownTopicError(topic=run.asked.topic)
    run.terminal.show(pages.page(run.asked.topic))
    return codes.DONE
