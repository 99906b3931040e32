"""Help now: one key from anywhere, one's own people first, and nothing asked or kept."""

from __future__ import annotations

import pkgutil
import threading
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from setting_room import settings
from support.fakes import FakeDirectory
from support.shelves import path
from support.time import NOW
from textual.command import CommandPalette
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from walk_room import WORDS, open_notebook, walking

import companion.ui.screens
import companion.ui.widgets
from companion.domain.crisis import STALE_AFTER, Channel, CrisisCountry, CrisisLine, CrisisService
from companion.domain.path import Step, StepKind
from companion.domain.preferences import Preferences
from companion.services.help_now import HelpNow
from companion.ui.keys import action
from companion.ui.palette import Palette
from companion.ui.rooms import ROOMS, room
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.country import CountryScreen
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.note import NoteScreen
from companion.ui.screens.own_people import OwnPeopleScreen
from companion.ui.screens.own_steps import OwnStepsScreen
from companion.ui.screens.steady import SteadyScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.help_blocks import HelpBlocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting_room import Room as SettingRoom
    from walk_room import Room

HELP = ("ctrl+g", "f1")
SERVICE = CrisisService(Channel.CALL, "555 0199", "", "always", "free", ())
LINE = CrisisLine("The Ear", "555 0199", "at any hour, free", SERVICE)
ZZ = CrisisCountry("ZZ", "Nowhere", ("555",), (LINE,), ("a book", "a page"), NOW.date())
HERE = Preferences(country="ZZ")


def modules() -> Iterator[object]:
    """Every module of the app that has screens or widgets in it."""
    yield import_module("companion.ui.palette")
    for package in (companion.ui.screens, companion.ui.widgets):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield import_module(found.name)


def classes(kind: type[Widget]) -> list[type[Widget]]:
    """Every screen, or every widget, of the app's own."""
    found = {
        one
        for module in modules()
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, kind) and one.__module__.startswith("compan")
    }
    return sorted(found, key=lambda one: one.__name__)


@pytest.mark.parametrize("key", HELP)
@pytest.mark.parametrize("screen", classes(ModalScreen), ids=lambda one: one.__name__)
def test_every_question_over_a_screen_knows_the_key(screen: type[Widget], key: str) -> None:
    # The app's own keys do not hold there.
    merged = screen._merged_bindings
    assert merged is not None
    bound = merged.key_to_bindings[key]
    assert [(one.action, one.priority) for one in bound] == [("app.help_now", True)]


@pytest.mark.parametrize("kind", classes(Widget), ids=lambda one: one.__name__)
def test_nothing_else_ever_takes_the_key(kind: type[Widget]) -> None:
    merged = kind._merged_bindings
    taken = merged.key_to_bindings if merged else {}
    assert {one.action for key in HELP for one in taken.get(key, ())} <= {"app.help_now"}


def test_every_screen_of_the_app_was_looked_at() -> None:
    screens = classes(Screen)
    assert len(screens) > 40
    assert {HelpNowScreen, SteadyScreen, OwnPeopleScreen, OwnStepsScreen, Palette} <= set(screens)


async def test_one_key_leads_there_from_every_room_and_back_to_it() -> None:
    async with open_notebook() as at:
        for index, name in enumerate(ROOMS):
            await at.app.push_screen(room(name, at.context))
            await at.settle()
            before = at.screen
            await at.pilot.press(HELP[index % 2])
            await at.pilot.pause()
            assert isinstance(at.screen, HelpNowScreen), name
            await at.pilot.press("escape")
            await at.pilot.pause()
            assert at.screen is before, name
            await before.dismiss(None)


async def test_while_someone_types_it_opens_and_the_words_are_as_they_were() -> None:
    async with open_notebook() as at:
        await at.show(NoteScreen(at.context))  # type: ignore[arg-type]  # its result
        await at.press(*"half a wo")
        await at.press("ctrl+g")
        assert isinstance(at.screen, HelpNowScreen)
        await at.press("escape", *"rd")
        assert at.screen.query_one(Editor).text == "half a word"


async def test_it_opens_over_a_question_and_over_the_palette() -> None:
    async with open_notebook() as at:
        await at.show(AskScreen(WORDS, "Sure?", {"no": "No"}))  # type: ignore[arg-type]  # its result
        await at.press("f1")
        assert isinstance(at.screen, HelpNowScreen)
        await at.press("escape")
        assert isinstance(at.screen, AskScreen)
        await at.press("escape", "ctrl+p")
        assert isinstance(at.screen, CommandPalette)
        await at.press("ctrl+g")
        assert isinstance(at.screen, HelpNowScreen)
        await at.press("escape", "escape")
        assert not isinstance(at.screen, CommandPalette)


async def test_during_long_work_it_opens_at_once_with_ones_own_people() -> None:
    async with open_notebook() as at:
        meet(at, "Anna", "555 0100")
        free = threading.Event()
        work = at.pilot.app.run_worker(at.app.in_order(free.wait))
        await at.pilot.press("ctrl+g")
        await at.pilot.pause()
        assert isinstance(at.screen, HelpNowScreen)
        assert "Anna: 555 0100" in at.text()
        free.set()
        await work.wait()


def meet(at: Room | SettingRoom, name: str, reach: str = "") -> None:
    """Write someone down."""
    keeper = at.app._inside.open.own_help  # type: ignore[union-attr]  # it is open
    keeper.put_person(replace(keeper.new_person(), name=name, reach=reach))


def shown(at: Room | SettingRoom) -> str:
    """What the blocks of the help screen say, in their order."""
    blocks = at.app.screen.query(HelpBlocks)
    return "\n".join(one.render().plain for one in blocks if one.display)


async def at_nowhere(at: SettingRoom, country: CrisisCountry = ZZ) -> None:
    """Know a country of the tests' own, and open help."""
    help_now = HelpNow(FakeDirectory(country), at.world.clock)
    at.app.house = at.app.house._replace(help_now=help_now)
    await at.press("ctrl+g")


async def test_ones_own_people_and_rule_come_before_any_number() -> None:
    async with settings(kept=HERE) as at:
        meet(at, "Anna", "555 0100")
        at.app._inside.open.own_help.set_rule("Call the practice first")  # type: ignore[union-attr]  # it is open
        await at_nowhere(at)
        said = shown(at)
        number = WORDS.say("help.emergency", numbers="555")
        order = ["Anna: 555 0100", "Call the practice first", "Nowhere", number, "555 0199"]
        places = [said.index(one) for one in order]
        assert places == sorted(places)


async def test_a_line_is_shown_with_its_name_its_hours_its_country_and_the_day() -> None:
    async with settings(kept=HERE) as at:
        await at_nowhere(at)
        assert "555 0199: The Ear, at any hour, free" in shown(at)
        assert WORDS.say("help.in_country", country="Nowhere") in shown(at)
        assert WORDS.say("help.checked", day="Monday 2 March 2026") in shown(at)
        assert "findahelpline.com" in shown(at)
        assert WORDS.say("help.stale") not in shown(at)


async def test_a_number_is_found_at_a_glance() -> None:
    async with settings(kept=HERE) as at:
        await at_nowhere(at)
        country = at.screen.query_one("#help-country", HelpBlocks).render()
        bold = {country.plain[one.start : one.end] for one in country.spans if one.style == "bold"}
        assert {"555", "555 0199"} <= bold


async def test_an_old_row_is_shown_all_the_same_with_a_word_of_caution() -> None:
    async with settings(kept=HERE) as at:
        await at_nowhere(at, replace(ZZ, checked_on=NOW.date() - STALE_AFTER))
        assert "555 0199" in shown(at)
        assert WORDS.say("help.stale") in shown(at)


async def test_somewhere_else_is_one_key_and_the_country_is_remembered() -> None:
    async with settings(kept=HERE) as at:
        await at_nowhere(at)
        assert action("help.elsewhere").keys == "w"  # type: ignore[union-attr]  # it is there
        assert "w I'm somewhere else" in at.foot()
        await at.press("w")
        assert isinstance(at.screen, CountryScreen)
        await at.press(*"now", "enter")
        assert isinstance(at.screen, HelpNowScreen)
        assert at.file.kept.country == "ZZ"


async def test_without_a_country_none_is_guessed_and_saying_it_has_the_focus() -> None:
    async with settings() as at:
        await at_nowhere(at)
        assert WORDS.say("help.no_country") in shown(at)
        assert "555" not in shown(at)
        assert at.screen.focused is not None
        assert at.screen.focused.id == "elsewhere"


async def test_nothing_is_kept_of_having_been_there() -> None:
    async with settings(kept=HERE) as at:
        saves, kept = at.world.memory.saves, dict(at.world.memory.settings)
        await at_nowhere(at)
        await at.press("s", "enter", "enter", "escape", "escape")
        assert at.world.memory.saves == saves
        assert at.world.memory.settings == kept
        assert at.file.names == []


async def test_it_says_that_nobody_is_watching() -> None:
    async with settings(size=(80, 36)) as at:
        await at.press("ctrl+g")
        assert " ".join(WORDS.say("help.nobody").split()) in at.words()


async def test_steady_steps_and_people_are_a_key_away_and_lead_back() -> None:
    async with settings(kept=HERE) as at:
        await at_nowhere(at)
        for key, screen in (("s", SteadyScreen), ("m", OwnStepsScreen), ("p", OwnPeopleScreen)):
            await at.press(key)
            assert isinstance(at.screen, screen)
            await at.press("escape")
            assert isinstance(at.screen, HelpNowScreen)


async def test_from_what_help_opened_the_key_leads_back_to_the_same_help() -> None:
    async with settings(kept=HERE) as at:
        await at_nowhere(at)
        help_screen = at.screen
        for key in ("s", "w"):
            await at.press(key, "ctrl+g")
            assert at.screen is help_screen
        await at.press("ctrl+g")
        assert at.screen is help_screen


async def test_someone_written_down_from_there_stands_there_afterwards() -> None:
    async with settings(kept=HERE) as at:
        await at_nowhere(at)
        await at.press("p", "a", *"Anna", "enter", *"555", "enter", "escape")
        assert isinstance(at.screen, HelpNowScreen)
        assert "Anna: 555" in shown(at)


async def test_locking_takes_ones_own_people_off_the_screen() -> None:
    async with settings(kept=HERE) as at:
        meet(at, "Anna", "555 0100")
        await at_nowhere(at)
        help_screen = at.screen
        await at.press("ctrl+l")
        assert not at.app.is_open
        await at.press("ctrl+g")
        assert "Anna" not in shown(at)
        assert "Anna" not in "".join(one.render().plain for one in help_screen.query(HelpBlocks))


async def test_nothing_that_is_told_stands_over_a_number() -> None:
    async with settings(kept=HERE) as at:
        at.app.notify("Something was saved.", markup=False)
        await at_nowhere(at)
        assert "Something was saved." not in at.text()


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)], ids=str)
async def test_in_every_window_ones_own_come_first_and_the_keys_lead_to_the_rest(
    size: tuple[int, int],
) -> None:
    async with settings(kept=HERE, size=size) as at:
        meet(at, "Anna", "555 0100")
        await at_nowhere(at)
        assert "Anna: 555 0100" in at.words()
        seen = at.words()
        for _ in range(12):
            await at.pilot.press("down")
            await at.pilot.pause()
            seen += at.words()
        assert WORDS.say("help.emergency", numbers="555") in seen
        assert "555 0199" in seen


async def test_the_offer_in_a_reflection_has_help_and_steady_first_and_blocks_nothing() -> None:
    step = Step("note", StepKind.NOTE, "A lot.", shows_help=True, shows_steady=True)
    async with walking(path("p", "P", step), at="note") as at:
        meet(at, "Anna", "555 0100")
        for button, screen in ((".help-now", HelpNowScreen), (".steady", SteadyScreen)):
            await at.click(button)
            assert isinstance(at.screen, screen)
            await at.press("escape")
        await at.press("ctrl+n")
        assert at.step != "note"
