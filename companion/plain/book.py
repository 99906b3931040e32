"""Choosing the passages of the book, line by line, and saving it."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from companion.domain.book import whole_entry
from companion.domain.printing import Printing
from companion.domain.text import excerpt
from companion.plain.saving import ask_locked_print, file_named, unshown_line, written
from companion.services.writing_out import PDF

if TYPE_CHECKING:
    from companion.domain.book import Passage
    from companion.plain.face import Face
    from companion.services.book import BookDesk
    from companion.services.open_notebook import OpenNotebook

AT_ONCE = 10
"""How many passages are said before one asks for more."""
_SHOWN = 240  # characters of a passage in the list; all of it is read by its number
_ASKED = re.compile(r"([^\W\d_]*)\s*(\d{0,6})")
_FORMS = {".pdf": PDF, ".html": "html", ".htm": "html", ".md": "md"}  # by a file's ending
_NEUTRAL = "words.pdf"  # the name in a folder: no date, no person, no word of therapy


def compose_book(face: Face, opened: OpenNotebook) -> None:
    """Go through the passages of the open therapy, and tick those for its book.

    Args:
        face: Says and asks.
        opened: The open notebook.

    Raises:
        InputEndedError: If there are no more lines; what was ticked so far is kept.
        CompanionError: If something could not be read or written.
    """
    _Choosing(face, opened).until_left()


def make_book(face: Face, opened: OpenNotebook) -> None:
    """Choose the passages, then save the book, if one likes.

    Raises:
        InputEndedError: If there are no more lines; what was ticked so far is kept.
        CompanionError: If something could not be read or written.
    """
    compose_book(face, opened)
    if opened.books.desk().ticked:
        save_book(face, opened)


def save_book(face: Face, opened: OpenNotebook) -> None:
    """Ask for a file, and of a PDF how it is printed, and write the book to it.

    Raises:
        InputEndedError: If there are no more lines; nothing is written then.
        CompanionError: If it could not be written.
    """
    named = face.ask("book.plain.file")
    if not named:
        return
    file, books = file_named(named, _NEUTRAL), opened.books
    form = _FORMS.get(file.suffix.lower(), "text")
    printing = ask_locked_print(face, opened.pages.paper) if form == PDF else Printing()
    unshown = written(
        face, file, partial(books.write, books.bound(books.desk()), form, file, printing)
    )
    if unshown is None:
        return
    if form == PDF:
        opened.pages.set_paper(printing.paper)
    key = "book.cli.locked" if printing.password else "plain.page.not_encrypted"
    face.say(key, file=str(file))
    if unshown:
        face.terminal.say(unshown_line(face, unshown))


class _Choosing:
    """One visit to the book's table."""

    def __init__(self, face: Face, opened: OpenNotebook) -> None:
        self._face = face
        self._books = opened.books
        self._desk: BookDesk = opened.books.desk()
        self._said = 0

    def until_left(self) -> None:
        if not self._desk.passages:
            self._face.say("book.screen.empty")
            return
        self._face.say("book.screen.about")
        self._face.say("book.plain.how")
        self._say_more()
        while asked := self._face.ask(f"book.plain.ask{'' if self._is_whole else '_more'}"):
            self._do(asked)

    @property
    def _is_whole(self) -> bool:
        return self._said >= len(self._desk.passages)

    def _do(self, asked: str) -> None:
        found = _ASKED.fullmatch(asked.strip().casefold())
        word, digits = found.groups() if found else ("", "")
        if not digits:
            self._do_word(word)
        elif 1 <= int(digits) <= len(self._desk.passages):
            self._do_with(word, int(digits))
        else:
            self._face.say("plain.number_please", last=len(self._desk.passages))

    def _do_word(self, word: str) -> None:
        face, books = self._face, self._books
        if face.means(word, "plain.more"):
            self._say_more()
        elif face.means(word, "book.plain.name"):
            self._desk = books.call(self._desk, face.ask("book.plain.name_ask"))
            face.say("book.plain.kept")
        elif face.means(word, "book.plain.days"):
            self._desk = books.show_days(self._desk, shown=not self._desk.with_days)
            face.say(f"book.plain.days_{'on' if self._desk.with_days else 'off'}")
        elif face.means(word, "book.plain.see"):
            face.say()
            face.terminal.say(books.render(books.bound(self._desk)))
        else:
            face.say("book.plain.how")

    def _do_with(self, word: str, number: int) -> None:
        face, desk = self._face, self._desk
        passage = desk.passages[number - 1]
        if not word:
            self._turn(desk.ticked ^ {passage.answer_id}, passage.entry_id, number)
        elif face.means(word, "book.plain.entry"):
            entry = passage.entry_id
            self._turn(whole_entry(desk.passages, desk.ticked, entry), entry)
        elif face.means(word, "book.plain.read"):
            self._read(passage)
        else:
            face.say("book.plain.how")

    def _turn(self, ticked: frozenset[str], entry_id: str, number: int = 0) -> None:
        self._desk = self._books.tick(self._desk, ticked)
        for at, passage in enumerate(self._desk.passages, 1):
            if at == number or (not number and passage.entry_id == entry_id):
                self._say_line(at, passage)

    def _read(self, passage: Passage) -> None:
        day = self._face.house.clock.local(passage.happened_at).date()
        said = {"title": passage.title, "day": self._face.house.words.day(day)}
        key = "source" if passage.prompt else "source_note"
        self._face.say(f"book.screen.{key}", **said, prompt=passage.prompt)
        self._face.terminal.say(passage.text)

    def _say_more(self) -> None:
        passages, first = self._desk.passages, self._said
        self._said = min(first + AT_ONCE, len(passages))
        for number, passage in enumerate(passages[first : self._said], first + 1):
            if number == first + 1 or passages[number - 2].entry_id != passage.entry_id:
                self._say_entry(passage)
            self._say_line(number, passage)

    def _say_entry(self, passage: Passage) -> None:
        words, day = self._face.house.words, self._face.house.clock.local(passage.happened_at)
        self._face.say()
        self._face.say("book.plain.heading", title=passage.title, day=words.day(day.date()))

    def _say_line(self, number: int, passage: Passage) -> None:
        key = "in" if passage.answer_id in self._desk.ticked else "out"
        self._face.say(f"book.plain.{key}", number=number, text=excerpt(passage.text, _SHOWN))
