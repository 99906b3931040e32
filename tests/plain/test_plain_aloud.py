"""The page read aloud in plain mode: one line at a time, and nothing that is not printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plain_room import Room, room, says

from companion.domain.aloud import AloudLine
from companion.plain.aloud import read_aloud
from companion.plain.page_menu import CHOICES, at_the_page

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

LINES = (
    AloudLine("For Thursday. I chose these lines myself."),
    AloudLine("the door", "I'd like to talk about"),
    AloudLine("the sea", "I'd like to talk about", "just so you know"),
    AloudLine("How will you keep this page?"),
)


def read(face: Face, opened: OpenNotebook) -> None:
    del opened
    read_aloud(face, LINES)


def after_how(out: str) -> str:
    """What was said after the keys were told, without the prompts."""
    return " ".join(
        out.removeprefix(says("plain.aloud.how")).replace(says("plain.prompt"), "").split()
    )


def test_enter_goes_from_line_to_line_and_each_is_said_with_what_belongs_to_it() -> None:
    out = room()(read, said=("", "", "", ""))
    assert after_how(out) == (
        "For Thursday. I chose these lines myself. I'd like to talk about the door the sea "
        f"just so you know How will you keep this page? {says('plain.aloud.over')}"
    )


def test_nothing_beyond_the_first_line_is_said_before_enter() -> None:
    here = room()
    out = here(read, said=())
    assert here.ended
    assert "the door" not in out
    assert LINES[0].text in out


def test_b_goes_back_one_line_with_its_heading_and_not_before_the_first() -> None:
    out = after_how(room()(read, said=("b", "", "", "B", "x")))
    assert out.count(LINES[0].text) == 2
    assert out.count("I'd like to talk about the door") == 2
    assert out.count("the sea") == 1


def test_x_ends_it_at_once() -> None:
    out = room()(read, said=("", "x", "never read"))
    assert "the sea" not in out
    assert says("plain.aloud.over") not in out


def parked(text: str) -> Room:
    from companion.domain.path import Place

    here = room()
    here.opened.reflecting.note(text, "A line", Place.PARKED)
    return here


def test_the_very_page_that_was_composed_is_read() -> None:
    here = parked("the yellow door")
    aloud = str(CHOICES.index("aloud") + 1)
    out = here(at_the_page, said=("1", "", "", aloud, "", "", "", ""))
    assert not here.ended
    assert says("plain.aloud.over") in out
    assert out.split(says("plain.aloud.how"))[1].count("the yellow door") == 1
