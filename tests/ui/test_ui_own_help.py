"""My people and my steps, written in the app; the open card only after a clear yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting_room import settings
from textual.widgets import Button, OptionList, Static
from walk_room import WORDS, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.own_help import HEADINGS
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.own_lines import OwnLinesScreen
from companion.ui.screens.own_people import OwnPeopleScreen
from companion.ui.screens.own_step import OwnStepScreen
from companion.ui.screens.own_steps import OwnStepsScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from textual.screen import Screen

SIZES = pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)], ids=str)


async def at_people(at: Room) -> None:
    await at.show(OwnPeopleScreen(at.context))  # type: ignore[arg-type]  # its result


async def at_steps(at: Room) -> None:
    await at.show(OwnStepsScreen(at.context))  # type: ignore[arg-type]  # its result


async def meet(at: Room, name: str, reach: str) -> None:
    await at.press("a", *name, "enter", *reach, "enter")


def people(at: Room) -> list[str]:
    return [one.line for one in at.opened.own_help.read().people]


def steps(at: Room) -> list[tuple[str, str]]:
    return [(one.heading, one.text) for one in at.opened.own_help.read().steps]


def says(at: Room, selector: str) -> str:
    return " ".join(str(at.screen.query_one(selector, Static).content).split())


async def test_someone_is_written_down_with_two_lines() -> None:
    async with open_notebook() as at:
        await at_people(at)
        assert at.screen.query_one("#none").display
        await meet(at, "Anna", "555")
        assert people(at) == ["Anna: 555"]
        assert "Anna: 555" in at.text()


async def test_leaving_the_two_lines_with_escape_keeps_them() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await at.press("a", *"Anna", "escape")
        assert people(at) == ["Anna"]


async def test_locking_in_the_middle_of_a_name_keeps_it_and_leaves_no_word() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await at.press("a", *"Anna")
        dialog: Screen[object] = at.screen
        await at.press("ctrl+l")
        assert '"Anna"' in at.memory.settings["help.people"]
        assert all(not field.value for field in dialog.query(LineInput))


async def test_enter_changes_the_one_under_the_cursor_and_emptied_they_are_gone() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await meet(at, "Anna", "5")
        await at.press("enter")
        assert isinstance(at.screen, OwnLinesScreen)
        for field in at.screen.query(LineInput):
            field.value = ""
        await at.press("escape")
        assert people(at) == []


async def test_they_stand_in_the_persons_order_and_one_is_taken_off_after_a_question() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await meet(at, "Anna", "1")
        await meet(at, "Bo", "2")
        await at.press("K")
        assert people(at) == ["Bo: 2", "Anna: 1"]
        at.screen.query_one(OptionList).highlighted = 0
        await at.press("d")
        assert isinstance(at.screen, AskScreen)
        await at.press("escape")
        assert people(at) == ["Bo: 2", "Anna: 1"]
        await at.press("d")
        await at.click("#remove")
        assert people(at) == ["Anna: 1"]


async def test_the_line_about_the_therapist_is_ones_own() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await at.press("r", *"Call first", "enter")
        assert at.opened.own_help.read().rule == "Call first"
        assert says(at, "#rule-now") == "Call first"


async def test_no_card_is_left_without_a_clear_yes_and_it_is_said_who_can_read_it() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await meet(at, "Anna", "555")
        assert "Anyone who opens this computer can read it" in says(at, "#card-now")
        await at.press("o")
        assert isinstance(at.screen, AskScreen)
        words = at.text().replace("│", " ").split()
        assert "Anyone who opens this computer can read it" in " ".join(words)
        await at.press("enter")  # the answer that has the focus
        assert at.world.vault.card.lines() == ()
        await at.press("o")
        await at.click("#card")
        assert at.world.vault.card.lines() == ("Anna: 555",)
        assert str(at.world.vault.card.file) in says(at, "#card-now")


async def test_a_card_is_taken_back_with_one_key() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await meet(at, "Anna", "555")
        at.opened.own_help.leave_card()
        await at.press("o")
        assert at.world.vault.card.lines() == ()
        assert people(at) == ["Anna: 555"]


async def test_a_card_with_nobody_to_put_on_it_is_told() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await at.press("o")
        assert WORDS.say("own.card.nothing") in at.told
        assert at.world.vault.card.lines() == ()


async def test_what_can_not_be_kept_is_told_and_the_words_stay_on_the_screen() -> None:
    async with open_notebook() as at:
        await at_people(at)
        await at.press("a", *"Anna")
        at.memory.writable = False
        await at.press("escape")
        assert isinstance(at.screen, OwnLinesScreen)
        assert WORDS.say(StorageError.key)[:30] in " ".join(at.text().split())
        assert at.screen.written == ("Anna", "")
        await at.press("escape")
        assert isinstance(at.screen, AskScreen)
        await at.press("escape")
        at.memory.writable = True
        await at.press("escape")
        assert people(at) == ["Anna"]


async def test_my_people_are_reached_from_the_settings_too() -> None:
    async with settings("comma", "p") as at:
        assert isinstance(at.screen, OwnPeopleScreen)
        await at.press("escape")
        at.screen.query_one("#people", SettingRow).focus()
        await at.press("enter")
        assert isinstance(at.screen, OwnPeopleScreen)


async def test_a_few_headings_are_offered_to_begin_with_and_can_be_changed() -> None:
    async with open_notebook() as at:
        await at_steps(at)
        await at.press("h")
        offered = [WORDS.say(f"own.steps.offered.{name}") for name in HEADINGS]
        assert steps(at) == [(heading, "") for heading in offered]
        await at.press("enter")
        at.screen.query_one("#heading", LineInput).value = "My own heading"
        await at.press(*"walk", "ctrl+n")
        assert steps(at)[0] == ("My own heading", "walk")
        assert not at.screen.query_one("#headings").display


async def test_a_plan_can_be_copied_in_line_by_line() -> None:
    async with open_notebook() as at:
        await at_steps(at)
        await at.press("y", *"one", "enter", *"two", "escape")
        assert steps(at) == [(WORDS.say("own.steps.plan"), "one\ntwo")]
        assert "one" in at.text()
        assert "two" in at.text()


async def test_a_pause_in_writing_keeps_a_step() -> None:
    async with open_notebook() as at:
        await at_steps(at)
        await at.press("a", "tab", *"walk")
        at.screen.query_one(Editor)._settle()
        await at.settle()
        assert steps(at) == [("", "walk")]


async def test_locking_in_the_middle_of_a_step_keeps_it() -> None:
    async with open_notebook() as at:
        await at_steps(at)
        await at.press("a", "tab", *"walk", "ctrl+l")
        assert not at.app.is_open
        assert '"walk"' in at.memory.settings["help.steps"]


async def test_a_step_with_nothing_in_it_is_none() -> None:
    async with open_notebook() as at:
        await at_steps(at)
        await at.press("a")
        assert isinstance(at.screen, OwnStepScreen)
        await at.press("escape")
        assert steps(at) == []


async def test_help_now_opens_over_a_step_and_the_words_stay() -> None:
    async with open_notebook() as at:
        await at_steps(at)
        await at.press("a", "tab", *"walk", "ctrl+g")
        assert isinstance(at.screen, HelpNowScreen)
        await at.press("escape", "s")
        assert at.screen.query_one(Editor).text == "walks"


@SIZES
async def test_steps_are_whole_and_their_buttons_in_sight(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as at:
        at.opened.own_help.begin_steps(["What I can do"])
        (step,) = at.opened.own_help.known.steps
        at.opened.own_help.put_step(type(step)(step.id, step.heading, "walk\ntea"))
        await at_steps(at)
        for part in ("What I can do", "walk", "tea"):
            assert part in at.text()
        for name in ("add", "change", "remove"):
            button = at.screen.query_one(f"#{name}", Button)
            assert str(button.label) in at.text()


@SIZES
async def test_the_question_about_the_card_and_both_answers_are_in_sight(
    size: tuple[int, int],
) -> None:
    async with open_notebook(size=size) as at:
        await at_people(at)
        await meet(at, "Anna", "555")
        await at.press("o")
        for key in ("sure_no", "sure_yes"):
            assert WORDS.say(f"own.card.{key}") in at.text()
