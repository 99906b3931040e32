"""Whether the content is as it should be, in every language: for whoever writes or translates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.catalog.lint import Problem
    from companion.cli.run import Run


def content(run: Run) -> int:
    """Check all of it, or one language."""
    from companion.catalog.whole import check_whole

    return say_problems(run, check_whole(only=run.asked.language))


def say_problems(run: Run, problems: Sequence[Problem]) -> int:
    """Say each problem by file and key, or that there is none.

    Args:
        run: The command being carried out.
        problems: What is not as it should be.
    """
    for problem in problems:
        run.terminal.say(f"{problem.file}: {problem.key}: {problem.text}")
    if not problems:
        run.terminal.say(run.say("cli.content_good"))
    return codes.NOT_DONE if problems else codes.DONE
