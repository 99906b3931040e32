"""Saying what home may offer, and pausing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from walk_room import WORDS, Room, open_notebook

from companion.domain.rhythm import REFUSABLE, OpenKind
from companion.ui.screens.rhythm import RhythmScreen
from companion.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from textual.screen import Screen


async def at_rhythm(room: Room) -> None:
    await room.show(cast("Screen[object]", RhythmScreen(room.context)))


async def test_everything_is_offered_until_someone_says_otherwise() -> None:
    async with open_notebook() as room:
        await at_rhythm(room)
        assert room.screen.query_one(Choice).chosen == tuple(REFUSABLE)
        assert WORDS.say("rhythm.not_paused") in room.text().replace("\n", " ")


async def test_what_is_unticked_is_never_offered_and_what_is_ticked_again_is() -> None:
    async with open_notebook() as room:
        await at_rhythm(room)
        await room.press("space")
        assert room.opened.rhythm.choices.never == {OpenKind.ECHO}
        await room.press("space")
        assert room.opened.rhythm.choices.never == frozenset()


async def test_what_was_refused_before_is_shown_so() -> None:
    async with open_notebook() as room:
        room.opened.rhythm.never(OpenKind.REFLECT)
        await at_rhythm(room)
        assert OpenKind.REFLECT not in room.screen.query_one(Choice).chosen
        # Looking writes nothing.
        assert room.opened.rhythm.choices.never == {OpenKind.REFLECT}


@pytest.mark.parametrize(
    ("button", "until"),
    [("week", date(2026, 3, 9)), ("month", date(2026, 4, 1)), ("open-end", None)],
)
async def test_a_pause_lasts_as_long_as_was_said(button: str, until: date | None) -> None:
    async with open_notebook() as room:
        await at_rhythm(room)
        await room.click(f"#{button}")
        choices = room.opened.rhythm.choices
        assert choices.paused
        assert choices.paused_until == until
        assert not room.screen.query_one("#week").display
        await room.click("#resume")
        assert not room.opened.rhythm.choices.paused
        assert room.screen.query_one("#week").display


async def test_a_full_disk_is_told_and_nothing_changes() -> None:
    async with open_notebook() as room:
        await at_rhythm(room)
        room.memory.writable = False
        await room.press("space")
        assert room.told[-1] == WORDS.say("error.storage")
        assert room.screen.query_one(Choice).chosen == tuple(REFUSABLE)


async def test_it_is_one_key_from_home() -> None:
    async with open_notebook() as room:
        await room.press("o")
        assert isinstance(room.screen, RhythmScreen)
