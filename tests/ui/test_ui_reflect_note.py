"""A free line: kept however one leaves, unless it is empty."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.time import NOW
from textual import events
from walk_room import WORDS, Held, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.path import Place
from companion.domain.path_ids import NOTE
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.note import NoteScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.moves import Kept

if TYPE_CHECKING:
    from companion.domain.answer import Reflection


async def writing(room: Room) -> None:
    await room.show(NoteScreen(room.context))  # type: ignore[arg-type] - its result


@pytest.mark.parametrize("key", ["ctrl+n", "ctrl+s", "escape"])
async def test_a_line_is_kept_however_one_leaves(key: str) -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"the yellow door", key)
        assert isinstance(room.screen, HomeScreen)
        kept = room.kept()
        assert room.result == kept.id
        assert kept.path_id == NOTE
        assert kept.title == WORDS.say("note.title")
        assert not kept.is_draft
        assert kept.answers[0].shown == "the yellow door"
        assert room.told == [WORDS.say("note.kept")]


@pytest.mark.parametrize("button", ["#keep", "#leave"])
async def test_a_line_is_kept_by_mouse(button: str) -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"door")
        await room.click(button)
        assert room.result == room.kept().id


@pytest.mark.parametrize("words", ["", "   ", "\n\n"])
async def test_an_empty_line_leaves_nothing(words: str) -> None:
    async with open_notebook() as room:
        await writing(room)
        room.screen.query_one(Editor).insert(words)
        await room.press("escape")
        assert room.result is None
        assert not room.memory.reflections


async def test_keeping_an_empty_line_says_how_to_leave() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press("ctrl+n")
        assert isinstance(room.screen, NoteScreen)
        assert room.told == [WORDS.say("note.empty")]


async def test_a_line_goes_where_one_says() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"door", "f2", "ctrl+n")
        assert room.kept().answers[0].place is Place.PARKED


async def test_a_pause_keeps_the_line_and_leaving_keeps_it_once() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"door")
        room.screen.query_one(Editor)._settle()
        await room.settle()
        first = room.kept()
        assert first.answers[0].shown == "door"
        await room.press(*"bell", "escape")
        assert room.kept().id == first.id
        assert room.kept().answers[0].id == first.answers[0].id
        assert room.kept().answers[0].shown == "doorbell"


async def test_a_line_that_was_kept_and_then_let_go_is_gone() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"door")
        room.screen.query_one(Editor)._settle()
        await room.settle()
        await room.press("ctrl+o")
        assert room.kept().answers[0].shown == "door"
        await room.press("escape")
        assert room.result is None
        assert not room.memory.reflections


async def test_a_line_that_was_let_go_can_be_brought_back() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"door", "ctrl+o", "ctrl+o", "escape")
        assert room.kept().answers[0].shown == "door"


async def test_two_quick_presses_keep_one_line() -> None:
    async with open_notebook() as room:
        await writing(room)
        held = Held(room)
        await room.pilot.press(*"door", "ctrl+n", "ctrl+n", "escape")
        held.free.set()
        await room.settle()
        assert isinstance(room.screen, HomeScreen)
        assert room.kept().answers[0].shown == "door"


async def test_what_is_typed_while_a_save_is_slow_is_kept() -> None:
    async with open_notebook() as room:
        await writing(room)
        held = Held(room)
        await room.pilot.press(*"door", "ctrl+n", *"bell")
        held.free.set()
        await room.settle()
        assert room.kept().answers[0].shown == "doorbell"


async def test_a_failed_save_keeps_the_words_and_says_so() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"door")
        room.memory.writable = False
        await room.press("escape")
        assert isinstance(room.screen, NoteScreen)
        assert room.screen.query_one(Editor).text == "door"
        assert room.kept_word is Kept.FAILED
        assert room.told == [WORDS.say(StorageError.key)]
        await room.press("escape")
        assert isinstance(room.screen, AskScreen)
        await room.click("#leave")
        assert isinstance(room.screen, HomeScreen)


async def test_locking_keeps_the_line() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"doo", "ctrl+l")
        assert not room.app.is_open
        assert room.kept().answers[0].shown == "doo"


async def test_hostile_text_is_kept_letter_by_letter() -> None:
    async with open_notebook() as room:
        await writing(room)
        room.app.post_message(
            events.Paste("[/ [x] [@click=app.quit]x[/] 漢字 👩‍👩‍👧‍👦 \x1b[31m\u202e")
        )
        await room.settle()
        await room.press("escape")
        assert room.kept().answers[0].shown == "[/ [x] [@click=app.quit]x[/] 漢字 👩‍👩‍👧‍👦 [31m"


async def test_no_letter_does_anything_but_write() -> None:
    async with open_notebook() as room:
        await writing(room)
        await room.press(*"abcdefghijklmnopqrstuvwxyz")
        assert room.screen.query_one(Editor).text == "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)])
async def test_the_question_and_the_editor_are_in_sight_at_any_size(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        await writing(room)
        await room.press("a")
        assert WORDS.say("note.prompt")[:20] in room.text()
        assert room.screen.query_one(Editor).region.height >= 5


async def written(room: Room, words: str = "the yellow door") -> Reflection:
    """A line from some days ago."""
    return room.opened.reflecting.note(words, "A free line", Place.PARKED)


async def changing(room: Room, line: Reflection) -> None:
    await room.show(NoteScreen(room.context, again=line))  # type: ignore[arg-type] - its result


async def test_a_line_from_before_is_changed_and_how_it_read_is_remembered() -> None:
    async with open_notebook() as room:
        line = await written(room)
        await changing(room, line)
        await room.press(*" and the stairs", "escape")
        kept = room.kept()
        assert kept.id == line.id
        assert kept.answers[0].shown == "the yellow door and the stairs"
        assert kept.answers[0].place is Place.PARKED
        (before,) = room.opened.journal.wordings(kept.answers[0].id)
        assert before.shown == "the yellow door"


async def test_a_line_that_was_only_looked_at_is_left_alone() -> None:
    async with open_notebook() as room:
        line = await written(room)
        await changing(room, line)
        await room.press("escape")
        assert room.kept() == line
        assert room.told == []


async def test_a_line_from_before_that_is_emptied_stays_as_it_was() -> None:
    async with open_notebook() as room:
        line = await written(room)
        await changing(room, line)
        room.screen.query_one(Editor).clear()
        await room.press("escape")
        assert room.kept().answers[0].shown == "the yellow door"


async def test_a_line_from_before_that_is_let_go_is_gone() -> None:
    async with open_notebook() as room:
        await changing(room, await written(room))
        await room.press("ctrl+o", "escape")
        assert not room.memory.reflections


async def test_a_line_may_be_about_another_day_and_go_straight_into_the_drawer() -> None:
    async with open_notebook() as room:
        day = NOW - timedelta(days=3)
        screen = NoteScreen(room.context, place=Place.UNSAID, happened_at=day)
        await room.show(screen)  # type: ignore[arg-type] - its result
        await room.press(*"the door", "escape")
        assert room.kept().happened_at == day
        assert room.kept().answers[0].place is Place.UNSAID
