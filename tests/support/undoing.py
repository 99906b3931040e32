"""Holding things as they are in memory, and putting them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.undoing import ChangedSinceError, Held

if TYPE_CHECKING:
    from companion.domain.page import Line
    from companion.domain.undoing import Change, Key, Scope
    from support.memory import Memory


class MemoryUndo:
    """Fits `UndoStore`."""

    def __init__(self, memory: Memory) -> None:
        """Take what is kept."""
        self._memory = memory

    def held(self, scope: Scope, before: Held | None = None) -> Held:
        """What is kept now of everything that a deed can change."""
        self._memory.reading()
        return Held(self._things(scope, before))

    def put_back(self, change: Change) -> None:
        """Make everything that a deed changed what it was before."""
        self._memory.writing()
        now = self._things(change.scope, change.before)
        before, after = change.before.things, change.after.things
        strict = [key for key in change.keys if key[0] != "lines"]
        if any(now.get(key) != after.get(key) for key in strict):
            raise ChangedSinceError
        for key in strict:
            self._put(key, before.get(key))
        for key in change.keys:
            if key[0] == "lines":
                was, became = before.get(key, ()), after.get(key, ())
                self._put_lines(key[1], now.get(key, ()), was, became)  # type: ignore[arg-type] - lines

    def _things(self, scope: Scope, before: Held | None) -> dict[Key, Any]:
        kept = self._memory
        entries = set(scope.entries) | (before.of_kind("entry") if before else set())
        entries |= {one.id for one, answer in kept.answers() if answer.id in scope.answers}
        found: dict[Key, Any] = {}
        answers = before.of_kind("answer") if before else set()
        for one in entries & kept.reflections.keys():
            found["entry", one] = (kept.reflections[one], kept.order[one])
            answers |= {answer.id for answer in kept.reflections[one].answers}
        for one in answers:
            found["answer", one] = (kept.standings.get(one), tuple(kept.wordings.get(one, ())))
        pages = set(scope.pages) | (before.of_kind("lines") if before else set())
        pages |= {
            page
            for page, lines in kept.lines.items()
            if any(line.answer_id in answers for line in lines)
        }
        found |= {("lines", page): tuple(kept.lines.get(page, ())) for page in pages}
        found |= {
            ("session", one.id): one
            for one in kept.sessions.values()
            if one.journey_id == scope.sessions_of
        }
        found |= {
            ("setting", name): kept.settings[name] for name in scope.settings & kept.settings.keys()
        }
        if scope.journeys:
            found |= {("journey", one.id): one for one in kept.journeys}
        return found

    def _put(self, key: Key, thing: Any) -> None:  # noqa: ANN401 - of any kind
        kept, (kind, which) = self._memory, key
        match kind:
            case "entry" if thing is None:
                kept.reflections.pop(which, None)
            case "entry":
                kept.reflections[which], kept.order[which] = thing
            case "answer":
                standing, wordings = thing or (None, ())
                _set(kept.standings, which, standing)
                _set(kept.wordings, which, list(wordings) or None)
            case "session":
                _set(kept.sessions, which, thing)
            case "setting":
                _set(kept.settings, which, thing)
            case "journey":
                kept.journeys = [one for one in kept.journeys if one.id != which]
                kept.journeys += [thing] if thing else []

    def _put_lines(
        self,
        page: str,
        now: tuple[Line, ...],
        was: tuple[Line, ...],
        became: tuple[Line, ...],
    ) -> None:
        if now == became:
            self._memory.lines[page] = list(was)
            return
        there = {line.answer_id for line in (*now, *became)}
        lacking = [line for line in was if line.answer_id not in there]
        self._memory.lines[page] = [*now, *lacking]


def _set(kept: dict[str, Any], which: str, thing: Any) -> None:  # noqa: ANN401 - of any kind
    if thing is None:
        kept.pop(which, None)
    else:
        kept[which] = thing
