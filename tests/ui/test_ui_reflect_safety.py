"""What must never happen to words: overtaken, doubled, lost, misread, left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.shelves import feelings, hope, text, trust
from support.shelves import path as path_of
from textual.widgets import Static
from walk_room import NOTHING, WORDS, Held, Room, open_notebook, walking

from companion.domain.errors import StorageError
from companion.domain.text import one_line
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.moves import Kept

if TYPE_CHECKING:
    import pytest

CANARY = "canary-in-the-kitchen"


def editor(room: Room) -> Editor:
    return room.screen.query_one(Editor)


# Order


async def test_no_save_overtakes_another() -> None:
    async with walking(hope()) as room:
        held = Held(room)
        await room.pilot.press(*"one", "ctrl+n")
        await room.pilot.press("ctrl+n")
        held.free.set()
        await room.settle()
        await room.press(*"two", "ctrl+n")
        assert [len(one.answers) for one in held.saved] == sorted(
            len(one.answers) for one in held.saved
        )
        assert room.answer("road").shown == "one"


async def test_keys_typed_while_a_save_is_slow_are_not_lost() -> None:
    async with walking(hope()) as room:
        held = Held(room)
        await room.pilot.press(*"one", "ctrl+n")
        assert room.step == "road"
        await room.pilot.press(*" more")
        held.free.set()
        await room.settle()
        assert room.step == "push"
        assert room.answer("road").shown == "one more"


async def test_two_quick_presses_of_next_on_the_last_step_keep_one_entry() -> None:
    async with walking(hope()) as room:
        await room.press(*"one", "ctrl+n", "ctrl+n")
        held = Held(room)
        await room.pilot.press("ctrl+n", "ctrl+n")
        held.free.set()
        await room.settle()
        assert isinstance(room.screen, HomeScreen)
        assert len(room.memory.reflections) == 1
        assert not room.kept().is_draft


async def test_a_pause_noticed_late_does_not_make_a_draft_of_what_is_finished() -> None:
    async with walking(path_of("p", "P", text("a", "What?"))) as room:
        await room.press(*"one", "ctrl+n")
        screen = room.screen
        assert isinstance(screen, ReflectScreen)
        held = Held(room)
        await room.pilot.press("ctrl+n")
        await screen._keeping.draft(screen._walk)
        held.free.set()
        await room.settle()
        assert not room.kept().is_draft


async def test_the_same_answer_keeps_its_id_through_every_save() -> None:
    async with walking(hope()) as room:
        await room.press(*"one")
        room.view.settle()
        await room.settle()
        first = room.answer("road").id
        await room.press(*" more", "ctrl+n", "ctrl+b", "ctrl+n")
        assert room.answer("road").id == first


# Drafts


async def test_a_pause_in_writing_keeps_a_draft() -> None:
    async with walking(hope()) as room:
        await room.press(*"one")
        assert room.kept_word is Kept.WAITS
        assert not room.memory.reflections
        room.screen.query_one(Editor)._settle()
        await room.settle()
        assert room.kept_word is Kept.SAVED
        assert room.answer("road").shown == "one"


async def test_the_screen_closes_only_when_the_draft_is_kept() -> None:
    async with walking(hope()) as room:
        held = Held(room)
        await room.pilot.press(*"one", "escape")
        assert isinstance(room.screen, ReflectScreen)
        assert room.result is NOTHING
        held.free.set()
        await room.settle()
        assert isinstance(room.screen, HomeScreen)
        assert room.answer("road").shown == "one"


async def test_locking_in_the_middle_of_a_word_keeps_the_draft_and_leaves_no_words() -> None:
    async with walking(hope()) as room:
        await room.press(*CANARY[:-1], "ctrl+l")
        assert not room.app.is_open
        assert room.kept().is_draft
        assert room.answer("road").shown == CANARY[:-1]
        for screens in room.app._screen_stacks.values():
            for screen in screens:
                for widget in screen.walk_children(with_self=True):
                    assert not isinstance(widget, Editor | LineInput) or not text_of(widget)
                    assert not isinstance(widget, Static) or CANARY[:-1] not in str(widget.content)


def text_of(widget: Editor | LineInput) -> str:
    return widget.text if isinstance(widget, Editor) else widget.value


async def test_locking_at_the_closing_finishes() -> None:
    async with walking(hope()) as room:
        await room.press(*"one", "ctrl+n", "ctrl+n", "ctrl+l")
        assert not room.app.is_open
        assert not room.kept().is_draft


async def test_what_was_let_go_is_gone_after_locking() -> None:
    async with walking(hope()) as room:
        await room.press(*"one", "ctrl+n", "ctrl+b", "ctrl+o", "ctrl+l")
        assert not room.memory.reflections


async def test_locking_goes_on_even_if_the_disk_is_full(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with walking(hope()) as room:
        await room.press(*"one")
        room.memory.writable = False
        await room.press("ctrl+l")
        assert not room.app.is_open
        assert not room.memory.open
        assert room.told == [WORDS.say("app.unkept")]
    # Whoever quits so sees it where the shell goes on.
    assert one_line(capfd.readouterr().err) == WORDS.say("app.unkept")


async def test_quitting_with_a_full_disk_says_that_the_last_words_are_gone(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with walking(hope()) as room:
        await room.press(*"one")
        room.memory.writable = False
        await room.press("ctrl+q")
    assert one_line(capfd.readouterr().err) == WORDS.say("app.unkept")


async def test_whoever_would_rather_leave_a_full_disk_may_at_the_closing_too() -> None:
    async with walking(hope()) as room:
        await room.press(*"one", "ctrl+n", "ctrl+n")
        room.memory.writable = False
        await room.press("escape")
        assert isinstance(room.screen, ReflectScreen)
        await room.press("escape")
        assert isinstance(room.screen, AskScreen)
        await room.click("#leave")
        assert not isinstance(room.screen, ReflectScreen)


async def test_locking_that_kept_everything_says_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with walking(hope()) as room:
        await room.press(*"one", "ctrl+l")
        assert room.told == []
    assert capfd.readouterr().err == ""


# Failing saves


async def test_a_failed_save_keeps_the_words_on_the_screen_and_says_so() -> None:
    async with walking(hope()) as room:
        await room.press(*"one")
        room.memory.writable = False
        await room.press("ctrl+n")
        assert room.step == "road"
        assert editor(room).text == "one"
        assert room.kept_word is Kept.FAILED
        await room.press("ctrl+n")
        assert room.told == [WORDS.say(StorageError.key)]
        room.memory.writable = True
        await room.press("ctrl+n")
        assert room.step == "push"
        assert room.answer("road").shown == "one"


async def test_a_walk_does_not_end_before_its_end_is_kept() -> None:
    async with walking(hope()) as room:
        await room.press(*"one", "ctrl+n", "ctrl+n")
        room.memory.writable = False
        await room.press("ctrl+n")
        assert room.step == "close"
        assert room.kept().is_draft
        room.memory.writable = True
        await room.press("ctrl+n")
        assert room.result == room.kept().id
        assert not room.kept().is_draft


async def test_whoever_cannot_save_is_asked_before_leaving_without_the_last_words() -> None:
    async with walking(hope()) as room:
        await room.press(*"one")
        room.memory.writable = False
        await room.press("escape")
        assert isinstance(room.screen, ReflectScreen)
        await room.press("escape")
        assert isinstance(room.screen, AskScreen)
        await room.click("#stay")
        assert editor(room).text == "one"
        await room.press("escape")
        await room.click("#leave")
        assert isinstance(room.screen, HomeScreen)
        assert room.result is None


async def test_the_map_works_when_earlier_points_cannot_be_read() -> None:
    async with open_notebook(feelings()) as room:
        walk = room.opened.reflecting.begin("feelings")

        def fail() -> None:
            raise StorageError

        room.opened.reflecting.earlier_points = fail  # type: ignore[method-assign, assignment]
        await room.show(ReflectScreen(room.context, walk))  # type: ignore[arg-type] - its result
        assert room.step == "map"
        assert room.told == [WORDS.say(StorageError.key)]


# Typing


async def test_no_single_letter_does_anything_while_someone_types() -> None:
    async with walking(trust(), at="scene") as room:
        letters = "abcdefghijklmnopqrstuvwxyz?/0123456789"
        keys = [{"?": "question_mark", "/": "slash"}.get(one, one) for one in letters]
        await room.press(*keys)
        assert room.step == "scene"
        assert editor(room).text == letters


async def test_no_single_letter_does_anything_in_the_line_for_ones_own_word() -> None:
    async with walking(feelings(), at="words") as room:
        room.screen.query_one(LineInput).focus()
        await room.press(*"abcdefghijklmnopqrstuvwxyz")
        assert room.screen.query_one(LineInput).value == "abcdefghijklmnopqrstuvwxyz"


async def test_enter_writes_a_new_line() -> None:
    async with walking(hope()) as room:
        await room.press("a", "enter", "b")
        assert room.step == "road"
        assert editor(room).text == "a\nb"


async def test_tab_leads_from_the_words_to_the_places_and_the_buttons() -> None:
    async with walking(hope()) as room:
        await room.press("tab")
        assert room.screen.focused is not None
        assert room.screen.focused.id == "place-line"
        await room.press("tab")
        assert room.screen.focused.id == "next"


async def test_a_window_that_changes_in_the_middle_of_a_word_keeps_the_words() -> None:
    async with walking(hope()) as room:
        await room.press(*"half a wo")
        for size in ((40, 12), (200, 50), (60, 20)):
            await room.pilot.resize_terminal(*size)
            await room.settle()
        await room.press(*"rd")
        assert editor(room).text == "half a word"
        assert editor(room).has_focus


async def test_leaving_the_app_keeps_what_is_being_written() -> None:
    async with walking(hope()) as room:
        await room.pilot.press(*"one", "ctrl+q")
        assert room.answer("road").shown == "one"
