"""Listing, showing and tagging what was written, from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.real import Shell

from companion.domain.errors import StorageError
from companion.storage.store.tags import TagRepository

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ready(tmp_path: Path) -> Shell:
    """A shell with a new notebook."""
    shell = Shell(tmp_path)
    shell("init")
    assert shell.code == 0, shell.errors
    return shell


def rows(ready: Shell, *more: str) -> list[dict[str, Any]]:
    """The list as a script reads it."""
    found: list[dict[str, Any]] = json.loads(ready("list", "--json", *more))
    return found


def noted(ready: Shell, words: str, *more: str) -> str:
    """Keep a free line; says its id."""
    ready("note", *more, said=words)
    assert ready.code == 0, ready.errors
    return next(str(row["id"]) for row in rows(ready) if row["words"] == words)


def shown(ready: Shell, entry_id: str, *more: str) -> dict[str, Any]:
    """An entry as a script reads it."""
    found: dict[str, Any] = json.loads(ready("show", entry_id, "--json", *more))
    return found


def test_a_note_can_be_about_another_day(ready: Shell) -> None:
    assert ready("note", "--on", "2026-02-27", said="The kettle sang") == "kept\n"

    (row,) = rows(ready)
    assert row["happened_at"].startswith("2026-02-27T")


def test_a_row_of_another_year_says_which(ready: Shell) -> None:
    ready("note", "--on", "2024-02-27", said="The kettle sang")
    noted(ready, "The door was shut")

    rows = ready("list").splitlines()
    kettle, door = (next(x for x in rows if word in x) for word in ("kettle", "door"))
    assert "2024" in kettle
    assert "2026" not in door


def test_a_note_is_never_about_a_day_ahead(ready: Shell) -> None:
    ready("note", "--on", "tomorrow", said="The kettle sang")

    (row,) = rows(ready)
    assert row["happened_at"] == "2026-03-02T18:30:00+00:00"


def test_a_note_about_no_day_is_told_before_anything_is_opened(ready: Shell) -> None:
    ready("note", "--on", "soon", said="The kettle sang")

    assert ready.code == 1
    assert "tomorrow 5:30pm" in ready.errors
    assert rows(ready) == []


def test_a_note_is_given_tags(ready: Shell) -> None:
    assert ready("note", "--tag", "#Sea", "door", "--tag", "sea", said="A line") == "kept\n"

    (row,) = rows(ready)
    assert row["tags"] == ["door", "sea"]


def test_a_note_whose_tags_do_not_fit_on_the_disk_is_kept_and_says_so(
    ready: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError

    with monkeypatch.context() as patch:
        patch.setattr(TagRepository, "put", full)
        assert ready("note", "--tag", "sea", said="A line") == "kept\n"
    assert ready.code == 1
    assert "disk" in ready.errors
    assert [row["words"] for row in rows(ready)] == ["A line"]


def test_the_list_can_be_what_has_a_tag(ready: Shell) -> None:
    noted(ready, "The kettle sang", "--tag", "kitchen")
    noted(ready, "The door was shut")

    assert [row["words"] for row in rows(ready, "--tag", "#Kitchen")] == ["The kettle sang"]
    assert "door" not in ready("list", "--tag", "kitchen")
    assert "Nothing was found" in ready("list", "--tag", "garden")


def test_the_list_of_a_tag_keeps_its_limit(ready: Shell) -> None:
    for words in ("first", "second", "third"):
        noted(ready, words, "--tag", "sea")

    assert [row["words"] for row in rows(ready, "--tag", "sea", "--limit", "2")] == [
        "third",
        "second",
    ]


def test_every_row_has_its_own_tags(ready: Shell) -> None:
    noted(ready, "first", "--tag", "sea", "door")
    noted(ready, "second")
    noted(ready, "third", "--tag", "sea")

    assert {row["words"]: row["tags"] for row in rows(ready)} == {
        "first": ["door", "sea"],
        "second": [],
        "third": ["sea"],
    }
    found = json.loads(ready("search", "thir", "--json"))
    assert [row["tags"] for row in found] == [["sea"]]


def test_a_search_for_one_tag_finds_what_has_it(ready: Shell) -> None:
    noted(ready, "The kettle sang", "--tag", "sea")
    noted(ready, "The sea was loud")

    out = ready("search", "#sea")

    assert "kettle" in out
    assert "loud" not in out


def test_tags_are_shown_given_and_taken(ready: Shell) -> None:
    kept = noted(ready, "The kettle sang")

    assert "no tags" in ready("tag", kept[:8])
    assert ready("tag", kept[:8], "Sea", "#door") == "Tags: door, sea\n"
    assert ready("tag", kept, "home", "--remove", "SEA", "#door") == "Tags: home\n"
    assert shown(ready, kept)["tags"] == ["home"]
    assert ready("tag", kept) == "Tags: home\n"
    assert "no tags" in ready("tag", kept, "--remove", "home")


def test_tagging_what_is_not_there_is_told(ready: Shell) -> None:
    ready("tag", "zzz", "sea")

    assert ready.code == 1
    assert "zzz" in ready.errors


def test_show_says_the_tags_and_where_a_thing_of_the_drawer_stands(ready: Shell) -> None:
    unsaid = noted(ready, "What I left out", "--unsaid", "--tag", "door")
    here = noted(ready, "The kettle sang")

    out = ready("show", unsaid)
    assert "Tags: door" in out
    assert "It stands on keep" in out
    assert "It stands on" not in ready("show", here)
    assert [one["rung"] for one in shown(ready, unsaid)["answers"]] == ["keep"]
    assert [one["rung"] for one in shown(ready, here)["answers"]] == [None]


def test_show_says_how_it_read_before_only_where_that_is_asked_for(ready: Shell) -> None:
    kept = noted(ready, "The kettle sang")
    ready.clock.advance(days=1)
    ready("edit", kept, said="The kettle was quiet")
    assert ready.code == 0, ready.errors

    out = ready("show", kept, "--history")
    assert out.index("quiet") < out.index("Until Tuesday 3 March 2026 it read:")
    assert out.index("it read:") < out.index("The kettle sang")
    assert "sang" not in ready("show", kept)


def test_an_entry_that_was_never_changed_says_so(ready: Shell) -> None:
    kept = noted(ready, "The kettle sang")

    assert "as it was first written" in ready("show", kept, "--history")


def test_the_keys_of_an_entry_are_the_documented_ones(ready: Shell) -> None:
    kept = noted(ready, "The kettle sang")
    ready("edit", kept, said="The kettle was quiet")
    entry = "id path title language happened_at draft tags answers"
    answer = "step kind prompt answer place rung"

    found = shown(ready, kept)
    assert set(found) == set(entry.split())
    assert set(found["answers"][0]) == set(answer.split())

    (now,) = shown(ready, kept, "--history")["answers"]
    assert set(now) == {*answer.split(), "earlier"}
    assert now["earlier"] == [
        {"answer": "The kettle sang", "changed_at": "2026-03-02T18:30:00+00:00"}
    ]
    row = "id path title happened_at words draft tags"
    assert set(rows(ready)[0]) == set(row.split())
