"""Reading one entry: as it was asked, as it was written."""

from __future__ import annotations

import pytest
from journal_room import (
    DOOR,
    HOSTILE,
    NEVER,
    POINT,
    RATED,
    SEA,
    at_the_journal,
    entry,
    here,
    places,
    read_entry,
    reading,
)
from rich.cells import cell_len
from support.builders import an_answer, parked
from walk_room import open_notebook

from companion.domain.errors import StorageError
from companion.domain.path import Place, StepKind
from companion.domain.walk import Walk
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.move_answer import MoveAnswerScreen
from companion.ui.widgets.answers import AnswerView

# Reading


async def test_an_entry_shows_what_was_asked_what_was_said_and_where_it_is() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, parked("hill", "over the hill"), SEA)
        text = [line.strip(" ▌") for line in room.text().splitlines()]
        assert "Speaking freely" in text[1]
        assert "Monday 2 March 2026, 18:30" in text[1]
        start = text.index("What happened?")
        assert text[start : start + 11] == [
            "What happened?",
            "the yellow door",
            "stays here",
            "",
            "What stayed with you?",
            "over the hill",
            "parked for the session",
            "",
            "What stayed?",
            "how loud the sea was",
            "in the Unsaid drawer · keep",
        ]


async def test_a_rating_is_a_number_and_dots_and_a_point_is_said_in_words() -> None:
    async with open_notebook() as room:
        none = an_answer("none", 0, kind=StepKind.RATING, prompt="And now?", section=None)
        await reading(room, RATED, none, POINT)
        text = room.text()
        assert "7  ●●●●●●●○○○" in text
        assert "0  ○○○○○○○○○○" in text
        assert "pleasant, a little slow" in text
        assert "stays here" not in text


async def test_a_free_line_is_not_asked_by_its_own_title() -> None:
    async with open_notebook() as room:
        room.opened.reflecting.note("a kite over the pier", "A free line")
        (made,) = room.memory.reflections
        await read_entry(room, made)
        assert room.text().count("A free line") == 1
        assert "a kite over the pier" in room.text()


async def test_lines_blanks_and_paragraphs_stay_as_they_were_written() -> None:
    async with open_notebook() as room:
        await reading(room, an_answer("poem", "first\n\n  indented\nlast"))
        text = [line.removeprefix("  ▌").removeprefix("   ") for line in room.text().splitlines()]
        start = text.index("first")
        assert text[start : start + 4] == ["first", "", "  indented", "last"]


@pytest.mark.parametrize("width", [200, 120, 80, 60, 40])
async def test_a_long_text_is_wrapped_and_never_wider_than_prose(width: int) -> None:
    async with open_notebook(size=(width, 50)) as room:
        await reading(room, an_answer("long", "many words and " * 40 + "終わり"))
        body = [line for line in room.text().splitlines() if "many words" in line]
        assert len(body) > 1
        widest = max(cell_len(line.strip(" ▌│")) for line in body)
        assert widest <= min(78, width)
        assert "終わり" in room.text()


async def test_a_draft_says_that_it_is_unfinished_and_a_finished_one_offers_no_going_on() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, draft=True)
        assert "Speaking freely, unfinished" in room.text()
        assert "Go on with it" in room.text()
        await room.press("escape")
        await reading(room, DOOR)
        assert "unfinished" not in room.text()
        assert "go on with it" not in room.text().lower()
        await room.press("c")
        assert isinstance(room.screen, EntryScreen)


@pytest.mark.parametrize("how", ["key", "button", "mouse"])
async def test_going_on_with_a_draft_gives_the_walk_back(how: str) -> None:
    async with open_notebook() as room:
        walk = room.opened.reflecting.begin("hope").answered("over the hill", lambda: "a")
        room.opened.reflecting.keep_draft(walk.forward())
        await read_entry(room, walk.id)
        if how == "key":
            await room.press("c")
        elif how == "button":
            await room.press("tab", "enter")
        else:
            await room.click("#go_on")
        assert isinstance(room.result, Walk)
        assert (room.result.id, room.result.step.id) == (walk.id, "push")


async def test_a_draft_of_a_path_that_is_gone_is_told_and_stays_to_be_read() -> None:
    async with open_notebook() as room:
        entry(room, DOOR, draft=True, path_id="of another shelf")
        await read_entry(room)
        await room.press("c")
        assert room.told
        assert "the yellow door" in room.text()


async def test_an_entry_that_is_gone_meanwhile_closes_its_screen() -> None:
    async with open_notebook() as room:
        await read_entry(room, "nowhere")
        assert room.result is None
        assert not isinstance(room.screen, EntryScreen)


async def test_a_notebook_that_cannot_be_read_is_told() -> None:
    async with open_notebook() as room:
        entry(room, DOOR)

        def broken(_: str) -> None:
            raise StorageError

        room.opened.journal.entry = broken  # type: ignore[method-assign, assignment]  # on purpose
        await read_entry(room)
        assert isinstance(room.screen, EntryScreen)
        assert "could not be read" in room.told[0]


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_text_is_read_as_markup(text: str) -> None:
    async with open_notebook() as room:
        entry(room, an_answer("a", text, prompt=text), title=text)
        await read_entry(room)
        shown = room.text()
        assert not set("\x1b\x9b\u202e") & set(shown)
        assert not text.startswith("I feel") or shown.count("I feel [sad] today") >= 2
        await room.press("m", "escape", "escape")
        assert room.app.is_running


# The cursor


async def test_the_cursor_goes_from_answer_to_answer_and_stops_at_both_ends() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA, RATED)
        went = [here(room)]
        for key in ("down", "j", "down", "up", "k", "k", "end", "home"):
            await room.press(key)
            went.append(here(room))
        assert went == ["door", "sea", "open", "open", "sea", "door", "door", "open", "door"]


async def test_a_click_puts_the_cursor_on_an_answer() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        view = room.screen.query(AnswerView).last()
        await room.click(view, (2, 0))
        assert here(room) == "sea"


async def test_an_answer_longer_than_the_window_is_read_to_its_end_before_the_next() -> None:
    long = an_answer("long", "\n".join(f"line {n}." for n in range(60)))
    async with open_notebook() as room:
        await reading(room, long, DOOR)
        read = set[str]()
        for _ in range(40):
            read |= {word for word in room.text().splitlines() if "line " in word}
            if here(room) == "door":
                break
            await room.press("down")
        assert here(room) == "door"
        assert len({line.strip(" ▌█▁▂▃▄▅▆▇") for line in read}) >= 60
        await room.press("up")
        assert "line 59." in room.text()


async def test_a_page_down_takes_the_cursor_along() -> None:
    many = [an_answer(f"a{n}", f"text {n}") for n in range(30)]
    async with open_notebook() as room:
        await reading(room, *many)
        await room.press("pagedown", "pagedown")
        assert f"text {here(room).removeprefix('a')}" in room.text()
        assert here(room) != "a0"
        await room.press("pageup", "pageup", "pageup")
        assert "text 0" in room.text()
        assert f"text {here(room).removeprefix('a')}" in room.text()


async def test_help_now_and_the_lock_work_over_the_questions_too() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR)
        await room.press("m", "ctrl+g", "escape")
        assert isinstance(room.screen, MoveAnswerScreen)
        await room.press("ctrl+l")
        assert not room.app.is_open
        assert "yellow" not in room.text()


@pytest.mark.parametrize("size", [(200, 50), (80, 24), (60, 20), (40, 12)])
async def test_at_every_size_every_answer_and_every_question_can_be_reached(
    size: tuple[int, int],
) -> None:
    async with at_the_journal(size=size) as room:
        await reading(room, DOOR, RATED, POINT, SEA)
        await room.press("end")
        assert "loud the sea" in room.text()
        await room.press("m", "up", "enter")
        assert places(room)["sea"] is Place.PARKED
        await room.press("d")
        assert "brings it back, until you lock" in " ".join(room.text().split())
        await room.press("enter", "escape")
        assert isinstance(room.screen, JournalScreen)


async def test_a_window_that_changes_its_size_keeps_the_cursor() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA, NEVER)
        await room.press("end")
        for size in ((40, 12), (200, 50), (60, 20), (80, 24)):
            await room.pilot.resize_terminal(*size)
            await room.settle()
            assert here(room) == "never"
            assert "the money" in room.text()


@pytest.mark.parametrize(
    ("width", "moment"),
    [
        (120, "Monday 2 March 2026, 18:30"),
        (60, "Monday 2 March 2026, 18:30"),
        (52, "Mon 2 Mar, 18:30"),
        (40, "Mon 2 Mar"),
    ],
)
async def test_title_and_day_are_both_whole_however_narrow_it_is(width: int, moment: str) -> None:
    async with open_notebook(size=(width, 24)) as room:
        await reading(room, DOOR, draft=True)
        head = next(line for line in room.text().splitlines() if "Speaking" in line).split("  ")
        assert [part.strip() for part in head if part] == ["Speaking freely, unfinished", moment]


async def test_without_colour_the_cursor_can_still_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        marked = [line for line in room.text().splitlines() if "▌" in line]
        assert "the yellow door" in marked[1]
        assert not any("sea" in line for line in marked)
