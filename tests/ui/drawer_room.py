"""An Unsaid drawer with things in it, for the tests of its screens."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from support.builders import a_reflection, an_answer
from support.reflections import MemoryReflections

from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.ui.screens.happened import HappenedScreen
from companion.ui.screens.rehearse import RehearseScreen
from companion.ui.screens.unsaid import UnsaidScreen
from companion.ui.screens.unsaid_item import UnsaidItemScreen

if TYPE_CHECKING:
    from textual.screen import Screen
    from walk_room import Room

    from companion.domain.ladder import Standing

PROMPT = "What would you want them to know?"
TITLE = "A bump in the road"


def put(
    room: Room,
    answer_id: str,
    words: str,
    *,
    days: int = 0,
    section: Section | None = Section.ABOUT_US,
    beside: str = "",
) -> None:
    """Put something into the drawer, some days ago; without a section it is for no page.

    What stands beside it in its entry is not in the drawer.
    """
    answer = an_answer(answer_id, words, prompt=PROMPT, place=Place.UNSAID, section=section)
    when = room.world.clock.now() - timedelta(days=days)
    journey = room.memory.journeys[0].id
    others = (an_answer(f"{answer_id}-beside", beside),) if beside else ()
    entry = a_reflection(
        f"of-{answer_id}", answer, *others, when=when, journey_id=journey, title=TITLE
    )
    MemoryReflections(room.memory).put(entry)


def tick(room: Room, answer_id: str) -> None:
    """Tick something for the next page, and agree to it."""
    pages = room.opened.pages
    pages.keep(pages.desk(), [Line(answer_id, Section.ABOUT_US, agreed=True)])


def ticked(room: Room) -> set[str]:
    """What is ticked for the next page."""
    return {line.answer_id for line in room.opened.pages.desk().lines}


def standing(room: Room, answer_id: str = "clock") -> Standing:
    """Where something stands, as it is kept."""
    return room.opened.drawer.item(answer_id).standing


async def at_drawer(room: Room) -> None:
    await room.show(cast("Screen[object]", UnsaidScreen(room.context)))


async def at_item(room: Room, answer_id: str = "clock") -> None:
    await room.show(cast("Screen[object]", UnsaidItemScreen(room.context, answer_id)))


async def rehearsing(room: Room, answer_id: str = "clock") -> None:
    item = room.opened.drawer.item(answer_id)
    on_page = answer_id in ticked(room)
    screen = RehearseScreen(room.context, item, ticked=on_page)
    await room.show(cast("Screen[object]", screen))


async def telling(room: Room, answer_id: str = "clock") -> None:
    item = room.opened.drawer.item(answer_id)
    await room.show(cast("Screen[object]", HappenedScreen(room.context, item)))
