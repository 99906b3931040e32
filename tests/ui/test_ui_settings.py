"""Settings: each thing by key, press and palette; shown at once, and kept."""

from __future__ import annotations

import pytest
from setting_room import SIZES, WORDS, Room, settings
from support.fakes import MemoryPreferences
from support.screens import settled, until, write
from textual.widgets import Button

from companion.domain.preferences import NEVER, PAPER, THEMES, Preferences
from companion.domain.settings_file import Fault, Understood
from companion.services.setting_choices import ORDER
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.widgets.samples import Samples
from companion.ui.widgets.setting_row import SettingRow

NAMED = {name: WORDS.say(f"settings.name.{name}") for name in ORDER}


def focused(room: Room) -> str:
    found = room.app.focused
    return (found.id or "") if found else ""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
async def test_each_thing_can_be_reached_and_is_explained_at_every_size(
    size: tuple[int, int], theme: str
) -> None:
    async with settings("comma", kept=Preferences(theme=theme), size=size) as room:
        assert isinstance(room.screen, SettingsScreen)
        for name in ORDER:
            assert focused(room) == name
            assert NAMED[name] in room.text()
            row = room.screen.query_one(f"#{name}")
            assert room.screen.find_widget(row).region.bottom <= size[1]
            await room.press("down")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_help_of_what_has_the_focus_is_in_sight(size: tuple[int, int]) -> None:
    async with settings("comma", size=size) as room:
        for name in ORDER:
            assert WORDS.say(f"settings.help.{name}") in room.words()
            await room.press("down")


async def test_colours_change_at_once_with_left_and_right_and_stay_at_the_ends() -> None:
    async with settings("comma") as room:
        await room.press("left")
        assert room.app.theme == "dusk"
        for theme in ("paper", "high-contrast", "terminal", "terminal"):
            await room.press("right")
            assert room.app.theme == theme
            assert room.file.kept.theme == theme
        await room.press("enter")
        assert room.app.theme == "dusk"


async def test_a_sample_is_taken_with_a_press() -> None:
    async with settings("comma") as room:
        samples = room.screen.query_one(Samples)
        await room.click("Samples", (samples._wide + 3, 1))
        assert room.app.theme == PAPER == room.file.kept.theme


async def test_each_sample_is_drawn_in_its_own_colours() -> None:
    async with settings("comma") as room:
        strips = room.screen._compositor.render_strips()
        row = room.screen.find_widget(room.screen.query_one(Samples)).region.y
        grounds = {
            segment.style.bgcolor.triplet.hex
            for segment in strips[row + 1]
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.triplet
        }
        for theme in ("paper", "high-contrast"):
            ground = room.app.available_themes[theme].background
            assert str(ground).lower() in grounds


async def test_a_row_is_pressed_with_the_mouse_forwards_and_back() -> None:
    async with settings("comma") as room:
        row = room.screen.query_one("#lock_after", SettingRow)
        await room.click("#lock_after", (row._wide + 3, 0))
        assert room.file.kept.lock_after == 15
        await room.click("#lock_after", (row._wide, 0))
        assert room.file.kept.lock_after == 10
        assert "after 10 minutes" in room.text()


async def test_what_is_on_or_off_turns_with_every_press() -> None:
    async with settings("comma", "a", "l", "o") as room:
        assert room.file.kept == Preferences(animation=True, plain=True, mouse=False)
        assert room.app.animation_level == "full"
        await room.press("a", "l", "o")
        assert room.file.kept == Preferences()
        assert room.app.animation_level == "none"


async def test_never_is_asked_with_what_it_means_and_no_is_the_safe_answer() -> None:
    async with settings("comma", kept=Preferences(lock_after=60)) as room:
        await room.press("m")
        assert isinstance(room.screen, AskScreen)
        assert "can then read everything you wrote" in room.says(".question")
        assert "^l still locks" in room.says(".question")
        await room.press("enter")
        assert room.file.kept.lock_after == 60
        await room.press("m", "right", "enter")
        assert room.file.kept.lock_after == NEVER
        assert NAMED["lock_after"] in room.text()
        await room.press("left")
        assert room.file.kept.lock_after == 60


async def test_minutes_of_ones_own_are_among_those_that_are_offered() -> None:
    async with settings("comma", "down", kept=Preferences(lock_after=7)) as room:
        assert "after 7 minutes" in room.text()
        await room.press("left")
        assert room.file.kept.lock_after == 5


async def test_it_locks_after_the_minutes_that_were_set_from_then_on() -> None:
    async with settings("comma", "m", "escape") as room:
        assert room.file.kept.lock_after == 15
        room.world.clock.advance(minutes=14)
        await room.app.lock_if_idle()
        assert room.app.is_open
        room.world.clock.advance(minutes=1)
        await room.app.lock_if_idle()
        assert not room.app.is_open


async def test_never_never_locks_by_itself_and_the_key_still_does() -> None:
    async with settings(kept=Preferences(lock_after=NEVER)) as room:
        room.world.clock.advance(days=3)
        await room.app.lock_if_idle()
        assert room.app.is_open
        await room.press("ctrl+l")
        assert not room.app.is_open


async def test_the_country_is_chosen_from_those_there_are() -> None:
    async with settings("comma", "w") as room:
        await write(room.pilot, "united")
        await room.press("enter")
        assert room.file.kept.country == "GB"
        assert "United Kingdom" in room.text()


async def test_the_language_is_the_systems_or_one_that_there_is() -> None:
    async with settings("comma", "g") as room:
        assert room.file.kept.language == "en"
        assert "English" in room.text()


async def test_everything_is_in_the_palette_too() -> None:
    async with settings("comma") as room:
        offered = {one.title for one in room.app.get_system_commands(room.screen)}
        assert {WORDS.say(f"keys.settings.{name}") for name in ORDER} <= offered


async def test_a_disk_that_refuses_is_told_and_the_choice_holds_for_now() -> None:
    async with settings("comma") as room:
        room.file.writable = False
        await room.press("right")
        assert room.app.theme == PAPER
        assert any("could not be kept" in one for one in room.told)


async def test_what_made_no_sense_in_the_file_is_a_quiet_line_and_nothing_else() -> None:
    file = MemoryPreferences()
    fault = Fault("plain", "3", "settings.right.plain")
    file.read = Understood(faults=(fault, fault))
    async with settings(file=file) as room:
        assert room.app.is_open
        (said,) = room.told
        assert "plain = 3 can't be used" in said
        assert WORDS.say("settings.fault_more") in said
        await room.press("comma")
        assert "plain = 3 can't be used" in room.says("#setting-faults")


async def test_going_back_leads_home_and_all_is_as_it_was_set() -> None:
    async with settings("comma", "right", "escape") as room:
        assert "One small thing" in room.text()
        assert room.app.theme == PAPER


async def test_the_first_run_offers_every_set_of_colours(tmp_path: object) -> None:
    del tmp_path
    from companion.ui.screens.welcome import WelcomeScreen

    async with settings(size=(40, 12)) as room:
        await room.app.push_screen(WelcomeScreen(room.app.house, room.app.in_order))
        await settled(room.pilot)
        await room.press("enter")
        for theme in THEMES:
            room.screen.query_one(f"#{theme}", Button).press()
            await until(room.pilot, lambda wanted=theme: room.app.theme == wanted)  # type: ignore[misc]
