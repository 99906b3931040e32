"""A notebook with some entries, and the book's table in front of it, kept in memory."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from support.builders import a_reflection, an_answer
from support.reflections import MemoryReflections
from walk_room import Room, open_notebook

from companion.ui.screens.book import BookScreen
from companion.ui.widgets.passage_list import PassageList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.screen import Screen

ENTRIES = (("plum", "pear"), ("fig",))


def fill(room: Room, *entries: tuple[str, ...]) -> None:
    """One entry a day, the first the oldest; each text is an answer."""
    store, journey = MemoryReflections(room.memory), room.memory.journeys[0].id
    now = room.world.clock.now()
    for number, texts in enumerate(entries):
        answers = [
            an_answer(f"{number}.{n}", text, prompt=f"What of {number}?")
            for n, text in enumerate(texts)
        ]
        made = a_reflection(
            f"entry-{number}",
            *answers,
            when=now - timedelta(days=len(entries) - number),
            title=f"Entry {number}",
        )
        store.put(replace(made, journey_id=journey))


@asynccontextmanager
async def at_the_book(
    *entries: tuple[str, ...], size: tuple[int, int] = (80, 24), on_the_way: bool = False
) -> AsyncIterator[Room]:
    """The book's table, with these entries."""
    async with open_notebook(size=size) as room:
        fill(room, *entries)
        screen = BookScreen(room.context, on_the_way=on_the_way)
        await room.show(cast("Screen[object]", screen))
        yield room


def listed(room: Room) -> PassageList:
    return room.screen.query_one(PassageList)


def ticked(room: Room) -> set[str]:
    """What is kept as ticked."""
    return set(room.opened.books.desk().ticked)
