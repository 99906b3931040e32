"""What is kept in memory in place of a disk, and whether that plays along."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from companion.domain.errors import StorageError
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.ladder import Rung, Standing, Unsaid
from companion.domain.page import Origin
from companion.domain.path import Place
from companion.domain.summaries import FIRST_WORDS, Summary
from companion.domain.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.answer import Answer, Reflection, Wording
    from companion.domain.page import Line


@dataclass
class Memory:
    """Everything that is kept, and whether the disk plays along."""

    journeys: list[Journey] = field(default_factory=list)
    sessions: dict[str, Session] = field(default_factory=dict)
    reflections: dict[str, Reflection] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    """The order in which reflections about the same moment were kept."""
    lines: dict[str, list[Line]] = field(default_factory=dict)
    """Ticked lines by session id."""
    settings: dict[str, str] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    """Where answers stand on the ladder, by answer id."""
    wordings: dict[str, list[Wording]] = field(default_factory=dict)
    """How answers read before, by answer id, the earliest first."""
    writable: bool = True
    """Set to false to try a full disk."""
    open: bool = True
    """False once the notebook is shut."""
    saves: int = 0
    """How many writes there were."""

    def reading(self) -> None:
        if not self.open:
            raise StorageError

    def writing(self) -> None:
        self.reading()
        if not self.writable:
            raise StorageError
        self.saves += 1

    def drop_lines(self, answer_ids: Iterable[str]) -> None:
        gone = set(answer_ids)
        for session_id, lines in self.lines.items():
            self.lines[session_id] = [line for line in lines if line.answer_id not in gone]

    def settle(self, before: Reflection | None, after: Reflection | None) -> None:
        """Let ladder, wordings and pages follow what became of an entry's answers."""
        was = {one.id: one for one in before.answers} if before else {}
        now = {one.id: one for one in after.answers} if after else {}
        for answer_id in was.keys() - now.keys():
            self.standings.pop(answer_id, None)
            self.wordings.pop(answer_id, None)
            self.drop_lines([answer_id])
        for answer_id in was.keys() & now.keys():
            places = was[answer_id].place, now[answer_id].place
            if places[0] is not places[1] and Place.UNSAID in places:
                self.drop_lines([answer_id])
                if places[0] is Place.UNSAID and answer_id in self.standings:
                    standing = self.standings[answer_id]
                    if standing.rung is not Rung.SAID:
                        self.standings[answer_id] = replace(standing, rung=Rung.KEEP)
        hidden = (one.id for one in now.values() if one.place is Place.UNSAID)
        self.take_off_pages(hidden)

    def take_off_pages(self, answer_ids: Iterable[str]) -> None:
        """Drop the lines of what is not on *bring*; what was said stays where it was brought."""
        for answer_id in answer_ids:
            rung = self.rung(answer_id)
            if rung is Rung.BRING:
                continue
            for session_id, lines in self.lines.items():
                if rung is not Rung.SAID or not self.was_held(session_id):
                    kept = [line for line in lines if line.answer_id != answer_id]
                    self.lines[session_id] = kept

    def rung(self, answer_id: str) -> Rung:
        return self.standings.get(answer_id, Standing()).rung

    def was_held(self, session_id: str) -> bool:
        session = self.sessions.get(session_id)
        return session is not None and session.state is SessionState.HELD

    def answers(self) -> Iterator[tuple[Reflection, Answer]]:
        for reflection in self.reflections.values():
            for answer in reflection.answers:
                yield reflection, answer


def summary_of(reflection: Reflection) -> Summary:
    return Summary(
        reflection.id,
        reflection.path_id,
        reflection.title,
        reflection.happened_at,
        excerpt(reflection.first_words, FIRST_WORDS),
        reflection.is_draft,
    )


def unsaid_of(memory: Memory, reflection: Reflection, answer: Answer) -> Unsaid:
    return Unsaid(
        answer.id,
        answer.shown,
        origin_of(reflection, answer),
        memory.standings.get(answer.id, Standing()),
        may_be_brought=answer.section is not None and reflection.path_id not in {"fit", "record"},
    )


def origin_of(reflection: Reflection, answer: Answer) -> Origin:
    return Origin(reflection.id, reflection.title, answer.prompt, reflection.happened_at)
