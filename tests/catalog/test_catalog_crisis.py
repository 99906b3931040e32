"""Crisis lines: each number twice typed, none anywhere else, none too old in silence."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from support.time import FixedClock

import companion
from companion.catalog.crisis import Directory
from companion.domain.crisis import holds_release, is_stale
from companion.services.help_now import HelpNow

COUNTRIES = {country.code: country for country in Directory().countries()}

# Typed a second time, from the list of facts and not from the data file.
TYPED_AGAIN = {
    "US": (["911"], ["988", "HOME to 741741"]),
    "CA": (["911"], ["988"]),
    "GB": (["999"], ["116 123", "SHOUT to 85258", "111"]),
    "AU": (["000"], ["13 11 14", "0477 13 11 14"]),
    "NZ": (["111"], ["1737"]),
    "AT": (["112", "144"], ["142"]),
    "FR": (["112", "15"], ["3114"]),
    "BE": (["112"], ["1813", "0800 32 123", "02 648 40 14"]),
    "NL": (["112"], ["113 or 0800-0113"]),
    "ES": (["112"], ["024", "717 003 717"]),
    "PT": (["112"], ["1411"]),
    "IT": (["112"], ["02 2327 2327"]),
    "IN": (["112"], ["14416"]),
    "CN": (["120"], ["12356"]),
    "SG": (["995"], ["1767", "1771"]),
    "JP": (["119"], ["0120-279-338", "0120-061-338"]),
    "MX": (["911"], ["800 911 2000"]),
    "CL": (["131"], ["*4141", "600 360 7777"]),
}


@pytest.mark.parametrize("code", TYPED_AGAIN)
def test_every_number_is_the_one_typed_a_second_time(code: str) -> None:
    emergency, lines = TYPED_AGAIN[code]
    country = COUNTRIES[code]
    assert list(country.emergency) == emergency
    assert len(country.lines) == len(lines)
    for line, typed in zip(country.lines, lines, strict=True):
        assert typed in line.dial


def test_other_countries_have_only_the_number_that_is_certain() -> None:
    others = [country for code, country in COUNTRIES.items() if code not in TYPED_AGAIN]
    assert others
    for country in others:
        assert country.emergency == ("112",)
        assert country.lines == ()


def test_every_line_has_two_sources_and_a_day() -> None:
    for country in COUNTRIES.values():
        assert country.checked_on == date(2026, 11, 23)
        assert len(country.sources) >= (2 if country.lines else 1)


def test_no_other_file_of_the_package_holds_a_number_of_a_line() -> None:
    package = Path(companion.__file__).parent
    numbers = {
        number
        for country in COUNTRIES.values()
        for line in country.lines
        for number in re.findall(r"\d[\d -]{3,}\d", line.dial)
    }
    assert "116 123" in numbers
    for file in package.rglob("*"):
        if file.suffix in {".py", ".toml", ".md", ".tcss"} and file.name != "crisis.toml":
            text = file.read_text(encoding="utf-8")
            assert not [
                n for n in numbers if re.search(rf"(?<![\d.]){re.escape(n)}(?!\d)", text)
            ], file


@pytest.mark.parametrize(("days", "stale"), [(0, False), (179, False), (180, True), (900, True)])
def test_after_half_a_year_a_word_of_caution_stands_with_it(days: int, *, stale: bool) -> None:
    checked = date(2026, 1, 1)
    assert is_stale(checked, checked + timedelta(days=days)) == stale


@pytest.mark.parametrize(("days", "held"), [(120, False), (121, True)])
def test_a_release_is_held_back_by_an_old_row(days: int, *, held: bool) -> None:
    checked = date(2026, 1, 1)
    assert holds_release(checked, checked + timedelta(days=days)) == held


def test_the_card_is_that_of_the_country_said_and_never_a_guess() -> None:
    help_now = HelpNow(Directory(), FixedClock(datetime(2026, 12, 1, tzinfo=UTC)))
    card = help_now.card("gb")
    assert card is not None
    assert card.country.name == "United Kingdom"
    assert not card.stale
    assert help_now.card("") is None
    assert help_now.card("XX") is None


def test_an_old_card_is_shown_all_the_same() -> None:
    card = HelpNow(Directory(), FixedClock(datetime(2027, 12, 1, tzinfo=UTC))).card("US")
    assert card is not None
    assert card.stale
