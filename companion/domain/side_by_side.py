"""Two versions of the same form side by side, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.agreement import open_answers

if TYPE_CHECKING:
    from collections.abc import Collection

    from companion.domain.answer import Answer, Reflection


@dataclass(frozen=True, slots=True)
class Pair:
    """One question, and what was said to it twice."""

    question: str
    """The question as it was asked the later time; if it was not answered then, the earlier."""
    earlier: Answer | None
    """What was said the earlier time; none: nothing."""
    later: Answer | None
    """What was said the later time; none: nothing."""


def beside(
    earlier: Reflection, later: Reflection, left_out: Collection[str] = frozenset()
) -> tuple[Pair, ...]:
    """Each question once, in the order of the later version; what only the earlier has, after.

    What is in the Unsaid drawer is left out, as it is wherever earlier words are shown again.

    Args:
        earlier: The one version.
        later: The other.
        left_out: Ids of steps that are not laid side by side.
    """
    before = {one.step_id: one for one in open_answers(earlier) if one.step_id not in left_out}
    after = {one.step_id: one for one in open_answers(later) if one.step_id not in left_out}
    return tuple(
        Pair(
            (after.get(step_id) or before[step_id]).prompt, before.get(step_id), after.get(step_id)
        )
        for step_id in dict.fromkeys([*after, *before])
    )
