"""A clock that stands still, and a machine with nothing on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from companion.bootstrap import Builder

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class StillClock:
    """A clock that stands still, in a zone with summer time."""

    def __init__(self, moment: datetime = NOON, zone: str = "Europe/Vienna") -> None:
        self.moment = moment
        self._zone = ZoneInfo(zone)

    def now(self) -> datetime:
        return self.moment

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone)

    def from_local(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=self._zone).astimezone(UTC)


def keep_out(machine: pytest.MonkeyPatch, home: Path) -> None:
    """Put this machine's own things out of reach."""
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        machine.setenv(variable, str(home))


def a_builder() -> Builder:
    """The pieces of a house, with a clock that stands still."""
    builder = Builder(language="en")
    builder.clock = StillClock()
    return builder
