"""Fields and words on the screen: traps of Textual 8, each closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import Static

import companion.ui
from companion.ui.content import plain
from companion.ui.themes import DUSK_COLOURS
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.passphrase import PassphraseInput

HOSTILE = [
    "I feel [sad] today",
    "a [/ b",
    "[/",
    "[/1]",
    "[@click=app.quit]leave[/]",
    "[b]bold[/b]",
    "$warm ${name}",
]


class Fields(App[None]):
    """One of each."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DUSK_COLOURS

    def compose(self) -> ComposeResult:
        yield PassphraseInput(id="secret")
        yield LineInput(id="line")
        yield Editor(id="editor")
        yield Static(id="said")


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_persons_words_are_shown_letter_by_letter(text: str) -> None:
    app = Fields()
    async with app.run_test() as pilot:
        said = app.query_one("#said", Static)
        said.update(plain(text))
        await pilot.pause()
        assert said.render().plain == text  # type: ignore[union-attr]  # plain() gives Content
        assert not said.render().spans  # type: ignore[union-attr]


@given(st.text())
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    shown = plain(text).plain
    assert not [c for c in shown if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160]


async def test_a_passphrase_never_reaches_the_clipboard() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        field = app.query_one("#secret", PassphraseInput)
        field.focus()
        field.value = "four quiet words here"
        await pilot.press("ctrl+a", "ctrl+c", "ctrl+x")
        assert app.clipboard == ""
        assert field.value == "four quiet words here"


async def test_the_word_before_the_cursor_is_the_one_deleted() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        for key in ("ctrl+backspace", "alt+backspace"):
            field = app.query_one("#line", LineInput)
            field.focus()
            await pilot.pause()
            field.value = "hello world again"
            field.cursor_position = len("hello world")
            await pilot.press(key)
            assert field.value == "hello  again"


async def test_a_paste_brings_no_control_characters() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        for name in ("#line", "#editor"):
            field = app.query_one(name)
            field.focus()
            await pilot.pause()
            app.post_message(events.Paste("a\x1b]0;title\x07b\x9b31m\u202ec"))
            await pilot.pause()
        assert app.query_one("#line", LineInput).value == "a]0;titleb31mc"
        assert app.query_one("#editor", Editor).text == "a]0;titleb31mc"


async def test_writing_settles_only_after_a_pause() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        editor = app.query_one(Editor)
        editor.focus()
        await pilot.press("a", "b")
        assert editor._pause is not None
        assert editor._pause._interval == 2.0


def test_nothing_above_an_editor_is_ever_composed_anew() -> None:
    package = Path(companion.ui.__file__).parent
    for file in package.rglob("*.py"):
        assert "recompose" not in file.read_text(encoding="utf-8"), file


async def test_a_field_that_was_just_taken_away_is_drawn_empty_by_what_still_draws_it() -> None:
    # A dialogue draws the screen behind it from the layout before.
    app = Fields()
    async with app.run_test() as pilot:
        for field in (*app.query(Editor), *app.query(LineInput)):
            region = Region(0, 0, 9, 1)
            await field.remove()
            await pilot.pause()
            assert [strip.text for strip in field.render_lines(region)] == [" " * 9]
