"""The guide in other languages: every name, link and typed word of it holds there as in English."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import pytest
from guide_words import PAGES

from companion.catalog.files import FALLBACK, languages, shipped
from companion.catalog.guide import Guide
from companion.domain.guide_text import BlockKind, Look, blocks, runs, title

OTHERS = [one for one in languages(shipped()) if one != FALLBACK]
LINK = re.compile(r"`[^`]+`|\[([^\]]+)\]\(([^)]*)\)")
EVERY_PAGE = pytest.mark.parametrize(
    ("language", "topic"), [(language, topic) for language in OTHERS for topic in PAGES]
)


@cache
def on_screen(language: str) -> frozenset[str]:
    """Every sentence and name that can stand on the screen, in small letters."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.add(value.casefold())
        elif isinstance(value, dict):
            for one in value.values():
                gather(one)
        elif isinstance(value, list):
            for one in value:
                gather(one)

    for folder in ("ui", "paths"):
        for file in (shipped() / language / folder).iterdir():
            gather(tomllib.loads(file.read_text(encoding="utf-8")))
    return frozenset(found)


def looked(language: str, topic: str, look: Look) -> list[str]:
    """What stands on a page in one look, in its order."""
    prose = (one for one in blocks(Guide(language).page(topic)) if one.kind is not BlockKind.CODE)
    return [words for block in prose for words, its in runs(block.text) if its is look]


def links(language: str, topic: str) -> list[tuple[str, str]]:
    """The links of a page, over the ends of lines too: their words, and where each leads."""
    text = " ".join(Guide(language).page(topic).split())
    return [found for found in LINK.findall(text) if any(found)]


@EVERY_PAGE
def test_everything_that_is_called_by_name_is_called_so_on_the_screen(
    language: str, topic: str
) -> None:
    named = looked(language, topic, Look.NAME)
    assert {one for one in named if one.casefold() not in on_screen(language)} == set()


@EVERY_PAGE
def test_every_link_is_called_as_the_page_it_leads_to(language: str, topic: str) -> None:
    found = links(language, topic)
    assert {to for _, to in found} == {to for _, to in links(FALLBACK, topic)}
    for words, to in found:
        assert words == title(blocks(Guide(language).page(to.removesuffix(".md"))))


@EVERY_PAGE
def test_the_keys_and_commands_to_type_are_the_same(language: str, topic: str) -> None:
    own, english = (looked(one, topic, Look.CODE) for one in (language, FALLBACK))
    keys = re.compile(r"[a-z,]|f\d{1,2}|ctrl\+[a-z]|escape|companion( .*)?")
    assert {one for one in own if keys.fullmatch(one)} == {
        one for one in english if keys.fullmatch(one)
    }


def test_a_name_that_nothing_has_would_be_found() -> None:
    assert "noch da" in looked("de", "first-week", Look.NAME)[1].casefold()
    assert "noch da" in on_screen("de")
    assert "übrig geblieben" not in on_screen("de")
    assert links("de", "first-week")
