"""What a shell and a manual are told of the command line. No notebook is opened for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from companion.cli import codes
from companion.cli.parser import whole
from companion.cli.shells.tree import grown
from companion.cli.shells.values import known_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.cli.run import Run
    from companion.cli.shells.tree import Place

    Say = Callable[..., str]


def completion(run: Run) -> int:
    """Print what a shell offers at a press of tab."""
    run.terminal.show(script(run.asked.shell, run.builder.words.say))
    return codes.DONE


def man(run: Run) -> int:
    """Print the manual page."""
    run.terminal.show(manual(run.builder.words.say))
    return codes.DONE


def script(shell: str, say: Say) -> str:
    """What a shell offers at a press of tab, as a script for it.

    Args:
        shell: One of `SHELLS`.
        say: The interface's sentences.
    """
    write: Callable[[Place], str] = getattr(import_module(f"companion.cli.shells.{shell}"), shell)
    return write(_tree(say))


def manual(say: Say) -> str:
    """The manual page, as `man` reads it.

    Args:
        say: The interface's sentences.
    """
    from companion.cli.manual import page

    return page(_tree(say), say)


def _tree(say: Say) -> Place:
    return grown(whole(say), known_values(), say)
