"""What is ticked while a page is put together: pure, so that a face only shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.page import (
    CAPS,
    MOVABLE,
    SECOND_YES,
    WITH_MODE,
    Candidate,
    Excess,
    Line,
    Mode,
    Section,
    compose,
    excess,
    may_stand,
    on_page,
)
from companion.domain.text import one_line, word_count

if TYPE_CHECKING:
    from companion.services.page.desk import Desk


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate as it stands in the list, ticked or not."""

    candidate: Candidate
    """What was said, and where it is from."""
    line: Line | None
    """What was chosen for it; none: it is not on the page."""

    @property
    def id(self) -> str:
        """The answer's id."""
        return self.candidate.answer_id

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.line.section if self.line else self.candidate.section

    @property
    def text(self) -> str:
        """The words that are printed if it is ticked, on one line."""
        return one_line(self.wording or self.candidate.text)

    @property
    def wording(self) -> str:
        """The person's own shortening; empty: the words as they are."""
        return self.line.wording if self.line else ""

    @property
    def words(self) -> int:
        """How many words it has (0 or more)."""
        return word_count(self.text)

    @property
    def has_mode(self) -> bool:
        """Whether its mode is printed."""
        return self.line is not None and self.section in WITH_MODE

    @property
    def too_long(self) -> bool:
        """Whether it has more words than a line of its section may."""
        return self.line is not None and self.words > CAPS[self.section].words

    @property
    def needs_second_yes(self) -> bool:
        """Whether ticking it asks a second time."""
        return self.candidate.section in SECOND_YES


@dataclass(frozen=True, slots=True)
class Composing:
    """The ticked lines of one page. Every change returns a new one.

    What was ticked and then unticked is remembered aside, so that ticking it
    again brings its mode, its section and its shorter words back.
    """

    candidates: tuple[Candidate, ...]
    """What could be ticked, in the order of the page, then by moment."""
    lines: tuple[Line, ...]
    """What is ticked, in the person's order."""
    aside: tuple[Line, ...] = ()
    """What was ticked before, and is not now."""
    nothing: bool = False
    """Whether nothing is ticked on purpose."""

    @classmethod
    def of(cls, desk: Desk) -> Composing:
        """Begin with what was kept.

        A line that lacks its second yes is not ticked; one whose answer is no
        candidate any more is gone.
        """
        known = {candidate.answer_id for candidate in desk.candidates}
        lines = [line for line in desk.lines if line.answer_id in known]
        return cls(
            desk.candidates,
            tuple(line for line in lines if on_page(line)),
            tuple(line for line in lines if not on_page(line)),
            desk.nothing,
        )

    @property
    def words(self) -> int:
        """How many words are on the page (0 or more)."""
        return sum(row.words for row in self.rows() if row.line)

    @property
    def over(self) -> tuple[Excess, ...]:
        """Where it holds more than it should; empty when it fits."""
        return excess(compose(self.lines, self.candidates, session_on=None))

    def rows(self, *sections: Section) -> tuple[Row, ...]:
        """The rows of some sections, in printing order; none named: of all of them.

        A fresh tick never moves a row: the ticked ones share their places among
        themselves in the person's order, and the others stay where they were.
        """
        return tuple(row for one in sections or Section for row in self._rows(one))

    def row(self, answer_id: str) -> Row | None:
        """The row of an answer, or none."""
        return next((row for row in self.rows() if row.id == answer_id), None)

    def section_words(self, section: Section) -> int:
        """How many ticked words stand in a section (0 or more)."""
        return sum(row.words for row in self.rows(section) if row.line)

    def ticked(self, answer_id: str, *, agreed: bool = False) -> Composing:
        """Put a line on the page.

        Args:
            answer_id: The answer.
            agreed: Whether the second yes was given. Without it, where it is needed,
                nothing changes.
        """
        own = self._candidate(answer_id).section
        if own in SECOND_YES and not agreed:
            return self
        before = next((one for one in self.aside if one.answer_id == answer_id), None)
        line = replace(before or Line(answer_id, own), agreed=own in SECOND_YES)
        return self._with(line)

    def emptied(self) -> Composing:
        """Take every line off the page, on purpose."""
        return replace(self, lines=(), aside=(*self.aside, *self.lines), nothing=True)

    def filled(self, lines: tuple[Line, ...]) -> Composing:
        """Put lines back as they were, all at once.

        Args:
            lines: Lines that were taken off together.
        """
        back = {line.answer_id for line in lines}
        aside = tuple(one for one in self.aside if one.answer_id not in back)
        return replace(self, lines=lines, aside=aside, nothing=False)

    def unticked(self, answer_id: str) -> Composing:
        """Take a line off the page."""
        line = self._line(answer_id)
        if line is None:
            return self
        return replace(
            self,
            lines=tuple(one for one in self.lines if one is not line),
            aside=(*self.aside, line),
        )

    def next_mode(self, answer_id: str) -> Composing:
        """Give a ticked line the next mode: discuss, just know, please ask me."""
        line = self._line(answer_id)
        modes = list(Mode)
        after = modes[(modes.index(line.mode) + 1) % len(modes)] if line else Mode.DISCUSS
        return self.in_mode(answer_id, after)

    def in_mode(self, answer_id: str, mode: Mode) -> Composing:
        """Give a ticked line a mode, in the sections whose lines carry one.

        Args:
            answer_id: The answer.
            mode: What should happen with the line.
        """
        line = self._line(answer_id)
        if line is None or line.section not in WITH_MODE:
            return self
        return self._changed(replace(line, mode=mode))

    def worded(self, answer_id: str, wording: str) -> Composing:
        """Give a ticked line other words.

        Args:
            answer_id: The answer.
            wording: The shortening; empty, or the words themselves: as they are.
        """
        line = self._line(answer_id)
        if line is None:
            return self
        words = one_line(wording)
        same = words == one_line(self._candidate(answer_id).text)
        return self._changed(replace(line, wording="" if same else words))

    def next_section(self, answer_id: str) -> Composing:
        """Move a ticked line to the next section it may stand in."""
        line, open_to = self._line(answer_id), self.open_to(answer_id)
        if line is None or line.section not in open_to:
            return self
        after = open_to[(open_to.index(line.section) + 1) % len(open_to)]
        return self.in_section(answer_id, after)

    def open_to(self, answer_id: str) -> tuple[Section, ...]:
        """The sections that a line may be moved between; none: it stays in its own."""
        own = self._candidate(answer_id).section
        return tuple(one for one in MOVABLE if may_stand(own, one))

    def in_section(self, answer_id: str, section: Section) -> Composing:
        """Move a ticked line to a section, at the place where its row stands there.

        Args:
            answer_id: The answer.
            section: One of `open_to`; another changes nothing.
        """
        line = self._line(answer_id)
        if line is None or section not in self.open_to(answer_id) or section is line.section:
            return self
        return self._with(replace(line, section=section))

    def first(self, answer_id: str) -> Composing:
        """Put a ticked line before all others of its section."""
        now = self
        for _ in self.lines:
            now = now.shifted(answer_id, -1)
        return now

    def shifted(self, answer_id: str, by: int) -> Composing:
        """Let a ticked line change places with another of its section.

        Args:
            answer_id: The answer.
            by: -1 for the one before it, 1 for the one after it.
        """
        line = self._line(answer_id)
        if line is None:
            return self
        mates = [one for one in self.lines if one.section is line.section]
        other = mates.index(line) + by
        if not 0 <= other < len(mates):
            return self
        swap = {answer_id: mates[other], mates[other].answer_id: line}
        return replace(self, lines=tuple(swap.get(one.answer_id, one) for one in self.lines))

    def _rows(self, section: Section) -> tuple[Row, ...]:
        ticked = {line.answer_id: line for line in self.lines}
        turns = iter([line for line in self.lines if line.section is section])
        rows: list[Row] = []
        for candidate in self.candidates:
            own = ticked.get(candidate.answer_id)
            if own is None and candidate.section is section:
                rows.append(Row(candidate, None))
            elif own is not None and own.section is section:
                line = next(turns)
                rows.append(Row(self._candidate(line.answer_id), line))
        return tuple(rows)

    def _with(self, line: Line) -> Composing:
        """Put a line among those of its section at the place where its row stands."""
        order = [candidate.answer_id for candidate in self.candidates]
        others = [one for one in self.lines if one.answer_id != line.answer_id]
        mates = [one for one in others if one.section is line.section]
        own = order.index(line.answer_id)
        place = sum(1 for one in mates if order.index(one.answer_id) < own)
        mates.insert(place, line)
        rest = [one for one in others if one.section is not line.section]
        aside = tuple(one for one in self.aside if one.answer_id != line.answer_id)
        return replace(self, lines=(*rest, *mates), aside=aside, nothing=False)

    def _changed(self, line: Line) -> Composing:
        lines = tuple(line if one.answer_id == line.answer_id else one for one in self.lines)
        return replace(self, lines=lines)

    def _line(self, answer_id: str) -> Line | None:
        return next((one for one in self.lines if one.answer_id == answer_id), None)

    def _candidate(self, answer_id: str) -> Candidate:
        return next(one for one in self.candidates if one.answer_id == answer_id)
