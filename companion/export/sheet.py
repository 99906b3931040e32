"""What stands on a printed page, in words, before it gets the form of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from companion.domain.page import Kind, Mode, Section
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.page import Page, PageLine
    from companion.domain.second_sheet import Chart, SecondSheet

_SAID_BY_HEADING = frozenset({(Section.TALK, Mode.DISCUSS)})
# Below "I'd like to talk about", a line that is to be talked about needs no mode. In the
# other sections every mode is printed: whoever reads it should not have to guess.


class PrintedWords(Protocol):
    """The interface's sentences and days, in the person's language."""

    @property
    def code(self) -> str:
        """The language's code: `en`."""

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of that key with its named gaps filled."""

    def day(self, day: date) -> str:
        """A day in words."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line as it is read."""

    text: str
    """The person's words."""
    mode: str
    """What they would like to happen with it, in words; empty: it goes without saying."""
    whole: str
    """Both in one sentence."""


@dataclass(frozen=True, slots=True)
class Block:
    """One section as it is read."""

    heading: str
    """Its heading."""
    lines: tuple[SheetLine, ...]
    """Its lines."""
    leads: bool = False
    """Whether it is the one thing that comes before all else."""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """One scale as it is drawn and read."""

    title: str
    """What was chosen on it."""
    low: str
    """The words at 0."""
    high: str
    """The words at 10."""
    dots: tuple[tuple[int, int], ...]
    """Where each lies (0 to 1000, left to right) and what was chosen (0 to 10)."""
    sessions: tuple[int, ...]
    """Where sessions were held (0 to 1000)."""
    joined: bool
    """Whether a line joins the dots: there are enough."""
    says: str
    """How many dots there are, and whether that is enough to tell."""
    spoken: str
    """All of it in words, for whoever can't see it."""


@dataclass(frozen=True, slots=True)
class Second:
    """Everything that is read on the second sheet."""

    quotes_heading: str
    """The heading of the quotes; empty: there are none."""
    quotes: tuple[str, ...]
    """The person's own words; each may be several lines."""
    charts_heading: str
    """The heading of the charts; empty: there are none."""
    charts: tuple[DrawnChart, ...]
    """The charts, in order."""
    charts_about: str
    """What a dot is; empty where there are no charts."""
    session_mark: str
    """What the mark of a session means; empty where none is marked."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is read on a page, from top to bottom; each text is on one line."""

    title: str
    """What the file is called in its own data; nothing private."""
    language: str
    """The code of the language its headings are in."""
    header: str
    """From whom and for which day."""
    chosen: str
    """Who chose the lines, and what the page is not; empty: there are none."""
    blocks: tuple[Block, ...]
    """The sections that have lines."""
    nothing: str
    """Said in the place of sections when there are none; else empty."""
    footer: str
    """The question at the foot; may be empty."""
    second: Second | None = None
    """The second sheet; none: there is only one."""

    @property
    def opening(self) -> str:
        """The header and who chose the lines, in one paragraph."""
        return f"{self.header} {self.chosen}".rstrip()


def sheet_of(page: Page, words: PrintedWords) -> Sheet:
    """A page in words.

    Args:
        page: What is printed.
        words: The person's language.
    """
    blocks = tuple(
        Block(
            words.say(f"print.{page.kind}.{section}"),
            tuple(_line(section, line, words) for line in lines),
            leads=section is Section.ONE_THING,
        )
        for section, lines in page.sections
    )
    return Sheet(
        title=words.say(f"print.title.{page.kind}"),
        language=words.code,
        header=_header(page, words),
        # On an empty page no lines were chosen, and "it isn't everything" would be a hint.
        chosen=words.say("print.header.chosen") if blocks else "",
        blocks=blocks,
        nothing="" if blocks else words.say("print.nothing"),
        footer=words.say("print.footer") if page.footer else "",
        second=_second(page.second, words) if page.second else None,
    )


def printable(text: str) -> str:
    """A person's words as they may stand in a file: on one line, nothing a terminal obeys."""
    return one_line(clean(one_line(text)))


def _header(page: Page, words: PrintedWords) -> str:
    name, day = printable(page.name), words.day(page.session_on) if page.session_on else ""
    for_whom = "handover" if page.kind is Kind.HANDOVER else "dated" if day else "undated"
    key = f"{'named' if name else 'unnamed'}_{for_whom}"
    return words.say(f"print.header.{key}", name=name, day=day)


def _line(section: Section, line: PageLine, words: PrintedWords) -> SheetLine:
    text = printable(line.text)
    if line.mode is None or (section, line.mode) in _SAID_BY_HEADING:
        return SheetLine(text, "", text)
    mode = words.say(f"print.mode.{line.mode}")
    return SheetLine(text, mode, words.say("print.with_mode", text=text, mode=mode))


def _second(sheet: SecondSheet, words: PrintedWords) -> Second:
    charts = tuple(_drawn(chart, words) for chart in sheet.charts)
    marked = any(chart.sessions for chart in sheet.charts)
    return Second(
        quotes_heading=words.say("print.second.quotes") if sheet.quotes else "",
        quotes=tuple(clean(quote).strip() for quote in sheet.quotes),
        charts_heading=words.say("print.second.charts") if charts else "",
        charts=charts,
        charts_about=words.say("print.second.about") if charts else "",
        session_mark=words.say("print.second.session") if marked else "",
    )


def _drawn(chart: Chart, words: PrintedWords) -> DrawnChart:
    title, low, high = (
        words.say(f"print.scale.{chart.measure_id}.{part}") for part in ("title", "low", "high")
    )
    dots = words.say("moved.dots", number=len(chart.dots))
    says = dots if chart.is_enough else words.say("moved.too_few", dots=dots)
    values = ", ".join(str(value) for _, value in chart.dots)
    spoken = words.say(
        "print.second.spoken", title=title, low=low, high=high, values=values, says=says
    )
    return DrawnChart(title, low, high, chart.dots, chart.sessions, chart.is_enough, says, spoken)
