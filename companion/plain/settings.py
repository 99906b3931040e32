"""Everything that can be set, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.keymap import KeyRefusedError, normal_keys
from companion.domain.preferences import IDLE_LEAST, IDLE_MOST, NEVER
from companion.domain.typed_number import typed_number
from companion.plain.country import which_country
from companion.services.setting_choices import ORDER, choose, now, now_says, value_says, values
from companion.services.settings_sentences import fault_says, refusal_says

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.plain.face import Face
    from companion.services.setting_choices import Value


def show_settings(face: Face) -> None:
    """Say what is set, and let someone change it until an empty line.

    Raises:
        InputEndedError: If there are no more lines; what was set so far is kept.
    """
    kept = face.house.preferences
    face.say("settings.about")
    for fault in kept.faults:
        face.terminal.say(fault_says(face.house.words, kept.place, fault))
    if kept.place:
        face.say("settings.where", file=kept.place)
    while (
        chosen := face.choose([_row(face, name) for name in ORDER], "settings.plain.ask")
    ) is not None:
        name = ORDER[chosen]
        face.say(f"settings.help.{name}")
        if name == "lock_after":
            # Nothing is heard of a line before Enter: whoever writes a long one is not idle.
            face.say("settings.plain.lock_here")
        match name:
            case "lock_after":
                _lock_after(face)
            case "country":
                _country(face)
            case "keys":
                _keys(face)
            case _:
                _one_of(face, name)


def _row(face: Face, name: str) -> str:
    value = now_says(face.house, name)
    return face.words("settings.plain.row", name=face.words(f"settings.name.{name}"), value=value)


def _one_of(face: Face, name: str) -> None:
    there = values(face.house, name)
    chosen = face.choose([value_says(face.house, name, value) for value in there])
    if chosen is not None:
        _choose(face, name, there[chosen])


def _lock_after(face: Face) -> None:
    typed = face.ask("settings.plain.minutes_ask", least=IDLE_LEAST, most=IDLE_MOST)
    if face.means(typed, "settings.never"):
        if face.yes("settings.plain.never_ask"):
            _choose(face, "lock_after", NEVER)
        return
    if (minutes := typed_number(typed, IDLE_LEAST, IDLE_MOST)) is not None:
        _choose(face, "lock_after", minutes)


def _country(face: Face) -> None:
    typed = face.ask("settings.plain.country_ask")
    if not typed:
        return
    if face.means(typed, "settings.plain.none"):
        _keep(face, lambda: face.house.preferences.set_country(""))
    elif country := which_country(face, typed):
        _keep(face, lambda: face.house.preferences.set_country(country.code))


def _choose(face: Face, name: str, value: Value) -> None:
    if value != now(face.house, name):
        _keep(face, lambda: choose(face.house, name, value))


def _keep(face: Face, call: Callable[[], None]) -> None:
    try:
        call()
    except KeyRefusedError:
        raise
    except CompanionError:
        face.say("settings.not_kept", file=face.house.preferences.place)


def _keys(face: Face) -> None:
    """Choose a part of the app, then an action, then its keys."""
    kept = face.house.preferences
    areas: dict[str, list[str]] = {}
    for action_id in kept.keyboard.ids():
        areas.setdefault(action_id.partition(".")[0], []).append(action_id)
    while True:
        parts = [face.words(f"settings.area.{area}") for area in areas]
        parts.append(face.words("settings.plain.all_usual"))
        chosen = face.choose(parts, "settings.plain.which_area")
        if chosen is None:
            return
        if chosen == len(areas):
            _keep(face, kept.usual_keys)
            face.say("settings.plain.all_usual_now")
        else:
            _keys_of(face, list(areas.values())[chosen])


def _keys_of(face: Face, actions: list[str]) -> None:
    kept = face.house.preferences
    while True:
        rows = [_key_row(face, one) for one in actions]
        chosen = face.choose(rows, "settings.plain.which_key")
        if chosen is None:
            return
        typed = face.ask("settings.plain.new_key")
        if not typed:
            continue
        usual = face.means(typed, "settings.plain.usual")
        action_id = actions[chosen]
        try:
            _keep(face, lambda: kept.set_keys(action_id, "" if usual else typed))  # noqa: B023  called at once
        except KeyRefusedError as error:
            face.terminal.say(refusal_says(face.house.words, error))
        else:
            face.say("settings.plain.now", keys=_heard(kept.keys_of(action_id)))


def _key_row(face: Face, action_id: str) -> str:
    keys = _heard(face.house.preferences.keys_of(action_id))
    return face.words("settings.plain.key_row", name=face.words(f"keys.{action_id}"), keys=keys)


def _heard(keys: str) -> str:
    """Keys by the names they are typed by here: signs such as `^` are not read out."""
    return ", ".join(normal_keys(keys))
