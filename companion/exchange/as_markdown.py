"""Everything in a notebook as a folder of Markdown, to be read without companion."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Protocol

from companion.domain.ladder import Rung, Size
from companion.domain.markdown import block, line
from companion.domain.path import Place
from companion.domain.text import clean, one_line
from companion.exchange.homework import homework_files
from companion.exchange.own_file import OWN, own_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from companion.domain.answer import Answer, Reflection, Wording
    from companion.domain.archive import Archive
    from companion.domain.journey import Session
    from companion.domain.ladder import Standing

    Local = Callable[[datetime], datetime]

SESSIONS = "Sessions.md"
"""The file that lists the appointments, where there are any."""

_LONGEST = 80
# Characters in a file's name: what every system, archive and folder in a cloud takes.
_TITLE_BYTES = 120
# Linux counts bytes, of which some letters have four.
_SHORT_ID = 6
_NO_ID = re.compile(r"[^0-9A-Za-z_-]")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


class FileWords(Protocol):
    """The interface's sentences and days, in the person's language."""

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of that key with its named gaps filled."""

    def day(self, day: date) -> str:
        """A day in words."""


def files(archive: Archive, local: Local, words: FileWords) -> Iterator[tuple[str, str]]:
    """The files of the folder, one after the other.

    Args:
        archive: What the notebook holds; its reflections are read one by one, once.
        local: The time on the person's wall clock for a moment (aware).
        words: The person's language.

    Yields:
        A file's name in the folder (with `/` between its parts, fit for every system and
        different from every other), and what stands in it.
    """
    if archive.sessions:
        yield SESSIONS, _sessions(archive, local, words)
    if own := own_file(archive, words):
        yield OWN, own
    yield from homework_files(archive.settings)
    names, entries = _Names(), _Entries(archive, local, words)
    for reflection in archive.reflections:
        day = local(reflection.happened_at).date()
        yield names.name(day, reflection), entries.text(reflection, words.day(day))


class _Names:
    """Gives every entry a name of its own."""

    def __init__(self) -> None:
        self._taken: set[tuple[date, str]] = set()

    def name(self, day: date, reflection: Reflection) -> str:
        # The day and the end of a name tell files apart, so that it doesn't matter how a
        # system compares the letters of a title.
        tail = self._tail(day, reflection.id)
        room = _LONGEST - len(f"{day.isoformat()}  {tail}.md")
        title = _safe(reflection.title, room)
        parts = (day.isoformat(), title, tail)
        return f"{day.year:04}/{' '.join(part for part in parts if part)}.md"

    def _tail(self, day: date, reflection_id: str) -> str:
        own = _NO_ID.sub("", reflection_id)[:_SHORT_ID]
        tail, count = own, 1
        while (day, tail.casefold()) in self._taken:
            count += 1
            tail = f"{own}-{count}"
        self._taken.add((day, tail.casefold()))
        return tail


def _safe(text: str, room: int) -> str:
    """Words that may stand in a file's name on every system."""
    shown = "".join(
        letter for letter in one_line(clean(text)) if unicodedata.category(letter)[0] != "C"
    )
    name = one_line(_FORBIDDEN.sub(" ", shown)).encode()[:_TITLE_BYTES].decode(errors="ignore")
    return name[:room].strip(" .")


class _Entries:
    """Puts entries into words, with what hangs on their answers."""

    def __init__(self, archive: Archive, local: Local, words: FileWords) -> None:
        self._local = local
        self._words = words
        self._standings = dict(archive.standings)
        self._wordings: dict[str, list[Wording]] = {}
        for answer_id, wording in archive.wordings:
            self._wordings.setdefault(answer_id, []).append(wording)

    def text(self, reflection: Reflection, day: str) -> str:
        parts = [f"# {line(reflection.title) or line(day)}", line(day)]
        if reflection.is_draft:
            parts.append(self._said("exchange.draft"))
        if reflection.tags:
            parts.append(self._said("reading.tags", tags=", ".join(reflection.tags)))
        for answer in reflection.answers:
            parts += self._answer(answer, reflection.title)
        return "\n\n".join(parts) + "\n"

    def _answer(self, answer: Answer, title: str) -> Iterator[str]:
        # The question of a free line is its title, which stands above already.
        if answer.prompt not in {"", title}:
            yield f"## {line(answer.prompt)}"
        if shown := block(answer.shown):
            yield shown
        if answer.place is not Place.HERE:
            yield self._aside(f"exchange.place.{answer.place}")
        if answer.id in self._standings:
            yield from self._standing(self._standings[answer.id])
        if answer.id in self._wordings:
            yield from self._before(self._wordings[answer.id])

    def _standing(self, standing: Standing) -> Iterator[str]:
        # That something is in the drawer is said already, and the foot is no more than that.
        if standing.rung is not Rung.KEEP:
            rung = f"plain_unsaid.rung.{standing.rung}"
            name, about = self._words.say(f"{rung}.name"), self._words.say(f"{rung}.about")
            yield self._aside("plain_unsaid.stands", rung=name, about=about)
        for size in Size:
            if tried := block(standing.rehearsal.of(size)):
                yield self._aside(f"plain_unsaid.tried.{size}")
                yield tried
        if standing.became is not None:
            yield self._aside(f"plain_unsaid.became_line.{standing.became}")
        if after := block(standing.after):
            yield after

    def _before(self, wordings: Iterable[Wording]) -> Iterator[str]:
        yield f"### {self._said('reading.file.before')}"
        for wording in wordings:
            day = self._words.day(self._local(wording.replaced_at).date())
            yield self._aside("reading.file.until", day=day)
            if shown := block(wording.shown):
                yield shown

    def _said(self, key: str, **values: str) -> str:
        return line(self._words.say(key, **values))

    def _aside(self, key: str, **values: str) -> str:
        return f"*{self._said(key, **values)}*"


def _sessions(archive: Archive, local: Local, words: FileWords) -> str:
    parts = [f"# {line(words.say('exchange.sessions'))}"]
    names = {journey.id: journey.name for journey in archive.journeys}
    for journey_id in dict.fromkeys([*names, *(one.journey_id for one in archive.sessions)]):
        rows = [_session(s, local, words) for s in archive.sessions if s.journey_id == journey_id]
        if rows and (name := line(names.get(journey_id, ""))):
            parts.append(f"## {name}")
        if rows:
            parts.append("\n".join(rows))
    return "\n\n".join(parts) + "\n"


def _session(session: Session, local: Local, words: FileWords) -> str:
    day = words.day(local(session.at).date())
    said = words.say(f"exchange.session.{session.state}", number=session.number, day=day)
    return f"- {line(said)}"
