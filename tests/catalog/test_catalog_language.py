"""Sentences and days in words; what a language lacks is said in English."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from companion.catalog.files import shipped
from companion.catalog.language import Language, choose_language, read_sentences
from companion.catalog.shelf import Bookshelf
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path


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
        read_sentences(content, "en")


@pytest.mark.parametrize(
    ("asked", "environment", "spoken"),
    [
        ("es", {}, "es"),
        ("", {"LANG": "es_MX.UTF-8"}, "es"),
        ("", {"LC_ALL": "en_GB", "LANG": "es_ES"}, "en"),
        ("xx", {"LANG": "es"}, "es"),
        ("", {"LC_ALL": "C", "LANG": "es_ES.UTF-8"}, "en"),
        ("", {"LC_ALL": "", "LC_MESSAGES": "es_CO", "LANG": "en_US"}, "es"),
        ("xx", {"LANG": "C.UTF-8"}, "en"),
        ("ES-mx", {}, "es"),
        (None, {"LC_MESSAGES": "es_ES"}, "es"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_environments_or_english(
    content: Path, asked: str | None, environment: dict[str, str], spoken: str
) -> None:
    assert choose_language(asked, environment, content) == spoken


def test_days_and_times_in_words() -> None:
    words = Language()
    assert words.day(date(2026, 11, 26)) == "Thursday 26 November 2026"
    assert words.short_day(date(2026, 3, 2)) == "Mon 2 Mar"
    assert words.time(datetime(2026, 3, 2, 7, 5)) == "07:05"  # noqa: DTZ001  a wall clock


def test_every_shipped_sentence_can_be_read_and_no_key_is_in_two_files() -> None:
    assert len(read_sentences(shipped(), "en")) > 100


def test_a_gap_can_not_reach_into_what_fills_it(content: Path) -> None:
    (content / "en/ui/b.toml").write_text('[b]\npry = "{name.secret}"\n', encoding="utf-8")
    with pytest.raises(ContentError):
        Language("en", content).say("b.pry", name="Noor")


def test_every_word_is_there_though_the_files_are_taken_away_meanwhile(content: Path) -> None:
    words, never_kept = Language("es", content), Language("es", content)
    words.keep()
    shutil.rmtree(content)

    assert words.say("a.hello", name="Noor") == "Hola, Noor"
    assert words.say("a.bye") == "Goodbye"
    with pytest.raises(ContentError):
        never_kept.say("a.hello", name="Noor")


@pytest.mark.parametrize("code", ["en", "de", "es"])
def test_every_sentence_is_found_by_its_key_in_whatever_file_it_lies(code: str) -> None:
    words = Language(code)
    for key, sentence in read_sentences(shipped(), code).items():
        gaps = {gap: f"{{{gap}}}" for _, gap, _, _ in Formatter().parse(sentence) if gap}
        assert words.say(key, **gaps) == sentence.format(**gaps)
