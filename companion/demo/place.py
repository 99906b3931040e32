"""A throw-away place: a folder that is gone afterwards, whatever happens."""

from __future__ import annotations

import atexit
import shutil
import signal
import tempfile
import threading
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ENDINGS = ("SIGTERM", "SIGHUP", "SIGBREAK")
# Asked to end; the terminal is gone; and what Windows has in place of both.


@contextmanager
def throw_away_folder(within: Path | None = None) -> Iterator[Path]:
    """A new folder for this person alone (0700), removed with all that is in it at the end.

    Args:
        within: Where to make it; none: the system's place for temporary things.

    Raises:
        StorageError: If it could not be made.
    """
    try:
        folder = Path(tempfile.mkdtemp(dir=within))
    except OSError:
        raise StorageError from None
    # A second net, for a Ctrl+C that arrives while the folder is being removed.
    net = atexit.register(partial(remove, folder))
    try:
        with _ending_in_order():
            yield folder
    finally:
        remove(folder)
        if not folder.exists():
            atexit.unregister(net)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that is possible."""
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Turn the signals that end a program at once into an exit that cleans up first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
