"""The terminal dies: nothing that was written is lost, and nothing of the demo stays."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from support.real import CheapBuilder
from support.time import FixedClock

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from support.terminal import Terminal

CANARY = "siskin the thing nobody was told"
PASSPHRASE = "nine sparrows under a borrowed lantern"
GONE = """
import sys
sys.path.insert(0, {tests!r})
from support.real import CheapBuilder
from support.time import FixedClock
from companion.ui.app import CompanionApp

house = CheapBuilder(FixedClock(), {folder!r}).house
app = CompanionApp(house)
app.run()
sys.exit(app.return_code)
"""


DEMO = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from support.real import CheapBuilder
from support.time import FixedClock
from companion.demo import open_demo
from companion.ui.app import CompanionApp

with open_demo(CheapBuilder(FixedClock()), Path({place!r})) as (house, opened):
    CompanionApp(house, opened).run()
"""
ENDINGS = pytest.mark.parametrize("ending", ["gone", "asked"])


def in_a_terminal(script: str, home: Path) -> Terminal:
    """A real terminal with a program in it."""
    return Terminal([sys.executable, "-c", script], os.environ | {"HOME": str(home)})


def ended(terminal: Terminal, ending: str) -> int:
    """Close the window, or ask the program to end; its exit code."""
    if ending == "gone":
        terminal.vanish()
    else:
        os.kill(terminal.pid, signal.SIGTERM)
    return terminal.ended()


@ENDINGS
def test_a_terminal_that_dies_keeps_the_last_word(tmp_path: Path, ending: str) -> None:
    folder = tmp_path / "notebook"
    notebook = CheapBuilder(FixedClock(), str(folder)).notebook
    notebook.set_up(PASSPHRASE)
    notebook.lock()
    script = GONE.format(tests=str(Path(__file__).parent.parent), folder=str(folder))
    with in_a_terminal(script, tmp_path) as terminal:
        terminal.until("passphrase")
        terminal.type(f"{PASSPHRASE}\r")
        terminal.until("One small thing")
        terminal.type("n")
        terminal.until("keep it")
        terminal.type(CANARY)
        terminal.until(CANARY.split(maxsplit=1)[0])
        terminal.until(CANARY.split()[-2])
        code = ended(terminal, ending)
    assert code in {128 + signal.SIGHUP, 128 + signal.SIGTERM}
    opened = notebook.unlock(PASSPHRASE)
    words = " ".join(row.first_words for row in opened.journal.rows(0, 9))
    assert CANARY in words
    notebook.lock()


@ENDINGS
def test_a_terminal_that_dies_leaves_nothing_of_the_demo(tmp_path: Path, ending: str) -> None:
    place = tmp_path / "throw-away"
    place.mkdir()
    script = DEMO.format(tests=str(Path(__file__).parent.parent), place=str(place))
    with in_a_terminal(script, tmp_path) as terminal:
        terminal.until("One small thing")
        assert list(place.iterdir())
        ended(terminal, ending)
    assert not list(place.iterdir())


FOREIGN = {
    "a letter as Latin-1 sends it": b"\xe9",
    "a click beyond column 95 as old terminals send it": b"\x1b[M \x80\x21",
    "a letter cut in two": b"\xe2\x82",
}
"""What a terminal may send that is no UTF-8."""


@pytest.mark.parametrize("sent", FOREIGN.values(), ids=FOREIGN)
def test_bytes_that_are_no_letter_end_nothing(tmp_path: Path, sent: bytes) -> None:
    script = DEMO.format(tests=str(Path(__file__).parent.parent), place=str(tmp_path))
    with in_a_terminal(script, tmp_path) as terminal:
        terminal.until("reflect")
        terminal.type("n")
        terminal.until("write down")
        terminal.rest()
        terminal.type("before ")
        os.write(terminal._end, sent)
        terminal.rest()
        terminal.type(f"x {CANARY}")
        terminal.until("nobody was told")
        terminal.type("\x11")
        assert terminal.ended() == 0
