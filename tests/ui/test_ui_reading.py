"""Reading what was written, and the sessions: as a person does it, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, write
from support.time import FixedClock

from companion.domain.path import Place
from companion.ui.app import CompanionApp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.open_notebook import OpenNotebook


@pytest.fixture
def app(tmp_path: Path) -> Iterator[CompanionApp]:
    """The app with an open notebook of a few free lines."""
    clock = FixedClock()
    house = CheapBuilder(clock, str(tmp_path / "notebook")).house
    opened = house.notebook.set_up(PASSPHRASE)
    for words in ("The yellow door", "A léttuce from the garden", "What [/ I never [said]"):
        opened.reflecting.note(words, "A free line", Place.HERE)
        clock.advance(days=1)
    yield CompanionApp(house, opened)
    house.notebook.lock()


def notebook(app: CompanionApp) -> OpenNotebook:
    assert app._opened is not None
    return app._opened


async def at_journal(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await press(pilot, "j")


async def test_the_journal_lists_the_latest_first_and_shows_words_as_words(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_journal(pilot)
        shown = seen(pilot)
        assert shown.index("What [/ I never [said]") < shown.index("The yellow door")


async def test_search_finds_as_one_types_and_escape_leads_back(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_journal(pilot)
        await press(pilot, "slash")
        await write(pilot, "lett")
        await settled(pilot)
        assert "léttuce" in seen(pilot)
        assert "yellow" not in seen(pilot)
        await write(pilot, "xyz")
        await settled(pilot)
        assert "Nothing found" in seen(pilot)
        await press(pilot, "escape")
        assert "yellow" in seen(pilot)
        await press(pilot, "escape")
        if "What you wrote" in seen(pilot):
            await press(pilot, "escape")
        assert "One small thing" in seen(pilot)


async def test_letters_typed_into_the_search_start_nothing(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_journal(pilot)
        await press(pilot, "slash", *"jkgsrqdm")
        assert "jkgsrqdm" in seen(pilot)


async def test_an_entry_is_read_and_its_answer_moved(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_journal(pilot)
        await press(pilot, "end", "enter")
        assert "The yellow door" in seen(pilot)
        assert "stays here" in seen(pilot)
        await press(pilot, "m", "down", "enter")
        assert "parked for the session" in seen(pilot)
        assert [c.text for c in notebook(app).pages.desk().candidates] == ["The yellow door"]


async def test_what_is_let_go_is_gone_and_can_be_brought_back_at_once(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_journal(pilot)
        await press(pilot, "end", "enter", "m", "down", "down", "down", "enter")
        assert "z brings it back" in " ".join(seen(pilot).split())
        assert not notebook(app).journal.search("yellow")
        await press(pilot, "z")
        assert notebook(app).journal.search("yellow")


async def test_a_removed_entry_comes_back_with_enter_and_is_gone_with_escape(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_journal(pilot)
        await press(pilot, "end", "enter", "d", "enter")
        assert notebook(app).journal.search("yellow")
        await press(pilot, "d", "escape")
        assert not notebook(app).journal.search("yellow")
        assert "What you wrote" in seen(pilot)


async def test_a_session_is_added_and_a_date_that_is_none_is_told(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "s", "a")
        await write(pilot, "next week sometime")
        await press(pilot, "enter")
        assert "not a date and time" in " ".join(seen(pilot).split())
        await press(pilot, "ctrl+u")
        await write(pilot, "tomorrow 17:30")
        await settled(pilot)
        assert "Friday 6 March 2026, 17:30" in seen(pilot)
        await press(pilot, "enter")
        assert "planned" in seen(pilot)


async def test_a_session_is_settled_and_moved_by_a_key(app: CompanionApp) -> None:
    appointments = notebook(app).appointments
    appointments.add(app.house.clock.now().replace(hour=20))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "s", "m")
        await press(pilot, "end", "ctrl+u")
        await write(pilot, "2026-03-09 09:00")
        await press(pilot, "enter")
        assert "Monday 9 March 2026, 09:00" in seen(pilot)
        await press(pilot, "x")
        assert "did not take place" in seen(pilot)
        await press(pilot, "h")
        assert "took place" in seen(pilot)
    assert [one.number for one in appointments.all()] == [1]


async def test_an_empty_journal_says_so_kindly(tmp_path: Path) -> None:
    house = CheapBuilder(FixedClock(), str(tmp_path / "empty")).house
    app = CompanionApp(house, house.notebook.set_up(PASSPHRASE))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_journal(pilot)
        assert "Nothing here yet" in seen(pilot)
        await press(pilot, "escape")
        assert "One small thing" in seen(pilot)
