"""The schema that is shipped and the reader agree about what a pack may hold."""

from __future__ import annotations

import copy
import json
import tomllib
from datetime import date
from typing import Any

import pytest
import tomlkit
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.packs import SMALL, reading

from companion.catalog.files import shipped
from companion.catalog.packs.shelf import PackFiles

SCHEMA = json.loads((shipped() / "pack.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)
BEYOND = {
    # What a schema can't say: how it is worded, and what rests on another part of the file.
    *("long", "digit", "loud", "grade", "why", "jargon", "gendered", "praise", "advice"),
    *("promise", "leading", "link", "control", "taken", "language", "half-a-plan", "twice"),
    *("frame-id", "nowhere", "no-earlier", "no-map", "rung", "never-holds", "no-option"),
    *("ratings",),
}
RICH = (
    SMALL
    + """
[[paths.steps]]
id = "place"
kind = "map"
prompt = "Where are you?"
pleasant = { low = "unpleasant", high = "pleasant" }
energy = { low = "slow", high = "fast" }

[[paths.steps]]
id = "word"
kind = "words"
near = "place"
prompt = "Which word is near?"
outside = ["none"]
groups = [{ id = "a", pleasant = 1, energy = 2, words = ["grey", "dim"] }]

[[paths.steps]]
id = "plan"
kind = "when-then"
prompt = "When will you look again?"
when = "When"
then = "I will"
asked_if = { any = [{ step = "room", at_least = 3 }] }

[[paths.steps]]
id = "before"
kind = "look-back"
prompt = "You wrote this."
look_back = { path = "view", steps = ["saw"] }

[[paths.steps]]
id = "end"
kind = "note"
prompt = "That is all."
shows_help = true

[paths.card]
text = "Windows were studied."
citations = ["A study"]
"""
)


def as_json(value: object) -> object:
    """TOML's values as JSON has them: a day is a text."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def agrees(values: dict[str, Any]) -> tuple[bool, bool]:
    """Whether the schema takes some values, and whether the reader does, as far as it can."""
    codes = {one.code for one in reading(tomlkit.dumps(values)).problems}
    return VALID.is_valid(as_json(values)), not codes - BEYOND


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", PackFiles().shipped())
def test_every_shipped_pack_fits_it(name: str) -> None:
    values = tomllib.loads(PackFiles().read_shipped(name).source)
    assert list(VALID.iter_errors(as_json(values))) == []


@pytest.mark.parametrize("text", [SMALL, RICH, PackFiles().to_fill_in()])
def test_the_file_to_fill_in_and_those_of_the_tests_fit_it(text: str) -> None:
    assert reading(text).problems == ()
    assert list(VALID.iter_errors(as_json(tomllib.loads(text)))) == []


WORDS = ("", "  ", "x", "here", "never", "talk", "w" * 81, "w" * 301)
LISTS = ([], ["x"], [3], [{}], [{"id": "x"}] * 9, [{"id": "x", "label": "y"}])
WRONG = st.sampled_from([3, 0, -1, 99, 1.5, True, {}, {"id": "x"}, *WORDS, *LISTS])
NEW = st.sampled_from(
    [
        "extra",
        "page",
        "section",
        "options",
        "low",
        "near",
        "always",
        "weeks",
        "sessions",
        "card",
        "short",
        "several",
        "place",
        "tiny",
        "when",
        "groups",
        "look_back",
        "licence",
        "version",
    ]
)


def tables(values: object) -> list[dict[str, Any]]:
    """Every table in some values."""
    if isinstance(values, dict):
        return [values, *(one for below in values.values() for one in tables(below))]
    if isinstance(values, list):
        return [one for below in values for one in tables(below)]
    return []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_the_schema_takes_the_reader_takes_and_the_other_way_round(
    data: st.DataObject,
) -> None:
    values = copy.deepcopy(tomllib.loads(RICH))
    for _ in range(data.draw(st.integers(1, 2))):
        table = data.draw(st.sampled_from([one for one in tables(values) if one]))
        key = data.draw(st.sampled_from([*table]) | NEW)
        if key in table and data.draw(st.booleans()):
            del table[key]
        else:
            table[key] = copy.deepcopy(data.draw(WRONG))
    problems = reading(tomlkit.dumps(values)).problems
    # The reader looks no further into what lies too deep, and a schema has no word for it.
    assume("deep" not in {one.code for one in problems})
    schema_takes, reader_takes = agrees(values)
    assert schema_takes == reader_takes, (values, problems)
