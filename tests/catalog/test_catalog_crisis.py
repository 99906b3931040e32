"""Crisis lines: each number twice typed, none anywhere else, none too old in silence."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from catalog_planting import put
from support.time import FixedClock

import companion
from companion.catalog.crisis import Directory
from companion.domain.crisis import holds_release, is_stale
from companion.domain.errors import ContentError
from companion.services.help_now import HelpNow

COUNTRIES = {country.code: country for country in Directory().countries()}

ALWAYS_FREE = ("always", "free")
ALWAYS = ("always", "")
UNKNOWN = ("", "")
SHORT = 4  # digits

# Typed a second time, from the list of facts and not from the data file:
# the emergency numbers, then each line's channel, word to send, number, hours and cost.
TYPED_AGAIN = {
    "US": (
        ["911"],
        [("call-or-text", "", "988", *ALWAYS_FREE), ("text", "HOME", "741741", *ALWAYS_FREE)],
    ),
    "CA": (["911"], [("call-or-text", "", "988", *ALWAYS_FREE)]),
    "GB": (
        ["999"],
        [
            ("call", "", "116 123", *ALWAYS_FREE),
            ("text", "SHOUT", "85258", *ALWAYS_FREE),
            ("call", "", "111", *ALWAYS_FREE),
        ],
    ),
    "AU": (["000"], [("call", "", "13 11 14", *ALWAYS), ("text", "", "0477 13 11 14", *ALWAYS)]),
    "NZ": (["111"], [("call-or-text", "", "1737", *ALWAYS_FREE)]),
    "AT": (["112", "144"], [("call", "", "142", *ALWAYS_FREE)]),
    "FR": (["112", "15"], [("call", "", "3114", *ALWAYS_FREE)]),
    "BE": (
        ["112"],
        [
            ("call", "", "1813", *ALWAYS),
            ("call", "", "0800 32 123", *ALWAYS),
            ("call", "", "02 648 40 14", *ALWAYS),
        ],
    ),
    "NL": (["112"], [("call", "", "113", *ALWAYS_FREE), ("call", "", "0800-0113", *ALWAYS_FREE)]),
    "ES": (["112"], [("call", "", "024", *ALWAYS_FREE), ("call", "", "717 003 717", *UNKNOWN)]),
    "PT": (["112"], [("call", "", "1411", *ALWAYS_FREE)]),
    "IT": (["112"], [("call", "", "02 2327 2327", "nine-to-midnight", "")]),
    "IN": (["112"], [("call", "", "14416", *ALWAYS_FREE)]),
    "CN": (["120"], [("call", "", "12356", "most-of-the-day", "")]),
    "SG": (["995"], [("call", "", "1767", *ALWAYS_FREE), ("call", "", "1771", *ALWAYS_FREE)]),
    "JP": (
        ["119"],
        [("call", "", "0120-279-338", *ALWAYS_FREE), ("call", "", "0120-061-338", *UNKNOWN)],
    ),
    "MX": (["911"], [("call", "", "800 911 2000", *ALWAYS_FREE)]),
    "CL": (
        ["131"],
        [
            ("call-from-mobile", "", "*4141", *ALWAYS_FREE),
            ("call", "", "600 360 7777", *ALWAYS_FREE),
        ],
    ),
}
# The members of the European Union, then of the European Economic Area, without a line here.
ONLY_EMERGENCY = {
    *("BG", "HR", "CY", "CZ", "DK", "EE", "FI", "DE", "GR", "HU", "IE", "LV", "LT", "LU"),
    *("MT", "PL", "RO", "SK", "SI", "SE"),
    *("IS", "LI", "NO"),
}


@pytest.mark.parametrize("code", TYPED_AGAIN)
def test_every_line_is_the_one_typed_a_second_time(code: str) -> None:
    emergency, lines = TYPED_AGAIN[code]
    country = COUNTRIES[code]
    assert list(country.emergency) == emergency
    facts = [line.service for line in country.lines]
    assert [(one.channel, one.send, one.dial, one.hours, one.cost) for one in facts] == lines


def test_languages_are_named_where_the_sources_name_them() -> None:
    spoken = {
        line.service.dial: line.service.languages
        for country in COUNTRIES.values()
        for line in country.lines
        if line.service.languages
    }
    assert spoken == {
        "988": ("en", "fr"),
        "1813": ("nl",),
        "0800 32 123": ("fr",),
        "02 648 40 14": ("en",),
    }


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("CA", ("988 (call or text)", "at any hour, free, in English and French")),
        ("GB", ("116 123", "at any hour, free")),
        ("JP", ("0120-279-338", "at any hour, free")),
        ("CL", ("*4141 (from a mobile)", "at any hour, free")),
        ("IT", ("02 2327 2327", "every day from nine in the morning to midnight")),
    ],
)
def test_a_line_is_said_in_words(code: str, said: tuple[str, str]) -> None:
    line = COUNTRIES[code].lines[0]
    assert (line.dial, line.hours) == said


def test_a_line_that_is_texted_never_looks_like_one_to_call() -> None:
    for country in COUNTRIES.values():
        for line in country.lines:
            assert line.service.dial in line.dial
            if "text" in line.service.channel:
                assert "text" in line.dial
                assert line.service.send in line.dial


def test_a_line_is_said_in_the_persons_language(content: Path) -> None:
    (line,) = Directory(content, "es").countries()[0].lines
    assert (line.name, line.dial, line.hours) == ("Ear", "555 01", "a toda hora, free")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('dial = "555 01"', 'dail = "555 01"', "countries.ZZ.lines.1.dial: missing"),
        ('"always"', '"sometimes"', "help.hours.sometimes"),
        ('code = "ZZ"', 'code = "ZZ"\nnote = "x"', "countries.ZZ.note: no such key"),
        ("2026-11-23", '"2026-11-23"', "countries.ZZ.checked_on: not a day"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_by_country_and_key(
    content: Path, old: str, new: str, told: str
) -> None:
    put(content, "crisis.toml", old, new)
    with pytest.raises(ContentError) as refused:
        Directory(content).countries()
    assert refused.value.details["problem"] == told


def test_other_countries_have_only_the_number_that_is_certain() -> None:
    others = {code: c for code, c in COUNTRIES.items() if code not in TYPED_AGAIN}
    assert set(others) == ONLY_EMERGENCY
    for country in others.values():
        assert country.emergency == ("112",)
        assert country.lines == ()


def test_every_line_has_two_sources_and_a_day() -> None:
    for country in COUNTRIES.values():
        assert country.checked_on == date(2026, 11, 23)
        assert len(country.sources) >= (2 if country.lines else 1)


def test_every_country_with_a_line_was_typed_a_second_time_and_no_other_was() -> None:
    assert {code for code, one in COUNTRIES.items() if one.lines} == set(TYPED_AGAIN)
    assert TYPED_AGAIN.keys() | ONLY_EMERGENCY == COUNTRIES.keys()


def _shaped(number: str) -> str:
    """A number however its digits are parted: `116 123`, `116-123` and `116123` alike.

    One of three or four digits is never parted where it is written.
    The number of a rule of the linter begins with letters and is none.
    """
    digits = [re.escape(one) for one in number if one.isalnum()]
    between = r"[\s.\-()/\u00a0]*" if len(digits) > SHORT else ""
    return rf"(?<![\dA-Z.–-]){between.join(digits)}(?![\d.–-])"


def test_no_other_file_of_the_package_holds_a_number_of_a_line() -> None:
    package = Path(companion.__file__).parent
    numbers = {line.service.dial for country in COUNTRIES.values() for line in country.lines}
    assert {"116 123", "3114", "*4141"} <= numbers
    texts = {
        file: file.read_text("utf-8")
        for file in package.rglob("*")
        if file.suffix in {".py", ".toml", ".md", ".tcss", ".css", ".typ"}
        and file.name != "crisis.toml"
    }
    assert len(texts) > 100
    shapes = {number: re.compile(_shaped(number.lstrip("*"))) for number in numbers}
    found = [
        (str(file), number)
        for file, text in texts.items()
        for number, shape in shapes.items()
        if shape.search(text)
    ]
    assert found == []


@pytest.mark.parametrize("written", ["116 123", "116123", "116-123", "116.123", "(116) 123"])
def test_a_number_is_known_however_it_is_written(written: str) -> None:
    assert re.search(_shaped("116 123"), f"call {written} now")
    assert not re.search(_shaped("116 123"), f"call {written}4 now")


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
