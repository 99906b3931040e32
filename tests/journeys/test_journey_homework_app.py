"""Homework in the app: added after a yes, one task done, one shrunk, one dropped."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, until, write
from support.time import FixedClock

from companion.domain.task import TaskState
from companion.ui.app import CompanionApp
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.homework_consent import HomeworkConsentScreen
from companion.ui.screens.pack import PackScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.open_notebook import OpenNotebook

BEGAN = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
HOMEWORK = """\
id = "evenings"
title = "zqzq evenings"
author = "zqzq author"
language = "en"
why = "zqzq to find out what an evening can be like."
weeks = 3

[[tasks]]
id = "lamp"
what = "zqzq light one lamp, and sit beside it."
for = "zqzq to come home before the evening ends."

[[tasks]]
id = "walk"
what = "zqzq stroll round the block."
for = "zqzq to see who else is out."
tiny = "zqzq stand at the door."

[[tasks]]
id = "call"
what = "zqzq call a friend."
for = "zqzq to hear a voice."

[[paths]]
id = "one-evening"
title = "zqzq one evening"
about = "zqzq how one of them was."
minutes = 3

[[paths.steps]]
id = "scene"
kind = "text"
prompt = "zqzq what was going on?"
"""
HAPPENED = "The kettle went cold beside me"


async def add(pilot: Pilot[None], file: Path) -> None:
    """From home, by keys alone; nothing happens before a yes."""
    await press(pilot, "e", "a")
    await write(pilot, str(file))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeworkConsentScreen))
    shown = seen(pilot)
    assert "What it asks" in shown
    assert "zqzq author" in shown
    await press(pilot, "escape")
    assert "zqzq" not in seen(pilot)
    await press(pilot, "a")
    await write(pilot, str(file))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeworkConsentScreen))
    await pilot.click("#consent-add")
    await settled(pilot)
    await until(pilot, lambda: "in your notebook" in seen(pilot))


async def do_three_things(pilot: Pilot[None]) -> None:
    """One is taken, one made tiny, one left out: by key, by button, by Enter."""
    await press(pilot, "enter")
    await until(pilot, lambda: "zqzq call a friend" in seen(pilot))
    await press(pilot, "enter")
    await until(pilot, lambda: "taken" in seen(pilot).splitlines()[3])
    await press(pilot, "down")
    await pilot.click("#pack-tiny")
    await until(pilot, lambda: "zqzq stand at the door" in seen(pilot).splitlines()[4])
    await press(pilot, "down", "d")
    await until(pilot, lambda: "left out" in seen(pilot))


async def write_an_evening(pilot: Pilot[None]) -> None:
    await press(pilot, "down", "b")
    await until(pilot, lambda: "How steady do you feel" in seen(pilot))
    await press(pilot, "6", "ctrl+n")
    assert "zqzq what was going on?" in seen(pilot)
    await write(pilot, "zqzq rain on the window")
    await press(pilot, "ctrl+n", "6", "ctrl+n", "ctrl+n")
    await until(pilot, lambda: isinstance(pilot.app.screen, PackScreen))


def how_it_went(opened: OpenNotebook) -> None:
    """The words about the one that was done wait for the session, and one line is ticked."""
    (task,) = [one for one in opened.agreed.tasks() if "lamp" in one.what]
    walk = opened.agreed.how_it_went(task.id)
    walk = walk.answered((TaskState.TRIED.value,), opened.reflecting.new_answer_id).forward()
    walk = walk.answered(HAPPENED, opened.reflecting.new_answer_id)
    opened.reflecting.finish(walk)


async def test_one_task_is_done_one_shrunk_one_dropped_and_the_page_shows_what_was_ticked(
    tmp_path: Path,
) -> None:
    file = tmp_path / "evenings.toml"
    file.write_text(HOMEWORK, encoding="utf-8")
    builder = CheapBuilder(FixedClock(BEGAN), str(tmp_path / "notebook"))
    opened = builder.notebook.set_up(PASSPHRASE)
    app = CompanionApp(builder.house, opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "One small thing" in seen(pilot))
        await add(pilot, file)
        await do_three_things(pilot)
        await write_an_evening(pilot)
        await press(pilot, "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "zqzq stand at the door" in seen(pilot)
        assert "zqzq stroll" not in seen(pilot)
        assert "zqzq call" not in seen(pilot)

        await app.in_order(how_it_went, opened)
        await press(pilot, "p")
        await until(pilot, lambda: HAPPENED in seen(pilot))
        assert "zqzq" not in seen(pilot)
        await press(pilot, "space", "p")
        await until(pilot, lambda: "What I tried" in seen(pilot))
        assert HAPPENED in seen(pilot)
        desk = await app.in_order(opened.pages.desk)
        for form in ("text", "md", "html", "json"):
            written = opened.pages.render(desk.page, form)
            assert HAPPENED in written
            assert "zqzq" not in written
    assert [file for file in (tmp_path / "notebook").rglob("*") if b"zqzq" in _bytes(file)] == []


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
