"""What was deleted a moment ago, held in memory alone so that it can come back.

On the disk it is gone at once, the index of words included. Whoever asks for it back
before the notebook is locked gets it back as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.answer import Reflection, Wording
    from companion.domain.ladder import Standing
    from companion.domain.page import Line


@dataclass(frozen=True, slots=True)
class Removed:
    """An entry, or some answers of one, with everything that hung on them."""

    reflection: Reflection
    """The whole entry as it was before."""
    answer_ids: tuple[str, ...]
    """The answers that went."""
    standings: tuple[tuple[str, Standing], ...] = ()
    """Where those of the drawer stood on the ladder, by answer id."""
    wordings: tuple[tuple[str, Wording], ...] = ()
    """How they had read before, by answer id."""
    lines: tuple[tuple[str, Line], ...] = ()
    """The ticked lines made of them, by session id."""

    @property
    def is_whole(self) -> bool:
        """Whether the whole entry went."""
        return len(self.answer_ids) == len(self.reflection.answers)


def rejoined(now: Reflection | None, removed: Removed) -> Reflection:
    """The entry with what was removed in its old place again.

    Args:
        now: The entry as it is now; none: it is gone.
        removed: What went.
    """
    if now is None:
        return removed.reflection
    there = {answer.id: answer for answer in now.answers}
    back = set(removed.answer_ids)
    before = [one for one in removed.reflection.answers if one.id in back or one.id in there]
    known = {one.id for one in before}
    added = [one for one in now.answers if one.id not in known]
    return replace(now, answers=(*(there.get(one.id, one) for one in before), *added))
