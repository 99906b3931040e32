"""The journal, line by line: the list, one entry, search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError, InputEndedError
from companion.domain.path import StepKind
from companion.domain.text import excerpt
from companion.domain.typed_number import typed_number
from companion.plain.days import heard_day
from companion.plain.history import rung_line
from companion.services.short_days import short_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from companion.domain.answer import Answer, Reflection
    from companion.domain.summaries import Summary
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

    Fetch = Callable[[int, int], Sequence[Summary]]

SHORT_ID = 8
"""How much of an id is shown; as much as is needed is taken back."""
AT_ONCE = 10
"""How many rows are said before one asks for more."""


def show_rows(face: Face, rows: Iterable[Summary]) -> None:
    """Say some rows of the journal, one line each: id, day, title, first words."""
    for row in rows:
        face.terminal.say(row_line(face, row))


def row_line(face: Face, row: Summary, *, with_id: bool = True) -> str:
    """A row of the journal as one line.

    Args:
        face: Knows the words.
        row: The row.
        with_id: Whether it begins with its id, for whoever names it on a command line; it
            is a row of letters and digits to whoever hears it.
    """
    day = short_day(face.house.words, face.house.clock, row.happened_at)
    title = face.words("plain.draft", title=row.title) if row.is_draft else row.title
    return face.words(
        "plain.row" if with_id else "plain.row_heard",
        id=row.id[:SHORT_ID],
        day=day if with_id else heard_day(face, row.happened_at),
        title=title,
        words=excerpt(row.first_words, 60),
    )


def show_entry(face: Face, opened: OpenNotebook, reflection: Reflection) -> None:
    """Say a whole entry: its day, each question as it was asked, and what was said.

    Raises:
        StorageError: If the notebook can't be read.
    """
    _say_heading(face, reflection)
    _say_answers(face, opened, reflection)


def read_entry(face: Face, opened: OpenNotebook, entry_id: str) -> bool:
    """Say a whole entry, and let someone do something with it.

    Returns:
        Whether it is still there.

    Raises:
        InputEndedError: If there are no more lines.
        UnknownReflectionError: If there is none of that id.
        StorageError: If the notebook can't be read.
    """
    from companion.plain.entry import look_after_entry

    face.say()
    show_entry(face, opened, opened.journal.entry(entry_id))
    face.say()
    return look_after_entry(face, opened, entry_id)


def _say_heading(face: Face, reflection: Reflection) -> None:
    wall = face.house.clock.local(reflection.happened_at)
    face.terminal.say(reflection.title)
    face.terminal.say(f"{face.house.words.day(wall.date())}, {face.house.words.time(wall)}")
    if reflection.is_draft:
        face.say("plain.is_draft")


def _say_answers(face: Face, opened: OpenNotebook, reflection: Reflection) -> None:
    if reflection.tags:
        face.say("reading.tags", tags=", ".join(reflection.tags))
    for answer in reflection.answers:
        face.say()
        face.terminal.say(answer.prompt)
        key = "plain.of_ten" if answer.kind is StepKind.RATING else "plain.answer"
        face.say(key, answer=answer.shown)
        _say_place(face, opened, answer)


def _say_place(face: Face, opened: OpenNotebook, answer: Answer) -> None:
    if answer.section is not None or answer.kind is StepKind.TEXT:
        face.say(f"plain.place.{answer.place}.said")
    if line := rung_line(face, opened, answer):
        face.terminal.say(line)


def read_journal(face: Face, opened: OpenNotebook) -> None:
    """Let someone read what they wrote: the latest first, or what has some words or a tag.

    Args:
        face: Says and asks.
        opened: The open notebook.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If the notebook can't be read.
    """
    _Reading(face, opened, opened.journal.rows).until_left()


def read_rows(face: Face, opened: OpenNotebook, fetch: Fetch) -> None:
    """Let someone read some of what they wrote; words search all of it.

    Args:
        face: Says and asks.
        opened: The open notebook.
        fetch: Gives rows, the latest first: from which on, and how many.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If the notebook can't be read.
    """
    _Reading(face, opened, fetch).until_left()


@dataclass
class _List:
    """The rows said so far, numbered from the first on."""

    fetch: Fetch
    rows: list[Summary]
    is_whole: bool = False

    def more(self) -> list[Summary]:
        """The next rows; an empty list: there are none."""
        found = self.fetch(len(self.rows), AT_ONCE + 1)
        self.is_whole = len(found) <= AT_ONCE
        new = list(found[:AT_ONCE])
        self.rows += new
        return new


class _Reading:
    """One visit to the journal."""

    def __init__(self, face: Face, opened: OpenNotebook, fetch: Fetch) -> None:
        self._face = face
        self._opened = opened
        self._fetch = fetch
        self._offered: set[str] = set()
        self._list = _List(fetch, [])

    def until_left(self) -> None:
        self._say_more()
        while self._list.rows:
            asked = self._face.ask(f"reading.ask{'' if self._list.is_whole else '_more'}")
            if not asked:
                return
            if self._face.means(asked, "plain.more") and not self._list.is_whole:
                self._say_more()
            elif asked.isdecimal():
                self._read(asked)
            else:
                self._search(asked)
        self._face.say("journal.nothing_yet")

    def _say_more(self) -> None:
        first = len(self._list.rows) + 1
        for number, row in enumerate(self._list.more(), first):
            self._face.terminal.say(f"{number}. {row_line(self._face, row, with_id=False)}")

    def _search(self, words: str) -> None:
        rows = self._opened.journal.search(words)
        if not rows:
            self._face.say("plain.nothing_found")
            return
        self._list = _List(lambda offset, limit: rows[offset : offset + limit], [])
        self._say_more()

    def _read(self, asked: str) -> None:
        number = typed_number(asked, 1, len(self._list.rows))
        if number is None:
            self._face.say("plain.number_please", last=len(self._list.rows))
            return
        try:
            self._open(self._list.rows[number - 1].id)
        except InputEndedError:
            raise
        except CompanionError as error:
            self._face.tell(error)

    def _open(self, entry_id: str) -> None:
        from companion.plain.entry import look_after_entry

        entry = self._opened.journal.entry(entry_id)
        _say_heading(self._face, entry)
        if self._left_closed(entry_id):
            self._face.say("reading.closed")
            return
        _say_answers(self._face, self._opened, entry)
        self._face.say()
        if not look_after_entry(self._face, self._opened, entry_id):
            self._list = _List(self._fetch, [])
            self._say_more()

    def _left_closed(self, entry_id: str) -> bool:
        """Offer to leave closed what was read again and again; on one visit, once."""
        if not self._opened.pacing.opened(entry_id) or entry_id in self._offered:
            return False
        self._offered.add(entry_id)
        return self._face.yes("reading.again")
