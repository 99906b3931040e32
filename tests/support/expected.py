"""What somebody chose to have printed, and how it must read in each form, letter by letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.page import WITH_MODE, Kind, Line, Mode, Section
from companion.domain.text import clean
from companion.export.sheet import printable
from support.words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from support.drawings import Drawn

MODES = {
    Mode.DISCUSS: "(to talk about)",
    Mode.JUST_KNOW: "(just so you know)",
    Mode.PLEASE_ASK: "(please ask me)",
}
CHOSEN = "I chose these lines myself. It isn't everything and it isn't a record."
NOTHING = "Nothing on the page this time, and that is fine. We can simply begin."
FOOT = "How will you keep this page?"
ABOUT_DOTS = "A dot is what I chose that day. It is weather, not a verdict."
SESSION_MARK = "A small stroke at the foot is a session."


@dataclass(frozen=True)
class Expected:
    """A page that somebody chose, said without any code of the page's own."""

    lines: tuple[tuple[Line, str], ...]
    """The lines that may be printed, in the person's order, each with its words."""
    session_on: date | None
    name: str
    footer: bool
    kind: Kind = Kind.SESSION
    quotes: tuple[str, ...] = ()
    """The words that are quoted, in the person's order."""
    charts: tuple[Drawn, ...] = ()
    """The scales that are drawn."""

    @property
    def title(self) -> str:
        """What a file of it is called in its own data."""
        kinds = {Kind.SESSION: "A page for a session", Kind.HANDOVER: "A page for a new therapist"}
        return kinds[self.kind]

    @property
    def header(self) -> str:
        """From whom and for when."""
        name = printable(self.name)
        day = ENGLISH.day(self.session_on) if self.session_on else "our next session"
        whom = "someone new" if self.kind is Kind.HANDOVER else day
        return f"From {name}, for {whom}." if name else f"For {whom}."

    ornaments = 0
    """How many dots are drawn that are no figure."""

    @property
    def words(self) -> list[str]:
        """The person's own words on it."""
        return [printable(words) for _, words in self.lines] + [tidy(one) for one in self.quotes]

    def sections(self) -> list[tuple[Section, list[tuple[Line, str]]]]:
        """The lines by section, in printing order."""
        by_section = [(s, [one for one in self.lines if one[0].section is s]) for s in Section]
        return [(section, lines) for section, lines in by_section if lines]

    def heading(self, section: Section) -> str:
        """What a section is called."""
        return ENGLISH.say(f"print.{self.kind}.{section}")

    def headings(self) -> list[str]:
        """Every heading, from the first to the last."""
        found = [self.header, *(self.heading(section) for section, _ in self.sections())]
        found += ["In my own words"] if self.quotes else []
        charts = [chart.title for chart in self.charts]
        return found + (["As I chose it at the time", *charts] if charts else [])

    def pieces(self, form: str, pages: int = 1) -> list[str]:
        """Everything that is read, from the first letter to the last, marks included.

        Args:
            form: `text`, `md`, `html` or `pdf`.
            pages: How many leaves it takes, which are not numbered.
        """
        del pages
        pieces = [self.header, CHOSEN if self.lines else ""]
        for section, lines in self.sections():
            pieces += [f"{_MARKS[form].heading}{self.heading(section)}"]
            mark = _MARKS[form].item if len(lines) > 1 or form in {"text", "md"} else ""
            pieces += [f"{mark}{printable(words)}{mode_of(line)}" for line, words in lines]
        pieces += [] if self.lines else [NOTHING]
        pieces += [f"{_MARKS[form].rule}{FOOT}"] if self.footer else []
        return pieces + list(self._second(form))

    def _second(self, form: str) -> Iterator[str]:
        marks = _MARKS[form]
        if self.quotes or self.charts:
            yield marks.sheet
        if self.quotes:
            yield f"{marks.heading}In my own words"
            yield from (quoted(quote) if form == "md" else tidy(quote) for quote in self.quotes)
        if self.charts:
            yield f"{marks.heading}As I chose it at the time"
            yield ABOUT_DOTS
            if form in {"text", "md"}:
                item = "" if form == "text" else marks.item
                yield from (f"{item}{chart.spoken}" for chart in self.charts)
                return
            yield SESSION_MARK if any(chart.sessions for chart in self.charts) else ""
            for chart in self.charts:
                yield from (chart.title, chart.says, f"10 · {chart.high}", f"0 · {chart.low}")


@dataclass(frozen=True)
class ExpectedBook:
    """A book that somebody chose, said without any code of the book's own."""

    chapters: tuple[tuple[str, tuple[str, ...]], ...]
    """The heading of each chapter, or none, and the words that were chosen for it."""
    name: str

    title = "My own words"
    """What it is called."""

    @property
    def ornaments(self) -> int:
        """How many dots are drawn that are no figure: three between two passages."""
        return sum(3 * (len(texts) - 1) for _, texts in self.chapters)

    @property
    def words(self) -> list[str]:
        """The person's own words in it."""
        return [tidy(text) for _, texts in self.chapters for text in texts]

    def headings(self) -> list[str]:
        """Every heading, from the first to the last."""
        return [self.title, *(heading for heading, _ in self.chapters if heading)]

    def pieces(self, form: str, pages: int = 1) -> list[str]:
        """Everything that is read, from the first letter to the last, marks included.

        Args:
            form: `text`, `md`, `html` or `pdf`.
            pages: How many leaves it takes; those behind the first are numbered from one on.
        """
        name, md = printable(self.name), form == "md"
        by = f", by {name}" if name else ""
        opening = f"From the time of a therapy{by}. I chose these words myself."
        opening = opening if self.chapters else "No words were chosen for it."
        pieces = [f"#{self.title}" if md else self.title, opening]
        for heading, texts in self.chapters:
            pieces += [f"{_MARKS[form].heading}{heading}"] if heading else []
            between = "***" if md else ""
            pieces += [between.join(tidy(text) for text in texts)]
        numbers = map(str, range(1, pages)) if form == "pdf" else ()
        return [*pieces, *numbers]


@dataclass(frozen=True)
class _Marks:
    heading: str = ""
    item: str = ""
    rule: str = ""
    sheet: str = ""


_MARKS = {
    "text": _Marks(item="-", sheet="-" * 72),
    "md": _Marks(heading="##", item="-", rule="---", sheet="---"),
    "html": _Marks(),
    "pdf": _Marks(item="–"),
}


def mode_of(line: Line) -> str:
    """The mode that is printed behind a line, if any."""
    if line.section not in WITH_MODE or (line.section, line.mode) == (Section.TALK, Mode.DISCUSS):
        return ""
    return MODES[line.mode]


def tidy(text: str) -> str:
    """Words of several lines as they may stand in a file."""
    return clean(text).strip()


def quoted(text: str) -> str:
    """The same as a quotation in Markdown, as a reader of the file itself sees it."""
    rows = [row.strip() for row in clean(text).strip().split("\n")]
    paragraphs = "\n".join(rows).split("\n\n")
    found = [[row for row in one.split("\n") if row] for one in paragraphs]
    return ">".join("".join(f">{row}" for row in rows) for rows in found if rows)
