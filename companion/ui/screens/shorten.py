"""Saying a line of the page in fewer words, with the words as they were above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static, TextArea

from companion.domain.errors import CompanionError
from companion.domain.text import word_count
from companion.ui.content import plain, sentence, told
from companion.ui.screens.inside import CompanionDialog
from companion.ui.screens.leaving import leaves_without
from companion.ui.widgets.button import Button
from companion.ui.widgets.editor import Editor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from companion.services.ports.content import Words


class ShortenScreen(CompanionDialog[None]):
    """The person's own shortening, kept as it is written; an empty one prints the words above."""

    CSS_PATH = "shorten.tcss"
    AUTO_FOCUS = "#shorter"

    def __init__(
        self,
        words: Words,
        original: str,
        wording: str,
        cap: int,
        keep: Callable[[str], Awaitable[None]],
    ) -> None:
        """Take the line.

        Args:
            words: The interface's language.
            original: What was said, verbatim.
            wording: The shortening so far; empty: none.
            cap: The most words the line should have (1 or more).
            keep: Keeps a shortening; raises `CompanionError` if it can't.
        """
        super().__init__(words)
        self._original = original
        self._wording = wording
        self._cap = cap
        self._keep_wording = keep
        self._failed = False

    def compose(self) -> ComposeResult:
        """The words as they were, the shorter ones below."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(sentence(self.words, "composer.shorten.title"), classes="warm strong")
            with VerticalScroll(id="original", can_focus=False):
                yield Static(plain(self._original), classes="quiet")
            yield Editor(
                self._wording, id="shorter", placeholder=self.say("composer.shorten.placeholder")
            )
            yield Static("", id="shorter-words")
            yield Static("", id="shorter-said", classes="warm")
            with Horizontal(classes="answers"):
                for name, kind in (("done", "-primary"), ("start", ""), ("as-they-are", "")):
                    label = sentence(self.words, f"composer.shorten.{name}")
                    yield Button(label, id=name, classes=kind)

    def on_mount(self) -> None:
        """Count from the first moment; go on at the end."""
        editor = self.query_one(Editor)
        editor.move_cursor(editor.document.end)
        self.count()

    @on(TextArea.Changed)
    def count(self) -> None:
        """Show how many words it has, and how many it may have."""
        text = self.query_one(Editor).text
        empty = not text.strip()
        words = word_count(self._original if empty else text)
        said = self.say("composer.words", words=words, cap=self._cap)
        if empty:
            said = self.say("composer.shorten.empty", count=said)
        line = self.query_one("#shorter-words", Static)
        line.update(plain(said, "$warm" if words > self._cap else "$quiet"))

    @on(Editor.Settled)
    @work(exit_on_error=False)
    async def settle(self) -> None:
        """Keep what is written so far."""
        await self._kept()

    @on(Button.Pressed, "#start")
    def start_from_original(self) -> None:
        """Begin with the words as they were, to take some away."""
        editor = self.query_one(Editor)
        # Not `.text = …`: that would forget what could be undone.
        editor.replace(self._original, (0, 0), editor.document.end)
        editor.focus()

    @on(Button.Pressed, "#as-they-are")
    def print_as_they_are(self) -> None:
        """Use the words as they were, and close."""
        editor = self.query_one(Editor)
        editor.clear()
        self.action_back()

    @on(Button.Pressed, "#done")
    def action_back(self) -> None:
        """Close once the shorter words are kept."""
        self._close_kept()

    @work(exit_on_error=False, group="close", exclusive=True)
    async def _close_kept(self) -> None:
        failed_before = self._failed
        if await self._kept() or (failed_before and await leaves_without(self)):
            self.dismiss(None)

    async def before_lock(self) -> None:
        """Keep what is written: the notebook is about to be locked."""
        await self._keep_wording(self.query_one(Editor).text)

    async def _kept(self) -> bool:
        said = self.query_one("#shorter-said", Static)
        try:
            await self._keep_wording(self.query_one(Editor).text)
        except CompanionError as error:
            said.update(told(self.words, error))
            self._failed = True
            return False
        said.update("")
        self._failed = False
        return True
