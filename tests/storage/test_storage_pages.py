"""Pages, sessions and settings, and what may be ticked for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, appointment, day, draft, on_the_map, parked, rated, said, walk

from companion.domain.errors import StorageError
from companion.domain.journey import SessionState
from companion.domain.ladder import Rehearsal, Rung, Size, Standing
from companion.domain.page import Candidate, Line, Mode, Origin, Section
from companion.domain.path import Place, StepKind

if TYPE_CHECKING:
    from datetime import datetime

    from companion.storage.store.open_stores import OpenStores

J = JOURNEY.id
READY = "getting-ready"


def offered(stores: OpenStores, session: str = "", since: datetime | None = None) -> list[str]:
    return [c.answer_id for c in stores.reflections.candidates(J, session, READY, since)]


def test_a_parked_answer_is_offered_verbatim_with_where_it_is_from(stores: OpenStores) -> None:
    answer = parked("a", "She  looked\naway.", section=Section.TALK, prompt="And then?")
    stores.reflections.put(walk("one", answer, title="A bump", at=day(2)))

    assert stores.reflections.candidates(J, "", READY, None) == [
        Candidate(
            "a",
            "She  looked\naway.",
            Section.TALK,
            Origin("one", "A bump", "And then?", day(2)),
        )
    ]


def test_what_is_offered_is_in_the_order_of_moments_and_then_of_the_path(
    stores: OpenStores,
) -> None:
    stores.reflections.put(walk("late", parked("d", "4"), parked("c", "5"), at=day(3)))
    stores.reflections.put(
        walk("early", parked("b", "1"), said("x", "-"), parked("a", "2"), at=day(1))
    )
    stores.reflections.put(walk("middle", parked("e", "3"), at=day(2)))

    assert offered(stores) == ["b", "a", "e", "d", "c"]


def test_what_can_never_be_a_line_is_not_offered(stores: OpenStores) -> None:
    stores.reflections.put(
        walk(
            "one",
            rated("a", 3),
            on_the_map("b", 1, 2),
            said("c", "here"),
            said("d", "unsaid", Place.UNSAID),
            parked("e", "never on a page", section=None),
            parked("f", "5", kind=StepKind.RATING, value=5),
        )
    )
    stores.reflections.put(draft("two", parked("g", "unfinished")))
    stores.pages.put("s", [Line(name, Section.TALK) for name in "abdefg"])

    assert offered(stores, "s") == []


def test_words_and_choices_are_offered_like_texts(stores: OpenStores) -> None:
    stores.reflections.put(
        walk(
            "one",
            parked("a", "tender, numb", kind=StepKind.WORDS, value=("tender", "numb")),
            parked("b", "More of this", kind=StepKind.CHOICE, value=("more",)),
        )
    )

    assert offered(stores) == ["a", "b"]


def test_what_is_ticked_for_this_session_is_offered_though_it_stays_here(
    stores: OpenStores,
) -> None:
    stores.reflections.put(walk("one", said("a", "ticked"), said("b", "not")))
    stores.pages.put("s", [Line("a", Section.TALK)])

    assert offered(stores, "s") == ["a"]
    assert offered(stores, "t") == []
    assert offered(stores, "") == []


def test_what_stood_on_the_page_of_a_session_that_was_held_is_not_offered_again(
    stores: OpenStores,
) -> None:
    stores.reflections.put(walk("one", parked("a", "brought"), parked("b", "waiting")))
    stores.sessions.put([appointment("s", 1, day(3)), appointment("t", 2, day(10))])
    stores.pages.put("s", [Line("a", Section.TALK)])

    assert offered(stores, "t") == ["a", "b"]
    for state in (SessionState.MISSED, SessionState.MOVED, SessionState.PLANNED):
        stores.sessions.put([appointment("s", 1, day(3), state)])
        assert offered(stores, "t") == ["a", "b"]
    stores.sessions.put([appointment("s", 1, day(3), SessionState.HELD)])
    assert offered(stores, "t") == ["b"]
    assert offered(stores, "s") == ["a", "b"]


def test_a_line_that_lacked_its_second_yes_was_never_on_the_page(stores: OpenStores) -> None:
    later = {"section": Section.NOT_TODAY}
    stores.reflections.put(walk("one", parked("a", "x", **later), parked("b", "y", **later)))
    stores.sessions.put([appointment("s", 1, day(3), SessionState.HELD)])
    stores.pages.put(
        "s",
        [Line("a", Section.NOT_TODAY, agreed=False), Line("b", Section.NOT_TODAY, agreed=True)],
    )

    assert offered(stores, "t") == ["a"]


@pytest.mark.parametrize("place", [Place.HERE, Place.PARKED])
def test_what_is_about_the_two_is_offered_from_nowhere_but_the_drawer(
    stores: OpenStores, place: Place
) -> None:
    answer = said("a", "x", place, section=Section.ABOUT_US)
    stores.reflections.put(walk("one", answer, path_id=READY))
    stores.pages.put("s", [Line("a", Section.ABOUT_US, agreed=True)])

    assert offered(stores) == []
    assert offered(stores, "s") == []


@pytest.mark.parametrize("rung", Rung)
def test_of_the_drawer_only_what_stands_on_bring_is_offered_in_the_words_chosen(
    stores: OpenStores, rung: Rung
) -> None:
    stores.reflections.put(walk("one", said("a", "all of it", Place.UNSAID), path_id=READY))
    rehearsal = Rehearsal(sentence="one of it")
    stores.drawer.stand("a", Standing(rung, rehearsal, Size.SENTENCE))

    found = stores.reflections.candidates(J, "", READY, None)
    wanted = [("a", "one of it", Section.ABOUT_US)] if rung is Rung.BRING else []
    assert [(one.answer_id, one.text, one.section) for one in found] == wanted


def test_what_was_brought_and_said_stays_on_that_page_and_on_no_other(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", said("a", "x", Place.UNSAID)))
    stores.drawer.stand("a", Standing(Rung.BRING))
    stores.sessions.put(
        [appointment("s", 1, day(3), SessionState.HELD), appointment("t", 2, day(10))]
    )
    line = Line("a", Section.ABOUT_US, agreed=True)
    for session in "st":
        stores.pages.put(session, [line])

    stores.drawer.stand("a", Standing(Rung.SAID))

    assert (stores.pages.lines("s"), stores.pages.lines("t")) == ([line], [])
    assert (offered(stores, "s"), offered(stores, "t"), offered(stores)) == (["a"], [], [])
    stores.drawer.stand("a", Standing(Rung.MAYBE))
    assert (stores.pages.lines("s"), offered(stores, "s")) == ([], [])


def test_other_words_to_bring_need_another_tick_and_other_tries_do_not(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", said("a", "x", Place.UNSAID)))
    line = Line("a", Section.ABOUT_US, agreed=True)
    stores.drawer.stand("a", Standing(Rung.BRING))
    stores.pages.put("s", [line])

    stores.drawer.stand("a", Standing(Rung.BRING, Rehearsal(lines="three")))
    assert stores.pages.lines("s") == [line]
    stores.drawer.stand("a", Standing(Rung.BRING, Rehearsal(lines="three"), Size.LINES))
    assert stores.pages.lines("s") == []


def test_getting_ready_needs_no_parking_but_must_be_of_this_interval(stores: OpenStores) -> None:
    for number in (1, 5, 9):
        answers = (said(f"a{number}", "x"), said(f"u{number}", "y", Place.UNSAID))
        stores.reflections.put(walk(f"r{number}", *answers, at=day(number), path_id=READY))
    stores.reflections.put(draft("d", said("b", "x"), at=day(9), path_id=READY))

    assert offered(stores) == ["a1", "a5", "a9"]
    assert offered(stores, since=day(5)) == ["a5", "a9"]
    assert offered(stores, since=day(5, microseconds=1)) == ["a9"]
    assert offered(stores, since=day(10)) == []


def test_nothing_is_offered_twice_or_in_another_journey(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", parked("a", "x"), path_id=READY))
    stores.pages.put("s", [Line("a", Section.TALK)])

    assert offered(stores, "s") == ["a"]
    assert stores.reflections.candidates("another", "s", READY, None) == []


def test_lines_come_back_in_the_person_s_order(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", *(parked(name, name) for name in "abc")))
    lines = [
        Line("c", Section.ABOUT_US, Mode.PLEASE_ASK, "shorter", agreed=True),
        Line("a", Section.TALK, Mode.JUST_KNOW),
        Line("b", Section.ONE_THING),
    ]

    stores.pages.put("s", lines)
    assert stores.pages.lines("s") == lines
    stores.pages.put("s", lines[::-1])
    assert stores.pages.lines("s") == lines[::-1]
    stores.pages.put("s", [])
    assert stores.pages.lines("s") == []


def test_a_line_made_of_no_answer_is_refused_and_the_page_stays(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", parked("a", "x")))
    stores.pages.put("s", [Line("a", Section.TALK)])

    with pytest.raises(StorageError):
        stores.pages.put("s", [Line("nowhere", Section.TALK)])

    assert stores.pages.lines("s") == [Line("a", Section.TALK)]


def test_what_was_ticked_for_no_session_is_given_to_the_next(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", *(parked(name, name) for name in "abc")))
    stores.pages.put("", [Line("a", Section.TALK), Line("b", Section.TALK)])
    stores.pages.put("s", [Line("c", Section.TALK), Line("a", Section.ONE_THING)])

    stores.pages.carry("s")
    stores.pages.carry("s")
    stores.pages.carry("")

    assert stores.pages.lines("s") == [
        Line("c", Section.TALK),
        Line("a", Section.ONE_THING),
        Line("b", Section.TALK),
    ]
    assert stores.pages.lines("") == []


def test_lines_are_carried_to_a_session_that_has_none_in_their_order(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", *(parked(name, name) for name in "abc")))
    lines = [Line(name, Section.TALK) for name in "cab"]
    stores.pages.put("", lines)

    stores.pages.carry("s")

    assert stores.pages.lines("s") == lines


def test_sessions_come_back_by_time_and_are_replaced_by_id(stores: OpenStores) -> None:
    first, second = appointment("z", 1, day(3)), appointment("a", 2, day(10))
    stores.sessions.put([second, first])
    assert stores.sessions.sessions(J) == [first, second]

    moved = appointment("z", 1, day(12), SessionState.HELD)
    stores.sessions.put([moved])

    assert stores.sessions.sessions(J) == [second, moved]
    assert stores.sessions.sessions("another") == []
    assert stores.sessions.journey() == JOURNEY


def test_sessions_are_kept_all_or_none(stores: OpenStores) -> None:
    from dataclasses import replace

    good = appointment("a", 1, day(3))

    with pytest.raises(StorageError):
        stores.sessions.put([good, replace(good, id="b", journey_id="nowhere")])

    assert stores.sessions.sessions(J) == []


def test_a_setting_is_empty_until_it_is_kept(stores: OpenStores) -> None:
    assert stores.settings.get("page.name") == ""

    stores.settings.put("page.name", "Maren")
    stores.settings.put("page.name", "M. 🪶")
    stores.settings.put("page.footer", "no")

    assert stores.settings.get("page.name") == "M. 🪶"
    assert stores.settings.get("page.footer") == "no"
