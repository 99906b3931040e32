"""`companion unsaid`: the drawer from a script or a shell."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from support.real import Shell, answers

from companion.cli.main import main
from companion.domain.ladder import Rung
from companion.plain.terminal import Streams

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "I never said that the silence was too long"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell with one thing in the drawer."""
    shell = Shell(tmp_path)
    shell("init")
    shell("note", "--unsaid", said=WORDS)
    return shell


def only(shell: Shell) -> dict[str, Any]:
    (item,) = json.loads(shell("unsaid", "--json"))
    return dict(item)


class Typed(io.StringIO):
    """Lines from a person at a keyboard."""

    def isatty(self) -> bool:
        return True


def typed(shell: Shell, *line: str, said: str) -> int:
    streams = Streams(Typed(said), io.StringIO(), io.StringIO())
    return main([*line, "--passphrase-file", str(shell.passphrase_file)], streams, shell.builder)


def test_the_list_has_a_line_each_under_its_rung(shell: Shell) -> None:
    out = shell("unsaid")
    assert shell.code == 0, shell.errors
    assert out.splitlines()[0].startswith("keep: ")
    assert only(shell)["id"][:8] in out
    assert "I never said" in out


def test_an_empty_drawer_is_an_empty_list(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("init")
    assert "Nothing is in the drawer" in shell("unsaid")
    assert json.loads(shell("unsaid", "--json")) == []
    assert shell.code == 0


def test_the_keys_of_the_json_stay(shell: Shell) -> None:
    item = only(shell)
    entry, item_id = item.pop("entry"), item.pop("id")
    assert item == {
        "title": "A free line",
        "happened_at": "2026-03-02T18:30:00+00:00",
        "prompt": "A free line",
        "words": WORDS,
        "rung": "keep",
        "rungs": ["keep", "maybe", "rehearse", "bring", "said"],
        "tried": {"all": "", "lines": "", "sentence": ""},
        "brings": None,
        "became": None,
        "after": "",
    }
    assert json.loads(shell("show", entry, "--json"))["id"] == entry
    assert json.loads(shell("unsaid", "show", item_id, "--json"))["words"] == WORDS
    assert json.loads(shell("unsaid", "--json", "show", item_id))["words"] == WORDS


def test_one_thing_is_shown_by_the_beginning_of_its_id(shell: Shell) -> None:
    out = shell("unsaid", "show", only(shell)["id"][:8])
    assert WORDS in out
    assert "It stands on keep" in out


@pytest.mark.parametrize("action", [["show"], ["move", "maybe"], ["bring"], ["said"]])
def test_an_id_that_is_none_is_told(shell: Shell, action: list[str]) -> None:
    shell("unsaid", action[0], "zz", *action[1:])
    assert shell.code == 1
    assert "Nothing in the drawer has the id zz" in shell.errors
    assert only(shell)["rung"] == "keep"


@pytest.mark.parametrize("rung", [rung for rung in Rung if rung is not Rung.KEEP])
def test_it_moves_to_any_rung_and_back(shell: Shell, rung: Rung) -> None:
    item_id = only(shell)["id"]
    shell("unsaid", "move", item_id, rung)
    assert shell.code == 0, shell.errors
    assert only(shell)["rung"] == rung
    shell("unsaid", "move", item_id, "keep")
    assert only(shell)["rung"] == "keep"


def test_a_rung_that_is_none_is_wrong_usage(shell: Shell) -> None:
    shell("unsaid", "move", only(shell)["id"], "higher")
    assert shell.code == 2


def test_what_is_piped_in_is_what_was_tried(shell: Shell) -> None:
    item_id = only(shell)["id"]
    shell("unsaid", "rehearse", item_id, "--size", "lines", said="one\ntwo\n\nthree\n")
    assert shell.code == 0, shell.errors
    assert only(shell)["tried"] == {"all": "", "lines": "one\ntwo\n\nthree", "sentence": ""}
    shell("unsaid", "rehearse", item_id, "--size", "lines", said="  \n")
    assert shell.code == 1
    assert only(shell)["tried"]["lines"] == "one\ntwo\n\nthree"
    shell("unsaid", "rehearse", item_id, "--size", "lines", "--clear")
    assert only(shell)["tried"]["lines"] == ""


def test_a_person_is_asked_for_the_words(shell: Shell) -> None:
    item_id = only(shell)["id"]
    line = ("unsaid", "rehearse", item_id, "--size", "sentence")
    assert typed(shell, *line, said="in a sentence\n") == 0
    assert only(shell)["tried"]["sentence"] == "in a sentence"
    assert typed(shell, *line, said="\n") == 0
    assert only(shell)["tried"]["sentence"] == "in a sentence"


def test_bring_says_which_words_may_be_ticked_and_ticks_nothing(shell: Shell) -> None:
    item_id = only(shell)["id"]
    shell("session", "add", "2026-03-09 17:30")
    shell("unsaid", "rehearse", item_id, "--size", "sentence", said="It was too long")
    out = " ".join(shell("unsaid", "bring", item_id, "--size", "sentence").split())
    assert shell.code == 0, shell.errors
    assert "with a second yes. Nothing is ticked" in out
    assert out.endswith("It was too long")
    assert "too long" not in shell("page")
    assert (only(shell)["rung"], only(shell)["brings"]) == ("bring", "sentence")
    assert WORDS in shell("unsaid", "bring", item_id, "--size", "written")
    assert only(shell)["brings"] is None


def test_a_size_without_words_brings_it_as_it_was_written_and_says_so(shell: Shell) -> None:
    out = " ".join(shell("unsaid", "bring", only(shell)["id"], "--size", "all").split())
    assert "there are no words yet" in out
    assert out.endswith(WORDS)


def test_after_bring_only_a_second_yes_puts_it_on_the_page(shell: Shell) -> None:
    shell("session", "add", "2026-03-09 17:30")
    assert WORDS not in shell("page", "compose", said=answers("1", "yes", "1", ""))
    shell("unsaid", "bring", only(shell)["id"])
    shell("page", "compose", said=answers("1", "no", ""))
    assert WORDS not in shell("page")
    shell("page", "compose", said=answers("1", "yes", "", ""))
    assert WORDS in shell("page")
    shell("unsaid", "move", only(shell)["id"], "maybe")
    assert WORDS not in shell("page")


def test_what_can_never_be_brought_is_told_and_stays_where_it_is(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("init")
    shell("agreement", "new", said=answers("what is mine", "", "u", "", "", ""))
    item = only(shell)
    assert item["rungs"] == ["keep", "maybe", "rehearse", "said"]
    for line in (["bring", item["id"]], ["move", item["id"], "bring"]):
        shell("unsaid", *line)
        assert shell.code == 1
        assert "It can't be brought" in shell.errors
    assert only(shell) == item


def test_what_came_of_it_is_piped_in_or_left_open(shell: Shell) -> None:
    item_id = only(shell)["id"]
    shell("unsaid", "said", item_id)
    item = only(shell)
    assert (item["rung"], item["became"], item["after"]) == ("said", None, "")
    shell("unsaid", "said", item_id, "--became", "not-yet", said="It went cold\n")
    shell("unsaid", "said", item_id, "--became", "through")
    item = only(shell)
    assert (item["became"], item["after"]) == ("through", "It went cold")


def test_a_person_is_asked_what_came_of_it(shell: Shell) -> None:
    line = ("unsaid", "said", only(shell)["id"])
    assert typed(shell, *line, said=answers("2", "We laughed", "and sighed", "")) == 0
    item = only(shell)
    assert (item["became"], item["after"]) == ("partly", "We laughed\nand sighed")


def test_what_got_through_is_listed_apart(shell: Shell) -> None:
    item_id = only(shell)["id"]
    assert json.loads(shell("unsaid", "repairs", "--json")) == []
    shell("unsaid", "said", item_id, "--became", "partly", said="We laughed")
    assert [one["id"] for one in json.loads(shell("unsaid", "repairs", "--json"))] == [item_id]
    assert "We laughed" in shell("unsaid", "repairs")


def test_words_are_never_taken_from_the_command_line(shell: Shell) -> None:
    shell("unsaid", "rehearse", only(shell)["id"], "--size", "all", "my words", said="x")
    assert shell.code == 2
