"""Undoing: the same key everywhere, a quiet line, and everything as it was."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from journal_room import entry
from support.builders import a_session, an_answer
from support.real import Shell
from support.shelves import path, text
from support.time import NOW
from walk_room import FEEL, WORDS, Room, open_notebook

from companion.domain.journey import SessionState
from companion.domain.ladder import Rung
from companion.domain.path import Option, Place, Step, StepKind
from companion.domain.task import BECAME, WHAT, TaskState

if TYPE_CHECKING:
    from pathlib import Path

TASK = path(
    "task",
    "A task",
    text(WHAT, "What?"),
    Step(
        BECAME, StepKind.CHOICE, "What became of it?", options=(Option(TaskState.DROPPED, "Drop"),)
    ),
    offered=False,
)
PLANNED = timedelta(days=3)
DEEDS = {
    "an entry of the list": (("j", "d"), "entry-removed", {}),
    "a session that took place": (("s", "h"), "session-held", {"name": "1"}),
    "a session that did not": (("s", "x"), "session-missed", {"name": "1"}),
    "a session moved": (("s", "m", "home", "delete", "3", "enter"), "session-moved", {"name": "1"}),
    "a session on home": (("enter",), "session-held", {"name": "1"}),
    "something on the ladder": (("u", "enter", "u"), "rung", {"name": "maybe"}),
    "a task": (("t", "d"), "task-dropped", {}),
    "a therapy": (("v", "c", "right", "enter"), "journey-closed", {}),
    "a word": (("w", "enter", "right", "right", "enter"), "word-hidden", {"name": "glad"}),
}


def furnish(room: Room) -> None:
    """One of everything that can be undone; a session nobody settled is the one small thing."""
    unsaid = an_answer("unsaid", "I nearly stayed at home", place=Place.UNSAID)
    entry(room, unsaid, entry_id="one", when=NOW - PLANNED)
    what = an_answer("what", "Leave the phone in the hall", step_id=WHAT)
    entry(room, what, entry_id="task", path_id="task", when=NOW - 2 * PLANNED)
    session = replace(a_session(1, NOW - PLANNED), journey_id=room.opened.journeys.open.id)
    room.memory.sessions[session.id] = session


def kept(room: Room) -> dict[str, object]:
    """All that is in the notebook."""
    found = deepcopy(vars(room.memory))
    del found["saves"]
    found["journeys"] = sorted(found["journeys"], key=str)
    found["lines"] = {page: lines for page, lines in found["lines"].items() if lines}
    return found


@pytest.mark.parametrize("what", DEEDS)
async def test_a_deed_is_told_quietly_and_the_key_brings_everything_back(what: str) -> None:
    keys, deed, names = DEEDS[what]
    async with open_notebook(FEEL, TASK) as room:
        furnish(room)
        await room.press("s", "escape")  # home has seen what there is
        before = kept(room)
        for key in keys:
            await room.press(key)
        assert kept(room) != before
        said = WORDS.say(f"undo.did.{deed}", **names)
        seen = " ".join(room.text().split())
        assert f"{said} z {WORDS.say('undo.back')}" in seen
        await room.press("z")
        assert kept(room) == before
        assert WORDS.say("undo.as_it_was") in room.text()
        await room.press("z")
        assert kept(room) == before


async def test_with_nothing_done_there_is_no_line_and_the_key_does_nothing() -> None:
    async with open_notebook(FEEL, TASK) as room:
        furnish(room)
        before = kept(room)
        for place in "jsutvw":
            await room.press(place, "z")
            assert WORDS.say("undo.back") not in room.text()
            await room.press("escape")
        assert kept(room) == before


async def test_in_a_field_the_key_is_a_letter_and_elsewhere_another_rooms_deed_stays() -> None:
    async with open_notebook(FEEL) as room:
        furnish(room)
        await room.press("w", "enter", "right", "right", "enter")
        await room.press("a", "z")
        assert room.opened.vocabulary.own.hidden == {"glad"}
        await room.press("escape", "s", "z")
        assert room.opened.vocabulary.own.hidden == {"glad"}


async def test_what_was_changed_since_stays_and_that_is_told() -> None:
    async with open_notebook() as room:
        furnish(room)
        await room.press("s", "h")
        settled = replace(room.memory.sessions["session-1"], state=SessionState.MISSED)
        room.memory.sessions["session-1"] = settled
        await room.press("z")
        assert room.told == [WORDS.say("error.changed_since")]
        assert room.memory.sessions["session-1"] == settled
        assert WORDS.say("undo.back") not in room.text()


async def test_one_thing_in_the_drawer_offers_only_its_own_and_the_list_any() -> None:
    async with open_notebook() as room:
        furnish(room)
        other = an_answer("other", "you looked at the clock", place=Place.UNSAID)
        entry(room, other, entry_id="two", when=NOW - 2 * PLANNED)
        await room.press("u", "enter", "u", "escape", "down", "enter")
        assert WORDS.say("undo.back") not in room.text()
        await room.press("escape")
        assert WORDS.say("undo.back") in room.text()
        await room.press("z")
        assert {one.standing.rung for one in room.opened.drawer.items()} == {Rung.KEEP}


def test_once_the_notebook_is_locked_nothing_is_held_any_more(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("init")
    notebook = shell.builder().notebook
    opened = notebook.unlock("quiet lantern over seven rivers")
    opened.deeds.hide_word("numb")
    assert opened.undo.last() is not None
    notebook.lock()
    assert opened.undo.last() is None
