"""Shorter words, the name at the head, and which line matters less."""

from __future__ import annotations

import pytest
from page_room import (
    ASKED,
    at_the_table,
    candidate,
    go_to,
    line,
    press,
    said,
    screen_text,
    settle,
)
from textual.widgets import Button

from companion.domain.page import Section
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.head import HeadScreen
from companion.ui.screens.inside import CompanionDialog
from companion.ui.screens.matters_less import MattersLessScreen
from companion.ui.screens.page import PageScreen
from companion.ui.screens.preview import PreviewScreen
from companion.ui.screens.shorten import ShortenScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.line_input import LineInput

WORDY = [
    candidate("long", "word " * 31, Section.TALK),
    candidate("short", "Two words", Section.TALK),
]
TICKED = [line("long"), line("short")]


async def test_the_words_as_they_were_stand_above_and_the_shorter_ones_are_kept() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "e")
        assert ASKED in screen_text(pilot)
        await press(pilot, *"Ask me first.")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PageScreen)
        assert room.line("asked").wording == "Ask me first."
        assert "Ask me first." in screen_text(pilot)


async def test_letters_typed_into_the_shorter_words_are_only_letters() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "e")
        await press(pilot, *"mtewpnKJ", "space", "q")
        assert pilot.app.screen.query_one(Editor).text == "mtewpnKJ q"
        await press(pilot, "escape")
        assert room.line("asked").wording == "mtewpnKJ q"
        assert room.ticked == ["asked"]


async def test_the_count_follows_the_keys() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, _):
        await go_to(pilot, "asked")
        await press(pilot, "e")
        assert "As they are, the words above: 9 of 20 words" in screen_text(pilot)
        await press(pilot, *"two words")
        assert "2 of 20 words" in screen_text(pilot)


async def test_emptied_the_words_are_printed_as_they_are() -> None:
    async with at_the_table(lines=[line("asked", wording="Ask me.")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "e")
        await pilot.click("#as-they-are")
        await settle(pilot)
        assert room.line("asked").wording == ""
        assert isinstance(pilot.app.screen, PageScreen)


async def test_the_original_can_be_taken_to_cut_from_and_unchanged_it_is_no_shortening() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "e")
        await pilot.click("#start")
        await settle(pilot)
        assert pilot.app.screen.query_one(Editor).text == ASKED
        await press(pilot, "escape")
        assert room.line("asked").wording == ""


async def test_shorter_words_that_could_not_be_kept_stay_on_the_screen() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "e")
        await press(pilot, *"Ask")
        room.shelf.full = True
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ShortenScreen)
        assert pilot.app.screen.query_one(Editor).text == "Ask"
        room.shelf.full = False
        await press(pilot, "escape")
        assert room.line("asked").wording == "Ask"


async def test_a_pause_and_a_lock_keep_the_shorter_words() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "e")
        await press(pilot, *"Ask")
        editor = pilot.app.screen.query_one(Editor)
        editor.post_message(Editor.Settled(editor))
        await settle(pilot)
        assert room.line("asked").wording == "Ask"
        await press(pilot, *" me")
        assert isinstance(pilot.app.screen, CompanionDialog)
        await pilot.app.screen.before_lock()
        assert room.line("asked").wording == "Ask me"


async def test_a_name_is_kept_and_stands_on_the_page() -> None:
    async with at_the_table() as (pilot, room):
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, HeadScreen)
        await press(pilot, *"N. p", "enter")
        assert room.pages.name == "N. p"
        await press(pilot, "p")
        assert "From N. p, for Thursday 26 November 2026." in screen_text(pilot)


async def test_an_empty_name_is_no_name() -> None:
    async with at_the_table() as (pilot, room):
        room.pages.set_name("Noor")
        await press(pilot, "n")
        assert pilot.app.screen.query_one(LineInput).value == "Noor"
        await press(pilot, "backspace")
        await press(pilot, "escape")
        assert room.pages.name == ""


async def test_the_question_at_the_foot_can_be_left_out_and_put_back() -> None:
    async with at_the_table() as (pilot, room):
        for wanted in (False, True):
            await press(pilot, "n")
            await press(pilot, "tab", "enter")
            await press(pilot, "escape")
            assert room.pages.footer is wanted


async def test_a_name_that_could_not_be_kept_stays_in_its_field() -> None:
    async with at_the_table() as (pilot, room):
        await press(pilot, "n")
        await press(pilot, *"Noor")
        room.settings.full = True
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HeadScreen)
        assert pilot.app.screen.query_one(LineInput).value == "Noor"


@pytest.mark.parametrize(("keys", "words"), [("e", "Ask"), ("n", "Noor")])
async def test_whoever_would_rather_leave_a_full_disk_may(keys: str, words: str) -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, keys, *words)
        room.shelf.full = room.settings.full = True
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ShortenScreen | HeadScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, AskScreen)
        await pilot.click("#leave")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PageScreen)


async def test_a_page_that_fits_is_shown_without_a_question() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, _):
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PreviewScreen)


async def test_over_a_cap_the_person_is_asked_and_nothing_is_cut_for_them() -> None:
    async with at_the_table(lines=TICKED, candidates=WORDY) as (pilot, room):
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, MattersLessScreen)
        text = screen_text(pilot)
        assert "Which line matters less today?" in text
        assert "11 words over" in text
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PageScreen)
        assert room.shelf.kept == TICKED


async def test_going_back_changes_nothing() -> None:
    async with at_the_table(lines=TICKED, candidates=WORDY) as (pilot, room):
        await press(pilot, "p")
        await pilot.click("#back")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PageScreen)
        assert room.shelf.kept == TICKED


async def test_the_line_that_matters_less_is_left_out_and_the_page_is_shown() -> None:
    async with at_the_table(lines=TICKED, candidates=WORDY) as (pilot, room):
        await press(pilot, "p")
        await press(pilot, "enter", "tab", "enter")
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert room.ticked == ["short"]


async def test_the_line_can_be_shortened_until_the_page_fits() -> None:
    async with at_the_table(lines=TICKED, candidates=WORDY) as (pilot, room):
        await press(pilot, "p")
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, ShortenScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MattersLessScreen)
        await press(pilot, "enter", "enter")
        await press(pilot, *"few", "escape")
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert room.line("long").wording == "few"


async def test_a_page_that_holds_too_much_can_be_seen_but_not_saved() -> None:
    async with at_the_table(lines=TICKED, candidates=WORDY) as (pilot, _):
        await press(pilot, "p")
        await pilot.click("#see")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PreviewScreen)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert not pilot.app.screen.query("#save")
        assert "save as a file" not in screen_text(pilot)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_the_whole_page_has_a_cap_of_its_own(size: tuple[int, int]) -> None:
    full = [
        candidate(f"{section}-{index}", "word " * words, section)
        for section, lines, words in (
            (Section.ONE_THING, 1, 40),
            (Section.TALK, 3, 20),
            (Section.SINCE, 1, 50),
            (Section.TRIED, 3, 25),
            (Section.MANAGED, 1, 25),
            (Section.QUESTIONS, 3, 20),
        )
        for index in range(lines)
    ]
    ticked = [line(one.answer_id, one.section) for one in full]
    async with at_the_table(lines=ticked, candidates=full, size=size) as (pilot, _):
        assert "310 of 300 words, 10 words over" in screen_text(pilot)
        await press(pilot, "p")
        asked = " ".join(screen_text(pilot).split())
        assert "The page holds more than it should: 10 words over." in asked
        assert not said(pilot)


async def test_every_dialog_has_its_buttons_within_reach_in_a_very_small_window() -> None:
    async with at_the_table(lines=TICKED, candidates=WORDY, size=(40, 12)) as (pilot, _):
        for key in ("p", "e", "n"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, CompanionDialog)
            for button in pilot.app.screen.query(Button):
                button.focus()
                await settle(pilot)
                assert str(button.label).strip()[:8] in screen_text(pilot)
            await press(pilot, "escape")
