"""Everything around the page can be reached from plain mode's menu, and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_lines import QUIET, SISTER, rated, told, usual, waiting
from plain_room import Room, says

from companion.export.outbox import Outbox
from companion.plain.menu import CHOICES as MENU
from companion.plain.menu import menu
from companion.plain.page_menu import CHOICES, at_the_page

if TYPE_CHECKING:
    from pathlib import Path

DONE = ""
LEAVE = ""


def choice(name: str) -> str:
    return str(CHOICES.index(name) + 1)


def used(at: Room, *said: str) -> str:
    """Choose no line, do these things, leave the page."""
    out = at(at_the_page, said=(DONE, *said, LEAVE))
    assert not at.ended
    return out


def test_the_page_is_in_the_menu_with_all_that_belongs_to_it() -> None:
    at = usual()
    out = at(menu, said=(str(MENU.index("page") + 1), DONE, LEAVE, str(MENU.index("leave") + 1)))
    assert not at.ended
    for one in CHOICES:
        assert says(f"plain_page.next.{one}") in out


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_can_be_left_again(name: str) -> None:
    at = usual()
    rated(at, 1)
    at(at_the_page, said=(DONE, choice(name), "", "", "", ""))
    assert says("plain_page.next.which") in at.out


def test_a_page_is_chosen_seen_and_saved(tmp_path: Path) -> None:
    at = usual()
    at.world.outbox = Outbox()  # type: ignore[assignment]  # fits the port
    at.opened = at.world.opened()
    out = used(
        at,
        *(choice("lines"), "1", "", DONE),
        *(choice("head"), "Noor", ""),
        *(choice("see"),),
        *(choice("save"), "3", str(tmp_path)),
        *(choice("exported"), ""),
        *(choice("head"), "/clear", ""),
    )
    assert "From Noor, for Wednesday 4 March 2026" in out
    saved = (tmp_path / "page.txt").read_text(encoding="utf-8")
    assert SISTER in saved
    assert "From Noor" in saved
    assert told(out, f"1. {tmp_path / 'page.txt'}: a page")


def test_a_second_sheet_is_printed_with_the_page_it_was_chosen_for() -> None:
    at = usual()
    out = used(at, choice("second"), "1", DONE, choice("see"))
    assert says("print.second.quotes") in out
    assert at.opened.pages.handover().page.second is None


def test_the_page_for_a_new_therapist_is_a_page_of_its_own() -> None:
    at = usual()
    out = used(at, choice("handover"), "1", "", DONE, LEAVE)
    assert says("plain_page.next.for_handover") in out
    after = out[out.index(says("plain_page.next.for_handover")) :]
    assert QUIET not in after
    assert at.opened.pages.handover().lines
    assert at.opened.pages.desk().lines == ()
    # From there one comes back to the page, and not to another for a new therapist.
    assert after.count(says("plain_page.next.handover")) == 1


def test_what_could_not_be_done_is_told_and_the_page_stays() -> None:
    at = usual()
    at.memory.writable = False
    out = used(at, choice("head"), "Noor")
    assert says("error.storage") in out
    assert out.endswith(says("plain_page.next.which"))


def test_without_anything_to_choose_from_the_rest_is_there_all_the_same() -> None:
    at = waiting()
    at(at_the_page, said=(choice("see"), LEAVE))
    assert says("plain.page.nothing") in at.out
    assert "Nothing on the page this time" in at.out
