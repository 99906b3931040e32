"""Someone who types what they hear: a choice is made by the number its words were said with."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from support.real import PASSPHRASE, Shell, piped
from support.words import SENTENCES

from companion.catalog.language import Language
from companion.cli.main import main
from companion.demo.story import load_story
from companion.demo.telling import Calendar, StoryClock, Teller
from companion.plain.terminal import Streams
from companion.services.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from companion.services.open_notebook import OpenNotebook

WORDS = Language("en")
# What is read out as something else: an id, a day or a month cut short, a range with a dash,
# a key with a sign before it, a vowel alone that is a word of its own.
ODD = re.compile(
    r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8}\b"
    r"|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d|\d (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
    r"|\b\d+ min\b|(?<![-\d])\d{1,2}[\u2013-]\d{1,2}(?![-\d])|\^\w|\u00b7| a (?:adds|to add)\b"
)
"""What must never be heard."""
_GAP = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Pick:
    """To be chosen by its words, whatever its number."""

    words: str
    """How what is chosen begins."""


def one_line(text: str) -> str:
    """A text with every run of white space folded to one blank."""
    return " ".join(text.split())


def fixed(key: str) -> str:
    """The longest part of a sentence of the interface that has no gap in it."""
    return max(map(one_line, _GAP.split(SENTENCES[key])), key=len)


def pick(key: str) -> Pick:
    """What a sentence of the interface offers."""
    return Pick(one_line(_GAP.split(SENTENCES[key])[0]))


class Typist(io.StringIO):
    """The lines of someone who types, each when it is asked for."""

    def __init__(self, lines: Iterable[str | Pick], heard: Ear, *, by_hand: bool) -> None:
        """Take the lines, and what hears.

        Args:
            lines: What is typed, one after the other; then there are no more lines.
            heard: Where everything is heard.
            by_hand: Whether a person sits there, and not a pipe.
        """
        super().__init__()
        self._lines = list(lines)
        self._heard = heard
        self._by_hand = by_hand
        self.lost = ""
        """What was to be chosen and was not offered; empty: all was found."""

    def isatty(self) -> bool:
        return self._by_hand

    def readline(self, size: int | None = -1, /) -> str:
        del size
        if self.lost or not self._lines:
            return ""
        line = self._lines.pop(0)
        said = self._number(line) if isinstance(line, Pick) else line
        if self._by_hand:
            self._heard.output.write("\n")  # Enter, as a terminal shows it
        return f"{said}\n"

    @property
    def left(self) -> int:
        """How many lines were never asked for."""
        return len(self._lines)

    def _number(self, wanted: Pick) -> str:
        offered = rf"(?:^|\s)(\d+)\. {re.escape(wanted.words)}(?!\w)"
        found = re.findall(offered, one_line(self._heard.all), re.IGNORECASE)
        if not found:
            self.lost = wanted.words
            return ""
        return str(found[-1])


class Ear:
    """Everything that was said, whichever stream it came on."""

    def __init__(self) -> None:
        """Take nothing yet."""
        self.output = piped()
        self.errors = piped()

    @property
    def all(self) -> str:
        """What was said, and the questions and warnings after it where they were sent apart."""
        return self.output.buffer.getvalue().decode() + self.errors.buffer.getvalue().decode()


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of typing."""

    text: str
    """Everything that was said, as it came."""
    code: int
    """The exit code."""
    lost: str
    """What was to be chosen and was not offered."""
    left: int
    """How many lines were never asked for."""


def typed(
    shell: Shell,
    *lines: str | Pick,
    by_hand: bool = True,
    width: int = 80,
    lang: str = "en",
    command: tuple[str, ...] = ("--plain",),
) -> Heard:
    """Open a notebook in plain mode, or carry out a command, and type lines into it.

    Args:
        shell: Has the notebook.
        lines: What is typed.
        by_hand: Whether a person sits there, and not a pipe.
        width: How many cells a line has.
        lang: What is spoken.
        command: What stands after `companion`.
    """
    ear = Ear()
    named = (one.replace("{home}", str(shell.home)) if type(one) is str else one for one in lines)
    typist = Typist(named, ear, by_hand=by_hand)
    streams = Streams(typist, ear.output, ear.errors, width=width)
    argv = [*command, "--lang", lang, "--passphrase-file", str(shell.passphrase_file)]
    code = main(argv, streams, shell.builder)
    return Heard(ear.all, code, typist.lost, typist.left)


def tell_story(shell: Shell) -> None:
    """Write the demo's three months into a real notebook, through the services."""
    builder = shell.builder()
    clock, story = StoryClock(builder.clock), load_story("en")
    notebook = Notebook(builder.vault, lambda: replace(builder.surroundings(), clock=clock))
    calendar = Calendar(story, clock)
    clock.show(calendar.beginning)
    opened = notebook.set_up(PASSPHRASE, story.name)
    Teller(story, opened, clock, calendar).tell(WORDS.say("plain.note_title"))
    notebook.lock()


def copied(told: Path, home: Path) -> Shell:
    """Someone who has a copy of a notebook.

    Args:
        told: The notebook's folder.
        home: An empty folder.
    """
    shell = Shell(home)
    shutil.copytree(told, shell.notebook)
    return shell


def opened(shell: Shell) -> tuple[Notebook, OpenNotebook]:
    """The notebook as it is kept, to look at; to be locked afterwards."""
    notebook = shell.builder().notebook
    return notebook, notebook.unlock(PASSPHRASE)
