"""What a person wants to be offered: not now, never, less, nothing for a while."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from companion.domain.choices import Choices
from companion.domain.rhythm import AROUND_SESSIONS, OF_HOMEWORK, REFUSABLE, OpenKind
from companion.domain.setting_values import from_kept, kept_day, kept_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from companion.domain.clock import Clock
    from companion.services.ports.stores import SettingStore

_NAME = "rhythm"
_PAUSES = "pauses"


class Rhythm:
    """Keeps what was said about being offered things, inside the notebook.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(self, settings: SettingStore, clock: Clock) -> None:
        """Take what it works with."""
        self._settings = settings
        self._clock = clock

    @property
    def choices(self) -> Choices:
        """What was said so far; what can't be read any more counts as not said."""
        try:
            return _read(from_kept(self._settings.get(_NAME)) or {})
        except (ValueError, TypeError, AttributeError):
            return Choices()

    @property
    def is_paused(self) -> bool:
        """Whether a pause holds today."""
        return self.choices.is_paused(self._today)

    def later(self, kind: OpenKind) -> None:
        """Do not offer a thing again before tomorrow."""
        self._keep(_later(self.choices, kind, self._today + timedelta(days=1)))

    def never(self, kind: OpenKind) -> None:
        """Never offer a thing again; one that can't be refused for good, not before tomorrow."""
        if kind not in REFUSABLE:
            self.later(kind)
        else:
            self._keep(replace(self.choices, never=self.choices.never | {kind}))

    def allow(self, kind: OpenKind) -> None:
        """Offer a thing again, from now on."""
        now = self.choices
        later = tuple(one for one in now.later if one[0] is not kind)
        self._keep(replace(now, never=now.never - {kind}, later=later))

    def pause(self, until: date | None = None) -> None:
        """Offer nothing.

        Args:
            until: The day on which it ends by itself; none: until `resume`.
        """
        if not self.is_paused:
            self._remember([*self.pauses, self._clock.now()])
        self._keep(replace(self.choices, paused=True, paused_until=until))

    def resume(self) -> None:
        """End a pause. One that ends on the day it began is not remembered as one."""
        if self.is_paused:
            kept = [at for at in self.pauses if self._clock.local(at).date() != self._today]
            self._remember(kept)
        self._keep(replace(self.choices, paused=False, paused_until=None))

    @property
    def pauses(self) -> list[datetime]:
        """When pauses began (aware, UTC), in order; what can't be read any more is left out."""
        try:
            return sorted(map(kept_moment, from_kept(self._settings.get(_PAUSES)) or []))
        except (ValueError, TypeError):
            return []

    def less(self, *, only_around_sessions: bool) -> None:
        """Answer "would less be better?"; it is not asked again for a month.

        Args:
            only_around_sessions: Whether only the days around a session shall ask; else
                everything stays as it is.
        """
        now = self.choices
        less = AROUND_SESSIONS | OF_HOMEWORK
        never = now.never | less if only_around_sessions else now.never
        self._keep(replace(now, never=never, less_asked_on=self._today))

    def _remember(self, pauses: list[datetime]) -> None:
        if pauses != self.pauses:
            self._settings.put(_PAUSES, json.dumps([at.isoformat() for at in pauses]))

    @property
    def _today(self) -> date:
        return self._clock.local(self._clock.now()).date()

    def _keep(self, choices: Choices) -> None:
        later = [one for one in choices.later if one[1] > self._today]
        self._settings.put(
            _NAME,
            json.dumps(
                {
                    "never": sorted(choices.never),
                    "later": {kind: day.isoformat() for kind, day in later},
                    "paused": choices.paused,
                    "until": _iso(choices.paused_until),
                    "less": _iso(choices.less_asked_on),
                }
            ),
        )


def _later(choices: Choices, kind: OpenKind, until: date) -> Choices:
    others = tuple(one for one in choices.later if one[0] is not kind)
    return replace(choices, later=(*others, (kind, until)))


def _read(kept: dict[str, Any]) -> Choices:
    never = set(map(str, kept.get("never", ())))
    return Choices(
        never=frozenset(kind for kind in REFUSABLE if kind in never),
        later=tuple(_read_later(kept.get("later", {}))),
        paused=kept.get("paused") is True,
        paused_until=_day(kept.get("until")),
        less_asked_on=_day(kept.get("less")),
    )


def _read_later(kept: dict[str, Any]) -> Iterator[tuple[OpenKind, date]]:
    # Another version may know other kinds; what was refused of those here still holds.
    for kind, day in kept.items():
        with suppress(ValueError, TypeError):
            yield OpenKind(kind), kept_day(day)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return kept_day(text) if text else None
