"""The agreement as a sheet for both, from the app: a PDF first, with room for names if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting_room import SIZES, Room, settings
from support.screens import settled, until
from support.world import World
from textual.widgets import Button

from companion.catalog.shelf import Bookshelf
from companion.ui.screens.save_agreement import SaveAgreementScreen
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from pathlib import Path


def agreed() -> World:
    """A notebook with an agreement of one line."""
    world = World(shelf=Bookshelf())
    opened = world.opened()
    walk = opened.agreed.new_version()
    opened.reflecting.finish(walk.answered("Sleeping", opened.reflecting.new_answer_id))
    return world


async def save(room: Room, file: Path, *pressed: str, password: str = "") -> str:
    screen = room.screen
    assert isinstance(screen, SaveAgreementScreen)
    screen.query_one("#file", LineInput).value = str(file)
    screen.query_one("#password", PassphraseInput).value = password
    for one in (*pressed, "save"):
        screen.query_one(f"#{one}", Button).press()
        await settled(room.pilot)
    await until(room.pilot, lambda: "The sheet is saved" in room.words())
    return room.world.outbox.files[file]


async def test_a_pdf_is_offered_first_and_has_no_names_unless_one_says_so(tmp_path: Path) -> None:
    async with settings("a", "s", world=agreed()) as room:
        said = await save(room, tmp_path / "sheet.pdf", "large")
        assert said.startswith("a4-large\n")
        assert "What do you two work on? Sleeping" in said
        assert not said.endswith("names")
        assert "It is not encrypted." in room.words()


async def test_names_paper_and_a_password_are_taken(tmp_path: Path) -> None:
    async with settings("a", "s", world=agreed()) as room:
        said = await save(room, tmp_path / "sheet.pdf", "names", "paper", password="sesame")
        assert said.startswith("sesameletter\n")
        assert said.endswith("names")
        assert "It opens with its password alone" in room.words()


async def test_the_end_of_the_name_makes_it_a_text(tmp_path: Path) -> None:
    async with settings("a", "s", world=agreed()) as room:
        assert (await save(room, tmp_path / "sheet.md")).startswith("md\n")


@pytest.mark.parametrize("size", SIZES)
async def test_everything_of_the_dialogue_can_be_reached(size: tuple[int, int]) -> None:
    async with settings("a", "s", world=agreed(), size=size) as room:
        for _ in range(12):
            await room.press("tab")
            here = room.screen.focused
            assert here is not None
            assert here.region.area
        room.screen.query_one("#save", Button).focus()
        await settled(room.pilot)
        assert "Save" in room.text()
