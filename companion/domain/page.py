"""The one page for the next session, composed from ticked lines and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.text import one_line, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from companion.domain.second_sheet import SecondSheet

PAGE_WORDS = 300
"""The most words on a page, all sections together: two minutes of reading."""


class Section(StrEnum):
    """The parts of the page, in the order they are printed."""

    ONE_THING = "one-thing"
    TALK = "talk"
    ABOUT_US = "about-us"
    SINCE = "since"
    TRIED = "tried"
    MANAGED = "managed"
    FEELINGS = "feelings"
    QUESTIONS = "questions"
    HELP_TODAY = "help-today"
    NOT_TODAY = "not-today"


class Kind(StrEnum):
    """For whom a page is. Its parts are the same; what they are called is not."""

    SESSION = "session"
    """For the next session."""
    HANDOVER = "handover"
    """For a new therapist."""


class Mode(StrEnum):
    """What the person would like to happen with a line."""

    DISCUSS = "discuss"
    """Talk about it."""
    JUST_KNOW = "just-know"
    """Only know it."""
    PLEASE_ASK = "please-ask"
    """Ask, for it is hard to begin."""


class Cap(NamedTuple):
    """How much a section holds."""

    lines: int
    """The most lines."""
    words: int
    """The most words in one line."""
    total: int
    """The most words in all its lines together."""


CAPS: dict[Section, Cap] = {
    Section.ONE_THING: Cap(1, 40, 40),
    Section.TALK: Cap(3, 20, 60),
    Section.ABOUT_US: Cap(2, 30, 60),
    Section.SINCE: Cap(2, 50, 50),
    Section.TRIED: Cap(3, 25, 75),
    Section.MANAGED: Cap(1, 25, 25),
    Section.FEELINGS: Cap(1, 5, 5),
    Section.QUESTIONS: Cap(3, 20, 60),
    Section.HELP_TODAY: Cap(1, 15, 15),
    Section.NOT_TODAY: Cap(1, 15, 15),
}
"""What each section holds. They add up to more than a page: the page has its own cap."""

MOVABLE = (
    Section.ONE_THING,
    Section.TALK,
    Section.SINCE,
    Section.TRIED,
    Section.MANAGED,
    Section.QUESTIONS,
)
"""The sections a person may move a line between."""

WITH_MODE = frozenset({Section.ONE_THING, Section.TALK, Section.ABOUT_US})
"""The sections whose lines carry a mode."""

SECOND_YES = frozenset({Section.ABOUT_US, Section.NOT_TODAY})
"""The sections whose lines need a second yes before they are on the page."""


def handover_of(journey_id: str) -> str:
    """What the lines of a journey's page for a new therapist are kept under.

    Lines are kept by session; this page is for none of them.

    Args:
        journey_id: The journey.
    """
    return f"handover:{journey_id}"


def may_be_parked(section: Section | None) -> bool:
    """Whether an answer of a section can wait for the session without the ladder.

    What is about the two of them comes to a page from the drawer's *bring* alone.

    Args:
        section: The part of the page it belongs to; none: never on a page.
    """
    return section is not None and section is not Section.ABOUT_US


class Origin(NamedTuple):
    """Where a line is from. Shown inside the app, never on a page."""

    reflection_id: str
    """The entry the answer stands in."""
    title: str
    """That entry's title."""
    prompt: str
    """The question as it was asked."""
    happened_at: datetime
    """When it was (aware, UTC)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer that may become a line of the page."""

    answer_id: str
    """The answer; stays inside the app."""
    text: str
    """What was said, verbatim."""
    section: Section
    """Where on the page it belongs, unless it is moved."""
    origin: Origin
    """Where it is from."""


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate the person ticked for one session's page."""

    answer_id: str
    """The answer; stays inside the app."""
    section: Section
    """The part of the page it stands in."""
    mode: Mode = Mode.DISCUSS
    """What the person would like to happen with it."""
    wording: str = ""
    """The person's own shortening; empty: the answer's words as they are."""
    agreed: bool = False
    """Whether the second yes was given, where one is needed."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line as it is printed."""

    text: str
    """The words, on one line."""
    mode: Mode | None
    """The mode, in the sections that print one."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is printed, and nothing that is not.

    There is no id in it, no time of day, no count: what isn't here can't leak.
    """

    session_on: date | None
    """The day of the session it is for, on the person's own calendar."""
    sections: tuple[tuple[Section, tuple[PageLine, ...]], ...]
    """The sections that have lines, in printing order."""
    name: str = ""
    """The name or initials to print; empty: none."""
    footer: bool = True
    """Whether "How will you keep this page?" stands at the foot."""
    kind: Kind = Kind.SESSION
    """For whom it is."""
    second: SecondSheet | None = None
    """The second sheet; none: there is only one."""

    @property
    def words(self) -> int:
        """How many of the person's own words are on it."""
        return sum(word_count(line.text) for _, lines in self.sections for line in lines)


class Excess(NamedTuple):
    """More than a section, or the page, holds."""

    section: Section | None
    """The section; none: the page as a whole."""
    words: int
    """How many words are too many (0 if only lines are)."""
    lines: int
    """How many lines are too many (0 if only words are)."""


def may_stand(own: Section, section: Section) -> bool:
    """Whether a line may stand in a section.

    A line stands in its own section; those of the open sections may be moved
    among these. What is about the two of them, or is not to be talked about,
    never slips into another section, nor anything into theirs.

    Args:
        own: The section that the answer belongs to.
        section: The section that the line is to stand in.
    """
    return section is own or (own in MOVABLE and section in MOVABLE)


def on_page(line: Line) -> bool:
    """Whether a ticked line is on the page: it is, unless its second yes is missing."""
    return line.agreed or line.section not in SECOND_YES


def compose(
    lines: Iterable[Line],
    candidates: Iterable[Candidate],
    *,
    session_on: date | None,
    name: str = "",
    footer: bool = True,
    kind: Kind = Kind.SESSION,
    second: SecondSheet | None = None,
) -> Page:
    """The page that a set of ticked lines makes. Pure: same lines, same page.

    A line whose answer is no candidate any more (moved to the drawer, let go),
    or has come to belong to a section that the line may not stand in, is not on
    the page. Nor is a second line of the same answer.

    Args:
        lines: The ticked lines, in the person's order.
        candidates: What may be on a page now.
        session_on: The day of the session.
        name: The name to print, or nothing.
        footer: Whether to print the question about how the page is kept.
        kind: For whom it is.
        second: The second sheet, if there is one; one with nothing on it is left out.
    """
    unprinted = {candidate.answer_id: candidate for candidate in candidates}
    printed: dict[Section, list[PageLine]] = {section: [] for section in Section}
    for line in filter(on_page, lines):
        candidate = unprinted.get(line.answer_id)
        if candidate is not None and may_stand(candidate.section, line.section):
            del unprinted[line.answer_id]
            text = one_line(line.wording) or one_line(candidate.text)
            mode = line.mode if line.section in WITH_MODE else None
            printed[line.section].append(PageLine(text, mode))
    sections = tuple((section, tuple(found)) for section, found in printed.items() if found)
    more = None if second is None or second.is_empty else second
    return Page(session_on, sections, one_line(name), footer, kind, more)


def excess(page: Page) -> tuple[Excess, ...]:
    """Where the page holds more than it should; empty when it fits.

    Nothing is ever cut: the person is asked which line matters less.
    """
    found: list[Excess] = []
    for section, lines in page.sections:
        cap = CAPS[section]
        counts = [word_count(line.text) for line in lines]
        too_long = sum(max(0, count - cap.words) for count in counts)
        words = max(too_long, sum(counts) - cap.total)
        too_many = max(0, len(lines) - cap.lines)
        if words or too_many:
            found.append(Excess(section, words, too_many))
    if page.words > PAGE_WORDS:
        found.append(Excess(None, page.words - PAGE_WORDS, 0))
    return tuple(found)
