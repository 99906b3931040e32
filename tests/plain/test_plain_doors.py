"""A bump in the road is reached through three doors, and none of them is a trap."""

from __future__ import annotations

from plain_room import Room, real_room, says

from companion.domain.ladder import Became
from companion.domain.path_ids import BUMP, FIT, RECORD
from companion.plain.doors import through_the_doors
from companion.plain.walking import set_out

CAME = "We laughed about it in the end"


def got_through(at: Room, *words: str) -> None:
    """Bumps that the two got through, the earliest first."""
    for one in words:
        at.finish(BUMP, {"want-known": one})
        at.world.clock.advance(days=7)
        item = at.opened.drawer.items()[0]
        assert item.text == one
        at.opened.drawer.happened(item.answer_id, Became.THROUGH, CAME)


def behind(at: Room, *said: str) -> str | None:
    """The path someone comes to by these lines."""
    found: list[str | None] = []
    at(lambda face, opened: found.append(through_the_doors(face, opened)), said=said)
    assert not at.ended
    return found[0]


def test_each_door_leads_to_its_path() -> None:
    at = real_room()
    assert behind(at, "1") == BUMP
    assert behind(at, "2") == FIT
    assert behind(at, "3", "yes") == RECORD


def test_one_can_turn_round_at_the_doors() -> None:
    assert behind(real_room(), "") is None


def test_behind_the_third_door_nothing_is_asked_and_one_can_turn_round() -> None:
    at = real_room()
    assert behind(at, "3", "", "") is None
    for part in ("first", "who", "record", "danger"):
        assert says(f"outside.{part}") in at.out
    assert says("help.elsewhere") in at.out
    assert at.out.count(says("doors.bump.label")) >= 2
    assert not at.memory.reflections


def test_what_was_got_through_comes_up_before_the_next_bump_alone() -> None:
    at = real_room()
    got_through(at, "The summer", "The bill", "The joke")
    behind(at, "1")
    assert says("doors.repairs.title") in at.out
    assert "The joke" in at.out
    assert "The bill" in at.out
    assert "The summer" not in at.out
    assert says("doors.repairs.more") in at.out
    assert CAME in at.out
    behind(at, "2")
    assert "The joke" not in at.out


def test_nothing_got_through_is_not_spoken_of() -> None:
    at = real_room()
    at.finish(BUMP, {"want-known": "Still open"})
    behind(at, "1")
    assert says("doors.repairs.title") not in at.out
    assert "Still open" not in at.out


def test_a_record_is_kept_and_never_comes_to_a_page() -> None:
    at = real_room()
    at(set_out, BUMP, None, said=("3", "yes", "What was said", "", "u", "", ""))
    assert not at.ended
    kept = at.kept()
    assert kept.path_id == RECORD
    assert at.answer("happened").value == "What was said"
    assert says("plain.finished") in at.out
    assert at.opened.pages.desk().candidates == ()
