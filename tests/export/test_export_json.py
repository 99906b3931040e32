"""The page as JSON has documented keys, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.page import Mode, Page, PageLine, Section

if TYPE_CHECKING:
    from companion.export.writer import Writer

WHOLE = Page(
    date(2026, 11, 26),
    (
        (Section.TALK, (PageLine("a “door” — 漢", Mode.PLEASE_ASK),)),
        (Section.FEELINGS, (PageLine("weary", None),)),
    ),
    name="Ada",
)


def test_the_keys_are_those_that_are_documented(writer: Writer) -> None:
    assert json.loads(writer.render(WHOLE, "json")) == {
        "session_on": "2026-11-26",
        "name": "Ada",
        "footer": True,
        "sections": [
            {
                "section": "talk",
                "heading": "I'd like to talk about",
                "lines": [{"text": "a “door” — 漢", "mode": "please-ask"}],
            },
            {
                "section": "feelings",
                "heading": "Feelings, in a few words",
                "lines": [{"text": "weary", "mode": None}],
            },
        ],
    }


def test_an_empty_page_has_the_same_keys(writer: Writer) -> None:
    assert json.loads(writer.render(Page(None, (), footer=False), "json")) == {
        "session_on": None,
        "name": "",
        "footer": False,
        "sections": [],
    }


def test_letters_stay_letters(writer: Writer) -> None:
    assert "a “door” — 漢" in writer.render(WHOLE, "json")
