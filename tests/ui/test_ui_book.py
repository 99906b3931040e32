"""The book's table: ticking, reading, seeing it as it is printed, saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from book_room import ENTRIES, at_the_book, fill, listed, ticked
from support.fakes import FakeShelf
from support.shelves import path as path_of
from support.shelves import text
from textual.widgets import Button
from walk_room import open_notebook

from companion.domain.errors import StorageError
from companion.domain.path import Option, Step, StepKind
from companion.ui.screens.book import BookScreen
from companion.ui.screens.book_preview import BookPreviewScreen
from companion.ui.screens.head import HeadScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.parting import PartingScreen
from companion.ui.screens.passage import PassageScreen
from companion.ui.screens.save_book import SaveBookScreen
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.long_text import LongText

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen

SIZES = pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)], ids=str)
MANY = 4000
ENDING = path_of(
    "ending",
    "Before we part",
    text("scene", "What was it like?"),
    Step(
        "keep",
        StepKind.CHOICE,
        "What becomes of it?",
        options=(Option("keep", "Keep"), Option("wipe", "Wipe"), Option("later", "Later")),
    ),
)


@SIZES
async def test_nothing_is_ticked_at_the_beginning(size: tuple[int, int]) -> None:
    async with at_the_book(*ENTRIES, size=size) as room:
        shown = room.text()
        assert "The book" in shown
        assert "□ plum" in shown
        assert "■" not in shown
        assert ticked(room) == set()


async def test_passages_stand_under_the_title_and_day_of_their_entry() -> None:
    async with at_the_book(*ENTRIES) as room:
        rows = [row.strip() for row in room.text().splitlines()]
        at = rows.index("□ Entry 0  Sat 28 Feb")
        assert rows[at : at + 5] == [
            "□ Entry 0  Sat 28 Feb",
            "□ plum",
            "□ pear",
            "□ Entry 1  Sun 1 Mar",
            "□ fig",
        ]


async def test_space_ticks_and_takes_back_and_is_kept_at_once() -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.press("space")
        assert ticked(room) == {"0.0"}
        assert "■ plum" in room.text()
        assert "ticked: 1" in room.text()
        await room.press("down", "space", "up", "space")
        assert ticked(room) == {"0.1"}


async def test_on_its_heading_or_by_a_key_a_whole_entry_is_ticked() -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.press("up", "space")
        assert ticked(room) == {"0.0", "0.1"}
        await room.press("down", "space")
        assert "◧ Entry 0" in room.text()
        await room.press("e")
        assert ticked(room) == {"0.0", "0.1"}
        await room.press("e")
        assert ticked(room) == set()


async def test_the_mouse_ticks_by_the_box_alone() -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.click(listed(room), offset=(12, 2))
        assert ticked(room) == set()
        assert listed(room).cursor == 2
        await room.click(listed(room), offset=(3, 2))
        assert ticked(room) == {"0.1"}
        await room.click(listed(room), offset=(0, 3))
        assert ticked(room) == {"0.1", "1.0"}


async def test_where_a_passage_is_from_is_seen_beside_it() -> None:
    async with at_the_book(*ENTRIES) as room:
        said = " ".join(room.text().split())
        assert "From “Entry 0”, Saturday 28 February 2026: What of 0? Only you see this." in said


@SIZES
async def test_a_long_passage_is_read_whole_and_ticked_there(size: tuple[int, int]) -> None:
    async with at_the_book(("It began. " * 300 + "Then I rang.",), size=size) as room:
        await room.press("enter")
        assert isinstance(room.screen, PassageScreen)
        await room.press("end")
        assert "rang." in room.text()
        await room.press("tab", "enter")
        assert ticked(room) == {"0.0"}
        await room.press("enter", "escape")
        assert ticked(room) == {"0.0"}


async def test_a_disk_that_refuses_shows_what_was_kept_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.press("space")

        def refuse(*_: object) -> None:
            raise StorageError

        with monkeypatch.context() as patch:
            patch.setattr(room.context.open.books._settings, "put", refuse)
            await room.press("down", "space")
            assert any("disk may be full" in told for told in room.told)
        assert ticked(room) == {"0.0"}
        assert room.text().count("■ p") == 1
        await room.press("space")
        assert ticked(room) == {"0.0", "0.1"}


async def test_a_key_right_before_leaving_is_kept() -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.pilot.press("space", "escape")
        await room.settle()
        assert isinstance(room.screen, HomeScreen)
        assert ticked(room) == {"0.0"}


async def test_a_lock_keeps_what_is_ticked() -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.pilot.press("space", "ctrl+l")
        await room.settle()
        assert not room.app.is_open
        assert set(room.world.opened().books.desk().ticked) == {"0.0"}


async def test_without_a_passage_it_says_so_and_no_key_works_on_one() -> None:
    async with at_the_book() as room:
        assert "nothing here yet" in room.text()
        await room.press("space", "e", "p", "n", "enter")
        assert isinstance(room.screen, PartingScreen)


async def test_the_name_and_the_days_are_the_persons_choice() -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.press("n")
        assert isinstance(room.screen, HeadScreen)
        room.screen.query_one(LineInput).value = "Ada"
        room.screen.query_one("#head-more", Button).press()
        await room.press("escape")
        desk = room.opened.books.desk()
        assert (desk.name, desk.with_days) == ("Ada", True)


async def test_the_preview_is_the_very_text_and_comes_once_something_is_ticked() -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.press("p")
        assert isinstance(room.screen, BookScreen)
        assert any("Nothing is ticked yet" in told for told in room.told)
        await room.press("space", "p")
        assert isinstance(room.screen, BookPreviewScreen)
        books = room.opened.books
        assert room.screen.query_one(LongText)._text == books.render(books.bound(books.desk()))
        assert "plum" in room.text()
        assert "pear" not in room.text()


@SIZES
async def test_a_book_as_long_as_a_year_is_seen_to_its_end(size: tuple[int, int]) -> None:
    lines = tuple(f"leaf {n} " + "and on " * 30 for n in range(300))
    async with at_the_book(lines, size=size) as room:
        await room.press("e", "p", "end")
        assert "leaf 299" in room.text() or "and on" in room.text().splitlines()[-5]
        assert "leaf 0" not in room.text()


async def test_it_is_saved_in_any_form_and_one_is_back_at_the_table(tmp_path: Path) -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.press("space", "p", "s")
        screen = cast("Screen[object]", room.screen)
        assert isinstance(screen, SaveBookScreen)
        screen.query_one("#md", Button).press()
        await room.settle()
        field = screen.query_one("#file", LineInput)
        assert field.value.endswith("words.md")
        field.value = str(tmp_path / "words.md")
        screen.query_one("#save", Button).press()
        await room.settle()
        assert room.world.outbox.files == {tmp_path / "words.md": "md\nplum"}
        assert "The book is saved" in room.text()
        screen.query_one("#close", Button).press()
        await room.settle()
        assert isinstance(room.screen, BookScreen)


async def test_a_pdf_is_printed_as_large_and_locked_as_was_asked(tmp_path: Path) -> None:
    async with at_the_book(*ENTRIES) as room:
        await room.press("space", "p", "s")
        screen = room.screen
        for button in ("paper", "large"):
            screen.query_one(f"#{button}", Button).press()
        screen.query_one("#password", LineInput).value = "sesame"
        screen.query_one("#file", LineInput).value = str(tmp_path / "words.pdf")
        await room.settle()
        screen.query_one("#save", Button).press()
        await room.settle()
        assert room.world.outbox.files == {tmp_path / "words.pdf": "sesameletter-large\nplum"}


async def test_thousands_of_passages_are_not_all_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    row = BookScreen._row

    def counted(self: BookScreen, *arguments: object) -> object:
        made = row(self, *arguments)  # type: ignore[arg-type]  # passed on
        drawn.append(made.id)
        return made

    monkeypatch.setattr(BookScreen, "_row", counted)
    many = tuple(tuple(f"leaf {e} {n}" for n in range(4)) for e in range(MANY // 4))
    async with at_the_book(*many) as room:
        assert listed(room).height == MANY + MANY // 4
        await room.press("end", "space")
        assert ticked(room) == {f"{MANY // 4 - 1}.3"}
        assert f"leaf {MANY // 4 - 1} 3" in room.text()
        assert len(set(drawn)) < MANY // 10


HOSTILE = ("I feel [sad]", "a [/ b", "[@click=app.quit]x[/]", "\x1b[2J\x9b31m", "漢字" * 90)


async def test_a_persons_words_are_never_markup() -> None:
    async with at_the_book(HOSTILE) as room:
        assert "I feel [sad]" in room.text()
        for _ in HOSTILE:
            await room.press("enter", "escape", "space", "down")
        await room.press("p")
        assert "a [/ b" in room.text()


async def test_it_is_reached_from_home_and_from_looking_after_the_notebook() -> None:
    async with open_notebook() as room:
        fill(room, *ENTRIES)
        await room.press("b")
        assert isinstance(room.screen, BookScreen)
        await room.press("escape", "k")
        room.screen.query_one("#book", Button).press()
        await room.settle()
        assert isinstance(room.screen, BookScreen)
        titles = [one.title for one in room.app.get_system_commands(room.screen)]
        assert "see the book" in titles


async def test_a_therapy_that_was_closed_has_its_book_in_the_list() -> None:
    async with open_notebook() as room:
        fill(room, *ENTRIES)
        room.opened.journeys.begin("Tuesdays")
        await room.press("v", "home", "w")
        assert isinstance(room.screen, BookScreen)
        assert "plum" in room.text()


@pytest.mark.parametrize(
    ("chosen", "leads_to"),
    [("keep", BookScreen), ("wipe", PartingScreen), ("later", HomeScreen)],
)
async def test_what_was_chosen_at_the_end_is_offered_and_nothing_is_done(
    chosen: str, leads_to: type[object]
) -> None:
    async with open_notebook(ENDING) as room:
        assert isinstance(room.app.house.notebook._around.shelf, FakeShelf)
        walk = room.opened.reflecting.begin("ending").forward()
        walk = walk.answered((chosen,), room.opened.reflecting.new_answer_id)
        while not walk.at_end:
            walk = walk.forward()
        screen = room.screen
        assert isinstance(screen, HomeScreen)
        room.app.run_worker(screen._walking.go(walk))
        await room.settle()
        await room.press("ctrl+n")
        if chosen != "later":
            await room.press("right", "enter")
        assert isinstance(room.screen, leads_to)
        assert room.world.vault.is_open
