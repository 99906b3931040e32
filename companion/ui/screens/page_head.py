"""What stands at the head and the foot of the page: a name or none, a question or none."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence, told
from companion.ui.screens.base import CompanionDialog
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.ports import Words


class KeepsHead(Protocol):
    """Keeps what stands at the head and the foot."""

    async def __call__(self, name: str, *, footer: bool) -> None:
        """Keep them.

        Raises:
            CompanionError: If they could not be kept.
        """


class PageHeadScreen(CompanionDialog[None]):
    """Asks for a name or initials, and whether the question at the foot is printed."""

    CSS_PATH = "page_head.tcss"
    AUTO_FOCUS = "#head-name"

    def __init__(self, words: Words, name: str, keep: KeepsHead, *, footer: bool) -> None:
        """Take what stands there now.

        Args:
            words: The interface's language.
            name: The name at the head; empty: none.
            keep: Keeps a change.
            footer: Whether the question at the foot is printed.
        """
        super().__init__(words)
        self._name_now = name
        self._footer = footer
        self._keep_head = keep

    def compose(self) -> ComposeResult:
        """A field, a switch, and the way out."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(sentence(self.words, "composer.head.title"), classes="warm strong")
            yield Static(sentence(self.words, "composer.head.name"), classes="gap")
            yield LineInput(self._name_now, id="head-name")
            yield Button(sentence(self.words, self._footer_key), id="head-footer")
            yield Static(sentence(self.words, "composer.head.footer_about"), classes="quiet")
            yield Static("", id="head-said", classes="warm")
            with Horizontal(classes="answers"):
                label = sentence(self.words, "composer.head.done")
                yield Button(label, id="head-done", classes="-primary")

    @on(Button.Pressed, "#head-footer")
    def switch_footer(self) -> None:
        """Print the question at the foot, or leave it out."""
        self._footer = not self._footer
        button = self.query_one("#head-footer", Button)
        button.label = sentence(self.words, self._footer_key)
        button.refresh(layout=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#head-done")
    def action_back(self) -> None:
        """Close once what stands there is kept."""
        self._close_kept()

    @work(exit_on_error=False, exclusive=True)
    async def _close_kept(self) -> None:
        try:
            await self._keep()
        except CompanionError as error:
            self.query_one("#head-said", Static).update(told(self.words, error))
        else:
            self.dismiss(None)

    async def before_lock(self) -> None:
        """Keep what is written: the notebook is about to be locked."""
        with suppress(CompanionError):
            await self._keep()

    async def _keep(self) -> None:
        await self._keep_head(self.query_one(LineInput).value, footer=self._footer)

    @property
    def _footer_key(self) -> str:
        return f"composer.head.footer_{'on' if self._footer else 'off'}"
