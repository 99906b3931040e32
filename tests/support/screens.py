"""Driving the app as a person would: keys, and looking at what is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.ui.app import CompanionApp

_MOST_DRAWINGS = 50


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the notebook's thread has done what it was asked, and it is drawn.

    Workers are not waited for: one that asks a question ends when it is answered.
    """
    for _ in range(2):
        await pilot.pause()
        await cast("CompanionApp", pilot.app).in_order(_nothing)
    await pilot.pause()


def _nothing() -> None:
    """What the notebook's thread does last."""


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
        AssertionError: If it is not so after many drawings.
    """
    for _ in range(_MOST_DRAWINGS):
        if shown():
            return
        await settled(pilot)
    assert shown(), seen(pilot)


def seen(pilot: Pilot[None]) -> str:
    """Everything that can be read on the screen, line by line."""
    lines = (
        "".join(segment.text for segment in strip)
        for strip in pilot.app.screen._compositor.render_strips()
    )
    return "\n".join(line.rstrip() for line in lines)
