"""Changing what was written: other words, another day, tags; and how it read before."""

from __future__ import annotations

from typing import cast

import pytest
from journal_room import DOOR, SEA, at_the_journal, entry, here, read_entry, reading
from support.builders import an_answer
from support.shelves import path as path_of
from support.shelves import text, trust
from walk_room import WORDS, Room, open_notebook

from companion.domain.ladder import Rung
from companion.domain.path import Place, StepKind
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.earlier import EarlierScreen
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.note import NoteScreen
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.screens.side_by_side import SideBySideScreen
from companion.ui.screens.tag_entry import TagScreen
from companion.ui.screens.unsaid_item import UnsaidItemScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.line_input import LineInput

COMPARED = path_of("sense", "The map so far", text("two", "What is it?"), compared=True)


def finished(room: Room, path_id: str = "trust", words: str = "the yellow door") -> str:
    """A reflection walked to its end, with one answer."""
    walk = room.opened.reflecting.begin(path_id)
    while walk.step.kind is not StepKind.TEXT:
        walk = walk.forward()
    walk = walk.answered(words, room.opened.reflecting.new_answer_id)
    kept = room.opened.reflecting.finish(walk)
    assert kept is not None
    return kept.id


def buttons(room: Room) -> set[str]:
    shown = [one for one in room.screen.query("#entry-buttons Button") if one.display]
    return {one.id or "" for one in shown}


def text_of(room: Room) -> str:
    return " ".join(room.text().split())


# Other words


async def test_an_answer_is_put_into_other_words_and_how_it_read_is_kept_beside_it() -> None:
    async with open_notebook(trust()) as room:
        entry_id = finished(room)
        await read_entry(room, entry_id)
        await room.press("e")
        screen = cast("ReflectScreen", room.screen)
        assert isinstance(screen, ReflectScreen)
        assert screen.query_one(Editor).text == "the yellow door"
        await room.press(*" and the stairs", "escape")
        assert isinstance(room.screen, EntryScreen)
        assert "the yellow door and the stairs" in room.text()
        assert "changed on Mon 2 Mar" in room.text()
        assert not room.memory.reflections[entry_id].is_draft
        await room.press("h")
        assert isinstance(room.screen, EarlierScreen)
        shown = text_of(room)
        assert shown.index("and the stairs") < shown.index("Until")
        assert shown.rindex("the yellow door") > shown.index("Until")
        await room.press("enter")
        assert isinstance(room.screen, EntryScreen)


async def test_what_was_never_changed_offers_nothing_of_before() -> None:
    async with open_notebook(trust()) as room:
        await read_entry(room, finished(room))
        assert "earlier" not in buttons(room)
        await room.press("h")
        assert isinstance(room.screen, EntryScreen)


async def test_a_free_line_is_changed_where_it_was_written() -> None:
    async with open_notebook() as room:
        line = room.opened.reflecting.note("the yellow door", "A free line")
        await read_entry(room, line.id)
        await room.click("#change")
        assert isinstance(room.screen, NoteScreen)
        await room.press(*"s", "escape")
        assert "the yellow doors" in room.text()


async def test_a_draft_is_gone_on_with_and_not_changed() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, draft=True)
        assert "change" not in buttons(room)
        assert "go_on" in buttons(room)


async def test_an_entry_of_a_path_that_is_gone_can_be_read_but_not_changed() -> None:
    async with open_notebook() as room:
        entry(room, DOOR, path_id="of another shelf")
        await read_entry(room)
        assert "change" not in buttons(room)
        assert {"place", "tags", "remove"} <= buttons(room)


# Its day


async def test_an_entry_can_be_about_another_day() -> None:
    async with at_the_journal() as room:
        await reading(room, DOOR)
        await room.click("#day")
        await room.press(*"2026-02-20", "enter")
        assert "20 February 2026" in room.text()
        moved = room.memory.reflections["one"].happened_at
        assert room.world.clock.local(moved).day == 20


async def test_leaving_the_question_leaves_the_day() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR)
        before = room.memory.reflections["one"].happened_at
        await room.press("b", "escape")
        assert room.memory.reflections["one"].happened_at == before


# Tags


async def test_tags_are_given_shown_and_found() -> None:
    async with at_the_journal() as room:
        await reading(room, DOOR)
        await room.press("t", *"Work, #sleep", "enter")
        assert room.memory.reflections["one"].tags == ("sleep", "work")
        assert "#sleep  #work" in room.text()
        await room.press("escape", "slash", *"#work")
        await room.settle()
        assert "the yellow door" in room.text()


async def test_tags_in_use_are_one_press_away() -> None:
    async with open_notebook() as room:
        entry(room, SEA, entry_id="other")
        room.opened.journal.tag("other", ["home", "work"])
        await reading(room, DOOR)
        await room.press("t")
        assert isinstance(room.screen, TagScreen)
        await room.press("tab", "right", "enter")
        assert room.screen.query_one(LineInput).value == "work"
        await room.press("left", "space", "right", "space")
        assert room.screen.query_one(LineInput).value == "home"
        await room.click("#keep")
        assert room.memory.reflections["one"].tags == ("home",)


async def test_leaving_the_tags_leaves_them() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR)
        await room.press("t", *"work", "escape")
        assert room.memory.reflections["one"].tags == ()


# The drawer, versions


async def test_what_is_in_the_drawer_shows_its_rung_and_leads_there() -> None:
    async with open_notebook() as room:
        line = room.opened.reflecting.note("the money", "A free line", Place.UNSAID)
        room.opened.drawer.move(line.answers[0].id, Rung.REHEARSE)
        await read_entry(room, line.id)
        assert "in the Unsaid drawer · rehearse" in room.text()
        await room.press("u")
        assert isinstance(room.screen, UnsaidItemScreen)


async def test_what_is_offered_follows_the_cursor() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        assert "drawer" not in buttons(room)
        await room.press("down")
        assert here(room) == "sea"
        assert "drawer" in buttons(room)


async def test_a_version_can_be_laid_beside_an_earlier_one() -> None:
    async with open_notebook(COMPARED, trust()) as room:
        finished(room, "sense", "a first map")
        await read_entry(room, finished(room, "sense", "a second map"))
        await room.click("#versions")
        assert isinstance(room.screen, SideBySideScreen)
        await room.press("escape", "escape")
        await read_entry(room, finished(room))
        assert "versions" not in buttons(room)


# Reading the same again and again


async def often(room: Room, times: int) -> None:
    for _ in range(times):
        await read_entry(room)
        await room.press("escape")


async def test_an_entry_opened_for_the_fourth_time_in_a_day_offers_to_close_it() -> None:
    async with open_notebook() as room:
        entry(room, DOOR)
        await often(room, 3)
        await read_entry(room)
        assert isinstance(room.screen, AskScreen)
        assert WORDS.say("entry.again.question")[:30] in text_of(room)
        await room.press("enter")
        assert not isinstance(room.screen, EntryScreen | AskScreen)


@pytest.mark.parametrize("leave", ["escape", "right"])
async def test_reading_on_is_as_good(leave: str) -> None:
    async with open_notebook() as room:
        entry(room, DOOR)
        await often(room, 3)
        await read_entry(room)
        await room.press(*([leave] if leave == "escape" else [leave, "enter"]))
        assert isinstance(room.screen, EntryScreen)
        assert "the yellow door" in room.text()


async def test_the_next_day_nothing_of_that_is_remembered() -> None:
    async with open_notebook() as room:
        entry(room, DOOR)
        await often(room, 3)
        room.world.clock.advance(days=1)
        await read_entry(room)
        assert isinstance(room.screen, EntryScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)])
async def test_all_that_can_be_done_stands_at_the_foot_of_every_window(
    size: tuple[int, int],
) -> None:
    async with open_notebook(size=size) as room:
        await reading(room, an_answer("long", "many words and " * 60), SEA)
        for button in room.screen.query("#entry-buttons Button"):
            if button.display:
                assert button.region.right <= size[0]
                assert button.region.bottom < size[1]
        assert "many words" in room.text()
