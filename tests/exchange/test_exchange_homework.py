"""Homework goes into the folder of Markdown as the therapist's own file."""

from __future__ import annotations

import json

import pytest
from support.packs import SMALL, reading

from companion.domain.pack import kept_as
from companion.exchange.homework import homework_files


def kept(source: object) -> str:
    return json.dumps({"source": source, "added_at": "2026-03-02T18:30:00+00:00"})


def test_a_pack_comes_out_as_it_was_written_and_can_be_added_again() -> None:
    ((name, text),) = homework_files([(kept_as("journey", "windows"), kept(SMALL))])
    assert name == "Homework/windows.toml"
    assert text == SMALL
    assert reading(text).pack == reading().pack


def test_the_same_pack_of_two_therapies_has_two_names() -> None:
    found = homework_files([(kept_as(one, "windows"), kept(SMALL)) for one in ("a", "b")])
    assert [name for name, _ in found] == ["Homework/windows.toml", "Homework/windows-2.toml"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page.name", kept(SMALL)),
        ("pack.a.b", "{"),
        ("pack.a.b", "[]"),
        ("pack.a.b", "[" * 50_000),
        ("pack.a.b", kept(3)),
        ("pack.a.b", "{}"),
    ],
)
def test_what_is_no_pack_gives_no_file(name: str, value: str) -> None:
    assert list(homework_files([(name, value)])) == []


def test_a_name_from_elsewhere_stays_in_the_folder_and_its_text_is_made_safe() -> None:
    name = kept_as("a", "../../etc/passwd")
    ((file, text),) = homework_files([(name, kept("title = \x1b[31m"))])
    assert file == "Homework/etcpasswd.toml"
    assert "\x1b" not in text


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn"])
def test_a_pack_that_is_called_like_a_device_gets_a_name_that_windows_writes(name: str) -> None:
    ((file, _),) = homework_files([(kept_as("journey", name), kept(SMALL))])
    assert file == f"Homework/homework-{name}.toml"
