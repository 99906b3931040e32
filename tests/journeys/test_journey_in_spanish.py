"""One whole interval in Spanish, in the app and line by line: not a word of English on the way."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from support import screens
from support.real import PASSPHRASE, CheapBuilder, Shell, answers
from support.screens import seen, settled
from support.spoken import english_in
from support.time import FixedClock

from companion.ui.app import CompanionApp
from companion.ui.screens.confirm import AskScreen
from companion.ui.widgets.code_back import CodeBack

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
DAY_THREE = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
EVE = datetime(2026, 3, 8, 19, 0, tzinfo=UTC)

STAYED = "El silencio después de la risa"
UNSAID = "canario: rabia por el verano"
PARKED = "Qué hago con las fiestas"
ONE_THING = "El silencio de la última sesión"
ROOMS = "jsuptahowvbmfkg"
"""The keys of the rooms that stand open from home."""


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press some keys, and look at what comes of each."""
    for key in keys:
        await screens.press(pilot, key)
        spanish(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    await screens.write(pilot, text)
    await settled(pilot)


def spanish(pilot: Pilot[None]) -> None:
    """Everything on the screen is in Spanish; beside a dialog, words are cut."""
    shown = re.sub(r"(?m)^[^│]*│(.*)│[^│\n]*$", r"\1", seen(pilot))
    assert english_in(shown, "es") == set(), shown


async def click(pilot: Pilot[None], button: str) -> None:
    await pilot.click(button)
    await settled(pilot)
    spanish(pilot)


async def set_up(pilot: Pilot[None]) -> None:
    await settled(pilot)
    spanish(pilot)
    await press(pilot, "enter")
    await click(pilot, "#next")
    for _ in range(2):
        await write(pilot, PASSPHRASE)
        await screens.press(pilot, "enter")
    back = pilot.app.screen.query_one(CodeBack)
    assert "código de recuperación" in seen(pilot)
    for number in back._asked:
        await write(pilot, back._code.split("-")[number - 1])
        await screens.press(pilot, "enter")
    assert "Tu próxima sesión" in seen(pilot)
    await write(pilot, "2026-03-09 a las 17:30")
    assert "lunes 9 de marzo de 2026, 17:30" in seen(pilot)
    await press(pilot, "enter", "enter")  # to the number, which is left empty, and in


async def say(pilot: Pilot[None], text: str, *places: str) -> None:
    await write(pilot, text)
    await press(pilot, *places, "ctrl+n")


async def skip(pilot: Pilot[None], times: int = 1) -> None:
    await press(pilot, *["ctrl+n"] * times)


async def walk_echo(pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "6", "ctrl+n")
    await say(pilot, STAYED)
    await skip(pilot)
    await say(pilot, UNSAID)
    await skip(pilot, 3)
    await press(pilot, "7", "ctrl+n", "8", "ctrl+n", "6", "ctrl+n")
    assert "¿Cómo te gustaría cerrar?" in seen(pilot)
    await skip(pilot)


LONGEST = (3, 7, 9)
"""Where feelings, a bump with its doors, and an ending stand in the list."""


async def walk_the_longest(pilot: Pilot[None]) -> None:
    """Leave every question of some reflections, and look at each."""
    for down in LONGEST:
        await press(pilot, "r", *["down"] * down, "enter")
        while isinstance(pilot.app.screen, AskScreen):
            await click(pilot, "#go-on")
        for _ in range(22):
            if "Una cosa pequeña" in seen(pilot):
                break
            await press(pilot, "ctrl+n" if "^n" in seen(pilot) else "escape")
        assert "Una cosa pequeña" in seen(pilot)


async def look_into_every_room(pilot: Pilot[None]) -> None:
    for key in (*ROOMS, "comma"):
        await press(pilot, key, "question_mark", "escape", "escape")
        assert "Una cosa pequeña" in seen(pilot), key
    await press(pilot, "ctrl+g", "escape", "ctrl+p", "escape")


async def make_page(pilot: Pilot[None], file: Path) -> None:
    await press(pilot, "p", "space", "p")
    assert "Tal como se imprimirá" in seen(pilot)
    await press(pilot, "s")
    await click(pilot, "#text")
    await pilot.click("#file")
    await screens.press(pilot, "end", "ctrl+u")
    await write(pilot, str(file))
    await screens.press(pilot, "enter")
    await settled(pilot)


async def test_a_whole_interval_in_the_app_is_in_spanish(tmp_path: Path) -> None:
    clock = FixedClock(EVENING)
    app = CompanionApp(CheapBuilder(clock, str(tmp_path / "cuaderno"), "es").house)
    async with app.run_test(size=(80, 24)) as pilot:
        await set_up(pilot)
        await press(pilot, "s", "a")
        await write(pilot, "2026-03-02 17:30")
        await press(pilot, "enter", "escape")
        assert "¿Qué se te quedó?" in seen(pilot)
        await walk_echo(pilot)
        clock.show(DAY_THREE)
        await press(pilot, "s", "escape")
        assert "¿Qué sigue ahí?" in seen(pilot)
        await look_into_every_room(pilot)
        await press(pilot, "r", "down", "enter", "6", "ctrl+n")
        await say(pilot, PARKED, "f2")
        await press(pilot, "escape")
        clock.show(EVE)
        await press(pilot, "n")
        await say(pilot, ONE_THING, "f2")
        file = tmp_path / "hoja.txt"
        await make_page(pilot, file)
        page = file.read_text(encoding="utf-8")
        assert page.startswith("Para el lunes 9 de marzo de 2026.")
        assert ONE_THING in page
        assert "canario" not in page
        assert english_in(page, "es") == set()


async def test_every_kind_of_question_is_in_spanish(tmp_path: Path) -> None:
    clock = FixedClock(EVENING)
    house = CheapBuilder(clock, str(tmp_path / "cuaderno"), "es").house
    opened = house.notebook.set_up(PASSPHRASE)
    async with CompanionApp(house, opened).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await walk_the_longest(pilot)


MORE = 15
"""What stands under "Más" in plain mode's menu, one below the other."""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path, FixedClock(EVENING))


def run(shell: Shell, *argv: str, said: str = "", key: bool = True) -> str:
    """Run a command in Spanish, and read what it says."""
    out = shell(*argv, "--lang", "es", said=said, key=key)
    # A folder's name may end one line and begin the next.
    name = r"\s*".join(str(shell.notebook))
    heard = re.sub(name, "", out + shell.errors)
    assert english_in(heard, "es") == set(), heard
    return out


def test_a_whole_interval_line_by_line_is_in_spanish(shell: Shell, tmp_path: Path) -> None:
    typed = answers(PASSPHRASE, PASSPHRASE, "no", "0")
    made = run(shell, "--plain", said=typed, key=False)
    assert "Tu cuaderno está listo" in made
    run(shell, "session", "add", "2026-03-02 17:30", "--number", "9")
    run(shell, "session", "add", "2026-03-09 17:30")
    echo = answers(
        "/ayuda", "6", STAYED, "/atras", STAYED, "", "a", "", UNSAID, "", "", *[""] * 12
    )  # fmt: skip
    out = run(shell, "reflect", "echo", said=echo)
    assert "Pregunta 2 de" in out
    shell.clock.show(DAY_THREE)
    run(shell, "reflect", "trust", said=answers("6", PARKED, "", "s", *[""] * 30))
    shell.clock.show(EVE)
    run(shell, "reflect", "getting-ready", said=answers("6", ONE_THING, "", *[""] * 30))
    listed = run(shell, "page", "compose", said=answers("1", "1", "", ""))
    assert PARKED in listed
    assert "En la hoja" in listed
    page = run(shell, "page")
    assert page.startswith("Para el lunes 9 de marzo de 2026.")
    assert "canario" not in page
    file = tmp_path / "hoja.pdf"
    run(shell, "page", "-o", str(file))
    assert "no va cifrado" in shell.errors
    assert file.read_bytes().startswith(b"%PDF")


def test_every_part_of_plain_modes_menu_is_in_spanish(shell: Shell) -> None:
    shell("init")
    shell("session", "add", "2026-03-02 17:30")
    run(shell, "note", said=answers("Una línea", ""))
    for part in range(1, 9):
        if part != 8:
            run(shell, "--plain", said=answers(str(part), *[""] * 40))
    for part in range(1, MORE + 1):
        run(shell, "--plain", said=answers("8", str(part), *[""] * 40))


@pytest.mark.parametrize(
    "line",
    ["list", "search silencio", "moved", "unsaid", "task list", "agreement", "journey list",
     "journey map", "exported", "book", "audit", "verify", "config check", "guide", "help-now",
     "help-now --country ES", "paths", "session list", "show x", "tag x y", "restore"],
)  # fmt: skip
def test_what_a_command_says_is_in_spanish(shell: Shell, line: str) -> None:
    shell("init")
    run(shell, *line.split())
