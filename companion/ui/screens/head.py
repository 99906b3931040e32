"""What is printed besides chosen words: a name or none, and one thing more or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence, told
from companion.ui.screens.inside import CompanionDialog
from companion.ui.screens.leaving import leaves_without
from companion.ui.widgets.button import Button
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.ports.content import Words


class KeepsHead(Protocol):
    """Keeps the name, and whether the one thing more is printed."""

    async def __call__(self, name: str, *, more: bool) -> None:
        """Keep them.

        Raises:
            CompanionError: If they could not be kept.
        """


class HeadScreen(CompanionDialog[None]):
    """Asks for a name or initials, and whether one thing more is printed."""

    CSS_PATH = "head.tcss"
    AUTO_FOCUS = "#head-name"

    def __init__(self, words: Words, area: str, name: str, keep: KeepsHead, *, more: bool) -> None:
        """Take what is printed now.

        Args:
            words: The interface's language.
            area: Where its sentences are: `composer.head`, `book.head`.
            name: The name; empty: none.
            keep: Keeps a change.
            more: Whether the one thing more is printed.
        """
        super().__init__(words)
        self._area = area
        self._name_now = name
        self._more = more
        self._keep_head = keep
        self._failed = False

    def compose(self) -> ComposeResult:
        """A field, a switch, and the way out."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(sentence(self.words, f"{self._area}.title"), classes="warm strong")
            yield Static(sentence(self.words, f"{self._area}.name"), classes="gap")
            yield LineInput(self._name_now, id="head-name")
            yield Button(sentence(self.words, self._more_key), id="head-more")
            yield Static(sentence(self.words, f"{self._area}.more_about"), classes="quiet")
            yield Static("", id="head-said", classes="warm")
            with Horizontal(classes="answers"):
                label = sentence(self.words, f"{self._area}.done")
                yield Button(label, id="head-done", classes="-primary")

    @on(Button.Pressed, "#head-more")
    def switch_more(self) -> None:
        """Print it, or leave it out."""
        self._more = not self._more
        button = self.query_one("#head-more", Button)
        button.label = sentence(self.words, self._more_key)
        button.refresh(layout=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#head-done")
    def action_back(self) -> None:
        """Close once it is kept."""
        self._close_kept()

    @work(exit_on_error=False, exclusive=True)
    async def _close_kept(self) -> None:
        failed_before = self._failed
        try:
            await self._keep()
        except CompanionError as error:
            self._failed = True
            self.query_one("#head-said", Static).update(told(self.words, error))
            if failed_before and await leaves_without(self):
                self.dismiss(None)
        else:
            self.dismiss(None)

    async def before_lock(self) -> None:
        """Keep what is written: the notebook is about to be locked."""
        await self._keep()

    async def _keep(self) -> None:
        await self._keep_head(self.query_one(LineInput).value, more=self._more)

    @property
    def _more_key(self) -> str:
        return f"{self._area}.more_{'on' if self._more else 'off'}"
