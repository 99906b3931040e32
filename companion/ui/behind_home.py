"""What is done once home is seen: help of one's own is read, and the notebook looked after."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.safekeeping import NoticeKind
from companion.hardening import give_back

if TYPE_CHECKING:
    from companion.ui.screens.home import HomeScreen


async def look_after(home: HomeScreen, *, first: bool) -> None:
    """Know one's own help before anyone asks for it, and make the day's backup if it is due.

    Args:
        home: The first screen of the open notebook.
        first: Whether the notebook was only just made.
    """
    await home.seen.wait()
    context = home.context
    with suppress(CompanionError):  # first of all: help never waits behind a backup
        await context.in_order(context.open.own_help.read)
    if not context.house.is_demo:
        await _look_after_notebook(home, first=first)
    give_back()  # what only the opening needed


async def _look_after_notebook(home: HomeScreen, *, first: bool) -> None:
    context, app = home.context, home.app
    with suppress(CompanionError):  # locked in the meantime
        kept = context.house.notebook.safekeeping
        # A backup of what was only just made would stand in the way of the first day's.
        for notice in await context.in_order(kept.notices if first else kept.look_after):
            # Where the folder lies is said once; later it stands where one looks after it.
            if first or notice.kind is not NoticeKind.SYNCED:
                text = home.say(f"safekeeping.notice.{notice.kind}", detail=notice.detail)
                app.notify(text, markup=False, severity="warning", timeout=20)
