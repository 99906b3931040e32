"""The language of the app: offered by its own name before anything is made, and in settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, until, write
from support.time import FixedClock
from textual.widgets import Button

from companion.catalog.language import Language
from companion.ui.app import CompanionApp
from companion.ui.palette import Palette
from companion.ui.screens.unlock import DoorScreen
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.widgets.languages import Languages

if TYPE_CHECKING:
    from companion.services.house import House

SIZES = pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (200, 50)], ids=str)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house without a notebook, in the system's language."""
    return CheapBuilder(FixedClock(), str(tmp_path / "notebook")).house


@SIZES
async def test_the_first_screen_offers_each_language_by_its_own_name(
    house: House, size: tuple[int, int]
) -> None:
    async with CompanionApp(house).run_test(size=size) as pilot:
        await settled(pilot)
        shown = seen(pilot)
        assert "● English" in shown
        assert "○ Deutsch" in shown
        assert "○ Español" in shown
        assert "Next" in shown


@SIZES
async def test_a_press_speaks_it_at_once_and_keeps_it(house: House, size: tuple[int, int]) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.click("#speak-es")
        await until(pilot, lambda: "Qué es esto" in seen(pilot))
        await until(pilot, lambda: app.house.preferences.current.language == "es")
        assert isinstance(app.screen, WelcomeScreen)
        assert "● Español" in seen(pilot)
        await until(pilot, lambda: "ayuda ahora" in seen(pilot))
        await press(pilot, "enter")
        assert "Colores" in seen(pilot)
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "companion" / "settings.toml"
    assert 'language = "es"' in file.read_text(encoding="utf-8")


async def test_it_can_be_chosen_with_keys_and_taken_back(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "shift+tab", "enter")
        await until(pilot, lambda: "Qué es esto" in seen(pilot))
        await press(pilot, "shift+tab", "shift+tab", "enter")
        await until(pilot, lambda: "What this is" in seen(pilot))
        assert app.house.words.code == "en"


async def test_the_notebook_is_made_and_opened_in_that_language(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.click("#speak-es")
        await until(pilot, lambda: "Qué es esto" in seen(pilot))
        await press(pilot, "enter")
        app.screen.query_one("#next", Button).press()
        await settled(pilot)
        for _ in range(2):
            await write(pilot, PASSPHRASE)
            await press(pilot, "enter")
        app.screen.query_one("#later", Button).press()
        await until(pilot, lambda: "Tu próxima sesión" in seen(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "Una cosa pequeña" in seen(pilot))
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, DoorScreen))
        assert "Tu frase secreta abre el cuaderno" in seen(pilot)


def test_the_guide_and_what_it_prints_are_in_the_language_that_is_spoken(house: House) -> None:
    assert house.speak is not None
    for code, title in (("es", "# Cuando duele"), ("en", "# When it hurts")):
        spoken = house.speak(code)
        leaflets = spoken.leaflets()
        assert leaflets is not None
        assert spoken.guide.page("when-it-hurts").startswith(title)
        assert leaflets._guide.page("when-it-hurts").startswith(title)


async def test_a_language_set_inside_holds_from_the_next_unlocking_on(house: House) -> None:
    opened = house.notebook.set_up(PASSPHRASE)
    app = CompanionApp(house, opened)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "comma", "g")
        assert "It holds from the next unlocking on" in seen(pilot)
        await press(pilot, "g", "g")
        assert "Español" in seen(pilot)
        assert "Settings" in seen(pilot)
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: "Tu frase secreta" in seen(pilot))
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await until(pilot, lambda: "Una cosa pequeña" in seen(pilot))


async def test_where_there_is_one_language_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = CheapBuilder(FixedClock(), str(tmp_path / "notebook"))
    monkeypatch.setattr(builder, "languages", lambda: ["en"])
    async with CompanionApp(builder.house).run_test() as pilot:
        await settled(pilot)
        assert not pilot.app.screen.query_one(Languages).display
        assert "English" not in seen(pilot)


@pytest.mark.parametrize("code", ["de", "en", "es"])
async def test_the_palette_asks_and_answers_in_the_language(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Palette, "_NO_MATCHES_COUNTDOWN", 0.01)
    say = Language(code).say
    house = CheapBuilder(FixedClock(), str(tmp_path / "notebook"), code).house
    async with CompanionApp(house, house.notebook.set_up(PASSPHRASE)).run_test() as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: say("palette.placeholder") in seen(pilot))
        await pilot.press(*"zzz")
        await until(pilot, lambda: say("palette.none") in seen(pilot))
        assert "No matches" not in seen(pilot)
