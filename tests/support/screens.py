"""Driving the app as a person would: keys, and looking at what is on the screen."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

_LONGEST, _A_MOMENT = 20.0, 0.01
"""Seconds that something is waited for, and between one look and the next."""


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the notebook's thread has done what it was asked, and it is drawn.

    Workers are not waited for: one that asks a question ends when it is answered.
    """
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press some keys, and wait for what comes of each."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Write a text where the cursor is: the first character by key, the rest in one go."""
    first = "space" if text[0] == " " else "slash" if text[0] == "/" else text[0]
    await pilot.press(first)
    pilot.app.post_message(events.Paste(text[1:]))
    await pilot.pause()


async def until(pilot: Pilot[None], shown: Callable[[], bool]) -> None:
    """Wait for something that a slow machine may draw a little later.

    Raises:
        AssertionError: If it is not so after a long while.
    """
    end = time.monotonic() + _LONGEST
    while not shown() and time.monotonic() < end:
        await asyncio.sleep(_A_MOMENT)
        await settled(pilot)
    assert shown(), seen(pilot)


def seen(pilot: Pilot[None]) -> str:
    """Everything that can be read on the screen, line by line."""
    lines = (
        "".join(segment.text for segment in strip)
        for strip in pilot.app.screen._compositor.render_strips()
    )
    return "\n".join(line.rstrip() for line in lines)
