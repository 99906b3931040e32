"""The one small thing on home: refused for now, refused for good, paused, closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.builders import a_reflection, a_session, an_answer
from support.shelves import trust
from support.time import NOW
from textual.widgets import Button
from walk_room import WORDS, Room, open_notebook

from companion.domain.journey import SessionState
from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.domain.rhythm import OpenKind
from companion.services.small_thing import BUTTONS
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.note import NoteScreen


def said(room: Room) -> str:
    return " ".join(room.text().split())


async def again(room: Room) -> None:
    screen = room.screen
    assert isinstance(screen, HomeScreen)
    screen.look()
    await room.settle()


def keep(room: Room, *, days: float, path_id: str = "trust") -> None:
    """An entry from some days ago."""
    journey = room.opened.journeys.open.id
    entry = a_reflection(
        f"entry-{days}",
        an_answer(f"answer-{days}"),
        when=NOW - timedelta(days=days),
        journey_id=journey,
        path_id=path_id,
    )
    room.memory.reflections[entry.id] = entry
    room.memory.order[entry.id] = 1


def test_every_kind_of_open_thing_has_its_buttons() -> None:
    assert set(BUTTONS) == set(OpenKind)


def test_every_button_has_its_words() -> None:
    for names in BUTTONS.values():
        for name in names:
            assert WORDS.say(f"home.button.{name}", minutes=5)


async def test_later_is_not_today_and_tomorrow_it_is_open_again() -> None:
    async with open_notebook() as room:
        assert "Speaking freely" in said(room)
        await room.click("#later")
        assert WORDS.say("home.open.nothing.text") in said(room)
        room.world.clock.advance(days=1)
        await again(room)
        assert "Speaking freely" in said(room)


async def test_never_is_for_good_and_says_how_to_bring_it_back() -> None:
    async with open_notebook() as room:
        await room.click("#never")
        assert WORDS.say("home.open.nothing.text") in said(room)
        assert WORDS.say("home.never_again") in room.told
        room.world.clock.advance(days=300)
        await again(room)
        assert "Speaking freely" not in said(room)


async def test_in_a_pause_nothing_is_open_and_going_on_is_one_press() -> None:
    async with open_notebook() as room:
        room.opened.rhythm.pause()
        await again(room)
        assert WORDS.say("home.open.paused.title") in said(room)
        await room.press("enter")
        assert "Speaking freely" in said(room)


async def test_after_a_month_less_is_offered_once() -> None:
    async with open_notebook() as room:
        keep(room, days=2)
        room.world.clock.advance(days=31)
        await again(room)
        assert WORDS.say("home.open.less.title") in said(room)
        await room.click("#around-sessions")
        homework = {OpenKind.HOMEWORK, OpenKind.HOMEWORK_TASK}
        less = {OpenKind.RECALL, OpenKind.REFLECT} | homework
        assert room.opened.rhythm.choices.never == less
        assert WORDS.say("home.open.nothing.text") in said(room)


async def test_a_pause_can_be_the_answer_to_less() -> None:
    async with open_notebook() as room:
        keep(room, days=2)
        room.world.clock.advance(days=31)
        await again(room)
        await room.click("#pause")
        assert room.opened.rhythm.is_paused


async def test_a_closed_therapy_is_there_to_read() -> None:
    async with open_notebook() as room:
        room.opened.journeys.close(room.opened.journeys.open.id)
        await again(room)
        assert WORDS.say("home.open.closed.title") in said(room)
        assert [button.id for button in room.screen.query(Button)] == ["read", "therapies"]


async def test_whoever_comes_back_after_long_is_greeted_and_not_reproached() -> None:
    async with open_notebook() as room:
        keep(room, days=2)
        await again(room)
        assert WORDS.say("home.welcome") not in said(room)
        room.world.clock.advance(days=25)
        await again(room)
        assert WORDS.say("home.welcome") in said(room)
        for word in ("missed", "days", "weeks", "while"):
            assert word not in WORDS.say("home.welcome")


async def test_what_was_agreed_stands_on_home_until_it_is_settled() -> None:
    async with open_notebook() as room:
        journey = room.opened.journeys.open.id
        task = a_reflection(
            "task",
            an_answer("what", "ring the library", step_id="what"),
            journey_id=journey,
            path_id="task",
        )
        room.memory.reflections[task.id] = task
        room.memory.order[task.id] = 1
        await again(room)
        assert "ring the library" in said(room)


async def test_a_session_nobody_settled_can_wait_until_tomorrow() -> None:
    async with open_notebook() as room:
        journey = room.opened.journeys.open.id
        over = a_session(1, NOW - timedelta(hours=3), SessionState.PLANNED, "s1")
        room.memory.sessions["s1"] = type(over)(over.id, journey, over.number, over.at, over.state)
        await again(room)
        await room.click("#later")
        assert "Speaking freely" in said(room)


async def test_a_page_with_nothing_on_it_on_purpose_is_said_calmly_and_not_asked_for() -> None:
    async with open_notebook() as room:
        room.opened.rhythm.never(OpenKind.GET_READY)
        room.opened.appointments.add(NOW + timedelta(hours=5))
        room.opened.reflecting.note("the yellow door", "A line", Place.PARKED)
        await again(room)
        assert WORDS.say("home.open.choose-page.title") in said(room)
        await room.press("enter", "0", "escape")
        assert WORDS.say("home.open.choose-page.title") not in said(room)
        assert "Nothing this time." in said(room)
        assert WORDS.say("home.bring_none") not in said(room)


async def test_how_it_went_with_the_page_is_told_in_two_questions_and_leaves_no_mark() -> None:
    async with open_notebook() as room:
        opened, clock = room.opened, room.world.clock
        opened.rhythm.never(OpenKind.ECHO)
        session = opened.appointments.add(NOW + timedelta(hours=1))
        note = opened.reflecting.note("the yellow door", "A line", Place.PARKED)
        line = Line(note.answers[0].id, Section.TALK)
        opened.pages.keep(opened.pages.desk(), [line])
        clock.show(session.at + timedelta(hours=2))
        opened.appointments.held()
        await again(room)
        assert WORDS.say("home.open.after-page.title") in said(room)
        await room.press("enter", "space", "ctrl+n", *"one line fewer", "ctrl+n", "ctrl+n")
        assert isinstance(room.screen, HomeScreen)
        assert WORDS.say("home.open.after-page.title") not in said(room)
        told = opened.reflecting.versions("after-page")
        assert [one.shown for one in told[0].answers] == ["Yes", "one line fewer"]
        assert opened.home.view().marks == ()


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (100, 32), (120, 36), (200, 50)])
async def test_its_buttons_are_whole_at_every_size_and_one_gives_way(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        row = room.screen.query_one("#open-buttons")
        shown = [button for button in row.query(Button) if button.display]
        assert all(one.region.width > 0 and one.region.right <= row.region.right for one in shown)
        away = [button.id for button in row.query(Button) if not button.display]
        assert away == (["write"] if size[0] in {60, 100} else [])


async def test_a_free_line_from_the_list_of_reflections_can_be_about_another_day() -> None:
    async with open_notebook(trust()) as room:
        await room.press("r", "d", *"2026-02-20", "enter", "end", "enter")
        assert isinstance(room.screen, NoteScreen)
        await room.press(*"the yellow door", "escape")
        assert room.world.clock.local(room.kept().happened_at).day == 20


async def test_without_a_session_ahead_nothing_is_before_the_next_one() -> None:
    async with open_notebook() as room:
        assert "whenever you like" in said(room)
        room.opened.appointments.add(NOW + timedelta(days=6))
        await again(room)
        assert "before the next session" in said(room)


async def test_a_button_says_write_and_leads_to_a_free_line() -> None:
    async with open_notebook() as room:
        await room.click("#write")
        assert isinstance(room.screen, NoteScreen)
        await room.press(*"the yellow door", "escape")
        assert isinstance(room.screen, HomeScreen)
        assert room.kept().answers[0].shown == "the yellow door"
