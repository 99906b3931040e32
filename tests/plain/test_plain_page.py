"""Around the page line by line: nothing this time, sleep on it, look once more, how it went."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from plain_room import Room, real_room, room, says

from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.domain.rhythm import OpenKind
from companion.plain.menu import CHOICES, menu
from companion.plain.page import compose_page, lay, offer_to_sleep
from companion.plain.page_menu import CHOICES as AROUND
from companion.plain.page_menu import at_the_page
from companion.plain.walking import set_out
from companion.services.small_thing import BUTTONS

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

DONE = ""
LEAVE = str(CHOICES.index("leave") + 1)
WORDS, OTHER = "The yellow door", "The stairs"


def prepared(at: Room, *, days: float = 6, ticked: bool = True) -> Room:
    """A session ahead and two lines that could be brought, one of them ticked."""
    at.opened.rhythm.never(OpenKind.REFLECT)
    at.opened.appointments.add(at.world.clock.now() + timedelta(days=days))
    notes = [
        at.opened.reflecting.note(words, "A line", Place.PARKED, happened_at=None)
        for words in (WORDS, OTHER)
    ]
    if ticked:
        line = Line(notes[0].answers[0].id, Section.TALK)
        at.opened.pages.keep(at.opened.pages.desk(), [line])
    return at


def reply(kind: OpenKind, name: str) -> tuple[str, str]:
    """The numbers of an answer to what is open."""
    return str(CHOICES.index("open") + 1), str(BUTTONS[kind].index(name) + 1)


def composed(face: Face, opened: OpenNotebook) -> None:
    """Choose lines, and nothing around it."""
    compose_page(face, opened, lay(opened))


def composed_and_offered(face: Face, opened: OpenNotebook) -> None:
    """Choose lines as on the command line, where a night's sleep is offered at the end."""
    offer_to_sleep(face, opened, compose_page(face, opened, lay(opened)))


def texts(at: Room) -> list[str]:
    page = at.opened.pages.desk().page
    return [line.text for _, lines in page.sections for line in lines]


class TestNothingThisTime:
    def test_nought_takes_every_tick_off_on_purpose(self) -> None:
        at = prepared(room())
        out = at(composed, said=("0", DONE))
        assert says("plain.page.nothing_which") in out
        assert texts(at) == []
        assert at.opened.pages.desk().nothing

    def test_nought_again_brings_them_back(self) -> None:
        at = prepared(room())
        before = at.opened.pages.desk()
        at(composed, said=("0", "0", DONE))
        assert at.opened.pages.desk() == before

    def test_ticking_a_line_ends_it(self) -> None:
        at = prepared(room())
        at(composed, said=("0", "2", "1", DONE))
        assert texts(at) == [OTHER]
        assert not at.opened.pages.desk().nothing

    def test_later_it_is_still_said_and_there_is_nothing_to_bring_back(self) -> None:
        at = prepared(room())
        at(composed, said=("0", DONE))
        out = at(composed, said=("0", DONE))
        assert says("plain.page.nothing_was") in out
        assert says("plain.page.nothing_which") not in out
        assert at.opened.pages.desk().nothing

    def test_the_page_counts_as_chosen(self) -> None:
        at = prepared(room(), days=1, ticked=False)
        at.opened.rhythm.never(OpenKind.GET_READY)
        assert says("home.open.choose-page.title") in at(menu, said=(LEAVE,))
        at(composed, said=("0", DONE))
        assert says("home.open.choose-page.title") not in at(menu, said=(LEAVE,))


class TestSleepingOnIt:
    def test_it_is_offered_at_the_end_and_only_a_clear_yes_is_one(self) -> None:
        at = prepared(room())
        out = at(composed_and_offered, said=(DONE, "perhaps"))
        assert says("plain.page.sleep") in out
        assert at.opened.pages.desk().resting_since is None
        out = at(composed_and_offered, said=(DONE, "yes"))
        assert says("plain.page.sleeps") in out
        assert at.opened.pages.desk().resting_since == at.world.clock.now()
        assert texts(at) == [WORDS]

    def test_a_pipe_that_has_no_more_lines_has_chosen_all_the_same(self) -> None:
        at = prepared(room())
        at(composed_and_offered, said=(DONE,))
        assert not at.ended
        assert at.opened.pages.desk().resting_since is None

    def test_without_a_day_before_the_session_it_is_not_offered(self) -> None:
        at = prepared(room(), days=0.05)
        assert says("plain.page.sleep") not in at(composed_and_offered, said=(DONE, "yes"))

    def test_the_next_day_one_looks_and_that_ends_it(self) -> None:
        at = prepared(room())
        at(composed_and_offered, said=(DONE, "yes"))
        assert says("home.open.look-again.title") not in at(menu, said=(LEAVE,))
        at.world.clock.advance(days=1)
        out = at(menu, said=(*reply(OpenKind.LOOK_AGAIN, "look"), "", LEAVE))
        assert not at.ended
        assert out.startswith(says("home.open.look-again.title"))
        assert WORDS in out
        assert says("plain_page.as_printed") in out
        assert at.opened.pages.desk().resting_since is None

    def test_whoever_looks_may_change_it(self) -> None:
        at = prepared(room())
        at(composed_and_offered, said=(DONE, "yes"))
        at.world.clock.advance(days=1)
        said = (*reply(OpenKind.LOOK_AGAIN, "look"), "yes", "2", "1", DONE, "", LEAVE)
        at(menu, said=said)
        assert not at.ended
        assert texts(at) == [WORDS, OTHER]

    def test_it_stands_among_what_can_be_done_with_the_page_and_leaves_it(self) -> None:
        at = prepared(room())
        out = at(at_the_page, said=(DONE, str(AROUND.index("sleep") + 1)))
        assert not at.ended
        assert out.endswith(says("plain.page.sleeps"))
        assert at.opened.pages.desk().resting_since == at.world.clock.now()

    def test_it_can_wait_until_tomorrow(self) -> None:
        at = prepared(room())
        at(composed_and_offered, said=(DONE, "yes"))
        at.world.clock.advance(days=1)
        out = at(menu, said=(*reply(OpenKind.LOOK_AGAIN, "later"), LEAVE))
        assert says("plain_reflect.later") in out
        assert at.opened.pages.desk().resting_since is not None


class TestAfterTheSession:
    @pytest.mark.parametrize("choice", ["1", "2", "3", "4"])
    def test_two_questions_and_neither_answer_has_a_place_on_a_page(self, choice: str) -> None:
        at = real_room()
        out = at(set_out, "after-page", said=(choice, "One line fewer", "", "p", "h"))
        assert not at.ended
        assert says("plain.place.unparked.again") in out  # there is no parking it
        assert [a.section for a in at.kept().answers] == [None, None]
        assert at.answer("change").place is Place.HERE

    def test_getting_ready_begins_with_what_was_said(self) -> None:
        at = real_room()
        at.finish("after-page", {"got-to-it": ("partly",), "change": "One line fewer"})
        out = at(set_out, "getting-ready", said=("6", "/stop"))
        assert "This is what you said about the page last time." in out
        assert "One line fewer" in out
        assert "Partly" not in out

    @pytest.mark.parametrize("said", [None, {"got-to-it": ("partly",)}])
    def test_where_nothing_was_said_nothing_is_shown(self, said: dict[str, object] | None) -> None:
        at = real_room()
        if said:
            at.finish("after-page", {"got-to-it": ("no",), "change": "An older wish"})
            at.world.clock.advance(days=7)
            at.finish("after-page", said)
        out = at(set_out, "getting-ready", said=("6", "/stop"))
        assert "last time" not in out
        assert "If you only got to one thing" in out
