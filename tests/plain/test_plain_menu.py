"""The menu line by line: what is open, refusing it, pausing, and the way to everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from plain_room import Room, real_room, room, says
from support.builders import a_reflection, a_session, an_answer
from support.time import NOW

from companion.domain.journey import SessionState
from companion.domain.rhythm import REFUSABLE, OpenKind
from companion.plain.menu import CHOICES, MORE, menu
from companion.plain.rhythm import PAUSES, RESUME
from companion.services.small_thing import BUTTONS

LEAVE = str(CHOICES.index("leave") + 1)


def choice(name: str) -> str:
    """The number of a thing in the menu."""
    return str(CHOICES.index(name) + 1)


def more(name: str) -> tuple[str, str]:
    """The numbers of a thing that is wanted less often."""
    return choice("more"), str(MORE.index(name) + 1)


def reply(kind: OpenKind, name: str) -> tuple[str, str]:
    """The numbers of an answer to what is open."""
    return choice("open"), str(BUTTONS[kind].index(name) + 1)


def number(kind: OpenKind) -> str:
    """The number of a kind in the list of what is offered."""
    return str(REFUSABLE.index(kind) + 1)


def pause(name: str) -> str:
    """The number of a pause in that list, or of its end."""
    moves = (RESUME,) if name == RESUME else tuple(PAUSES)
    return str(len(REFUSABLE) + moves.index(name) + 1)


def used(at: Room, *said: str) -> str:
    """Type these lines into the menu, and leave it."""
    out = at(menu, said=(*said, LEAVE))
    assert not at.ended
    return out


def wrote(at: Room, days: float, path_id: str = "echo") -> None:
    """An entry from some days ago."""
    entry = a_reflection(
        f"entry-{days}",
        an_answer(f"answer-{days}"),
        when=NOW - timedelta(days=days),
        journey_id=at.opened.journeys.open.id,
        path_id=path_id,
    )
    at.memory.reflections[entry.id] = entry
    at.memory.order[entry.id] = 1


def test_what_is_open_is_said_first_and_its_text_once() -> None:
    out = used(room(), choice("help"), "")
    assert out.startswith("Speaking freely")
    assert out.count(says("home.open.reflect.text_free")) == 1
    assert out.count("Speaking freely") == 2


def test_only_its_number_leaves_and_one_enter_too_many_asks_again() -> None:
    at = room()
    out = at(menu, said=("", "", LEAVE))
    assert out.count(says("plain.menu_which", last=len(CHOICES))) == 3
    assert out.count(says("plain.menu.leave")) == 1
    assert says("plain.bye") in out
    assert not at.ended


def test_later_is_not_today_and_tomorrow_it_is_open_again() -> None:
    at = room()
    out = used(at, *reply(OpenKind.REFLECT, "later"))
    assert says("plain_reflect.later") in out
    assert says("home.open.nothing.title") in out
    at.world.clock.advance(days=1)
    assert used(at).startswith("Speaking freely")


def test_never_is_never_until_it_is_turned_on_again() -> None:
    at = room()
    out = used(at, *reply(OpenKind.REFLECT, "never"))
    assert says("plain_reflect.never_again") in out
    at.world.clock.advance(days=40)
    assert not used(at).startswith("Speaking freely")
    out = used(at, *more("rhythm"), number(OpenKind.REFLECT), "")
    name = says("rhythm.kind.reflect")
    off, on = (
        says("plain_reflect.rhythm_line", name=name, state=says(f"plain_reflect.{state}"))
        for state in ("not_offered", "offered")
    )
    assert out.index(off) < out.index(on)
    assert used(at).startswith("Speaking freely")


@pytest.mark.parametrize("name", ["as-it-is", "around-sessions", "pause"])
def test_the_question_whether_less_would_be_better_is_answered(name: str) -> None:
    at = room()
    at.finish("trust", {"scene": "Words"})
    at.opened.rhythm.later(OpenKind.RESUME)
    at.world.clock.advance(days=31)
    at.finish("hope", {"road": "Words"})
    assert says("home.open.less.title") in used(at)
    used(at, *reply(OpenKind.LESS, name))
    assert says("home.open.less.title") not in used(at)
    never = at.opened.rhythm.choices.never
    assert (OpenKind.REFLECT in never) == (name == "around-sessions")
    assert at.opened.rhythm.is_paused == (name == "pause")


def test_whoever_was_away_is_greeted() -> None:
    at = room()
    wrote(at, 30)
    out = used(at)
    assert out.startswith(says("home.welcome"))
    assert says("home.welcome_text", title="Speaking freely") in out


def test_whoever_was_away_and_has_nothing_open_is_told_that_this_is_fine() -> None:
    at = room()
    wrote(at, 30, "trust")
    out = used(at)
    assert out.startswith(says("home.welcome"))
    assert says("home.open.nothing.text") in out


def test_a_pause_says_so_and_greets_nobody() -> None:
    at = room()
    wrote(at, 30)
    at.opened.rhythm.pause()
    out = used(at)
    assert out.startswith(says("home.open.paused.title"))
    assert says("home.open.paused.text") in out
    assert says("home.welcome") not in out


def test_pausing_and_going_on_are_in_the_menu() -> None:
    at = room()
    out = used(at, *more("rhythm"), pause("week"), "")
    assert says("rhythm.paused_until", day="Monday 9 March 2026") in out
    assert used(at).startswith(says("home.open.paused.title"))
    used(at, *more("rhythm"), pause(RESUME), "")
    assert not at.opened.rhythm.is_paused


def test_a_pause_without_an_end_ends_when_one_says_so() -> None:
    at = room()
    out = used(at, *more("rhythm"), pause("open-end"), "")
    assert says("rhythm.paused") in out
    used(at, *reply(OpenKind.PAUSED, "resume"))
    assert not at.opened.rhythm.is_paused


def test_a_closed_therapy_can_be_read() -> None:
    at = room()
    wrote(at, 2)
    journey = at.opened.journeys.open
    at.memory.journeys[:] = [replace(journey, closed_at=NOW)]
    out = used(at, *reply(OpenKind.CLOSED, "read"), "")
    assert out.startswith(says("home.open.closed.title"))
    assert "the yellow door" in out


@pytest.mark.parametrize(
    ("name", "state"), [("held", SessionState.HELD), ("missed", SessionState.MISSED)]
)
def test_a_session_that_is_over_is_settled(name: str, state: SessionState) -> None:
    at = room()
    at.opened.appointments.add(NOW + timedelta(hours=1))
    at.world.clock.advance(hours=4)
    out = used(at, *reply(OpenKind.SETTLE, name))
    assert says(f"plain.state.{state}") in out
    assert [one.state for one in at.opened.appointments.all()] == [state]


def test_a_session_that_was_moved_gets_its_new_time() -> None:
    at = room()
    at.opened.appointments.add(NOW + timedelta(hours=1))
    at.world.clock.advance(hours=4)
    used(at, *reply(OpenKind.SETTLE, "move"), "2026-03-05 17:00")
    ahead = at.opened.appointments.interval().next
    assert ahead is not None
    assert ahead.at == NOW.replace(day=5, hour=17, minute=0)


def test_a_time_that_is_none_is_told_and_nothing_is_moved() -> None:
    at = room()
    at.opened.appointments.add(NOW + timedelta(hours=1))
    at.world.clock.advance(hours=4)
    out = used(at, *reply(OpenKind.SETTLE, "move"), "soon")
    assert says("error.bad_date") in out
    assert at.opened.appointments.interval().unsettled is not None


def test_a_draft_is_gone_on_with_or_kept_as_it_is() -> None:
    at = room()
    used(at, *reply(OpenKind.REFLECT, "begin"), "6", "Words", "", "", "/stop")
    assert at.kept().is_draft
    out = used(at, *reply(OpenKind.RESUME, "go-on"), "/stop")
    assert "What do you walk around?" in out
    used(at, *reply(OpenKind.RESUME, "keep-as-is"))
    assert not at.kept().is_draft


def test_something_else_can_be_chosen_instead() -> None:
    at = room()
    out = used(at, *reply(OpenKind.REFLECT, "other"), "")
    assert says("plain.which_path") in out


def test_nothing_being_open_leads_straight_to_the_choice() -> None:
    at = room()
    at.opened.rhythm.never(OpenKind.REFLECT)
    out = used(at, choice("open"), "")
    assert says("plain.which_path") in out


def test_what_could_not_be_done_is_told_and_the_menu_stays() -> None:
    at = room()
    at.memory.writable = False
    out = used(at, *reply(OpenKind.REFLECT, "later"))
    assert says("error.storage") in out
    assert out.count(says("plain.menu.leave")) == 2


@pytest.mark.parametrize("name", [one for one in CHOICES if one not in {"more", "leave"}])
def test_every_choice_can_be_left_again(name: str) -> None:
    at = real_room()
    used(at, choice(name), "", "")


@pytest.mark.parametrize("name", MORE)
def test_every_rarer_choice_can_be_left_again(name: str) -> None:
    at = real_room()
    at(menu, said=(*more(name), "", "", "", LEAVE))
    assert says(f"plain_reflect.more.{name}") in at.out
    assert says("plain.bye") in at.out


def test_the_drawer_is_nowhere_on_the_way_in() -> None:
    at = room()
    at.finish("echo", {"unsaid": "CANARY what I kept back"})
    at.opened.appointments.add(a_session(1, NOW + timedelta(days=1)).at)
    assert "CANARY" not in used(at)


def test_guide_audit_and_settings_are_reached_from_more() -> None:
    at = room()
    assert says("safekeeping.audit.process") in used(at, *more("audit"))
    assert says("settings.about") in used(at, *more("settings"), "")
    assert not at.ended
    used(at, *more("guide"), "")
    assert not at.ended
