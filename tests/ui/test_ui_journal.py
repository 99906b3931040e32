"""The journal: reading what was written, and finding it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from journal_room import (
    HOSTILE,
    THREE,
    at_the_journal,
    entries,
    entry,
    keep,
    listed,
    shown,
    typed,
)
from support.builders import a_reflection, an_answer
from walk_room import open_notebook

from companion.domain.errors import StorageError
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.virtual_list import VirtualList


async def test_the_latest_stands_first_with_its_day_its_title_and_its_first_words() -> None:
    async with at_the_journal(*THREE) as room:
        first, second = room.text().splitlines()[5:7]
        assert first.split("  ")[1:] == ["Sun 1 Mar", " Speaking freely", "a kite in the attic"]
        assert "Sat 28 Feb" in second
        assert "the yellow door" in second


async def test_another_year_is_said() -> None:
    async with at_the_journal() as room:
        entry(room, when=room.world.clock.read("2024-03-02 12:00"))
        await room.press("escape", "j")
        assert "Sat 2 Mar 2024" in room.text()


async def test_an_unfinished_one_says_so_in_words() -> None:
    async with at_the_journal() as room:
        entry(room, draft=True)
        await room.press("escape", "j")
        assert "unfinished  the yellow door" in room.text()


async def test_nothing_is_counted() -> None:
    async with at_the_journal(*["a kite"] * 77) as room:
        assert "77" not in room.text()


async def test_an_empty_notebook_says_what_will_stand_here() -> None:
    async with at_the_journal() as room:
        assert "Nothing here yet." in room.text()
        assert not room.screen.query_one("#words").display
        await room.press("slash", "enter", "down")
        assert isinstance(room.screen, JournalScreen)
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


async def test_ten_thousand_entries_are_not_read_to_be_listed() -> None:
    async with open_notebook() as room:
        reads: list[tuple[int, int]] = []
        journal = room.opened.journal
        journal.height = lambda: 10_000  # type: ignore[method-assign]  # as if there were
        one = a_reflection("one")

        def rows(offset: int, limit: int) -> list[object]:
            reads.append((offset, limit))
            return [
                replace(row, id=f"n{offset + n}", first_words=f"words {offset + n} end")
                for n, row in enumerate(found * limit)
            ]

        entry(room, entry_id=one.id)
        found = journal.rows(0, 1)
        journal.rows = rows  # type: ignore[method-assign, assignment]  # as if there were
        await room.press("j")
        assert "words 0 end" in room.text()
        await room.press("G")
        assert "words 9999 end" in room.text()
        assert sum(limit for _, limit in reads) < 300


async def test_coming_back_the_row_is_as_it_is_now_and_the_cursor_where_it_was() -> None:
    async with at_the_journal(*[f"day {n}" for n in range(100)]) as room:
        await room.press(*["down"] * 40, "enter")
        (was,) = [one for one in room.memory.reflections.values() if one.id == "entry-59"]
        changed = replace(was.answers[0], shown="another day", value="another day")
        keep(room, replace(was, answers=(changed,)))
        await room.press("escape")
        assert listed(room).cursor == 40
        assert "another day" in room.text()
        assert "day 59" not in room.text()


async def test_a_removed_entry_is_gone_from_the_list_and_from_the_search() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"kite", "down", "enter", "d", "escape")
        assert isinstance(room.screen, JournalScreen)
        assert typed(room) == "kite"
        assert shown(room, *THREE) == [True, False, False]
        await room.press("escape")
        assert shown(room, *THREE) == [True, True, False]


async def test_two_quick_presses_open_an_entry_once() -> None:
    async with at_the_journal(*THREE) as room:
        await room.pilot.press("enter", "enter")
        await room.settle()
        assert [type(one) for one in room.app.screen_stack].count(EntryScreen) == 1
        await room.press("escape")
        assert isinstance(room.screen, JournalScreen)


async def test_a_click_opens_the_entry_under_the_mouse() -> None:
    async with at_the_journal(*THREE) as room:
        await room.click(VirtualList, (5, 1))
        assert isinstance(room.screen, EntryScreen)
        assert "the yellow door" in room.text()


async def test_a_draft_is_gone_on_with_and_then_one_is_back_in_the_journal() -> None:
    async with at_the_journal() as room:
        walk = room.opened.reflecting.begin("hope").answered("over the hill", lambda: "a")
        room.opened.reflecting.keep_draft(walk.forward())
        await room.press("escape", "j", "enter", "c")
        assert isinstance(room.screen, ReflectScreen)
        assert room.step == "push"
        await room.press("escape")
        assert isinstance(room.screen, JournalScreen)
        assert "unfinished" in room.text()


async def test_a_notebook_that_cannot_be_read_is_told_and_can_be_tried_again() -> None:
    async with at_the_journal(*THREE) as room:
        search = room.opened.journal.search

        def broken(*_: object) -> list[object]:
            raise StorageError

        room.opened.journal.search = broken  # type: ignore[method-assign, assignment]  # on purpose
        await room.press("slash", *"kite")
        assert len(room.told) == 1
        assert "could not be read" in room.told[0]
        assert typed(room) == "kite"
        room.opened.journal.search = search  # type: ignore[method-assign]
        await room.press("space", "p")
        assert shown(room, *THREE) == [True, False, False]


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_text_is_read_as_markup_in_the_list_or_the_field(text: str) -> None:
    async with at_the_journal(text, text) as room:
        room.screen.query_one("#words", LineInput).value = text
        await room.settle()
        await room.press("down", "enter", "escape", "escape")
        assert room.app.is_running


async def test_in_every_size_the_first_row_can_be_read() -> None:
    async with at_the_journal(*THREE) as room:
        for size in ((200, 50), (120, 36), (60, 20), (40, 12), (30, 8)):
            await room.pilot.resize_terminal(*size)
            await room.settle()
            assert "a kite in the attic" in room.text()


async def test_the_keys_at_the_foot_are_those_that_do_something() -> None:
    async with at_the_journal(*THREE) as room:
        assert "/ search" in room.text()
        assert "Enter open" in room.text()
        await room.press("slash")
        assert "/ search" not in room.text()


async def test_locking_leaves_no_words_behind() -> None:
    async with at_the_journal("canary in the kitchen") as room:
        await room.press("slash", *"canary", "ctrl+l")
        assert "canary" not in room.text()
        stacks = room.app._screen_stacks.values()
        screens = [screen for stack in stacks for screen in stack]
        assert not [one for one in screens if isinstance(one, JournalScreen)]


@pytest.mark.parametrize(("hours", "day"), [(0, "Mon 2 Mar"), (6, "Mon 2 Mar"), (-30, "Sun 1 Mar")])
async def test_the_day_is_that_of_the_persons_own_clock(hours: int, day: str) -> None:
    async with at_the_journal() as room:
        when = room.world.clock.now() + timedelta(hours=hours) - timedelta(hours=1)
        entries(room, "a")
        entry(room, an_answer("b", "a cup"), when=when)
        await room.press("escape", "j")
        assert next(line for line in room.text().splitlines() if "a cup" in line).strip()[:9] == day
