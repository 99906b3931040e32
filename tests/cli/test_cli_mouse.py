"""The app on a terminal of its own, with the mouse and without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from select import select
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such terminals")

ASKS_FOR_MOUSE = (b"\x1b[?1000h", b"\x1b[?1003h", b"\x1b[?1006h", b"\x1b[?1015h", b"\x1b[?1016h")
MOUSE = b"\x1b[<35;10;5M\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<64;3;3M"
"""The mouse moves, presses, lets go and turns its wheel, as a terminal tells it."""
QUIT = b"\x11"
PATIENCE = 60.0  # seconds for a machine that is busy


class Terminal:
    """A terminal in which the demo runs."""

    def __init__(self, argv: list[str]) -> None:
        import pty

        self.shown = b""
        self.end, other = pty.openpty()
        self.process = subprocess.Popen(  # noqa: S603  our own
            [sys.executable, "-m", "companion", *argv],
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
        )
        os.close(other)

    def until(self, seen: Callable[[bytes], bool]) -> None:
        """Read what is drawn until something is seen, or the app has ended."""
        while not seen(self.shown):
            ready, _, _ = select([self.end], [], [], PATIENCE)
            assert ready, self.shown[-500:]
            try:
                self.shown += os.read(self.end, 1 << 16)
            except OSError:  # it has ended
                return

    def types(self, keys: bytes) -> None:
        os.write(self.end, keys)

    def code(self) -> int:
        """Wait for the end; its exit code."""
        self.until(lambda _: False)
        os.close(self.end)
        return self.process.wait(PATIENCE)


@pytest.mark.parametrize("heard", [True, False])
def test_the_mouse_is_asked_for_only_where_it_is_wanted_and_harms_nothing(
    monkeypatch: pytest.MonkeyPatch, *, heard: bool
) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "companion"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f"mouse = {str(heard).lower()}\n", encoding="utf-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal = Terminal(["demo"])
    terminal.until(lambda shown: b"help now" in shown)
    assert any(asked in terminal.shown for asked in ASKS_FOR_MOUSE) == heard
    before = len(terminal.shown)
    # A terminal that was told nothing may still tell of a mouse: another program left it on.
    terminal.types(MOUSE)
    terminal.types(b"?")
    terminal.until(lambda shown: b"Everywhere" in shown[before:])
    terminal.types(QUIT)
    assert terminal.code() == 0
    assert b"Traceback" not in terminal.shown
    assert any(asked in terminal.shown for asked in ASKS_FOR_MOUSE) == heard
