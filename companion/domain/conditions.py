"""Whether a step is asked, given what was said before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.answer import MapPoint, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Answers = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison with the answer to one earlier step.

    A step that was skipped or let go passes no test.
    """

    __test__ = False  # a rule of the domain, not a pytest class

    step: str
    """The earlier step's id."""
    at_most: int | None = None
    """The rating is this or lower (0 to 10)."""
    at_least: int | None = None
    """The rating is this or higher (0 to 10)."""
    energy_at_least: int | None = None
    """The map point's energy is this or higher (0 to 10)."""
    chosen: str | None = None
    """This option is among those chosen."""
    lower_than: str | None = None
    """The rating is lower than the one given to this other step, by `by` or more."""
    by: int = 1
    """How much lower (1 to 10)."""

    @property
    def steps(self) -> frozenset[str]:
        """The steps that the test looks at."""
        return frozenset({self.step} | ({self.lower_than} if self.lower_than else set()))

    def holds(self, answers: Answers) -> bool:
        """Whether the answers pass every comparison that the test makes."""
        value = answers.get(self.step)
        if isinstance(value, MapPoint):
            return self.energy_at_least is not None and value.energy >= self.energy_at_least
        if isinstance(value, tuple):
            return self.chosen is not None and self.chosen in value
        return isinstance(value, int) and self._holds_of_rating(value, answers)

    def _holds_of_rating(self, rating: int, answers: Answers) -> bool:
        if self.at_most is not None and rating > self.at_most:
            return False
        if self.at_least is not None and rating < self.at_least:
            return False
        if self.lower_than is not None:
            other = answers.get(self.lower_than)
            return isinstance(other, int) and other - rating >= self.by
        return self.at_most is not None or self.at_least is not None


@dataclass(frozen=True, slots=True)
class Condition:
    """Some tests of which any, or all, must hold; or must not."""

    tests: tuple[Test, ...]
    """What is compared (one or more)."""
    every: bool = False
    """All of the tests must hold, instead of any one."""
    negated: bool = False
    """The step is asked when the tests do *not* hold."""

    @property
    def steps(self) -> frozenset[str]:
        """The steps that the condition looks at."""
        return frozenset().union(*(test.steps for test in self.tests))

    def holds(self, answers: Answers) -> bool:
        """Whether a step with this condition is asked."""
        enough: Callable[[list[bool]], bool] = all if self.every else any
        return enough([test.holds(answers) for test in self.tests]) != self.negated
