"""What keeps a release back: crisis lines that nobody has looked at for too long.

Apart from the tests on purpose, which hold on any day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.crisis import holds_release

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from companion.domain.crisis import CrisisCountry


def too_old(countries: Iterable[CrisisCountry], today: date) -> tuple[CrisisCountry, ...]:
    """The countries whose rows must be looked at before a release.

    Args:
        countries: All there are.
        today: The day of the release.
    """
    return tuple(one for one in countries if holds_release(one.checked_on, today))
