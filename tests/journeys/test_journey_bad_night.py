"""A bad night, steadiness one: nothing is asked that need not be, and help is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from person import Person
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, write
from support.time import FixedClock

from companion.domain.path import Form
from companion.ui.app import CompanionApp
from companion.ui.screens.help_now import HelpNowScreen

if TYPE_CHECKING:
    from pathlib import Path

NIGHT = datetime(2026, 1, 9, 2, 40, tzinfo=UTC)
WORDS = "canary I can't"


def canaries_in(home: Path) -> list[Path]:
    """Every file that holds the words in clear."""
    return [one for one in home.rglob("*") if one.is_file() and b"canary" in one.read_bytes()]


def words_on(text: str) -> str:
    return " ".join(text.split())


async def test_a_bad_night_in_the_app(tmp_path: Path) -> None:
    builder = CheapBuilder(FixedClock(NIGHT), str(tmp_path / "notebook"))
    opened = builder.notebook.set_up(PASSPHRASE)
    app = CompanionApp(builder.house, opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")  # the one small thing
        await press(pilot, "1", "ctrl+n")
        assert "You don't have to write any more." in words_on(seen(pilot))
        await press(pilot, "ctrl+g")
        assert isinstance(app.screen, HelpNowScreen)
        await press(pilot, "escape")
        await press(pilot, "ctrl+n")
        # Writing is never blocked, and the shorter ways come before any question.
        assert "What would be kind right now?" in seen(pilot)
        assert "Only a few questions" in seen(pilot)
        await press(pilot, "2", "ctrl+n")
        await write(pilot, WORDS)
        await press(pilot, "ctrl+l")
        assert not app.is_open
    # What was typed is kept, locked, and nowhere in clear.
    reopened = builder.notebook.unlock(PASSPHRASE)
    assert reopened.journal.search("canary")
    builder.notebook.lock()
    assert not canaries_in(tmp_path)


def test_stopping_at_once_is_a_whole_reflection(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(NIGHT))
    person.walk("feelings", {"arrive": 1, "gate": ("stop",)})
    assert person.asked == ["arrive", "needs-a-person", "gate", "close"]


def test_very_low_hope_is_met_without_a_single_question(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(NIGHT))
    person.walk("hope", {"arrive": 3, "ways": 0, "fuel": 1})
    assert person.asked == ["arrive", "ways", "fuel", "plainly", "leave", "close"]
    plainly = person.opened.reflecting.path("hope").step("plainly")
    assert plainly is not None
    assert plainly.shows_help


def test_leaving_far_lower_than_arriving_does_not_end_there(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(NIGHT))
    person.walk("feelings", {"arrive": 6, "leave": 3}, Form.SHORT)
    assert person.asked[-2:] == ["stirred", "close"]


def test_nothing_of_that_night_is_on_a_page_or_on_home(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(NIGHT))
    person.walk("feelings", {"arrive": 1, "gate": ("short",), "wants": WORDS})
    view = person.opened.home.view()
    assert WORDS not in person.page()
    assert WORDS not in " ".join([*view.to_bring, *view.agreed, view.open_title])


async def test_the_same_night_someone_of_ones_own_comes_before_any_number(tmp_path: Path) -> None:
    builder = CheapBuilder(FixedClock(NIGHT), str(tmp_path / "notebook"))
    opened = builder.notebook.set_up(PASSPHRASE)
    builder.preferences.set_country("GB")
    keeper = opened.own_help
    keeper.put_person(replace(keeper.new_person(), name="Anna", reach="555 0100"))
    keeper.begin_steps(["What I can do"])
    app = CompanionApp(builder.house, opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "1", "ctrl+n")
        # In the middle of a reflection the numbers stand with the sentence itself.
        assert seen(pilot).index("Anna: 555 0100") < seen(pilot).index("999")
        await press(pilot, "ctrl+g", "m")
        assert "What I can do" in seen(pilot)
        await press(pilot, "escape", "s", "right", "escape", "escape")
        await press(pilot, "ctrl+l", "ctrl+g")
        # Locked, the same key shows the numbers, and nothing that was not left readable.
        assert "999" in seen(pilot)
        assert "Anna" not in seen(pilot)
    assert not (builder.notebook.folder / "card.txt").exists()
