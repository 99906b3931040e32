"""A page of the guide is taken apart into blocks, and none of its words are lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import companion
from companion.domain.guide_text import (
    Block,
    BlockKind,
    Look,
    blocks,
    parts,
    program,
    runs,
    title,
)

PAGES = sorted((Path(companion.__file__).parent / "content" / "en" / "guide").glob("*.md"))


def test_headings_paragraphs_lists_terms_and_code_are_told_apart() -> None:
    found = blocks(
        "# Rain\n\nIt falls\nall day.\n\n## Where\n\n- on **roofs**\n  and streets\n2. twice\n\n"
        "> Say\n> it.\n\n---\n\n### There\n\n"
        "A cloud.\n    It has\n    water.\n\n    keys.json   the header\n\n"
        "```\na  b\n```\nEnd.\n"
    )
    assert found == [
        Block(BlockKind.TITLE, "Rain"),
        Block(BlockKind.PROSE, "It falls all day."),
        Block(BlockKind.HEADING, "Where"),
        Block(BlockKind.ITEM, "on **roofs** and streets", "•"),
        Block(BlockKind.ITEM, "twice", "2."),
        Block(BlockKind.QUOTE, "Say it."),
        Block(BlockKind.TURN, ""),
        Block(BlockKind.SUBHEADING, "There"),
        Block(BlockKind.TERM, "A cloud."),
        Block(BlockKind.UNDER, "It has water."),
        Block(BlockKind.CODE, "keys.json   the header"),
        Block(BlockKind.CODE, "a  b"),
        Block(BlockKind.PROSE, "End."),
    ]


def test_words_are_strong_typed_a_name_or_the_words_of_a_link() -> None:
    assert runs("See **the key**, *Still there*, `a *b*` and [this](https://example.org).") == [
        ("See ", Look.USUAL),
        ("the key", Look.STRONG),
        (", ", Look.USUAL),
        ("Still there", Look.NAME),
        (", ", Look.USUAL),
        ("a *b*", Look.CODE),
        (" and ", Look.USUAL),
        ("this", Look.LINK),
        (".", Look.USUAL),
    ]


def test_a_page_has_a_title_and_falls_into_parts_at_its_headings() -> None:
    found = blocks("# Rain\n\nIt falls.\n\n## Where\n\nHere.\n\n### And\n\n## When\n")
    assert title(found) == "Rain"
    assert [part[0].text for part in parts(found)] == ["Rain", "Where", "When"]
    assert [block for part in parts(found) for block in part] == found
    assert title(program("import x")) == ""
    assert parts([]) == []


def test_a_program_stays_as_it_is() -> None:
    assert program("import x\n\n    y\n") == [Block(BlockKind.CODE, "import x\n\n    y")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_word_of_every_page_is_in_its_blocks(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown = " ".join(
        f"{block.mark} {''.join(words for words, _ in runs(block.text))}"
        if block.kind is not BlockKind.CODE
        else re.sub(r"[`\[]", "", block.text)
        for block in blocks(text)
    ).split()
    written = re.sub(r"\]\([^)]*\)", "", text)
    said = re.sub(r"[*`#\[]|^>|^---$", "", written, flags=re.MULTILINE).split()
    assert [word for word in shown if word != "•"] == [word for word in said if word != "-"]
    assert blocks(text)[0].kind is BlockKind.TITLE
