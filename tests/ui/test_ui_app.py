"""The app's door, its lock, and its calm way to fail."""

from __future__ import annotations

import gc
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.door import locked_house, unlock
from support.real import PASSPHRASE
from support.screens import press, seen, settled, until, write
from support.time import FixedClock
from textual.widgets import Button, Static, TextArea

from companion.domain.errors import NotebookInUseError
from companion.storage.vault.vault import FolderVault
from companion.ui.app import CompanionApp
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from companion.services.house import House

CANARY = "canary the thing I never said"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock) -> House:
    """A house whose notebook is set up, and locked."""
    return locked_house(tmp_path / "notebook", clock)


async def test_the_passphrase_opens_home(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Your passphrase opens the notebook" in seen(pilot)
        assert "Nobody is watching" in seen(pilot)
        await unlock(pilot)
        assert "One small thing" in seen(pilot)


def test_fields_may_be_there_before_there_is_a_screen(house: House) -> None:
    # As Textual mounts them from Python 3.12 on.
    CompanionApp(house).clear_selection()


async def test_a_wrong_passphrase_is_told_and_can_be_tried_again(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await unlock(pilot, "not this one")
        assert "does not open this notebook" in seen(pilot)
        assert app.screen.query_one(PassphraseInput).value == ""
        await unlock(pilot)
        assert "One small thing" in seen(pilot)


async def test_a_notebook_open_elsewhere_is_told(house: House) -> None:
    other = FolderVault(house.notebook.folder, allow_cheapest=True)
    other.open(PASSPHRASE)
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await unlock(pilot)
        assert "open in another companion" in " ".join(seen(pilot).split())
    other.close()


async def test_a_damaged_notebook_is_told_and_left_as_it_is(house: House) -> None:
    file = house.notebook.folder / "notebook.db"
    file.write_bytes(b"")
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await unlock(pilot)
        assert "not as it was written" in " ".join(seen(pilot).split())
    assert file.read_bytes() == b""


async def test_what_is_typed_at_the_door_is_shown_only_when_asked(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await settled(pilot)
        await write(pilot, "half a word")
        assert "half a word" not in seen(pilot)
        await pilot.click("#show")
        await until(pilot, lambda: "half a word" in seen(pilot))
        app.screen.query_one("#show", Button).press()
        await until(pilot, lambda: "half a word" not in seen(pilot))


async def test_help_now_opens_before_the_passphrase_and_gives_the_door_back(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+g")
        assert "It can't see you and can't call anyone" in seen(pilot)
        await pilot.click("#elsewhere")
        await settled(pilot)
        await write(pilot, "united k")
        await press(pilot, "enter")
        assert "116 123" in seen(pilot)
        await press(pilot, "escape")
        assert "Your passphrase opens the notebook" in seen(pilot)
    assert house.preferences.current.country == "GB"


async def writing(pilot: Pilot[None]) -> None:
    """Unlock, begin a reflection and write something private, not yet saved."""
    await unlock(pilot)
    await press(pilot, "enter", "6", "ctrl+n")
    await write(pilot, CANARY)
    assert CANARY in seen(pilot)


async def test_locking_keeps_the_draft_and_leaves_no_widget_with_the_words(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await writing(pilot)
        app.copy_to_clipboard(CANARY)
        app.notify(CANARY, markup=False)
        await press(pilot, "ctrl+l")
        await settled(pilot)
        assert "Your passphrase opens the notebook" in seen(pilot)
        assert app.clipboard == ""
        assert not [widget for widget in everything(app) if CANARY in text_of(widget)]
        assert not list(app._notifications)
        await unlock(pilot)
        assert "You began this and stopped" in seen(pilot)
        await press(pilot, "enter")
        assert CANARY in seen(pilot)


def everything(app: CompanionApp) -> list[object]:
    """Every widget of every screen that the app still has."""
    stacks = app._screen_stacks.values()
    return [widget for stack in stacks for screen in stack for widget in screen.walk_children()]


def text_of(widget: object) -> str:
    if isinstance(widget, TextArea):
        return widget.text
    if isinstance(widget, PassphraseInput):
        return widget.value
    return str(widget.render()) if isinstance(widget, Static) else ""


async def test_after_locking_no_editor_is_left_in_memory(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await writing(pilot)
        await press(pilot, "ctrl+l")
        await settled(pilot)
        gc.collect()
        left = [one for one in gc.get_objects() if isinstance(one, Editor)]
        assert not [one for one in left if one.is_attached]


async def test_locking_gives_the_notebook_free(house: House) -> None:
    app = CompanionApp(house)
    other = FolderVault(house.notebook.folder, allow_cheapest=True)
    async with app.run_test() as pilot:
        await unlock(pilot)
        with pytest.raises(NotebookInUseError):
            other.open(PASSPHRASE)
        await press(pilot, "l")
        await settled(pilot)
        other.open(PASSPHRASE)
        other.close()


async def test_ten_minutes_without_a_touch_lock_and_keep_the_words(
    house: House, clock: FixedClock
) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await writing(pilot)
        clock.advance(minutes=9, seconds=59)
        await app.lock_if_idle()
        assert app.is_open
        clock.advance(seconds=1)
        await app.lock_if_idle()
        await settled(pilot)
        assert not app.is_open
        assert "Your passphrase opens the notebook" in seen(pilot)
    assert house.notebook.unlock(PASSPHRASE).reflecting.draft_of("trust") is not None


async def test_a_touch_begins_the_ten_minutes_anew(house: House, clock: FixedClock) -> None:
    app = CompanionApp(house, idle_after=timedelta(minutes=10))
    async with app.run_test() as pilot:
        await unlock(pilot)
        clock.advance(minutes=9)
        await press(pilot, "down")
        clock.advance(minutes=9)
        await app.lock_if_idle()
        assert app.is_open


async def test_quitting_in_the_middle_of_a_word_keeps_it(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await writing(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
    draft = house.notebook.unlock(PASSPHRASE).reflecting.draft_of("trust")
    assert draft is not None
    assert CANARY in [answer.shown for answer in draft.answers]


async def test_what_is_marked_is_copied_and_nobody_is_promised_that_it_arrived(
    house: House,
) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await writing(pilot)
        app.screen.query_one(Editor).select_all()
        await press(pilot, "ctrl+c")
        assert CANARY in app.clipboard
        assert house.words.say("app.copied") in [one.message for one in app._notifications]
        await press(pilot, "ctrl+l")
        assert app.clipboard == ""


async def test_ctrl_c_without_anything_marked_says_how_and_leaves_everything(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await unlock(pilot)
        await press(pilot, "ctrl+c")
        (notice,) = app._notifications
        assert notice.message == house.words.say("app.nothing_marked")
        assert app.is_open


async def test_the_palette_offers_what_can_be_done_and_never_a_screenshot(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await unlock(pilot)
        offered = [command.title for command in app.get_system_commands(app.screen)]
    assert {"reflect", "note", "journal", "lock", "help now", "change colours"} <= set(offered)
    assert "Screenshot" not in offered
    assert len(offered) == len(set(offered))


async def test_colours_change_and_are_remembered(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await unlock(pilot)
        for theme in ("paper", "high-contrast", "terminal", "dusk"):
            await press(pilot, "c")
            assert app.theme == theme
            await press(pilot, "j", "escape")
        assert house.preferences.current.theme == "dusk"


@pytest.mark.parametrize("size", [(200, 50), (120, 36), (80, 24), (60, 20), (40, 12), (20, 8)])
async def test_every_screen_opens_at_every_size(house: House, size: tuple[int, int]) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=size) as pilot:
        await unlock(pilot)
        for keys in (["r", "escape"], ["n", "escape"], ["s", "escape"], ["p", "escape"]):
            await press(pilot, *keys)
        await press(pilot, "j", "slash", "escape", "escape", "ctrl+g", "escape")
        assert app.is_open


async def test_a_window_may_change_its_size_in_the_middle_of_a_word(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await writing(pilot)
        for size in ((40, 12), (200, 50), (20, 8), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert app.screen.query_one(Editor).text == CANARY


CRASH = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from support.door import locked_house, unlock
from support.real import PASSPHRASE, CheapBuilder
from support.time import FixedClock
from companion.ui.app import CompanionApp

house = CheapBuilder(FixedClock(), {folder!r}).house
opened = house.notebook.set_up(PASSPHRASE)

class Broken(CompanionApp):
    async def on_key(self, event):
        secret = "canary " + PASSPHRASE
        if {worker}:
            self.run_worker(self.work(secret))
        else:
            raise RuntimeError(secret)

    async def work(self, secret):
        raise RuntimeError(secret)

async def press(pilot):
    await pilot.press("x")

app = Broken(house, opened)
app.run(headless=True, auto_pilot=press)
sys.exit(app.return_code)
"""


@pytest.mark.parametrize("worker", [False, True])
def test_a_crash_shows_a_calm_sentence_and_none_of_the_words(
    tmp_path: Path, *, worker: bool
) -> None:
    tests = str(Path(__file__).parent.parent)
    script = CRASH.format(tests=tests, folder=str(tmp_path / "notebook"), worker=worker)
    file = tmp_path / "crash.py"
    file.write_text(script, encoding="utf-8")
    done = subprocess.run(  # noqa: S603  our own script
        [sys.executable, str(file)], capture_output=True, text=True, check=False
    )
    shown = done.stdout + done.stderr
    assert "met a fault of its own" in shown
    assert "canary" not in shown
    assert PASSPHRASE not in shown
    assert "Traceback" not in shown
    assert done.returncode == 1
