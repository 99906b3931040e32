"""One whole interval in the app: from a session that took place to the next one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, write
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
AFTER = datetime(2026, 3, 9, 19, 0, tzinfo=UTC)

STAYED = "The silence after I laughed"
UNSAID = "canary unsaid angry about the summer"
LINE = "Ask about the silence"
PARKED = "Why I joke about the holidays"
HIDDEN = "canary here the money from my uncle"
ROAD = "canary hope a call a week"
FELT = "canary feeling a stone in a shoe"
ONE_THING = "The silence in the last session"
LEFT_OUT = "canary left out that I nearly cancelled"
ASK = "Was the silence meant"


async def set_up(pilot: Pilot[None]) -> None:
    """The first run: what this is, colours, passphrase, recovery code, the next session."""
    await settled(pilot)
    assert "does not assess, diagnose, treat or monitor" in " ".join(seen(pilot).split())
    await press(pilot, "enter")
    assert "Colours" in seen(pilot)
    await pilot.click("#next")
    await settled(pilot)
    await write(pilot, PASSPHRASE)
    await press(pilot, "enter")
    await write(pilot, PASSPHRASE)
    await press(pilot, "enter")
    back = pilot.app.screen.query_one(CodeBack)
    for number in back._asked:
        await write(pilot, back._code.split("-")[number - 1])
        await press(pilot, "enter")
    assert "Your next session" in seen(pilot)
    await write(pilot, "2026-03-09 17:30")
    await press(pilot, "enter", "enter")  # to the number, which is left empty, and in
    assert "One small thing" in seen(pilot)


async def add_past_session(pilot: Pilot[None]) -> None:
    await press(pilot, "s", "a")
    await write(pilot, "2026-03-02 17:30")
    await press(pilot, "enter")
    assert "took place" in seen(pilot)
    await press(pilot, "escape")


async def say(pilot: Pilot[None], text: str, *places: str) -> None:
    """Answer a text step, choose its place, go on."""
    await write(pilot, text)
    await press(pilot, *places, "ctrl+n")


async def skip(pilot: Pilot[None], times: int = 1) -> None:
    await press(pilot, *["ctrl+n"] * times)


async def walk_echo(pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "6", "ctrl+n")
    await say(pilot, STAYED)
    await skip(pilot)
    await say(pilot, UNSAID)
    await skip(pilot, 2)
    await say(pilot, LINE)
    await press(pilot, "7", "ctrl+n", "8", "ctrl+n", "6", "ctrl+n")
    assert "How would you like to put this down?" in seen(pilot)
    await skip(pilot)
    assert "One small thing" in seen(pilot)


async def walk_recall(pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "6", "ctrl+n")
    assert STAYED not in seen(pilot)
    await say(pilot, "A long silence")
    looked = seen(pilot)
    assert STAYED in looked
    assert LINE in looked
    assert "canary" not in looked
    await skip(pilot)
    await say(pilot, "It feels smaller")
    await skip(pilot)
    await press(pilot, "6", "ctrl+n", "ctrl+n")


async def walk_trust(pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "6", "ctrl+n")
    await say(pilot, PARKED, "f2")
    await say(pilot, HIDDEN)
    await skip(pilot, 7)
    await skip(pilot, 2)


async def begin(pilot: Pilot[None], title: str) -> None:
    """Choose a reflection by its title, with the arrow keys."""
    await press(pilot, "r")
    for _ in range(8):
        await press(pilot, "enter")
        if isinstance(pilot.app.screen, AskScreen):  # the third deep one of the day
            assert "It may be enough" in seen(pilot)
            await pilot.click("#go-on")
            await settled(pilot)
        if title in seen(pilot).splitlines()[1]:
            return
        await press(pilot, "escape", "r")
        await press(pilot, *["down"] * (_ + 1))
    raise AssertionError(title)


async def walk_hope(pilot: Pilot[None]) -> None:
    await begin(pilot, "A way forward")
    await press(pilot, "6", "ctrl+n", "4", "ctrl+n", "3", "ctrl+n")
    await skip(pilot)
    await say(pilot, ROAD)
    await skip(pilot, 6)


async def walk_feelings(pilot: Pilot[None]) -> None:
    await begin(pilot, "What moves in me")
    await press(pilot, "6", "ctrl+n")
    await press(pilot, "left", "up", "ctrl+n")
    await press(pilot, "space", "ctrl+n")
    await press(pilot, "7", "ctrl+n")
    await skip(pilot)
    await say(pilot, FELT)
    await skip(pilot, 7)


async def walk_getting_ready(pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "6", "ctrl+n")
    await say(pilot, ONE_THING)
    await skip(pilot, 5)
    await say(pilot, LEFT_OUT)
    await say(pilot, ASK)
    await skip(pilot, 3)
    assert "That was the last question" in seen(pilot)
    await press(pilot, "enter")
    assert "One small thing" in seen(pilot)


async def make_page(pilot: Pilot[None], file: Path) -> None:
    await press(pilot, "enter")
    assert "Nothing is on the page unless you tick it" in seen(pilot)
    await press(pilot, "space", "p")
    assert ONE_THING in seen(pilot)
    assert PARKED not in seen(pilot)
    await press(pilot, "escape", "down", "space", "p", "s")
    shown = seen(pilot)
    assert "not encrypted" in " ".join(shown.split())
    await pilot.click("#text")
    await pilot.click("#file")
    await press(pilot, "end", "ctrl+u")
    await write(pilot, str(file))
    await press(pilot, "enter")
    await settled(pilot)


def canaries_on_disk(home: Path) -> list[Path]:
    """Every file that holds an un-ticked answer in clear."""
    return [file for file in home.rglob("*") if file.is_file() and b"canary" in file.read_bytes()]


async def test_a_whole_interval_ends_in_one_page_and_leaks_nothing(tmp_path: Path) -> None:
    clock = FixedClock(EVENING)
    app = CompanionApp(CheapBuilder(clock, str(tmp_path / "notebook")).house)
    async with app.run_test(size=(80, 24)) as pilot:
        await set_up(pilot)
        await add_past_session(pilot)
        assert "What stayed with you?" in seen(pilot)
        await walk_echo(pilot)

        clock.show(DAY_THREE)
        await press(pilot, "s", "escape")
        assert "What is still there?" in seen(pilot)
        await walk_recall(pilot)
        assert "Speaking freely" in seen(pilot)
        await walk_trust(pilot)
        await walk_hope(pilot)
        await walk_feelings(pilot)
        assert "Nothing is open now." in seen(pilot)

        clock.show(EVE)
        await press(pilot, "s", "escape")
        assert "Before I go in" in seen(pilot)
        await walk_getting_ready(pilot)
        assert "What would you like to bring?" in seen(pilot)
        page = tmp_path / "page.txt"
        await make_page(pilot, page)
        text = page.read_text(encoding="utf-8")
        assert ONE_THING in text
        assert PARKED in text
        assert "canary" not in text
        assert STAYED not in text
        assert ASK not in text

        await press(pilot, "escape", "escape", "escape")
        clock.show(AFTER)
        await press(pilot, "s", "escape")
        assert "was planned for" in seen(pilot)
        await press(pilot, "enter")
        assert "What stayed with you?" in seen(pilot)
    assert canaries_on_disk(tmp_path) == []
