"""A translation has all that English has, and no more: each slip is told by file and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from catalog_planting import put

from companion.catalog.check import check
from companion.catalog.files import languages, shipped
from companion.catalog.language import read_sentences
from companion.catalog.whole import check_whole

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def translated(content: Path) -> Path:
    """The small content folder, its Spanish whole."""
    english = content / "en"
    for file in [one for one in english.rglob("*") if one.is_file()]:
        other = content / "es" / file.relative_to(english)
        other.parent.mkdir(parents=True, exist_ok=True)
        if not other.exists() or "lint" not in other.name:
            other.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    put(content, "es/ui/a.toml", "Hello, {name}", "Hola, {name}")
    put(content, "es/ui/a.toml", "Goodbye", "Adiós")
    put(content, "es/paths/rain.toml", "What did it sound like?", "¿Cómo sonaba?")
    (content / "es/countries.toml").write_text('ZZ = "Ninguna parte"\n', encoding="utf-8")
    return content


def told(content: Path) -> list[str]:
    """What the check says, each problem as one line."""
    return [f"{one.file} {one.key}: {one.text}" for one in check_whole(content)]


def test_every_language_that_is_shipped_is_whole() -> None:
    assert check_whole() == []
    assert "es" in languages(shipped())
    assert read_sentences(shipped(), "es").keys() == read_sentences(shipped(), "en").keys()


def test_a_whole_translation_has_no_problem(translated: Path) -> None:
    assert told(translated) == []


def test_a_translation_may_grow_sentence_by_sentence(content: Path) -> None:
    assert check(content) == []
    assert "es/ui/a.toml a.bye: missing, said in English" in told(content)


SLIPS = [
    ("es/ui/a.toml", 'bye = "Adiós"\n', "", "es/ui/a.toml a.bye: missing, said in English"),
    ("es/ui/a.toml", "bye =", "buy =", "es/ui/a.toml a.buy: English has no such key"),
    ("es/ui/a.toml", "{name}", "tú", "es/ui/a.toml a.hello: lacks the gap name"),
    ("es/ui/a.toml", "{name}", "{nombre}", "es/ui a.hello: a gap that English does not fill"),
    ("es/ui/a.toml", "Adiós", "Adiós!", "es/ui/a.toml a.bye: an exclamation mark"),
    ("es/ui/a.toml", "Adiós", "Until {name} comes again", "a gap that English does not fill"),
    ("es/paths/rain.toml", "¿Cómo sonaba?", "What did it sound like?", "the very words of English"),
    ("es/paths/rain.toml", 'help = "A word."', "", "rain.toml one.help: missing"),
    ("es/paths/rain.toml", "[one]", "[uno]", "rain.toml uno: words of no step"),
    ("es/countries.toml", "ZZ", "YY", "es/countries.toml ZZ: missing, said in English"),
    ("es/countries.toml", "ZZ", "YY", "es/countries.toml YY: no such country"),
]


@pytest.mark.parametrize(("file", "old", "new", "wrong"), SLIPS)
def test_a_slip_is_told(translated: Path, file: str, old: str, new: str, wrong: str) -> None:
    put(translated, file, old, new)
    assert any(wrong in line for line in told(translated)), told(translated)


def test_only_one_language_can_be_looked_at(translated: Path) -> None:
    put(translated, "es/ui/a.toml", "bye =", "buy =")
    put(translated, "en/ui/a.toml", "Goodbye", "Goodbye!")
    assert {one.file.partition("/")[0] for one in check_whole(translated, "es")} == {"es"}


def counted(content: Path, code: str, **forms: str) -> None:
    """Give a language a sentence with plural forms."""
    lines = "".join(f'{form} = "{text}"\n' for form, text in forms.items())
    (content / code / "ui/dots.toml").write_text(f"[dots]\n{lines}", encoding="utf-8")


def test_a_plural_form_that_is_missing_is_told(translated: Path) -> None:
    counted(translated, "en", one="1 dot", many="{number} dots")
    counted(translated, "es", many="{number} puntos")
    assert told(translated) == ["es/ui/dots.toml dots.one: a plural form is missing"]
    counted(translated, "es", one="1 punto", many="{number} puntos")
    assert told(translated) == []


def test_each_language_has_its_own_plural_forms(translated: Path) -> None:
    (translated / "es").rename(translated / "pl")
    counted(translated, "en", one="1 dot", many="{number} dots")
    counted(translated, "pl", one="1 kropka", many="{number} kropek")
    assert told(translated) == ["pl/ui/dots.toml dots.few: a plural form is missing"]
    counted(translated, "pl", one="1 kropka", few="{number} kropki", many="{number} kropek")
    assert told(translated) == []
    (translated / "pl").rename(translated / "es")
    assert told(translated) == [
        "es/ui/dots.toml dots.few: a plural form that the language has not",
    ]


def test_a_page_of_the_guide_that_is_missing_is_told(translated: Path) -> None:
    (translated / "en/guide").mkdir()
    (translated / "en/guide/rain.md").write_text("# Rain\n", encoding="utf-8")
    assert told(translated) == ["es/guide/rain.md : missing"]


def test_a_gender_for_the_therapist_stands_nowhere(translated: Path) -> None:
    with (translated / "es/lint.toml").open("a", encoding="utf-8") as file:
        file.write('nowhere = ["tu psicóloga", "ordenador"]\n')
    put(translated, "es/ui/a.toml", "Adiós", "Adiós, tu psicóloga")
    assert told(translated) == ["es/ui/a.toml a.bye: nowhere: tu psicóloga"]
