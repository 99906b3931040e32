"""Another name for a therapy: kept however one leaves, and no dead end on a full disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from walk_room import open_notebook

from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.journey_name import RenameJourneyScreen
from companion.ui.screens.journeys import JourneysScreen

if TYPE_CHECKING:
    from walk_room import Room


async def renaming(room: Room) -> None:
    await room.press("v", "n")
    assert isinstance(room.screen, RenameJourneyScreen)


async def test_another_name_is_kept_however_one_leaves() -> None:
    async with open_notebook() as room:
        await renaming(room)
        await room.press(*" at six", "escape")
        assert isinstance(room.screen, JourneysScreen)
        assert room.memory.journeys[0].name.endswith(" at six")


async def test_a_name_that_can_not_be_kept_stays_until_someone_would_rather_leave() -> None:
    async with open_notebook() as room:
        before = room.memory.journeys[0].name
        await renaming(room)
        await room.press(*" at six")
        room.memory.writable = False
        await room.press("escape")
        assert isinstance(room.screen, RenameJourneyScreen)
        assert "and try again." in room.text()
        await room.press("escape")
        assert isinstance(room.screen, AskScreen)
        await room.click("#leave")
        assert isinstance(room.screen, JourneysScreen)
        assert room.memory.journeys[0].name == before
