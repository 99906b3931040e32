"""Every screen looks as it did when it was last looked at by eye.

Where one differs on purpose: look at it, then `python tests/scenes/make.py seen NAME`.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scenes import SCENES, SIZES, Scene
from snapshot import written
from stage import USUAL, on_stage
from textual.screen import Screen

from companion.ui import screens
from companion.ui.screens.base import CompanionScreen
from companion.ui.screens.files_outside import FilesOutsideScreen
from companion.ui.screens.inside import CompanionDialog, NotebookScreen
from companion.ui.screens.journey_name import JourneyNameScreen
from companion.ui.screens.kept_words import KeptWordsScreen
from companion.ui.screens.own_list import OwnListScreen
from companion.ui.screens.save_file import SaveFileScreen
from companion.ui.screens.save_printed import SavePrintedScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEN = Path(__file__).with_name("seen")
_BASES = {
    *(CompanionScreen, NotebookScreen, CompanionDialog),
    *(SaveFileScreen, SavePrintedScreen, JourneyNameScreen, KeptWordsScreen, OwnListScreen),
}
"""What other screens are made from."""
_ELSEWHERE = {FilesOutsideScreen}  # names a folder that is another one in every run


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screen_looks_as_when_it_was_last_looked_at(
    scene: Scene, told: Path, tmp_path: Path
) -> None:
    changed: list[str] = []
    async with on_stage(scene, told, tmp_path) as stage:
        assert stage.screen == scene.screen
        for size in (USUAL, *(SIZES if scene.every_size else ())):
            name = f"{size[0]}x{size[1]}/{scene.name}.txt"
            now = written(await stage.seen(size), masked=scene.masked)
            before = SEEN / name
            then = before.read_text(encoding="utf-8") if before.exists() else ""
            changed += difflib.unified_diff(
                then.splitlines(), now.splitlines(), f"seen/{name}", "now", lineterm="", n=1
            )
    assert not changed, "\n".join(changed)


def test_no_snapshot_is_left_of_a_scene_that_is_gone() -> None:
    kept = {
        f"{size[0]}x{size[1]}/{scene.name}.txt"
        for scene in SCENES
        for size in (USUAL, *(SIZES if scene.every_size else ()))
    }
    assert {path.relative_to(SEEN).as_posix() for path in SEEN.rglob("*.txt")} == kept


def test_every_screen_is_in_a_scene() -> None:
    every = {one.__name__ for one in set(_all_screens()) - _BASES - _ELSEWHERE}
    assert not every - {scene.screen for scene in SCENES}


def _all_screens() -> Iterator[type[Screen[object]]]:
    for module in pkgutil.iter_modules(screens.__path__):
        name = f"{screens.__name__}.{module.name}"
        for one in vars(importlib.import_module(name)).values():
            if isinstance(one, type) and issubclass(one, Screen) and one.__module__ == name:
                yield one
