"""Walking along a reflection path, one step at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, Reflection, Value
from companion.domain.path import Effect, Form, Place, Step, StepKind
from companion.domain.saying import checked, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from companion.domain.path import ReflectionPath

ARRIVE = "arrive"
"""The step that asks how steady someone is on arriving."""
LEAVE = "leave"
"""The step that asks the same on leaving."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer on the way, and where it shall go."""

    id: str
    """The answer's id; the same at every save."""
    value: Value
    """What was said."""
    place: Place
    """Where it goes."""
    prompt: str = ""
    """The question's words when it was answered; empty: as the path has them now."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where someone is on a path, and what they have said so far.

    A walk never changes in place: every move returns a new one, so a screen
    can keep the old one until a save has succeeded. Every step may be left
    unanswered; nothing is ever required.
    """

    id: str
    """Given at the start and kept by the reflection, so saving twice saves once."""
    journey_id: str
    """The journey it belongs to."""
    path: ReflectionPath
    """The path being walked."""
    started_at: datetime
    """When the walk began (aware, UTC)."""
    happened_at: datetime
    """The moment it is about; the beginning unless backdated (aware, UTC)."""
    begun_as: Form = Form.FULL
    """The form chosen at the beginning."""
    at: str = ""
    """The id of the step being shown; empty: the first."""
    said: Mapping[str, Said] = field(default_factory=lambda: MappingProxyType({}))
    """The answers so far, by step id."""
    earlier: tuple[Answer, ...] = ()
    """Answers to what a newer version of the path no longer asks; kept as they are."""
    tags: tuple[str, ...] = ()
    """The person's own tags, kept as they are."""
    finished_at: datetime | None = None
    """When it was finished, if it is being changed afterwards (aware, UTC)."""
    changed_at: datetime | None = None
    """When this changing began (aware, UTC); none: it is walked for the first time."""
    unseen: frozenset[str] = frozenset()
    """The steps that look back and have nothing to show; they are passed over."""

    @property
    def values(self) -> dict[str, Value]:
        """What was said so far, by step id."""
        return {step_id: said.value for step_id, said in self.said.items()}

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this walk, as far as the answers so far decide them."""
        # Only what was said at steps that are asked decides what is asked later: an
        # answer left behind a rating that was since changed has no say.
        known: dict[str, Value] = {}
        form, stopped = self.begun_as, False
        asked: list[Step] = []
        for step in self.path.steps:
            if step.id in self.unseen or form not in step.forms:
                continue
            if stopped and not step.always:
                continue
            if step.asked_if is not None and not step.asked_if.holds(known):
                continue
            asked.append(_offering(step, form))
            if step.id in self.said:
                known[step.id] = self.said[step.id].value
            effects = _effects(step, known.get(step.id))
            if Effect.SHORT in effects and form is Form.FULL:
                form = Form.SHORT
            stopped = stopped or Effect.STOP in effects
        return tuple(asked)

    @property
    def step(self) -> Step:
        """The step being shown."""
        steps = self.steps
        return next((step for step in steps if step.id == self.at), steps[0])

    @property
    def at_start(self) -> bool:
        """Whether there is no step before this one."""
        return self.step == self.steps[0]

    @property
    def at_end(self) -> bool:
        """Whether there is no step after this one."""
        return self.step == self.steps[-1]

    @property
    def progress(self) -> tuple[int, int]:
        """The number of this step and of how many (both 1 or more), for "2 of 5".

        An aside has the number of the step before it: to someone who has just said that
        they barely hold on, the way does not become longer.
        """
        steps, here = self.steps, self.step
        so_far = steps[: steps.index(here) + 1]
        return max(_counted(so_far), 1), _counted(steps)

    def answer(self, step_id: str) -> Said | None:
        """What was said at a step, or none."""
        return self.said.get(step_id)

    def answered(self, value: Value | None, new_id: Callable[[], str]) -> Walk:
        """Record what was said at this step; nothing said takes an earlier answer back.

        Args:
            value: Words, a rating (0 to 10), a point or what was chosen.
            new_id: Gives the answer its id the first time.

        Raises:
            ValueError: If a rating is not from 0 to 10, or the value is not of the step's kind.
        """
        step = self.step
        kept = checked(self.path.step(step.id) or step, value)
        said = dict(self.said)
        before = said.pop(step.id, None)
        if before is not None and before.value == kept:
            said[step.id] = before
        elif kept is not None:
            place = before.place if before else step.place
            said[step.id] = Said(before.id if before else new_id(), kept, place, step.prompt)
        return self._with(said)

    def placed(self, place: Place) -> Walk:
        """Say where the answer to this step goes. Without an answer, nothing changes."""
        said = self.said.get(self.step.id)
        if said is None or not self.step.placeable:
            return self
        return self._with({**self.said, self.step.id: replace(said, place=place)})

    def let_go(self) -> Walk:
        """Take the answer to this step back: it was written, and need not be kept."""
        return self._with({k: v for k, v in self.said.items() if k != self.step.id})

    def forward(self) -> Walk:
        """Go on one step; at the end, stay."""
        return self._moved(+1)

    def back(self) -> Walk:
        """Go back one step; at the start, stay."""
        return self._moved(-1)

    def draft(self) -> Reflection:
        """The walk as it can be kept unfinished; what was finished before stays so."""
        if self.finished_at is not None:
            return self.finish(self.finished_at)
        return self._reflection(finished_at=None, at_step=self.step.id)

    def finish(self, at: datetime) -> Reflection:
        """The walk as it is kept for good.

        Args:
            at: The time of finishing (aware, UTC); what was finished before keeps its own.
        """
        return self._reflection(finished_at=self.finished_at or at, at_step="")

    def _reflection(self, finished_at: datetime | None, at_step: str) -> Reflection:
        return Reflection(
            id=self.id,
            journey_id=self.journey_id,
            path_id=self.path.id,
            path_version=self.path.version,
            language=self.path.language,
            title=self.path.title,
            form=self.begun_as,
            started_at=self.started_at,
            happened_at=self.happened_at,
            finished_at=finished_at,
            at_step=at_step,
            answers=self._answers(),
            tags=self.tags,
        )

    def _answers(self) -> tuple[Answer, ...]:
        # A step that an earlier answer has since closed off still keeps what was
        # written there: going back and changing a rating must not lose words.
        asked = (step for step in self.path.steps if step.asks and step.id in self.said)
        return tuple(_to_answer(step, self.said[step.id]) for step in asked) + self.earlier

    def _with(self, said: dict[str, Said]) -> Walk:
        return replace(self, at=self.step.id, said=MappingProxyType(said))

    def _moved(self, by: int) -> Walk:
        steps = self.steps
        index = min(max(steps.index(self.step) + by, 0), len(steps) - 1)
        return replace(self, at=steps[index].id)


def resume(reflection: Reflection, path: ReflectionPath) -> Walk:
    """Go on with a draft where it stopped.

    Args:
        reflection: What was kept.
        path: The path as it is now; what it no longer asks keeps its answers.
    """
    asked = [a for a in reflection.answers if _still_asked(path, a)]
    said = {a.step_id: Said(a.id, a.value, a.place, a.prompt) for a in asked}
    return Walk(
        id=reflection.id,
        journey_id=reflection.journey_id,
        path=path,
        started_at=reflection.started_at,
        happened_at=reflection.happened_at,
        begun_as=reflection.form,
        at=reflection.at_step,
        said=MappingProxyType(said),
        earlier=tuple(a for a in reflection.answers if not _still_asked(path, a)),
        tags=reflection.tags,
    )


def change(reflection: Reflection, path: ReflectionPath, at: datetime, step_id: str = "") -> Walk:
    """Change a finished reflection: the same walk again, with everything said already.

    Args:
        reflection: What was finished.
        path: The path as it is now; what it no longer asks keeps its answers.
        at: When the changing begins (aware, UTC).
        step_id: The step to begin at; empty: the first.
    """
    walk = resume(reflection, path)
    return replace(walk, at=step_id, finished_at=reflection.finished_at, changed_at=at)


def _counted(steps: tuple[Step, ...]) -> int:
    return sum(not step.aside for step in steps)


def _offering(step: Step, form: Form) -> Step:
    """The step without ways to a shorter form, where the form is a short one already."""
    kept = tuple(one for one in step.options if one.effect is not Effect.SHORT)
    return step if form is Form.FULL or kept == step.options else replace(step, options=kept)


def _still_asked(path: ReflectionPath, answer: Answer) -> bool:
    step = path.step(answer.step_id)
    if step is None or step.kind is not answer.kind:
        return False
    if step.kind is not StepKind.CHOICE or not isinstance(answer.value, tuple):
        return True
    return all(step.option(chosen) is not None for chosen in answer.value)


def _to_answer(step: Step, said: Said) -> Answer:
    return Answer(
        id=said.id,
        step_id=step.id,
        kind=step.kind,
        prompt=said.prompt or step.prompt,
        value=said.value,
        shown=shown(step, said.value),
        place=said.place,
        section=step.section if step.placeable else None,
    )


def _effects(step: Step, value: Value | None) -> frozenset[Effect]:
    if step.kind is not StepKind.CHOICE or not isinstance(value, tuple):
        return frozenset()
    return frozenset(one.effect for one in step.options if one.id in value and one.effect)
