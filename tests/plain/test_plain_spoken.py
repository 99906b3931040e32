"""What a screen reader is given to speak during one whole reflection, line for line.

The files are the record that was listened to, one for each language. Whoever changes a
sentence listens to it first, and then puts the new line into the file:

    espeak-ng -v en-gb -f tests/plain/spoken/en.txt
"""

from __future__ import annotations

from pathlib import Path

import pytest
from by_ear import ODD, Pick, typed
from support.real import Shell

from companion.catalog.language import Language
from companion.domain.crisis import by_digits

_PLACES = {"de": ("v", "u"), "en": ("p", "u"), "es": ("s", "n")}


def reflection(shell: Shell, lang: str) -> str:
    """Everything that is said while the questions after a session are answered."""
    say, (parked, unsaid) = Language(lang).say, _PLACES[lang]
    heard = typed(
        shell,
        *(Pick(say("plain.menu.reflect")), Pick(_title(lang)), Pick(_whole(lang))),
        *("6", "The rain", "", parked),
        *("", "I was proud", "", unsaid),
        *("", "", "", "7", "4", "6", "1", "/lock"),
        lang=lang,
    )
    assert not heard.lost, heard.text
    begins = heard.text.rindex(f"\n{_title(lang)}\n")
    return "".join(f"{row.rstrip()}\n" for row in heard.text[begins + 1 :].splitlines())


def _title(lang: str) -> str:
    from companion.catalog.shelf import Bookshelf

    return Bookshelf(lang).path("echo").title


def _whole(lang: str) -> str:
    return Language(lang).say("plain_reflect.full", number=3)


@pytest.mark.parametrize("lang", ["de", "en", "es"])
def test_one_whole_reflection_is_spoken_as_it_was_listened_to(lang: str, tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("init")
    recorded = Path(__file__).parent / "spoken" / f"{lang}.txt"
    said = reflection(shell, lang)
    assert said == recorded.read_text(encoding="utf-8")
    assert ODD.findall(said) == []


@pytest.mark.parametrize(
    "odd",
    ["1. 747ae7ec it", "Sun 1 it", "1 Mar", "5 min. it", "0-10", "0\u201310", "^g", "a \u00b7 b"],
)
def test_what_is_read_out_as_something_else_would_be_noticed(odd: str) -> None:
    assert ODD.search(odd)


@pytest.mark.parametrize(
    "plain", ["2026-11-26 17:30", "20:30", "Question 2 of 5.", "5 minutes", "deadline", "0800 111"]
)
def test_what_is_read_out_well_is_left_alone(plain: str) -> None:
    assert not ODD.search(plain)


@pytest.mark.parametrize(
    ("dial", "digits"),
    [
        ("116 123", "1 1 6, 1 2 3"),
        ("text SHOUT to 85258", "8 5 2 5 8"),
        ("999 112", "9 9 9, 1 1 2"),
        ("findahelpline.com", ""),
    ],
)
def test_the_digits_of_a_number_are_spoken_one_by_one(dial: str, digits: str) -> None:
    assert by_digits(dial) == digits


@pytest.mark.parametrize("lang", ["de", "en", "es"])
def test_whoever_hears_a_number_can_dial_it(lang: str, tmp_path: Path) -> None:
    said = Shell(tmp_path)("help-now", "--country", "GB", "--lang", lang)
    assert said.index("116 123") < said.index("1 1 6, 1 2 3") < said.index("85258")
