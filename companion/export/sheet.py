"""What stands on a printed page, in words, before it gets the form of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from companion.domain.page import Mode, Section
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.page import Page, PageLine

_SAID_BY_HEADING = frozenset({(Section.TALK, Mode.DISCUSS)})
# Below "I'd like to talk about", a line that is to be talked about needs no mode. In the
# other sections every mode is printed: whoever reads it should not have to guess.


class PrintedWords(Protocol):
    """The interface's sentences and days, in the person's language."""

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of that key with its named gaps filled."""

    def day(self, day: date) -> str:
        """A day in words."""


@dataclass(frozen=True, slots=True)
class Block:
    """One section as it is read."""

    heading: str
    """Its heading."""
    lines: tuple[str, ...]
    """Its lines, each with its mode in words."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is read on a page, from top to bottom; each text is on one line."""

    header: str
    """From whom, for which day, and what the page is not."""
    blocks: tuple[Block, ...]
    """The sections that have lines."""
    nothing: str
    """Said in the place of sections when there are none; else empty."""
    footer: str
    """The question at the foot; may be empty."""


def sheet_of(page: Page, words: PrintedWords) -> Sheet:
    """A page in words.

    Args:
        page: What is printed.
        words: The person's language.
    """
    blocks = tuple(
        Block(
            words.say(f"print.section.{section}"),
            tuple(_line(section, line, words) for line in lines),
        )
        for section, lines in page.sections
    )
    return Sheet(
        header=_header(page, words),
        blocks=blocks,
        nothing="" if blocks else words.say("print.nothing"),
        footer=words.say("print.footer") if page.footer else "",
    )


def printable(text: str) -> str:
    """A person's words as they may stand in a file: on one line, nothing a terminal obeys."""
    return one_line(clean(one_line(text)))


def _header(page: Page, words: PrintedWords) -> str:
    name, day = printable(page.name), words.day(page.session_on) if page.session_on else ""
    key = f"{'named' if name else 'unnamed'}_{'dated' if day else 'undated'}"
    header = words.say(f"print.header.{key}", name=name, day=day)
    # On an empty page no lines were chosen, and "it isn't everything" would be a hint.
    return f"{header} {words.say('print.header.chosen')}" if page.sections else header


def _line(section: Section, line: PageLine, words: PrintedWords) -> str:
    text = printable(line.text)
    if line.mode is None or (section, line.mode) in _SAID_BY_HEADING:
        return text
    return words.say("print.with_mode", text=text, mode=words.say(f"print.mode.{line.mode}"))
