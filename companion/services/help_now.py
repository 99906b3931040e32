"""Help now: who can be reached. Asks nothing, keeps nothing, dials nothing.

What it is shown as is imported when it is asked for: every start holds this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from companion.domain.text import unaccented

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.domain.crisis import CrisisCountry
    from companion.services.help_blocks import HelpCard


class CrisisDirectory(Protocol):
    """The countries whose help is known."""

    def countries(self) -> tuple[CrisisCountry, ...]:
        """All of them, by name."""


class HelpNow:
    """Looks up who can be reached; open before the notebook is."""

    def __init__(self, directory: CrisisDirectory, clock: Clock) -> None:
        """Take what it works with."""
        self._directory = directory
        self._clock = clock

    def countries(self) -> tuple[CrisisCountry, ...]:
        """The countries whose help is known, by name."""
        return self._directory.countries()

    def like(self, typed: str) -> tuple[CrisisCountry, ...]:
        """The country of those two letters, or those whose name begins like that.

        Args:
            typed: Letters in any case, with accents or without; empty: every country is like it.
        """
        wanted = unaccented(typed.strip())
        there = self.countries()
        by_code = tuple(one for one in there if one.code.casefold() == wanted)
        return by_code or tuple(o for o in there if unaccented(o.name).startswith(wanted))

    def card(self, code: str) -> HelpCard | None:
        """The help of a country; none where the country is not known or not said.

        Args:
            code: Two letters (`GB`), in any case.
        """
        from companion.domain.crisis import is_stale
        from companion.services.help_blocks import HelpCard

        today = self._clock.local(self._clock.now()).date()
        for country in self.countries():
            if country.code == code.upper():
                return HelpCard(country, is_stale(country.checked_on, today))
        return None
