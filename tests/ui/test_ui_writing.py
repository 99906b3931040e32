"""Writing: safe two seconds after the last key, long texts, windows that change in between."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, cast

import pytest
from drawer_room import put
from support.shelves import path, text
from textual import events
from walk_room import Room, open_notebook, walking

from companion.domain.ladder import Rung
from companion.domain.text import clean
from companion.ui.screens.happened import HappenedScreen
from companion.ui.screens.note import NoteScreen
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.screens.rehearse import RehearseScreen
from companion.ui.widgets.editor import MEASURE, Editor
from companion.ui.widgets.moves import Kept
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

ONE = path("one", "One", text("road", "What small road is there?"))
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"


@dataclass
class Pause:
    """Something that shall be done after a while, unless it is stopped."""

    due: float
    call: Callable[[], object] | None

    def stop(self) -> None:
        self.call = None


@dataclass
class Seconds:
    """A clock for pauses that stands still until it is told to go on."""

    now: float = 0.0
    waiting: list[Pause] = field(default_factory=list)

    def set_timer(self, delay: float, callback: Callable[[], object]) -> Pause:
        self.waiting.append(Pause(self.now + delay, callback))
        return self.waiting[-1]

    async def go_on(self, room: Room, seconds: float) -> None:
        """Let time pass, and everything that is due be done."""
        self.now += seconds
        due = [pause for pause in self.waiting if pause.due <= self.now]
        self.waiting = [pause for pause in self.waiting if pause.due > self.now]
        for pause in due:
            if pause.call is not None:
                pause.call()
        await room.settle()


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    """The time that pauses in writing are measured with."""
    clock = Seconds()
    for owner in (Editor, StepView):
        monkeypatch.setattr(
            owner, "set_timer", lambda _, delay, callback: clock.set_timer(delay, callback)
        )
    return clock


def kept(room: Room) -> str:
    """Every word that is in the notebook."""
    said = [answer.shown for _, answer in room.memory.answers()]
    tried = [f"{one.rehearsal.all} {one.after}" for one in room.memory.standings.values()]
    return " ".join([*said, *tried])


def screen(room: Room, what: str) -> Screen[object]:
    """A screen on which one writes."""
    if what == "a reflection":
        made: object = ReflectScreen(room.context, room.opened.reflecting.begin("one"))
    elif what == "a free line":
        made = NoteScreen(room.context)
    else:
        put(room, "clock", "the clock")
        if what == "what came after":
            room.opened.drawer.move("clock", Rung.SAID)
        item = room.opened.drawer.item("clock")
        kind = RehearseScreen if what == "a rehearsal" else HappenedScreen
        made = kind(room.context, item)
    return cast("Screen[object]", made)


@pytest.mark.parametrize("what", ["a reflection", "a free line", "a rehearsal", "what came after"])
async def test_words_are_on_disk_two_seconds_after_the_last_key(
    what: str, seconds: Seconds
) -> None:
    async with open_notebook(ONE) as room:
        await room.show(screen(room, what))
        room.screen.query(Editor).first().focus()
        await room.press(*"half")
        await seconds.go_on(room, 1.9)
        await room.press("a")
        await seconds.go_on(room, 1.9)
        assert "half" not in kept(room)
        assert room.kept_word is Kept.WAITS
        await seconds.go_on(room, 0.1)
        assert "halfa" in kept(room)
        assert room.kept_word is Kept.SAVED
        saves = room.memory.saves
        await seconds.go_on(room, 60)
        assert room.memory.saves == saves


async def test_what_is_chosen_is_on_disk_after_two_seconds_as_well(seconds: Seconds) -> None:
    async with walking(ONE) as room:
        await room.press(*"word", "f2")
        saves = room.memory.saves
        await seconds.go_on(room, 2)
        assert room.memory.saves > saves
        assert room.answer("road").place == room.view.place


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("half a wo", "rd"),
        ("漢", "字かな交じり文"),
        ("cafe", "\u0301 au lait"),
        (FAMILY[:3], FAMILY[3:] + " home"),
        ("مر", "حبا"),
        ("x" * 200, "y"),
    ],
)
async def test_a_window_that_changes_in_the_middle_of_a_word_loses_nothing(
    before: str, after: str
) -> None:
    async with walking(ONE) as room:
        for number, character in enumerate(before + after):
            if number == len(before):
                for size in ((40, 12), (200, 50), (20, 6), (60, 20)):
                    await room.pilot.resize_terminal(*size)
                    await room.pilot.pause()
            room.app.post_message(events.Paste(character))
        await room.settle()
        editor = room.screen.query_one(Editor)
        assert clean(editor.text) == clean(before + after)
        assert editor.has_focus
        await room.press("escape")
        assert room.answer("road").shown == clean(before + after)


async def test_two_hundred_thousand_characters_are_kept_and_writing_goes_on_as_before() -> None:
    long = "a few words and a few more, up to the edge of the page\n" * 3_700
    async with walking(ONE, size=(120, 36)) as room:
        await room.press("a")
        short_keys = median([await key(room) for _ in range(5)])
        room.app.post_message(events.Paste(long))
        await room.settle()
        long_keys = median([await key(room) for _ in range(5)])
        editor = room.screen.query_one(Editor)
        assert len(editor.text) > 200_000
        # Of the processor's own time, so that a busy machine makes no difference.
        assert long_keys < 6 * short_keys + 0.02
        words = editor.text
        await room.press("escape")
        assert room.answer("road").shown == clean(words)


async def key(room: Room) -> float:
    """Seconds of the processor's time for one key, drawn."""
    begun = time.process_time()
    await room.pilot.press("y")
    return time.process_time() - begun


@pytest.mark.parametrize("size", [(120, 36), (200, 50), (80, 24), (40, 12)])
async def test_no_line_of_words_is_wider_than_the_measure_or_the_window(
    size: tuple[int, int],
) -> None:
    async with walking(ONE, size=size) as room:
        room.app.post_message(events.Paste("a few words " * 60))
        await room.settle()
        editor = room.screen.query_one(Editor)
        widest = max(len(line) for lines in editor.wrapped_document.lines for line in lines)
        assert widest <= min(MEASURE, size[0])
        assert widest > min(MEASURE, size[0]) - 20
        assert all(len(line.rstrip()) <= size[0] for line in room.text().splitlines())
