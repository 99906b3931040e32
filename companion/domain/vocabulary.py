"""Words for feelings: those that are offered, and those a person made their own.

A person may add words, hide some and move some to another group; what is offered first
follows the point on the map where they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.domain.answer import MapPoint
    from companion.domain.path import WordGroup

OFFERED_FIRST = 8
"""How many words are offered before someone asks for more."""
_NEAREST = 2


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a person changed about the words that are offered."""

    added: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The group of each word they added."""
    hidden: frozenset[str] = frozenset()
    """The words they do not want to be offered."""
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The group of each word they moved, by word."""

    def with_word(self, word: str, group_id: str) -> OwnWords:
        """The same with a word of their own in a group, moved there if it was in another."""
        added = MappingProxyType({**self.added, word: group_id})
        return replace(self, added=added, hidden=self.hidden - {word})

    def moving(self, word: str, group_id: str) -> OwnWords:
        """The same with a word in another group."""
        if word in self.added:
            return replace(self, added=MappingProxyType({**self.added, word: group_id}))
        return replace(self, moved=MappingProxyType({**self.moved, word: group_id}))

    def hiding(self, word: str) -> OwnWords:
        """The same without a word: one's own is gone, one that is offered is hidden."""
        if word in self.added:
            kept = {one: group for one, group in self.added.items() if one != word}
            return replace(self, added=MappingProxyType(kept))
        return replace(self, hidden=self.hidden | {word})

    def showing(self, word: str) -> OwnWords:
        """The same with a hidden word offered again."""
        return replace(self, hidden=self.hidden - {word})

    def arranged(self, groups: Sequence[WordGroup]) -> tuple[WordGroup, ...]:
        """The groups as this person wants them; a group may end up empty.

        Where a group no longer exists, a word that was moved there stays in its own
        group, and a word that was added there comes to the first group.

        Args:
            groups: The groups as they are offered to everyone.
        """
        known = {group.id for group in groups}
        home = groups[0].id if groups else ""
        placed: dict[str, list[str]] = {group.id: [] for group in groups}
        for group in groups:
            for word in group.words:
                to = self.moved.get(word, group.id)
                placed[to if to in known else group.id].append(word)
        for word, to in self.added.items():
            if groups and not any(word in group.words for group in groups):
                placed[to if to in known else home].append(word)
        return tuple(
            group._replace(words=tuple(w for w in placed[group.id] if w not in self.hidden))
            for group in groups
        )


def nearest(groups: Sequence[WordGroup], point: MapPoint) -> list[WordGroup]:
    """The groups, those nearest to a point on the map first."""
    return sorted(
        groups,
        key=lambda g: (g.pleasant - point.pleasant) ** 2 + (g.energy - point.energy) ** 2,
    )


def in_offered_order(groups: Sequence[WordGroup], point: MapPoint | None) -> tuple[str, ...]:
    """The words of some groups, those to offer first in front.

    Near a point they come from the two groups nearest to it, half and half; without a
    point every group gives its plainest word first.

    Args:
        groups: The groups.
        point: Where on the map someone is, or none.
    """
    if point is None:
        longest = max((len(group.words) for group in groups), default=0)
        rows = [[g.words[i] for g in groups if i < len(g.words)] for i in range(longest)]
        return tuple(dict.fromkeys(chain.from_iterable(rows)))
    ordered = nearest(groups, point)
    share = OFFERED_FIRST // _NEAREST
    first = [group.words[:share] for group in ordered[:_NEAREST]]
    rest = [group.words[share:] for group in ordered[:_NEAREST]]
    others = [group.words for group in ordered[_NEAREST:]]
    return tuple(dict.fromkeys(chain.from_iterable([*first, *rest, *others])))
