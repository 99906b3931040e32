"""What lies on the table while a page is put together line by line, and how full it is in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.page import CAPS, PAGE_WORDS, excess
from companion.services.page.composing import Composing
from companion.services.page.excess_sentences import said_over

if TYPE_CHECKING:
    from companion.domain.page import Excess, Page, Section
    from companion.plain.face import Face
    from companion.services.page.composing import Row
    from companion.services.page.desk import Desk
    from companion.services.page.pages import Pages


class PageTable:
    """Keeps every change at once. A line's number is its place at the beginning, and stays."""

    def __init__(self, pages: Pages, desk: Desk) -> None:
        """Begin with what was kept.

        Args:
            pages: Keeps it.
            desk: What lies on the table.
        """
        self._pages = pages
        self.desk = desk
        """The table as it was kept last."""
        self.composing = Composing.of(desk)
        """What is ticked."""
        self._before: Desk | None = None
        self._numbered = [row.id for row in self.composing.rows()]

    def __len__(self) -> int:
        """How many lines there are to choose from."""
        return len(self._numbered)

    def change(self, composing: Composing) -> None:
        """Keep what is ticked now.

        Raises:
            CompanionError: As `Pages.keep` says; what was kept before still holds.
        """
        self.desk = self._pages.keep(self.desk, composing.lines)
        self.composing = composing

    def nothing(self) -> None:
        """Take every tick off on purpose; said once more, bring them back.

        Raises:
            CompanionError: If it could not be written; what was kept before still holds.
        """
        if not self.desk.nothing:
            self._before, self.desk = self.desk, self._pages.keep_nothing(self.desk)
        elif self._before is not None:
            self.desk, self._before = self._pages.bring_back(self._before), None
        self.composing = Composing.of(self.desk)

    @property
    def can_bring_back(self) -> bool:
        """Whether `nothing` took something off that it can bring back."""
        return self._before is not None

    def numbered(self, index: int) -> Row:
        """The line of a number, as it stands now.

        Args:
            index: Its number less one (0 or more).
        """
        return next(row for row in self.composing.rows() if row.id == self._numbered[index])

    def number(self, row: Row) -> int:
        """The number of a line (1 or more)."""
        return self._numbered.index(row.id) + 1


def heading(face: Face, desk: Desk, section: Section) -> str:
    """What a section is called on this page."""
    return face.words(f"print.{desk.kind}.{section}")


def room(face: Face, table: PageTable, section: Section) -> str:
    """How much of a section's room is taken, in words."""
    words = table.composing.section_words(section)
    key = "composer.words" if words else "composer.room"
    return face.words(key, words=words, cap=CAPS[section].total)


def say_room(face: Face, table: PageTable, section: Section) -> None:
    """Say how full a section and the page are, and where they hold too much."""
    total = face.words("composer.total", words=table.composing.words, cap=PAGE_WORDS)
    where = heading(face, table.desk, section)
    face.say("plain_page.counts", heading=where, room=room(face, table, section), total=total)
    for one in table.composing.over:
        if one.section in {section, None}:
            face.terminal.say(over(face, table.desk.page, one))


def say_excess(face: Face, page: Page) -> None:
    """Say, beside the output, where a page holds too much."""
    for one in excess(page):
        face.terminal.warn(over(face, page, one))


def over(face: Face, page: Page, one: Excess) -> str:
    """How much too much a section or the page holds, in words."""
    key = f"print.{page.kind}.{one.section}" if one.section else "plain_page.whole"
    said = said_over(face.house.words, one)
    return face.words("plain_page.over", where=face.words(key), over=said)
