"""Plain lines in and out. No cursor is moved, nothing is drawn, nothing is coloured."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TextIO

from companion.domain.errors import InputEndedError
from companion.domain.file_errors import OutputNotWrittenError
from companion.domain.text import clean, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NARROWEST = 20
"""Lines are never broken for less than this many cells."""
WIDEST = 80
"""Lines are never longer than this many cells."""


class Streams(NamedTuple):
    """Where lines come from and go to."""

    input: TextIO
    """What the person types, or a pipe."""
    output: TextIO
    """What is said."""
    errors: TextIO
    """What could not be done."""
    hidden: Callable[[str], str] | None = None
    """Asks for a passphrase without showing it; none: it is read like any line."""
    width: int = WIDEST
    """How many cells a line may have."""


class Terminal:
    """Says things and asks for lines."""

    def __init__(self, streams: Streams) -> None:
        """Take the streams."""
        self._streams = streams
        self._width = max(NARROWEST, min(WIDEST, streams.width))

    @property
    def by_hand(self) -> bool:
        """Whether a person is typing, rather than a pipe."""
        return self._streams.input.isatty()

    @property
    def shows(self) -> bool:
        """Whether what is said is shown on a terminal, and not sent to a pipe or a file."""
        return self._streams.output.isatty()

    @property
    def width(self) -> int:
        """How many cells a line may have."""
        return self._width

    def say(self, text: str = "") -> None:
        """Say something, broken at blanks; an empty text is an empty line."""
        for line in wrapped(clean(text), self._width):
            self._streams.output.write(f"{line}\n")
        self._streams.output.flush()

    def show(self, text: str) -> None:
        """Show a text as it is, line by line.

        Raises:
            OutputNotWrittenError: If the output did not take all of it.
            BrokenPipeError: If whoever read it has stopped.
        """
        with _taken_whole():
            self._streams.output.write(clean(text))
            self._streams.output.flush()

    def send(self, data: bytes) -> None:
        """Send the bytes of a file to the output, whole and as they are.

        Raises:
            OutputNotWrittenError: If the output did not take them all.
            BrokenPipeError: If whoever read them has stopped.
        """
        with _taken_whole():
            self._streams.output.flush()
            binary = self._streams.output.buffer
            binary.write(data)
            binary.flush()

    def warn(self, text: str) -> None:
        """Say something beside the output, on the error stream."""
        for line in wrapped(clean(text), self._width):
            self._streams.errors.write(f"{line}\n")
        self._streams.errors.flush()

    def ask(self, question: str = "> ") -> str:
        """Ask for one line, which may be empty.

        Raises:
            InputEndedError: If there are no more lines.
        """
        # Whoever pipes answers in reads the questions apart from the output, each on lines of
        # its own: no Enter is seen after them.
        by_hand = self.by_hand
        out = self._streams.output if by_hand else self._streams.errors
        asked = self._broken(question)
        out.write(asked if by_hand else f"{asked.rstrip()}\n")
        out.flush()
        line = self._streams.input.readline()
        if not line:
            out.write("\n" if by_hand else "")
            raise InputEndedError
        return clean(line).strip("\n").strip()

    def ask_hidden(self, question: str) -> str:
        """Ask for a passphrase, not showing what is typed.

        Raises:
            InputEndedError: If there are no more lines.
        """
        if self._streams.hidden is None or not self.by_hand:
            return self.ask(question)
        try:
            return self._streams.hidden(self._broken(question))
        except EOFError:
            raise InputEndedError from None

    def _broken(self, question: str) -> str:
        """A question in lines that fit; the answer stands one blank after the last."""
        return "\n".join(wrapped(clean(question), self._width - 1)) + " "

    def read_all(self) -> str:
        """Everything that is still to come."""
        return clean(self._streams.input.read())


@contextmanager
def _taken_whole() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        raise OutputNotWrittenError from None
