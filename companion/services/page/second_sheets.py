"""The second sheet of a page: which quotes and which dots were ticked for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.domain.movement import MEASURES
from companion.domain.second_sheet import SecondSheet, chart_of
from companion.domain.setting_values import from_kept
from companion.services.page.quotable import Quotable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from companion.domain.clock import Clock
    from companion.domain.page import Candidate
    from companion.domain.second_sheet import Chart
    from companion.services.movement import Movement
    from companion.services.ports.stores import (
        PageStore,
        ReflectionStore,
        SessionStore,
        SettingStore,
    )

_NAME = "page.second"
_WAITING = "waiting:"
_QUOTES, _CHARTS = "quotes", "charts"


@dataclass(frozen=True, slots=True)
class SecondDesk:
    """What could be on the second sheet, and what is."""

    candidates: Sequence[Candidate] = field(default=(), compare=False)
    """What could be quoted, word for word, by moment. Looking at it reads the notebook."""
    charts: tuple[Chart, ...] = ()
    """The scales that have dots."""
    quoted: tuple[str, ...] = ()
    """The answers that were ticked, in the order they are printed."""
    charted: frozenset[str] = frozenset()
    """The scales that were ticked, by id."""
    quotes: tuple[Candidate, ...] = ()
    """The answers that were ticked, as they read."""
    since: datetime | None = None
    """From when on answers may be quoted (aware); none: from the beginning."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing is ticked."""
        return not self.quoted and not self.charted

    @property
    def sheet(self) -> SecondSheet:
        """What would be printed."""
        texts = {one.answer_id: one.text for one in self.quotes}
        return SecondSheet(
            tuple(texts[one] for one in self.quoted if one in texts),
            tuple(one for one in self.charts if one.measure_id in self.charted),
        )


class SecondSheets:
    """Keeps what was ticked for second sheets, inside the notebook; off by default."""

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        settings: SettingStore,
        movement: Movement,
        clock: Clock,
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._settings = settings
        self._movement = movement
        self._clock = clock

    def desk(self, page: str, since: datetime | None, charted_since: datetime | None) -> SecondDesk:
        """What lies on the table for one second sheet.

        Args:
            page: What the page's lines are kept under: a session's id, or another name;
                empty: no session is planned.
            since: From when on answers may be quoted (aware); none: from the beginning.
            charted_since: From when on dots are drawn (aware); none: from the beginning.

        Raises:
            StorageError: If the notebook can't be read.
        """
        journey = self._sessions.journey().id
        ticked = self._kept.get(self._place(page), {})
        topics = self._movement.since(charted_since)
        charts = [
            chart_of(series, [one.at for one in topic.sessions], self._day_of)
            for topic in topics
            for series in topic.series
        ]
        drawn = tuple(one for one in charts if one is not None)
        quotes = self.quotes(ticked.get(_QUOTES, []), since)
        # What can't be quoted or drawn any more is not ticked any more.
        return SecondDesk(
            Quotable(self._reflections, journey, since),
            drawn,
            tuple(one.answer_id for one in quotes),
            frozenset(ticked.get(_CHARTS, ())) & {one.measure_id for one in drawn},
            quotes,
            since,
        )

    def quotes(self, quoted: Sequence[str], since: datetime | None) -> tuple[Candidate, ...]:
        """Those of some answers that may be quoted, each once, in the order given.

        Args:
            quoted: Their ids.
            since: From when on answers may be quoted (aware); none: from the beginning.

        Raises:
            StorageError: If the notebook can't be read.
        """
        if not quoted:
            return ()
        found = self._reflections.quoted(self._sessions.journey().id, since, quoted)
        known = {one.answer_id: one for one in found}
        return tuple(known[one] for one in dict.fromkeys(quoted) if one in known)

    def keep(self, page: str, quoted: Iterable[str], charted: Iterable[str]) -> None:
        """Keep what was ticked for one second sheet; nothing ticked: there is none.

        Args:
            page: What the page's lines are kept under.
            quoted: The answers to quote, in order.
            charted: The ids of the scales to draw.

        Raises:
            StorageError: If it could not be written.
        """
        known = [one.id for one in MEASURES]
        wanted = {
            _QUOTES: list(dict.fromkeys(quoted)),
            _CHARTS: sorted(set(charted) & {*known}, key=known.index),
        }
        place = self._place(page)
        others = {one: ticks for one, ticks in self._kept.items() if one != place}
        self._put(others | ({place: wanted} if any(wanted.values()) else {}))

    def carry(self, session_id: str) -> None:
        """Give what was ticked while no session was planned to this one, and to no other.

        Args:
            session_id: The session; it keeps what was ticked for it already.

        Raises:
            StorageError: If it could not be written.
        """
        kept, waiting = self._kept, self._place("")
        if waiting in kept:
            ticks = kept.pop(waiting)
            kept.setdefault(session_id, ticks)
            self._put(kept)

    def _place(self, page: str) -> str:
        """What the ticks of a page are kept under; those for no session yet, by journey."""
        return page or f"{_WAITING}{self._sessions.journey().id}"

    def _put(self, kept: dict[str, dict[str, list[str]]]) -> None:
        self._settings.put(_NAME, json.dumps(kept))

    def _day_of(self, moment: datetime) -> date:
        return self._clock.local(moment).date()

    @property
    def _kept(self) -> dict[str, dict[str, list[str]]]:
        """What can't be read any more counts as not ticked."""
        try:
            found = from_kept(self._settings.get(_NAME)) or {}
            return {
                str(page): {str(what): [str(one) for one in ids] for what, ids in ticks.items()}
                for page, ticks in found.items()
            }
        except (ValueError, TypeError, AttributeError):
            return {}


class BothSheets:
    """What waits for a session to be planned: the lines of its page, and its second sheet."""

    def __init__(self, lines: PageStore, second: SecondSheets) -> None:
        """Take what keeps the two."""
        self._lines = lines
        self._second = second

    def carry(self, session_id: str) -> None:
        """Give what was ticked while no session was planned to this one.

        Args:
            session_id: The session.

        Raises:
            StorageError: If it could not be written.
        """
        self._lines.carry(session_id)
        self._second.carry(session_id)
