"""Sentences and days in words; what a language lacks is said in English."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from companion.catalog.check import check
from companion.catalog.language import Language, choose_language
from companion.catalog.shelf import Bookshelf
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content folder with two languages and one path."""
    files = {
        "en/ui/a.toml": '[a]\nhello = "Hello, {name}"\nbye = "Goodbye"\n',
        "es/ui/a.toml": '[a]\nhello = "Hola, {name}"\n',
        "en/lint.toml": (
            'longest = 30\nhighest_grade = 9.0\nsentence_ends = ".?"\nwhy = ["why"]\njargon = []\n'
            "gendered = []\npraise = []\nadvice = []\npromise = []\nleading = []\n"
        ),
        "crisis.toml": "countries = []\n",
        "paths/frame.toml": (
            '[[before]]\nid = "arrive"\nkind = "rating"\n'
            '[[after]]\nid = "close"\nkind = "close"\nalways = true\noptions = [{ id = "down" }]\n'
        ),
        "en/paths/frame.toml": (
            '[arrive]\nprompt = "How steady?"\nlow = "not"\nhigh = "very"\n'
            '[close]\nprompt = "How to end?"\noptions.down = { label = "Down", text = "Saved." }\n'
        ),
        "paths/rain.toml": (
            'id = "rain"\nversion = 1\nminutes = 1\n[[steps]]\nid = "one"\nkind = "text"\n'
        ),
        "en/paths/rain.toml": (
            'title = "Rain"\nabout = "About rain."\nauthor = "x"\nlicence = "MIT"\n'
            "reviewed_on = 2026-11-23\n"
            '[one]\nprompt = "What did it sound like?"\nhelp = "A word."\n'
        ),
        "es/paths/rain.toml": '[one]\nprompt = "¿Cómo sonaba?"\n',
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def put(content: Path, name: str, old: str, new: str) -> None:
    file = content / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sentence_fills_its_gaps(content: Path) -> None:
    assert Language("en", content).say("a.hello", name="Noor") == "Hello, Noor"


def test_a_persons_braces_in_a_gap_stay_as_they_are(content: Path) -> None:
    assert Language("en", content).say("a.hello", name="{x}") == "Hello, {x}"


def test_what_a_language_lacks_is_said_in_english(content: Path) -> None:
    spanish = Language("es", content)
    assert spanish.say("a.hello", name="Noor") == "Hola, Noor"
    assert spanish.say("a.bye") == "Goodbye"
    path = Bookshelf("es", content).path("rain")
    step = path.step("one")
    assert step is not None
    assert (step.prompt, step.help, path.title) == ("¿Cómo sonaba?", "A word.", "Rain")


@pytest.mark.parametrize("key", ["a.nothing", "a.hello"])
def test_a_missing_sentence_or_gap_is_told_by_its_key(content: Path, key: str) -> None:
    with pytest.raises(ContentError) as told:
        Language("en", content).say(key)
    assert told.value.details["problem"] == key


def test_a_key_in_two_files_is_refused(content: Path) -> None:
    (content / "en/ui/b.toml").write_text('[a]\nbye = "So long"\n', encoding="utf-8")
    with pytest.raises(ContentError):
        Language("en", content).sentences()


@pytest.mark.parametrize(
    ("asked", "environment", "spoken"),
    [
        ("es", {}, "es"),
        ("", {"LANG": "es_MX.UTF-8"}, "es"),
        ("", {"LC_ALL": "en_GB", "LANG": "es_ES"}, "en"),
        ("xx", {"LANG": "es"}, "es"),
        ("xx", {"LANG": "C.UTF-8"}, "en"),
        ("ES-mx", {}, "es"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_environments_or_english(
    content: Path, asked: str, environment: dict[str, str], spoken: str
) -> None:
    assert choose_language(asked, environment, content) == spoken


def test_days_and_times_in_words() -> None:
    words = Language()
    assert words.day(date(2026, 11, 26)) == "Thursday 26 November 2026"
    assert words.short_day(date(2026, 3, 2)) == "Mon 2 Mar"
    assert words.time(datetime(2026, 3, 2, 7, 5)) == "07:05"  # noqa: DTZ001  a wall clock


@pytest.mark.parametrize(
    ("hour", "part"),
    [(4, "night"), (5, "morning"), (12, "afternoon"), (17, "evening"), (22, "night")],
)
def test_the_part_of_a_day(hour: int, part: str) -> None:
    wall = datetime(2026, 3, 2, hour)  # noqa: DTZ001  a wall clock
    assert Language().part_of_day(wall) == part


def test_small_content_without_mistakes_has_no_problem(content: Path) -> None:
    assert check(content) == []


MISTAKES = [
    ("paths/rain.toml", 'kind = "text"', 'kind = "song"', "song"),
    ("paths/rain.toml", 'id = "rain"', 'id = "snow"', "not the file's name"),
    ("paths/rain.toml", "minutes = 1", "minutes = 30", "from 1 to 10"),
    ("paths/rain.toml", "minutes = 1", "minutes = ", "Invalid value"),
    (
        "paths/rain.toml",
        'kind = "text"',
        'kind = "text"\nasked_if = { any = [{ step = "later", at_most = 1 }] }',
        "asks about later, no earlier step",
    ),
    ("paths/rain.toml", 'kind = "text"', 'kind = "choice"', "no options"),
    ("paths/rain.toml", 'kind = "text"', 'kind = "look-back"', "looks back to nothing"),
    (
        "paths/rain.toml",
        'kind = "text"',
        'kind = "text"\nnear = "map"',
        "near map, no earlier step",
    ),
    ("paths/rain.toml", 'id = "one"', 'id = "two"', "no 'two'"),
    ("en/paths/rain.toml", "[one]", '[gone]\nprompt = "x"\n[one]', "words of no step"),
    ("en/paths/rain.toml", 'author = "x"\n', "", "missing"),
    ("en/paths/rain.toml", "What did it sound like?", "Why?", "why: why"),
    ("es/ui/a.toml", "hello", "hullo", "English has no such key"),
    ("en/ui/a.toml", "Goodbye", "Goodbye!", "an exclamation mark"),
    ("paths/frame.toml", "always = true", "always = false", "the last step closes, always"),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES)
def test_each_planted_mistake_is_told(
    content: Path, file: str, old: str, new: str, told: str
) -> None:
    put(content, file, old, new)
    assert any(told in problem.text for problem in check(content)), check(content)


def test_too_many_ratings_are_told(content: Path) -> None:
    put(content, "paths/rain.toml", 'kind = "text"', 'kind = "rating"')
    more = "".join(f'[[steps]]\nid = "r{n}"\nkind = "rating"\n' for n in range(2))
    file = content / "paths/rain.toml"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    words = content / "en/paths/rain.toml"
    extra = "".join(f'[r{n}]\nprompt = "How?"\nlow = "a"\nhigh = "b"\n' for n in range(2))
    said = words.read_text(encoding="utf-8") + 'low = "a"\nhigh = "b"\n' + extra
    words.write_text(said, encoding="utf-8")
    assert any("more than 2 ratings" in problem.text for problem in check(content))
