"""Leaving when the terminal is gone, or the process is asked to end."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from companion.system import here

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.house import House
    from companion.ui.app import CompanionApp

# The terminal is gone; asked to end; ctrl+break, which Windows has in place of both.
_ENDINGS = ("SIGHUP", "SIGTERM", "SIGBREAK")
_CLOSED = 15  # as a shell calls what was asked to end: SIGTERM's number
_GRACE = 3.0  # seconds to leave in order, for a terminal that takes no more lines
_leaving: set[asyncio.Task[None]] = set()  # a task that nobody holds may be collected


def heed_endings(app: CompanionApp) -> None:
    """Keep what is being written when the terminal goes away.

    Args:
        app: The app, running on the loop that this is called on.
    """
    loop = asyncio.get_running_loop()
    for name in _ENDINGS:
        number = getattr(signal, name, None)
        # A thread beside the main one gets no signals.
        with suppress(ValueError, RuntimeError):
            if number is not None:
                _heed(loop, number, partial(_end, app, number))
    here.on_console_closing(partial(_from_elsewhere, loop, partial(_end, app, _CLOSED)))


def _heed(loop: asyncio.AbstractEventLoop, number: int, end: Callable[[], None]) -> None:
    try:
        loop.add_signal_handler(number, end)
    except NotImplementedError:  # Windows's loop leaves that to Python
        signal.signal(number, lambda *_: _from_elsewhere(loop, end))


def _from_elsewhere(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the loop has ended already
        loop.call_soon_threadsafe(end)


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
