"""The head and the foot of the page, line by line."""

from __future__ import annotations

from page_lines import waiting
from plain_room import Room, says

from companion.plain.page_head import ask_head


def asked(at: Room, *said: str) -> str:
    out = at(lambda face, opened: ask_head(face, opened.pages), said=said)
    assert not at.ended
    return out


def page(at: Room) -> str:
    return at.opened.pages.render(at.opened.pages.desk().page)


def test_a_name_is_printed_once_it_is_said_and_taken_away_again() -> None:
    at = waiting()
    assert says("plain_page.head.no_name") in asked(at, "N. B.", "")
    assert page(at).startswith("From N. B., for ")
    assert says("plain_page.head.now", name="N. B.") in asked(at, "", "")
    assert page(at).startswith("From N. B., for ")
    asked(at, "/clear", "")
    assert page(at).startswith("For ")


def test_the_question_at_the_foot_is_printed_unless_one_says_no() -> None:
    at = waiting()
    asked(at, "", "")
    assert "How will you keep this page?" in page(at)
    assert says("plain_page.head.foot_off") in asked(at, "", "no")
    assert "How will you keep this page?" not in page(at)
    assert says("plain_page.head.foot_on") in asked(at, "", "yes")
    assert "How will you keep this page?" in page(at)


def test_each_answer_is_kept_although_the_lines_end() -> None:
    at = waiting()
    at(lambda face, opened: ask_head(face, opened.pages), said=("Noor",))
    assert at.ended
    assert at.opened.pages.name == "Noor"
