"""Help now looks up who can be reached, and says when a row has grown old."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.fakes import FakeDirectory
from support.time import NOW, FixedClock

from companion.domain.crisis import STALE_AFTER, CrisisCountry
from companion.services.help_now import HelpNow

TODAY = NOW.date()


def country(checked_on: date, code: str = "ZZ") -> CrisisCountry:
    return CrisisCountry(code, "Nowhere", ("000",), (), ("a book", "a page"), checked_on)


@pytest.mark.parametrize("code", ["ZZ", "zz", "Zz"])
def test_a_country_is_found_by_its_code(code: str) -> None:
    help_now = HelpNow(FakeDirectory(country(TODAY, "XX"), country(TODAY)), FixedClock())
    card = help_now.card(code)
    assert card is not None
    assert card.country == country(TODAY)
    assert not card.stale
    assert [one.code for one in help_now.countries()] == ["XX", "ZZ"]


@pytest.mark.parametrize("code", ["", "YY"])
def test_a_country_that_is_not_known_has_no_card(code: str) -> None:
    assert HelpNow(FakeDirectory(country(TODAY)), FixedClock()).card(code) is None


@pytest.mark.parametrize(
    ("age", "stale"), [(STALE_AFTER - timedelta(days=1), False), (STALE_AFTER, True)]
)
def test_an_old_row_is_shown_with_a_word_of_caution(age: timedelta, *, stale: bool) -> None:
    card = HelpNow(FakeDirectory(country(TODAY - age)), FixedClock()).card("ZZ")
    assert card is not None
    assert card.stale is stale
