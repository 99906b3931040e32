"""The second sheet, line by line: which of one's own words are quoted, which dots are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.second_sheet import QUOTE_WORDS, Chart
from companion.domain.text import excerpt
from companion.plain.picking import Wish, picked, say_origin

if TYPE_CHECKING:
    from companion.domain.page import Candidate
    from companion.plain.face import Face
    from companion.plain.picking import Picked
    from companion.services.page.desk import Desk
    from companion.services.page.pages import Pages

AT_ONCE = 10
"""How many lines are said before one asks for more."""
_SHOWN = 150  # characters of a quote, to know it by


def choose_second(face: Face, pages: Pages, desk: Desk) -> Desk:
    """Let someone tick quotes and dots; every tick is kept at once.

    Args:
        face: Says and asks.
        pages: Keeps it.
        desk: The table of the page it belongs to.

    Returns:
        The table as it is then.

    Raises:
        InputEndedError: If there are no more lines; what was ticked so far is kept.
        CompanionError: If something could not be written.
    """
    chooser = _Chooser(face, pages, desk)
    if not chooser.last:
        face.say("second.empty")
        return desk
    face.say("plain_page.second.how")
    chooser.say_more()
    chooser.say_total()
    while answer := face.ask(f"plain_page.second.{chooser.which}"):
        chosen = picked(face, answer, chooser.last)
        if chosen is None:
            face.say("plain_page.second.again", last=chooser.last)
        else:
            chooser.do(chosen)
    face.say(f"plain_page.second.{'nothing' if chooser.desk.page.second is None else 'done'}")
    return chooser.desk


class _Chooser:
    """Dots first, then quotes, the latest first; each keeps its number."""

    def __init__(self, face: Face, pages: Pages, desk: Desk) -> None:
        self._face = face
        self._pages = pages
        self._charts = desk.second.charts
        self._quotes = desk.second.candidates
        self._said = 0
        self.desk = desk
        self.last = len(self._charts) + len(self._quotes)

    @property
    def which(self) -> str:
        """The question to ask: with more, or without."""
        return "which_more" if self._said < self.last else "which"

    def do(self, chosen: Picked) -> None:
        """Do what is wanted."""
        match chosen.wish:
            case Wish.LINE:
                self._turn(chosen.index)
            case Wish.FROM:
                self._say_from(self._line(chosen.index))
            case Wish.UP | Wish.DOWN:
                self._shift(chosen)
            case Wish.MORE if self._said == self.last:
                self._face.say("plain_page.second.no_more")
            case Wish.MORE:
                self.say_more()
            case Wish.LIST:
                self._said = 0
                self.say_more()

    def say_more(self) -> None:
        """Say the lines that come next."""
        ends = min(self._said + AT_ONCE, self.last)
        for index in range(self._said, ends):
            self._say_line(index)
        self._said = ends

    def say_total(self) -> None:
        """Say how many words are quoted, where any are."""
        words = self.desk.second.sheet.words
        if words:
            key = "second.total_over" if words > QUOTE_WORDS else "second.total"
            self._face.say(key, words=words, cap=QUOTE_WORDS)

    def _line(self, index: int) -> Candidate | Chart:
        if index < len(self._charts):
            return self._charts[index]
        return self._quotes[self.last - 1 - index]

    def _turn(self, index: int) -> None:
        line, second = self._line(index), self.desk.second
        quoted, charted = list(second.quoted), set(second.charted)
        if isinstance(line, Chart):
            charted ^= {line.measure_id}
        elif line.answer_id in quoted:
            quoted.remove(line.answer_id)
        else:
            quoted.append(line.answer_id)
        self.desk = self._pages.keep_second(self.desk, quoted, charted)
        if self._place(line):
            self._say_line(index)
        else:
            self._face.say("plain_page.second.taken_off")
        self.say_total()

    def _shift(self, chosen: Picked) -> None:
        """Let a quote change places with the one before it or after it."""
        line, quoted = self._line(chosen.index), list(self.desk.second.quoted)
        here = self._place(line) - 1
        there = here + (-1 if chosen.wish is Wish.UP else 1)
        if isinstance(line, Chart) or here < 0 or not 0 <= there < len(quoted):
            self._face.say("plain_page.second.stays")
            return
        quoted[here], quoted[there] = quoted[there], quoted[here]
        self.desk = self._pages.keep_second(self.desk, quoted, self.desk.second.charted)
        self._face.say("plain_page.second.order")
        for text in self.desk.second.sheet.quotes:
            self._face.terminal.say(excerpt(text, _SHOWN))

    def _say_line(self, index: int) -> None:
        line = self._line(index)
        chart = isinstance(line, Chart)
        key = "plain_page.second.chart_on" if chart else "plain_page.second.quote_on"
        place, text = self._place(line), self._text(line)
        key = key if place else "plain_page.row"
        self._face.say(key, number=index + 1, text=text, place=place)

    def _say_from(self, line: Candidate | Chart) -> None:
        if isinstance(line, Chart):
            self._face.terminal.say(self._text(line))
            self._face.say("second.dots_from")
        else:
            self._face.terminal.say(line.text)
            say_origin(self._face, line.origin)

    def _text(self, line: Candidate | Chart) -> str:
        if not isinstance(line, Chart):
            return excerpt(line.text, _SHOWN)
        number = self._face.words("moved.dots", number=len(line.dots))
        title = self._face.words(f"print.scale.{line.measure_id}.title")
        return self._face.words("second.chart", title=title, dots=number)

    def _place(self, line: Candidate | Chart) -> int:
        """Which of the quotes a line is (1 or more), 1 for dots; 0: it is not ticked."""
        second = self.desk.second
        if isinstance(line, Chart):
            return int(line.measure_id in second.charted)
        if line.answer_id not in second.quoted:
            return 0
        return second.quoted.index(line.answer_id) + 1
