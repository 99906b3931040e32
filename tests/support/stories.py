"""Random notebooks with words in every place, what was ticked in them, and what must come of it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from companion.domain.answer import Answer, MapPoint, Reflection, Value
from companion.domain.ladder import Rehearsal, Rung, Size, Standing
from companion.domain.page import Kind, Line, Mode, Section
from companion.domain.path import Place, StepKind
from companion.domain.path_ids import GETTING_READY
from support.builders import a_reflection, an_answer
from support.time import NOW
from support.words import canary

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


WORDS = (StepKind.TEXT, StepKind.WORDS, StepKind.CHOICE)
SCALES = {
    "openness": ("trust", "openness"),
    "met": ("trust", "met"),
    "ways": ("hope", "ways"),
    "fuel": ("hope", "fuel"),
    "pleasant": ("feelings", "map"),
    "energy": ("feelings", "map"),
}
"""Where each scale that can be drawn is asked for: the path and the step."""
PATHS = (GETTING_READY, "trust", "hope", "feelings", "note", "ending", "agreement", "task", "fit")
HIDDEN_TIME = timedelta(hours=5, minutes=17, seconds=43)
LETTERS = "ab -*#éžж\n"
"""What stands around the words of a story; the shipped letters have shapes for it."""


@dataclass(frozen=True)
class Story:
    """A notebook, what was ticked in it, and what was done with the answers afterwards."""

    reflections: tuple[Reflection, ...]
    elsewhere: tuple[Reflection, ...]
    """Entries of another journey."""
    standings: tuple[tuple[str, Standing], ...]
    """Where what is in the drawer stands, by answer."""
    earlier: tuple[str, ...]
    """How answers read before."""
    picks: tuple[int, ...]
    """Which candidates are ticked, in the person's order, by any number."""
    lines: tuple[Line, ...]
    """How each of these is ticked; its answer and section are filled in."""
    quotes: tuple[int, ...]
    """Which answers are quoted, by any number."""
    scales: frozenset[str]
    """Which scales are drawn."""
    passages: tuple[int, ...]
    """Which passages are ticked for the book, by any number."""
    afterwards: tuple[tuple[int, Place | None], ...]
    """What became of answers after the ticking, by any number."""
    name: str
    once_named: str
    footer: bool
    planned: bool
    kind: Kind
    with_days: bool

    @property
    def answers(self) -> list[Answer]:
        """All answers of the journey."""
        return [answer for one in self.reflections for answer in one.answers]

    @property
    def moved(self) -> dict[str, list[Place | None]]:
        """Where answers were moved afterwards, by id, in order."""
        ids = [answer.id for answer in self.answers]
        found: dict[str, list[Place | None]] = {}
        for pick, place in self.afterwards:
            found.setdefault(ids[pick % len(ids)], []).append(place)
        return found


class Teller:
    """Tells any story at all; the same chance tells the same one."""

    def __init__(self, chance: random.Random) -> None:
        """Take where chance comes from."""
        self._chance = chance
        self._numbers = count()
        self._standings: list[tuple[str, Standing]] = []

    def story(self) -> Story:
        """A story."""
        chance = self._chance
        picks = self._some(5)
        reflections = [self._reflection() for _ in range(chance.randint(1, 3))]
        if chance.random() < 0.5:
            dotted = chance.choice(["trust", "hope", "feelings"])
            reflections += [self._reflection(dotted) for _ in range(chance.randint(1, 7))]
        standings = tuple(self._standings)
        places = (None, *Place, Place.UNSAID)
        return Story(
            tuple(reflections),
            (self._reflection(), self._reflection("trust")),
            standings,
            (self._word(), self._word()),
            picks,
            tuple(self._line() for _ in picks),
            self._some(3),
            frozenset(chance.sample(sorted(SCALES), chance.randint(0, len(SCALES)))),
            self._some(4),
            tuple((pick, chance.choice(places)) for pick in self._some(3)),
            self._maybe(),
            self._word(),
            footer=chance.random() < 0.5,
            planned=chance.random() < 0.5,
            kind=chance.choice([Kind.SESSION, Kind.SESSION, Kind.HANDOVER]),
            with_days=chance.random() < 0.5,
        )

    def _reflection(self, path_id: str = "") -> Reflection:
        chance = self._chance
        path_id = path_id or chance.choice(PATHS)
        ago = timedelta(days=chance.randint(0, 20), minutes=chance.randint(0, 900))
        when = NOW - ago - HIDDEN_TIME
        return a_reflection(
            self._word(),
            *(self._answer(path_id) for _ in range(chance.randint(1, 4))),
            when=when,
            title=self._word(),
            path_id=path_id,
            finished_at=None if chance.random() < 0.2 else when,
            tags=(self._word(),),
        )

    def _answer(self, path_id: str) -> Answer:
        chance = self._chance
        kind = chance.choice([*WORDS, *WORDS, StepKind.RATING, StepKind.MAP])
        value, shown = self._value(kind)
        steps = [
            step
            for path, step in SCALES.values()
            if path == path_id and (step == "map") == (kind is StepKind.MAP)
        ]
        said = an_answer(
            self._word(),
            value,
            kind=kind,
            shown=shown,
            step_id=chance.choice([self._word(), *steps]),
            prompt=self._word(),
            place=chance.choice([Place.HERE, Place.PARKED, Place.PARKED, Place.UNSAID]),
            section=chance.choice([None, *Section, *Section]) if kind in WORDS else None,
        )
        if said.place is Place.UNSAID and chance.random() < 0.7:
            self._standings.append((said.id, self._standing()))
        return said

    def _value(self, kind: StepKind) -> tuple[Value, str]:
        """What was said at a step, and how it reads."""
        chance = self._chance
        if kind is StepKind.RATING:
            rating = chance.randint(0, 10)
            return rating, str(rating)
        if kind is StepKind.MAP:
            point = MapPoint(chance.randint(0, 10), chance.randint(0, 10))
            return point, f"{point.pleasant}, {point.energy}"
        word = self._word()
        around = "".join(chance.choices(LETTERS, k=chance.randint(0, 12)))
        shown = f"{word} {around}".strip()
        return (shown if kind is StepKind.TEXT else (word,)), shown

    def _standing(self) -> Standing:
        return Standing(
            self._chance.choice([Rung.BRING, Rung.BRING, *Rung]),
            Rehearsal(*(self._word() for _ in Size)),
            self._chance.choice([None, *Size]),
            after=self._word(),
            moved_at=NOW - HIDDEN_TIME,
        )

    def _line(self) -> Line:
        chance = self._chance
        section, mode = chance.choice(list(Section)), chance.choice(list(Mode))
        return Line("", section, mode, self._maybe(), chance.random() < 0.5)

    def _some(self, most: int) -> tuple[int, ...]:
        """A few things, by any number."""
        return tuple(self._chance.randint(0, 99) for _ in range(self._chance.randint(0, most)))

    def _maybe(self) -> str:
        return self._chance.choice(["", self._word()])

    def _word(self) -> str:
        """A word that stands nowhere else."""
        return canary(next(self._numbers))


def stories() -> SearchStrategy[Story]:
    """Any notebook at all, told from a number; to find a smaller one would help nobody."""
    return st.integers(0, 2**32).map(lambda seed: Teller(random.Random(seed)).story())
