"""One list of actions; no two that can both be meant share a key."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import groupby

import pytest

from companion.catalog.files import shipped
from companion.catalog.language import read_sentences
from companion.domain.keymap import KeymapClashError, is_key, normal_key, normal_keys, types
from companion.ui.checked_keys import checked_keymap
from companion.ui.keys import ACTIONS, bindings

NAMES = read_sentences(shipped(), "en")


def test_the_keys_as_they_come_clash_nowhere() -> None:
    assert checked_keymap({}) == {}


def test_a_clash_is_refused_with_both_actions_named() -> None:
    with pytest.raises(KeymapClashError) as refused:
        checked_keymap({"home.note": "r"})
    assert {refused.value.details["first"], refused.value.details["second"]} == {
        "home.reflect",
        "home.note",
    }


def test_a_key_that_holds_everywhere_is_taken_everywhere() -> None:
    with pytest.raises(KeymapClashError):
        checked_keymap({"journal.search": "ctrl+l"})


def test_a_new_key_is_taken_with_the_blanks_around_it_dropped() -> None:
    assert checked_keymap({"home.note": "y, ctrl+y"}) == {"home.note": "y,ctrl+y"}


@pytest.mark.parametrize("action", ["home.note", "sessions.add", "journal.search", "page.tick"])
def test_the_key_that_undoes_is_no_other_actions_anywhere(action: str) -> None:
    with pytest.raises(KeymapClashError):
        checked_keymap({action: "z"})


def test_unknown_actions_of_another_version_change_nothing() -> None:
    assert checked_keymap({"home.teleport": "r"}) == {}


def test_every_action_is_listed_once_and_has_a_name() -> None:
    assert max(Counter(action.id for action in ACTIONS).values()) == 1
    for action in ACTIONS:
        assert NAMES[action.name]


def test_every_name_belongs_to_an_action() -> None:
    assert {key for key in NAMES if key.startswith("keys.")} == {one.name for one in ACTIONS}


def test_help_now_lock_and_quit_go_before_any_editor() -> None:
    for binding in bindings("app.help_now", "app.lock", "app.quit"):
        assert binding.priority  # type: ignore[union-attr]  # bindings() gives Binding only


def test_every_part_that_has_keys_has_a_name() -> None:
    named = {
        key.removeprefix("settings.area.") for key in NAMES if key.startswith("settings.area.")
    }
    assert named == {action.area for action in ACTIONS}


def test_keys_as_they_come_are_all_keys_and_none_is_typed_where_one_writes() -> None:
    for action in ACTIONS:
        for key in action.keys.split(","):
            assert is_key(key)
            assert normal_key(key) == key
            assert not (action.priority and types(key)), action.id


def test_the_registry_needs_no_textual() -> None:
    code = (
        "import sys, companion.ui.keyboard as k; k.AppKeyboard().checked({}); print(*sys.modules)"
    )
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "textual" not in done.stdout.split()


TAKEN = {
    "Terminal.app": {"pageup", "pagedown", "home", "end", "shift+up", "shift+down"}
    | {"ctrl+up", "ctrl+down", "ctrl+left", "ctrl+right", "ctrl+space", "f11", "f12"},
    "Windows Terminal": {"f11", "alt+enter", "alt+f4", "ctrl+v", "ctrl+tab", "ctrl+comma"}
    | {"ctrl+plus", "ctrl+minus", "ctrl+0", "shift+pageup", "shift+pagedown", "alt+space"},
    "the old Windows console": {"ctrl+a", "ctrl+f", "ctrl+m", "ctrl+v", "ctrl+up", "ctrl+down"}
    | {"ctrl+home", "ctrl+end", "f11", "alt+enter", "alt+f4", "alt+space"},
}
"""Keys that a terminal, as it comes, may keep for itself."""
STEP_BY_STEP = {"list.page_up": "list.up", "list.page_down": "list.down"}
"""What only goes further at once than another action does."""


@pytest.mark.parametrize("terminal", TAKEN)
def test_what_a_terminal_takes_away_has_another_key(terminal: str) -> None:
    reached = {one.id for one in ACTIONS if set(normal_keys(one.keys)) - TAKEN[terminal]}
    for one in ACTIONS:
        assert one.id in reached or STEP_BY_STEP[one.id] in reached, one.id


def test_the_actions_of_an_area_stand_together() -> None:
    # They are listed under the area's name, which would else stand there twice.
    areas = [area for area, _ in groupby(ACTIONS, key=lambda one: one.area)]
    assert len(areas) == len(set(areas))
