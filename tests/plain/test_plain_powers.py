"""Every power of the app is there line by line: the table is walked, row by row."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import powers_around
import powers_drawer
import powers_page
import powers_rooms
import powers_writing
import pytest
from by_ear import ODD, copied, fixed, one_line, opened, tell_story, typed
from powers import LOCK, NOT_BY_LINES
from support.real import Shell

from companion.cli import codes
from companion.domain.text import cell_width
from companion.ui.keys import ACTIONS
from companion.ui.rooms import ROOMS
from companion.ui.screens.keeping import DOINGS

if TYPE_CHECKING:
    from pathlib import Path

    from powers import Power

BY_HAND, PIPED = "by hand, 40 cells a line", "in a pipe"
POWERS = tuple(
    power
    for part in (powers_writing, powers_page, powers_rooms, powers_drawer, powers_around)
    for power in part.POWERS
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook of three months."""
    home = tmp_path_factory.mktemp("told")
    tell_story(Shell(home))
    return home / "notebook"


def powers_of_the_app() -> set[str]:
    """Everything the app lets one do: by a key, in a room, by a button of looking after it."""
    actions = {one.id for one in ACTIONS}
    rooms = {f"room.{one}" for one in ROOMS if f"home.{one}" not in actions}
    return actions | rooms | {f"keeping.{one}" for one in DOINGS if one not in ROOMS}


def test_every_power_of_the_app_has_a_row_or_a_reason() -> None:
    named = Counter(action for power in POWERS for action in power.actions)
    missing = powers_of_the_app() - set(named) - set(NOT_BY_LINES)
    assert not missing, sorted(missing)
    assert not set(named) & set(NOT_BY_LINES)
    assert set(NOT_BY_LINES) <= powers_of_the_app()


@pytest.mark.parametrize("power", POWERS, ids=lambda power: power.actions[0])
@pytest.mark.parametrize("way", [BY_HAND, PIPED])
def test_a_power_is_there_line_by_line(power: Power, way: str, told: Path, tmp_path: Path) -> None:
    by_hand = way == BY_HAND
    shell = copied(told, tmp_path)
    end = () if power.leaves else (LOCK,)
    heard = typed(shell, *power.types, *end, by_hand=by_hand, width=40 if by_hand else 80)
    assert not heard.lost, f"not offered: {heard.lost}\n{heard.text}"
    assert heard.left == 0, f"left before it was all typed\n{heard.text}"
    assert heard.code == codes.DONE, heard.text
    assert drawn(heard.text) == []
    if by_hand:
        assert too_wide(heard.text, 40) == []
    spoken = one_line(heard.text)
    assert ODD.findall(spoken.replace(str(tmp_path), "")) == []
    for words in wanted(power):
        assert words in spoken, heard.text
    notebook, at = opened(shell)
    try:
        assert power.keeps(at, tmp_path), heard.text
    finally:
        notebook.lock()


def wanted(power: Power) -> list[str]:
    """What must be heard."""
    head, *words = power.hears.split("=")
    return [*map(fixed, head.split()), *map(one_line, words)]


def drawn(text: str) -> list[str]:
    """Characters that move a cursor, draw a box or a block, or stand for a picture."""
    return sorted({one for one in text if _is_drawn(one)})


def _is_drawn(character: str) -> bool:
    if character == "\n":
        return False
    # Cc: escapes, returns, bells, backspaces; 2190 to 2bff: arrows, boxes, blocks, dots and
    # signs; 2800 to 28ff, spinners, lies within.
    is_sign = 0x2190 <= ord(character) <= 0x2BFF
    return unicodedata.category(character) == "Cc" or is_sign or character in "·|^~"


def too_wide(text: str, width: int) -> list[str]:
    """The lines that are wider, and more than one word."""
    rows = text.split("\n")
    return [row for row in rows if cell_width(row.rstrip()) > width and " " in row.strip()]
