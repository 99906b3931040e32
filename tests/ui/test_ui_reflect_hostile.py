"""Text that could be read as something else: shown, written and kept letter by letter."""

from __future__ import annotations

import pytest
from support.shelves import feelings, hope, text
from support.shelves import path as path_of
from textual import events
from textual.widgets import Static
from walk_room import Room, walking

from companion.ui.widgets.editor import Editor
from companion.ui.widgets.line_input import LineInput

HOSTILE = [
    "I feel [sad] today",
    "a [/ b",
    "[x] done [/1]",
    "[@click=app.quit]leave[/]",
    "$warm {words} %s",
    "漢字かな交じり文",
    "family 👩‍👩‍👧‍👦 and ☺️",
    "مرحبا بالعالم",
]


def editor(room: Room) -> Editor:
    return room.screen.query_one(Editor)


async def paste(room: Room, words: str) -> None:
    room.app.post_message(events.Paste(words))
    await room.settle()


@pytest.mark.parametrize("words", HOSTILE)
async def test_any_text_is_written_shown_and_kept_letter_by_letter(words: str) -> None:
    path = path_of("p", words, text("a", words, help=words), text("b", "?"))
    async with walking(path) as room:
        await paste(room, words)
        await room.press("ctrl+n", "ctrl+b")
        assert editor(room).text == words
        assert room.answer("a").shown == words
        prompt = room.screen.query_one(".step-prompt", Static)
        assert prompt.render().plain == words  # type: ignore[union-attr] - plain() gives Content
        assert not prompt.render().spans  # type: ignore[union-attr]


@pytest.mark.parametrize("words", HOSTILE)
async def test_any_word_of_ones_own_is_shown_letter_by_letter(words: str) -> None:
    async with walking(feelings(), at="words") as room:
        room.screen.query_one(LineInput).focus()
        await paste(room, words)
        await room.press("enter", "ctrl+n")
        assert room.answer("words").value == (words,)


async def test_escape_sequences_and_overrides_never_reach_the_notebook_or_the_screen() -> None:
    async with walking(hope()) as room:
        await paste(room, "a\x1b]0;title\x07b\x9b31m\u202ec")
        await room.press("ctrl+n")
        assert room.answer("road").shown == "a]0;titleb31mc"
        assert "\x1b" not in room.text()


async def test_a_very_long_paste_is_kept_whole() -> None:
    async with walking(hope()) as room:
        words = "word " * 40_000
        await paste(room, words)
        await room.press("ctrl+n")
        assert room.answer("road").shown == words
        await room.press("ctrl+b", "x")
        assert editor(room).text == f"{words}x"


async def test_a_long_title_leaves_the_progress_in_sight() -> None:
    async with walking(path_of("p", "A title " * 20, text("a", "?")), size=(60, 20)) as room:
        assert "1 of 2" in room.text()
