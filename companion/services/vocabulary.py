"""A person's own words for feelings, kept inside the notebook."""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from companion.domain.path import StepKind
from companion.domain.setting_values import from_kept
from companion.domain.text import clean, one_line
from companion.domain.vocabulary import OwnWords

if TYPE_CHECKING:
    from companion.domain.path import ReflectionPath, Step, WordGroup
    from companion.services.ports.content import Shelf
    from companion.services.ports.stores import SettingStore

_NAME = "words"


class Vocabulary:
    """Adds words to those that are offered, hides some and moves some.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(self, settings: SettingStore, shelf: Shelf) -> None:
        """Take what it works with."""
        self._settings = settings
        self._shelf = shelf

    @property
    def own(self) -> OwnWords:
        """What was changed so far; what can't be read any more counts as not changed."""
        try:
            kept = from_kept(self._settings.get(_NAME)) or {}
            return OwnWords(
                MappingProxyType(_groups(kept.get("added", {}))),
                frozenset(map(_tidy, kept.get("hidden", ()))),
                MappingProxyType(_groups(kept.get("moved", {}))),
            )
        except (ValueError, TypeError, AttributeError):
            return OwnWords()

    def groups(self) -> tuple[WordGroup, ...]:
        """The groups of words as this person wants them; none, where no path offers any."""
        return self.own.arranged(self._offered())

    def add(self, word: str, group_id: str) -> None:
        """Offer a word of one's own; one without letters is nothing.

        One that is offered to everyone is shown again, in that group.
        """
        tidy = _tidy(word)
        if any(tidy in group.words for group in self._offered()):
            self._keep(self.own.showing(tidy).moving(tidy, group_id))
        elif tidy:
            self._keep(self.own.with_word(tidy, group_id))

    def move(self, word: str, group_id: str) -> None:
        """Put a word in another group."""
        self._keep(self.own.moving(word, group_id))

    def hide(self, word: str) -> None:
        """Do not offer a word any more; one's own is gone from the list."""
        self._keep(self.own.hiding(word))

    def show(self, word: str) -> None:
        """Offer a hidden word again."""
        self._keep(self.own.showing(word))

    def dressed(self, path: ReflectionPath) -> ReflectionPath:
        """A path whose steps offer this person's words."""
        if all(step.kind is not StepKind.WORDS for step in path.steps):
            return path
        own = self.own
        return replace(path, steps=tuple(_dressed(step, own) for step in path.steps))

    def _offered(self) -> tuple[WordGroup, ...]:
        for path in self._shelf.paths():
            for step in path.steps:
                if step.groups:
                    return step.groups
        return ()

    def _keep(self, own: OwnWords) -> None:
        kept = {
            "added": dict(own.added),
            "hidden": sorted(own.hidden),
            "moved": dict(own.moved),
        }
        self._settings.put(_NAME, json.dumps(kept, ensure_ascii=False))


def _dressed(step: Step, own: OwnWords) -> Step:
    return replace(step, groups=own.arranged(step.groups)) if step.groups else step


def _groups(found: dict[object, object]) -> dict[str, str]:
    return {_tidy(word): str(group) for word, group in found.items()}


def _tidy(word: object) -> str:
    return one_line(clean(str(word)))
