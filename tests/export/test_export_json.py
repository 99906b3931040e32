"""The page as JSON has documented keys, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.page import Kind, Mode, Page, PageLine, Section
from companion.domain.second_sheet import Chart, SecondSheet

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
        "kind": "session",
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
        "second": None,
    }


def test_the_second_sheet_has_keys_of_its_own(writer: Writer) -> None:
    chart = Chart("openness", ((0, 3), (500, 8), (1000, 8)), sessions=(250,))
    page = replace(WHOLE, kind=Kind.HANDOVER, second=SecondSheet(("one\n\ntwo",), (chart,)))
    found = json.loads(writer.render(page, "json"))
    assert found["kind"] == "handover"
    assert found["sections"][0]["heading"] == "What I'd like to go on with"
    assert found["second"] == {
        "quotes": ["one\n\ntwo"],
        "charts": [
            {
                "scale": "openness",
                "title": "How open I could be",
                "low": "I kept the door shut",
                "high": "I could say whatever was there",
                "dots": [3, 8, 8],
            }
        ],
    }


def test_an_empty_page_has_the_same_keys(writer: Writer) -> None:
    assert json.loads(writer.render(Page(None, (), footer=False), "json")) == {
        "session_on": None,
        "name": "",
        "footer": False,
        "kind": "session",
        "sections": [],
        "second": None,
    }


def test_letters_stay_letters(writer: Writer) -> None:
    assert "a “door” — 漢" in writer.render(WHOLE, "json")
