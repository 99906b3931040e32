"""companion's files are replaced or removed while it runs: help opens all the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import companion

TESTS = Path(__file__).parents[1]
STORY = """
import asyncio, shutil, sys
sys.path.insert(0, {tests!r})
sys.dont_write_bytecode = True
import companion
from pathlib import Path
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled
from support.time import FixedClock
from companion.ui.ahead import prepare_screens
from companion.ui.app import CompanionApp

assert companion.__file__.startswith({copy!r})
builder = CheapBuilder(FixedClock(), {notebook!r})
builder.notebook.set_up(PASSPHRASE)
builder.notebook.lock()
builder.house.preferences.set_country("GB")

async def go():
    app = CompanionApp(builder.house)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        builder._prepare_rooms()
        prepare_screens(app)
        {removed}
        await press(pilot, "ctrl+g")
        print("numbers" if "999" in seen(pilot) else seen(pilot))
        await press(pilot, "s")
        print(type(app.screen).__name__)

asyncio.run(go())
"""
REMOVED = "shutil.rmtree(Path(companion.__file__).parent)"


def told(tmp_path: Path, removed: str) -> list[str]:
    """What a companion that runs from a copy of its files says, line by line."""
    copy = tmp_path / "installed"
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(companion.__file__).parent, copy / "companion", ignore=leave)
    story = STORY.format(
        tests=str(TESTS), copy=str(copy), notebook=str(tmp_path / "n"), removed=removed
    )
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", story],
        env=os.environ | {"PYTHONPATH": str(copy), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    return done.stdout.splitlines() or done.stderr.splitlines()


def test_help_opens_when_every_file_of_companion_is_gone(tmp_path: Path) -> None:
    assert told(tmp_path, REMOVED) == ["numbers", "SteadyScreen"]


def test_without_anything_removed_it_says_the_same(tmp_path: Path) -> None:
    assert told(tmp_path, "pass") == ["numbers", "SteadyScreen"]
