"""Two versions laid side by side, line by line."""

from __future__ import annotations

from plain_room import Room, real_room, room, says

from companion.domain.path import Form, StepKind
from companion.plain.side_by_side import is_version, show_beside

FIRST, SECOND = "We look at the stairs.", "We look at who built the stairs."


def version(at: Room, words: str, *, steady: int | None = None) -> str:
    """A map of what someone is working on, a day after the one before."""
    at.world.clock.advance(days=1)
    walk = at.opened.reflecting.begin("sense", Form.ONE)
    if steady is not None:
        walk = walk.answered(steady, at.opened.reflecting.new_answer_id)
    while walk.step.kind is not StepKind.TEXT:
        walk = walk.forward()
    walk = walk.answered(words, at.opened.reflecting.new_answer_id)
    kept = at.opened.reflecting.finish(walk)
    assert kept is not None
    return kept.id


def beside(at: Room, entry_id: str, *said: str) -> str:
    return at(show_beside, at.opened.journal.entry(entry_id), said=said)


def test_what_was_said_twice_is_said_with_its_days_the_earlier_first() -> None:
    at = real_room()
    version(at, FIRST)
    out = beside(at, version(at, SECOND))
    assert out.index(FIRST) < out.index(SECOND)
    assert f"Tuesday 3 March 2026: {FIRST}" in out
    assert f"Wednesday 4 March 2026: {SECOND}" in out


def test_of_several_earlier_ones_one_is_chosen() -> None:
    at = real_room()
    version(at, "The very first.")
    version(at, FIRST)
    out = beside(at, version(at, SECOND), "2")
    assert "The very first." in out
    assert FIRST not in out


def test_an_empty_line_goes_back() -> None:
    at = real_room()
    version(at, "The very first.")
    version(at, FIRST)
    assert FIRST not in beside(at, version(at, SECOND), "")


def test_the_first_version_stands_alone() -> None:
    at = real_room()
    assert says("side.none") in beside(at, version(at, FIRST))


def test_how_steady_someone_was_is_compared_with_nothing() -> None:
    at = real_room()
    version(at, FIRST, steady=4)
    assert "steady" not in beside(at, version(at, SECOND, steady=8))


def test_only_what_is_kept_in_versions_is_offered() -> None:
    at = real_room()
    assert is_version(at.opened, at.opened.journal.entry(version(at, FIRST)))
    line = at.opened.reflecting.note("A line.", "A free line")
    assert not is_version(at.opened, line)
    assert not is_version(room().opened, line)
