"""The door of the app: a notebook that is shut, and the passphrase that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, settled, write

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.house import House
    from support.time import FixedClock


def locked_house(folder: Path, clock: FixedClock, code: str = "") -> House:
    """A house whose notebook is set up, and locked.

    Args:
        folder: The notebook's folder, which is not there yet.
        clock: What time it is.
        code: The recovery code; empty: there is none.
    """
    house = CheapBuilder(clock, str(folder)).house
    house.notebook.set_up(PASSPHRASE, code=code)
    house.notebook.lock()
    return house


async def unlock(pilot: Pilot[None], secret: str = PASSPHRASE) -> None:
    """Type what opens it, and wait for what comes of it."""
    await settled(pilot)
    await write(pilot, secret)
    await press(pilot, "enter")
    await settled(pilot)
