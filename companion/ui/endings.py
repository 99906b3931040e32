"""Leaving when the terminal is gone, or the process is asked to end."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.services.house import House
    from companion.ui.app import CompanionApp

_ENDINGS = ("SIGHUP", "SIGTERM")  # the terminal is gone; asked to end
_GRACE = 3.0  # seconds to leave in order, for a terminal that takes no more lines
_leaving: set[asyncio.Task[None]] = set()  # a task that nobody holds may be collected


def heed_endings(app: CompanionApp) -> None:
    """Keep what is being written when the terminal goes away.

    Args:
        app: The app, running on the loop that this is called on.
    """
    loop = asyncio.get_running_loop()
    for name in _ENDINGS:
        # Windows has no such signals, and a thread beside the main one gets none.
        with suppress(NotImplementedError, AttributeError, ValueError, RuntimeError):
            number = getattr(signal, name)
            loop.add_signal_handler(number, _end, app, number)


def _end(app: CompanionApp, number: int) -> None:
    # Drawing to a terminal that is gone waits for ever, and everything here with it.
    # What is kept is kept by the notebook's own thread, which this does not hold up.
    in_the_end = threading.Timer(_GRACE, _end_at_once, (app.house, 128 + number))
    in_the_end.daemon = True
    in_the_end.start()
    task = asyncio.ensure_future(app.leave(128 + number))
    _leaving.add(task)
    task.add_done_callback(_leaving.discard)


def _end_at_once(house: House, code: int) -> None:
    try:
        house.abandon()
    finally:
        os._exit(code)
