"""The parser of the command line, saying what it has to say in the person's language."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    Say = Callable[..., str]

_HELP = {
    "usage:": "usage",
    "positional arguments:": "arguments",
    "options:": "options",
    "show this help message and exit": "help",
}
_WRONG = {
    "missing": r"the following arguments are required: (?P<said>.+)",
    "unknown": r"unrecognized arguments: (?P<said>.+)",
    "choice": r"argument (?P<name>.+?): invalid choice: (?P<said>.+) \(choose from (?P<known>.+)\)",
    "value": r"argument (?P<name>.+?): expected (?:at least )?one argument",
    "invalid": r"argument (?P<name>.+?): invalid .+ value: (?P<said>.+)",
    "together": r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
    "one_of": r"one of the arguments (?P<known>.+) is required",
}
# What argparse says, and the key of the same sentence; what is not here stays as it says it.


class UsageError(Exception):
    """The command line makes no sense; the text says what is wrong."""


class Ended(Exception):  # noqa: N818  asking for help is no error
    """Help was shown; there is nothing more to do."""


class Parser(argparse.ArgumentParser):
    """Raises instead of leaving, and writes where it is told to."""

    output: TextIO | None = None
    """Where help is written."""
    say: Say | None = None
    """The interface's sentences."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: Always; it says how the command is used, and what is wrong.
        """
        said = f"{self.format_usage()}{self._wrong(message)}"
        raise UsageError(said)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End, for help was shown."""
        raise Ended(status, message)

    def print_help(self, file: object = None) -> None:
        """Write the help."""
        del file
        super().print_help(Parser.output)

    def format_usage(self) -> str:
        """How the command is used, in one line or a few."""
        return self._said(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return self._said(super().format_help())

    @staticmethod
    def _said(text: str) -> str:
        say = Parser.say
        if say is None:
            return text
        for english, key in _HELP.items():
            text = text.replace(english, say(f"cli.usage.{key}"))
        return text

    @staticmethod
    def _wrong(message: str) -> str:
        say = Parser.say
        for key, pattern in _WRONG.items():
            found = re.fullmatch(pattern, message)
            if found and say is not None:
                return say(f"cli.usage.{key}", **found.groupdict())
        return message
