"""Everything that can be set, line by line: the same powers as on the screen."""

from __future__ import annotations

import io

import pytest
from plain_room import WORDS, says
from support.fakes import FakeDirectory, MemoryPreferences
from support.time import NOW
from support.world import World

from companion.domain.crisis import CrisisCountry
from companion.domain.errors import InputEndedError
from companion.domain.preferences import NEVER, PAPER, Preferences
from companion.domain.settings_file import Fault, Understood
from companion.plain.face import Face
from companion.plain.settings import show_settings
from companion.plain.terminal import Streams, Terminal
from companion.services.help_now import HelpNow
from companion.services.house import House
from companion.services.preferences import PreferenceKeeper
from companion.services.setting_choices import ORDER
from companion.ui.keyboard import AppKeyboard
from companion.ui.keys import ACTIONS

GB = CrisisCountry("GB", "United Kingdom", ("999",), (), ("a book", "a page"), NOW.date())
AREAS = list(dict.fromkeys(one.area for one in ACTIONS))


class Desk:
    """Someone who types lines into the settings."""

    def __init__(self, kept: Preferences | None = None) -> None:
        self.file = MemoryPreferences(kept)
        world = World()
        self.house = House(
            world.notebook,
            WORDS,
            HelpNow(FakeDirectory(GB), world.clock),
            PreferenceKeeper(self.file, AppKeyboard, lambda: ["en"]),
            world.clock,
        )
        self.ended = False

    def __call__(self, *typed: str) -> str:
        out = io.StringIO()
        lines = io.StringIO("".join(f"{line}\n" for line in typed))
        try:
            show_settings(Face(Terminal(Streams(lines, out, out)), self.house))
        except InputEndedError:
            self.ended = True
        return " ".join(out.getvalue().split())


def number(name: str) -> str:
    return str(ORDER.index(name) + 1)


def key_of(action_id: str) -> tuple[str, str]:
    """The numbers of a part and of an action in it."""
    area = action_id.partition(".")[0]
    inside = [one.id for one in ACTIONS if one.area == area]
    return str(AREAS.index(area) + 1), str(inside.index(action_id) + 1)


def test_what_is_set_is_said_and_an_empty_line_leaves_it() -> None:
    desk = Desk(Preferences(theme=PAPER, country="GB"))
    said = desk("")
    assert "Colours: Paper" in said
    assert "Lock by itself: after 10 minutes" in said
    assert "Where you are: United Kingdom" in said
    assert not desk.ended
    assert not desk.file.names


def test_colours_are_chosen_from_a_list() -> None:
    desk = Desk()
    assert "Colours: High contrast" in desk(number("theme"), "3", "")
    assert desk.file.kept.theme == "high-contrast"


@pytest.mark.parametrize("name", ["animation", "plain", "mouse"])
def test_what_is_on_or_off_is_chosen(name: str) -> None:
    desk = Desk()
    desk(number(name), "2", "")
    assert getattr(desk.file.kept, name) is True
    desk(number(name), "1", "")
    assert getattr(desk.file.kept, name) is False


def test_minutes_are_typed_and_nonsense_changes_nothing() -> None:
    desk = Desk()
    assert "after 7 minutes" in desk(number("lock_after"), "7", "")
    for typed in ("0", "61", "soon", ""):
        desk(number("lock_after"), typed, "")
    assert desk.file.kept.lock_after == 7


def test_never_takes_the_word_and_a_yes_to_what_it_means() -> None:
    desk = Desk()
    said = desk(number("lock_after"), "never", "no", "")
    assert "can then read everything you wrote" in said
    assert desk.file.kept.lock_after == 10
    desk(number("lock_after"), "never", "yes", "")
    assert desk.file.kept.lock_after == NEVER


def test_a_country_is_two_letters_and_can_be_taken_back() -> None:
    desk = Desk()
    assert says("help.no_such") in desk(number("country"), "XX", "")
    assert desk.file.kept.country == ""
    desk(number("country"), "gb", "")
    assert desk.file.kept.country == "GB"
    desk(number("country"), "none", "")
    assert desk.file.kept.country == ""


def test_a_key_is_given_and_taken_back() -> None:
    desk = Desk()
    area, action = key_of("home.note")
    said = desk(number("keys"), area, action, "F6, y", "", "", "")
    assert says("settings.plain.now", keys="f6, y") in said
    assert desk.file.kept.keys == {"home.note": "f6,y"}
    desk(number("keys"), area, action, "usual", "", "", "")
    assert not desk.file.kept.keys


def test_a_key_that_is_taken_is_told_and_nothing_changes() -> None:
    desk = Desk()
    said = desk(number("keys"), *key_of("home.note"), "r", "", "", "")
    assert "The key r can't mean both reflect and note" in said
    assert not desk.file.kept.keys


def test_all_keys_are_taken_back_at_once() -> None:
    desk = Desk(Preferences(keys={"home.note": "y"}))
    said = desk(number("keys"), str(len(AREAS) + 1), "", "")
    assert says("settings.plain.all_usual_now") in said
    assert not desk.file.kept.keys


def test_a_disk_that_refuses_is_told_and_the_choice_holds_for_now() -> None:
    desk = Desk()
    desk.file.writable = False
    said = desk(number("theme"), "2", "")
    assert says("settings.not_kept", file="settings.toml") in said
    assert desk.house.preferences.current.theme == PAPER


def test_what_made_no_sense_in_the_file_is_said_first() -> None:
    desk = Desk()
    desk.file.read = Understood(faults=(Fault("plain", "3", "settings.right.plain"),))
    assert "plain = 3 can't be used" in desk("")


def test_lines_that_run_out_keep_what_was_set() -> None:
    desk = Desk()
    desk(number("theme"), "2")
    assert desk.ended
    assert desk.file.kept.theme == PAPER
