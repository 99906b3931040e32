"""Help now: who can be reached. Asks nothing, keeps nothing, dials nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from companion.domain.crisis import is_stale

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.domain.crisis import CrisisCountry


class CrisisDirectory(Protocol):
    """The countries whose help is known."""

    def countries(self) -> tuple[CrisisCountry, ...]:
        """All of them, by name."""


@dataclass(frozen=True, slots=True)
class HelpCard:
    """What the help screen shows for one country."""

    country: CrisisCountry
    """The country with its numbers."""
    stale: bool
    """Whether a word of caution stands with it."""


class HelpNow:
    """Looks up who can be reached; open before the notebook is."""

    def __init__(self, directory: CrisisDirectory, clock: Clock) -> None:
        """Take what it works with."""
        self._directory = directory
        self._clock = clock

    def countries(self) -> tuple[CrisisCountry, ...]:
        """The countries whose help is known, by name."""
        return self._directory.countries()

    def card(self, code: str) -> HelpCard | None:
        """The help of a country; none where the country is not known or not said.

        Args:
            code: Two letters (`GB`), in any case.
        """
        today = self._clock.local(self._clock.now()).date()
        for country in self.countries():
            if country.code == code.upper():
                return HelpCard(country, is_stale(country.checked_on, today))
        return None
