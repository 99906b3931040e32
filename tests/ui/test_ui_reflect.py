"""Walking a path on the screen: next, back, stop, places, letting go, the closing."""

from __future__ import annotations

from support.shelves import ARRIVING, GATE, echo, hope, text, trust
from support.shelves import path as path_of
from textual.widgets import Button
from walk_room import NOTHING, WORDS, open_notebook, walking

from companion.domain.path import Place
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.moves import Kept
from companion.ui.widgets.place_line import PlaceLine


async def test_a_path_is_walked_from_the_first_step_to_home() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "ctrl+n", *"My aunt", "ctrl+n")
        assert room.step == "close"
        assert room.kept().is_draft
        await room.press("ctrl+n")
        assert isinstance(room.screen, HomeScreen)
        kept = room.kept()
        assert room.result == kept.id
        assert not kept.is_draft
        assert [answer.shown for answer in kept.answers] == ["A bus", "My aunt"]


async def test_the_same_walk_can_be_made_by_mouse() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus")
        await room.click("#next")
        assert room.step == "push"
        await room.click("#previous")
        assert room.step == "road"
        assert room.screen.query_one(Editor).text == "A bus"
        await room.click("#next")
        await room.click("#next")
        await room.click("#next")
        assert room.result == room.kept().id


async def test_the_head_says_which_path_it_is_and_how_far_one_is() -> None:
    async with walking(hope()) as room:
        assert "A way forward" in room.text()
        assert "1 of 3" in room.text()
        await room.press("ctrl+n")
        assert "2 of 3" in room.text()


async def test_a_step_without_an_answer_is_skipped_and_the_button_says_so() -> None:
    async with walking(hope()) as room:
        label = room.screen.query_one("#next", Button)
        assert str(label.label) == WORDS.say("reflect.skip")
        await room.press("a")
        assert str(label.label) == WORDS.say("reflect.next")
        await room.press("backspace", "ctrl+n")
        assert room.step == "push"
        assert not room.memory.reflections


async def test_back_shows_what_was_written_and_at_the_first_step_stays() -> None:
    async with walking(hope()) as room:
        await room.press("ctrl+b")
        assert room.step == "road"
        assert not room.screen.query_one("#previous").display
        await room.press(*"A bus", "ctrl+n", "ctrl+b")
        assert room.screen.query_one(Editor).text == "A bus"


async def test_only_the_step_is_exchanged_on_the_way() -> None:
    async with walking(hope()) as room:
        before = [room.screen.query_one(name) for name in ("WalkHead", "Moves", "KeyLine")]
        view = room.view
        await room.press("ctrl+n")
        assert not view.is_attached
        assert before == [room.screen.query_one(name) for name in ("WalkHead", "Moves", "KeyLine")]


async def test_stopping_keeps_a_draft_and_says_where_it_waits() -> None:
    for key in ("escape", "ctrl+s"):
        async with walking(hope()) as room:
            await room.press(*"A bus", key)
            assert isinstance(room.screen, HomeScreen)
            assert room.result is None
            assert room.kept().is_draft
            assert room.kept().at_step == "road"
            assert room.told == [WORDS.say("reflect.waits")]


async def test_stopping_with_nothing_said_keeps_nothing_and_says_nothing() -> None:
    async with walking(hope()) as room:
        await room.press("escape")
        assert room.result is None
        assert not room.memory.reflections
        assert room.told == []


async def test_a_draft_goes_on_where_it_stopped() -> None:
    async with open_notebook(hope()) as room:
        walk = room.opened.reflecting.begin("hope")
        walk = walk.answered("A bus", room.opened.reflecting.new_answer_id).forward()
        room.opened.reflecting.keep_draft(walk)
        again = room.opened.reflecting.resume(walk.id)
        await room.show(ReflectScreen(room.context, again))  # type: ignore[arg-type] - its result
        assert room.step == "push"
        assert room.kept_word is Kept.SAVED


async def test_the_keys_for_the_place_go_round_and_what_is_chosen_is_kept_at_once() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "f2")
        assert room.answer("road").place is Place.PARKED
        await room.press("ctrl+t")
        assert room.answer("road").place is Place.UNSAID
        await room.press("f2")
        assert room.answer("road").place is Place.HERE
        assert room.screen.query_one(Editor).has_focus


async def test_a_place_chosen_before_the_first_word_holds() -> None:
    async with walking(hope()) as room:
        await room.press("f2", *"A bus", "ctrl+n")
        assert room.answer("road").place is Place.PARKED


async def test_a_place_is_chosen_by_mouse_too() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus")
        line = room.screen.query_one(PlaceLine)
        spots = line._spots(line.size.width)
        await room.click(PlaceLine, (spots[2].column + 1, spots[2].row))
        assert room.answer("road").place is Place.UNSAID


async def test_an_answer_that_belongs_in_the_drawer_begins_there() -> None:
    async with walking(echo(), at="unsaid") as room:
        assert room.view.place is Place.UNSAID


async def test_what_is_never_on_a_page_cannot_be_parked_for_one() -> None:
    path = path_of("p", "P", text("out", "What would you leave out?", section=None))
    async with walking(path) as room:
        chips = [chip.id for chip in room.screen.query_one(PlaceLine).chips]
        assert chips == [Place.HERE, Place.UNSAID, "let-go"]


async def test_letting_go_takes_the_words_away_and_once_more_brings_them_back() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "ctrl+o")
        assert room.screen.query_one(Editor).text == ""
        assert room.kept_word is Kept.GONE
        await room.press("ctrl+o")
        assert room.screen.query_one(Editor).text == "A bus"


async def test_the_editors_own_undo_brings_let_go_words_back_as_well() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "ctrl+o", "ctrl+z")
        assert room.screen.query_one(Editor).text == "A bus"
        assert not room.view.is_let_go


async def test_nothing_is_deleted_on_disk_before_one_goes_on() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "ctrl+n", "ctrl+b")
        await room.press("ctrl+o")
        room.view.settle()
        await room.settle()
        assert room.answer("road").shown == "A bus"
        await room.press("ctrl+n")
        assert not room.memory.reflections


async def test_whoever_writes_again_after_letting_go_keeps_the_new_words() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "ctrl+o", *"A train")
        assert not room.view.is_let_go
        await room.press("ctrl+n")
        assert room.answer("road").shown == "A train"


async def test_a_gate_offers_a_short_form_and_has_no_place() -> None:
    async with walking(trust()) as room:
        await room.press("1", "enter")
        assert room.step == "gate"
        assert not room.view.placeable
        assert not room.screen.query(PlaceLine)
        await room.press("2")
        await room.press("ctrl+n", "ctrl+n")
        assert room.step == "close"


async def test_whoever_chooses_to_stop_is_led_to_the_closing() -> None:
    async with walking(path_of("p", "P", ARRIVING, GATE, text("a", "What?"))) as room:
        await room.press("0", "enter", "down", "down", "enter")
        assert room.step == "close"


async def test_a_closing_is_read_before_one_leaves_and_is_not_kept() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "ctrl+n", "ctrl+n", "enter")
        assert "It is kept here and locked." in room.text()
        assert room.result is NOTHING
        assert room.kept_word is Kept.SAVED
        await room.press("enter")
        assert room.result == room.kept().id
        assert [answer.step_id for answer in room.kept().answers] == ["road"]


async def test_escape_at_the_closing_finishes() -> None:
    async with walking(hope()) as room:
        await room.press(*"A bus", "ctrl+n", "ctrl+n", "escape")
        assert room.result == room.kept().id
        assert not room.kept().is_draft


async def test_the_notebook_can_be_locked_from_the_closing() -> None:
    async with walking(hope()) as room:
        assert not room.screen.query_one("#lock").display
        await room.press(*"A bus", "ctrl+n", "ctrl+n")
        await room.click("#lock")
        assert not room.app.is_open
        assert not room.kept().is_draft


async def test_a_walk_in_which_nothing_was_said_leaves_nothing() -> None:
    async with walking(hope()) as room:
        await room.press("ctrl+n", "ctrl+n", "ctrl+n")
        assert isinstance(room.screen, HomeScreen)
        assert room.result is None
        assert not room.memory.reflections


async def test_every_action_of_the_screen_is_in_the_palette() -> None:
    async with walking(hope()) as room:
        offered = {command.title for command in room.app.get_system_commands(room.screen)}
        for name in ("next", "place", "let_go", "pause"):
            assert WORDS.say(f"keys.reflect.{name}") in offered
        assert WORDS.say("keys.reflect.back") not in offered
