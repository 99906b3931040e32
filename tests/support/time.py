"""A clock that stands still until it is told to go on, and ids that count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
"""A Monday evening, the present of most tests."""


class FixedClock:
    """Shows one moment, in one zone; fits `Clock`."""

    def __init__(self, now: datetime = NOW, zone: str | tzinfo = UTC) -> None:
        """Take the moment (aware) and the person's zone."""
        self._now = now.astimezone(UTC)
        self._zone = ZoneInfo(zone) if isinstance(zone, str) else zone

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._now

    def local(self, moment: datetime) -> datetime:
        """The same moment on the person's wall clock."""
        return moment.astimezone(self._zone)

    def from_local(self, wall: datetime) -> datetime:
        """The moment a wall-clock time stands for, in UTC."""
        return wall.replace(tzinfo=self._zone).astimezone(UTC)

    def read(self, wall: str) -> datetime:
        """The moment at which the person's clock shows `2026-03-28 17:00`, in UTC."""
        return self.from_local(datetime.fromisoformat(wall))

    def advance(self, **time: float) -> datetime:
        """Let some time pass: `clock.advance(days=1, minutes=5)`."""
        self._now += timedelta(**time)
        return self._now

    def show(self, moment: datetime) -> None:
        """Jump to another moment (aware)."""
        self._now = moment.astimezone(UTC)


class CounterIds:
    """Gives `id-0001`, `id-0002` and so on, the same in every run."""

    def __init__(self, prefix: str = "id") -> None:
        """Take what every id begins with."""
        self._prefix = prefix
        self.given: list[str] = []
        """Every id given so far."""

    def __call__(self) -> str:
        """The next id."""
        self.given.append(f"{self._prefix}-{len(self.given) + 1:04}")
        return self.given[-1]
