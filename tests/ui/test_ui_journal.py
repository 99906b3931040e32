"""The journal: reading what was written, and finding it again."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from journal_room import HOSTILE, at_the_journal, entries, entry, keep, listed
from support.builders import a_reflection, an_answer
from walk_room import WORDS, Room, open_notebook

from companion.domain.errors import StorageError
from companion.services.journal import SEARCH_LIMIT
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.virtual_list import VirtualList

THREE = ("a kite over the pier", "the yellow door", "a kite in the attic")


def typed(room: Room) -> str:
    return room.screen.query_one("#words", LineInput).value


def shown(room: Room, *words: str) -> list[bool]:
    text = room.text()
    return [word in text for word in words]


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


async def test_the_search_key_leads_to_the_field_and_words_are_found_as_they_are_typed() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"kit")
        assert typed(room) == "kit"
        assert shown(room, *THREE) == [True, False, True]
        await room.press("space", *"pi")
        assert shown(room, *THREE) == [True, False, False]
        await room.press(*["backspace"] * 3)
        assert shown(room, *THREE) == [True, False, True]


async def test_letters_typed_in_the_search_are_letters_and_nothing_else() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"jkqgGdmncrsplx", "question_mark", "slash")
        assert typed(room) == "jkqgGdmncrsplx?/"
        assert isinstance(room.screen, JournalScreen)
        assert listed(room).cursor == 0


async def test_nothing_found_is_said_calmly() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"zebra")
        assert "Nothing found for these words." in room.text()
        assert shown(room, *THREE) == [False] * 3
        await room.press("enter", "x")
        assert typed(room) == "zebrax"


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_from_the_field_one_goes_down_to_what_was_found_and_opens_it(key: str) -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"yellow", key)
        assert listed(room).has_focus
        await room.press("enter")
        assert isinstance(room.screen, EntryScreen)
        assert "the yellow door" in room.text()


async def test_escape_in_the_field_clears_it_and_on_the_list_goes_home() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"yellow", "escape")
        assert typed(room) == ""
        assert listed(room).has_focus
        assert shown(room, *THREE) == [True] * 3
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


async def test_escape_in_an_empty_field_goes_back_to_the_list() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", "escape")
        assert listed(room).has_focus
        assert isinstance(room.screen, JournalScreen)


async def test_escape_after_a_search_that_found_nothing_shows_everything_again() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"zebra", "escape")
        assert shown(room, *THREE) == [True] * 3
        assert "Nothing found" not in room.text()
        assert listed(room).has_focus


async def test_escape_on_what_was_found_shows_everything_before_it_goes_home() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"yellow", "down", "escape")
        assert shown(room, *THREE) == [True] * 3
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


def held_search(room: Room) -> tuple[threading.Event, list[str]]:
    """Hold the first search until it is let through; remember what was searched for."""
    free, asked = threading.Event(), list[str]()
    search = room.opened.journal.search

    def slow(words: str, limit: int = SEARCH_LIMIT) -> list[object]:
        asked.append(words)
        free.wait(10)
        return list(search(words, limit))

    room.opened.journal.search = slow  # type: ignore[method-assign, assignment]  # on purpose
    return free, asked


async def test_the_latest_search_wins_and_those_between_are_never_run() -> None:
    async with at_the_journal(*THREE) as room:
        free, asked = held_search(room)
        await room.pilot.press("slash", *"yellow")
        assert typed(room) == "yellow"
        free.set()
        await room.settle()
        await room.settle()
        assert asked == ["y", "yellow"]
        assert shown(room, *THREE) == [False, True, False]


async def test_a_search_that_comes_too_late_changes_nothing() -> None:
    async with at_the_journal(*THREE) as room:
        free, _ = held_search(room)
        await room.pilot.press("slash", *"yellow", "escape")
        free.set()
        await room.settle()
        assert shown(room, *THREE) == [True] * 3


async def test_more_than_can_be_shown_asks_for_one_more_word() -> None:
    async with at_the_journal(*["a kite"] * (SEARCH_LIMIT + 1)) as room:
        assert WORDS.say("journal.latest_found") not in room.text()
        await room.press("slash", *"kite")
        assert WORDS.say("journal.latest_found") in room.text()
        await room.press("x")
        assert WORDS.say("journal.latest_found") not in room.text()


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
        await room.press("slash", *"kite", "down", "enter", "d", "right", "enter")
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
