"""A guided reflection as data: its steps, their kinds, order and conditions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.page import Section

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.conditions import Condition
    from companion.domain.ladder import Rung


class StepKind(StrEnum):
    """What a step asks for, and so how it is drawn."""

    TEXT = "text"
    """Free words."""
    RATING = "rating"
    """A whole number from 0 to 10, or none."""
    MAP = "map"
    """A point on pleasant and energy, each a whole number from 0 to 10, or none."""
    WORDS = "words"
    """Some words for a feeling, offered or one's own, or none."""
    WHEN_THEN = "when-then"
    """A moment and what one will do in it: two short lines, either of which may be empty."""
    CHOICE = "choice"
    """One option, or several where the step says so, or none."""
    LOOK_BACK = "look-back"
    """Shows answers of an earlier reflection; asks nothing."""
    NOTE = "note"
    """Says something; asks nothing."""
    CLOSE = "close"
    """The closing: one of a few ways to put the notebook down."""


PLACEABLE = frozenset({StepKind.TEXT, StepKind.WORDS, StepKind.WHEN_THEN, StepKind.CHOICE})
"""The kinds whose answer has words, and so a place the person chooses."""

ASKING = PLACEABLE | {StepKind.RATING, StepKind.MAP}
"""The kinds of step that take an answer worth keeping."""


DEEP_MINUTES = 5
"""From so many minutes on, a whole reflection is a deep one."""


class Place(StrEnum):
    """Where an answer is. A fourth place, let go, is no place: the answer is gone."""

    HERE = "here"
    """Stays in the notebook. The default for everything."""
    PARKED = "parked"
    """Waits for the next session; may be ticked for the page."""
    UNSAID = "unsaid"
    """In the Unsaid drawer; never on a page from there."""


class Form(StrEnum):
    """How deep a reflection goes."""

    ONE = "one"
    """One question, between arriving and closing."""
    SHORT = "short"
    """The few steps that the path names for a low or tired moment."""
    FULL = "full"
    """Every step."""


EVERY_FORM = frozenset(Form)
"""Whatever form is walked."""


class Effect(StrEnum):
    """What choosing an option does to the walk, besides being an answer."""

    SHORT = "short"
    """Go on in the short form."""
    STOP = "stop"
    """Go straight to the end."""


class Option(NamedTuple):
    """One thing that can be chosen."""

    id: str
    """The option's name in data and conditions."""
    label: str
    """What the person reads."""
    text: str = ""
    """More words shown once it is chosen; the closings use this."""
    effect: Effect | None = None
    """What it does to the walk."""
    rung: Rung | None = None
    """The rung that the answer of the step's `rung_of` goes to when this is chosen."""


class Joined(NamedTuple):
    """The words before the two halves of a plan, in the person's language."""

    when: str
    """Before the moment ("When")."""
    then: str
    """Before what one will do ("I will")."""


class Scale(NamedTuple):
    """The words at the two ends of a rating; nothing stands between them."""

    low: str
    """What 0 means."""
    high: str
    """What 10 means."""


class WordGroup(NamedTuple):
    """Words for feelings that lie in one part of the map."""

    id: str
    """The group's name in data."""
    pleasant: int
    """Where the group lies from unpleasant (0) to pleasant (10)."""
    energy: int
    """Where the group lies from shut down (0) to racing (10)."""
    words: tuple[str, ...]
    """The words, the plainest first."""


class LookBack(NamedTuple):
    """Which earlier answers a look-back step shows."""

    path_id: str
    """The path they were given on."""
    step_ids: tuple[str, ...]
    """The steps they were given to, in the order to show them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of a path."""

    id: str
    """The step's name, unique in its path and stable across versions."""
    kind: StepKind
    """What it asks for."""
    prompt: str
    """The question, in the person's language."""
    help: str = ""
    """A sentence below the question."""
    forms: frozenset[Form] = EVERY_FORM
    """In which forms it is asked."""
    framing: bool = False
    """Whether it stands around every path, rather than being this path's own."""
    always: bool = False
    """Asked even after someone chose to stop (the closing)."""
    asked_if: Condition | None = None
    """Asked only if this holds of the answers given before."""
    place: Place = Place.HERE
    """Where its answer goes unless the person says otherwise."""
    section: Section | None = Section.TALK
    """The part of the page a parked answer belongs to; none: never on a page."""
    shows_help: bool = False
    """Whether help now stands with the step."""
    shows_steady: bool = False
    """Whether two minutes to get steadier are offered with the step."""
    scales: tuple[Scale, ...] = ()
    """One for a rating, two for a map (pleasant, then energy)."""
    options: tuple[Option, ...] = ()
    """For a choice and for the closing."""
    several: bool = False
    """Whether more than one option may be chosen."""
    groups: tuple[WordGroup, ...] = ()
    """For words: what is offered."""
    outside: tuple[str, ...] = ()
    """For words: the answers that fit nowhere on the map (mixed, numb, no word)."""
    near: str = ""
    """For words: the map step whose point says which groups come first."""
    look_back: LookBack | None = None
    """For a look-back: what to show."""
    joined: Joined | None = None
    """For a plan: the words before its halves."""
    rung_of: str = ""
    """For a choice: the earlier step whose answer its options put on a rung of the ladder."""

    def option(self, option_id: str) -> Option | None:
        """The option of that id, or none."""
        return next((one for one in self.options if one.id == option_id), None)

    @property
    def asks(self) -> bool:
        """Whether the step takes an answer worth keeping."""
        return self.kind in ASKING

    @property
    def placeable(self) -> bool:
        """Whether the person chooses where its answer goes."""
        return self.kind in PLACEABLE

    @property
    def aside(self) -> bool:
        """Whether an answer calls it up, and it asks for no words: care, or how to go on."""
        turns = self.kind is StepKind.CHOICE and self.section is None
        return self.asked_if is not None and (turns or self.kind is StepKind.NOTE)


class Card(NamedTuple):
    """What is known from research about the thing a path does, and from where."""

    text: str
    """A few plain sentences for the person."""
    citations: tuple[str, ...] = ()
    """The works whose figures were checked."""


class Provenance(NamedTuple):
    """Where the words of a path are from."""

    author: str
    """Who wrote them."""
    licence: str
    """Under which licence they may be used."""
    reviewed_on: date
    """When someone last read them with care."""


@dataclass(frozen=True, slots=True)
class ReflectionPath:
    """A guided reflection, in one language."""

    id: str
    """The path's name, stable for good."""
    version: int
    """Goes up when a step changes its meaning."""
    language: str
    """The language of its words (`en`)."""
    title: str
    """What the person calls it."""
    about: str
    """One line that says what it is for."""
    minutes: int
    """How long it takes, as a promise (1 to 10)."""
    steps: tuple[Step, ...]
    """What it asks, in order."""
    provenance: Provenance | None = None
    """Where its words are from."""
    card: Card | None = None
    """The evidence behind it."""
    chosen_freely: bool = False
    """Whether it is one of the reflections offered for free choice between sessions."""
    offered: bool = True
    """Whether it is a reflection to choose from a list; a form to fill in is opened elsewhere."""
    compared: bool = False
    """Whether each walk of it is a version, to be laid beside an earlier one."""
    pack: str = ""
    """The homework it belongs to, by its title; empty: it is one of companion's own."""
    _by_id: dict[str, Step] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the steps by id."""
        object.__setattr__(self, "_by_id", {step.id: step for step in self.steps})

    def step(self, step_id: str) -> Step | None:
        """The step of that id, or none."""
        return self._by_id.get(step_id)

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms it offers, the shorter first."""
        own = [step for step in self.steps if step.asks and not step.framing]
        asks = {form: sum(form in step.forms for step in own) for form in Form}
        shorter = (Form.ONE, Form.SHORT)
        return (*(one for one in shorter if 0 < asks[one] < asks[Form.FULL]), Form.FULL)

    def form_of(self, form: Form) -> Form:
        """The form that is walked when one is asked for: that, or the next longer one."""
        longer = tuple(Form)[tuple(Form).index(form) :]
        return next(one for one in longer if one in self.forms)

    @property
    def is_deep(self) -> bool:
        """Whether walking all of it takes something out of a person, as rules of pacing ask.

        A form to fill in does not, however long it is.
        """
        return self.offered and self.minutes >= DEEP_MINUTES
