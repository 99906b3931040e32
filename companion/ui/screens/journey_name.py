"""Naming a therapy: one that is to begin, or one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from companion.services.ports.content import Words

LONGEST_NAME = 60
"""The most characters of a name."""


class JourneyNameScreen(CompanionDialog[bool]):
    """Asks for a name, which may be empty; dismissed with whether it was kept."""

    CSS_PATH = "journey_name.tcss"
    AUTO_FOCUS = "#journey-name"
    FORM = ""
    """Where its sentences are."""

    def __init__(self, words: Words, name: str, keep: Callable[[str], Awaitable[None]]) -> None:
        """Take the name so far.

        Args:
            words: The interface's language.
            name: What stands in the field.
            keep: Keeps a name; raises `CompanionError` if it can't.
        """
        super().__init__(words)
        self._name_now = name
        self._keep_name = keep
        self._is_keeping = False
        self._failed = False

    def compose(self) -> ComposeResult:
        """What it is about, a field, and the ways out."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(sentence(self.words, f"{self.FORM}.title"), classes="warm strong")
            yield Static(sentence(self.words, f"{self.FORM}.about"), classes="quiet gap")
            yield from self.compose_question()
            yield LineInput(
                self._name_now, id="journey-name", max_length=LONGEST_NAME, select_on_focus=False
            )
            yield Static("", id="journey-said", classes="warm gap")
            with Horizontal(classes="answers"):
                done = sentence(self.words, f"{self.FORM}.done")
                yield Button(done, id="journey-done", classes="-primary")
                yield from self.compose_ways_out()

    def compose_question(self) -> ComposeResult:
        """What stands right above the field."""
        yield from ()

    def compose_ways_out(self) -> ComposeResult:
        """The buttons beside the one that keeps the name."""
        yield from ()

    async def leaves_anyway(self) -> bool:
        """Whether someone leaves a name that could not be kept twice."""
        return False

    @property
    def name_written(self) -> str:
        """What stands in the field now."""
        return self.query_one("#journey-name", LineInput).value

    @on(Input.Submitted, "#journey-name")
    @on(Button.Pressed, "#journey-done")
    def keep(self) -> None:
        """Keep the name and close; if that fails, say so and stay."""
        if not self._is_keeping:
            self._is_keeping = True
            self._close_kept()

    @work(exit_on_error=False)
    async def _close_kept(self) -> None:
        failed_before = self._failed
        try:
            await self._keep_name(self.name_written)
        except CompanionError as error:
            self._failed = True
            said = self.query_one("#journey-said", Static)
            said.update(told(self.words, error))
            said.display = True
            if failed_before and await self.leaves_anyway():
                self.dismiss(False)  # noqa: FBT003 - the answer
        else:
            self.dismiss(True)  # noqa: FBT003 - the answer
        finally:
            self._is_keeping = False


class BeginJourneyScreen(JourneyNameScreen):
    """Asks for the name of a therapy that is to begin; leaving begins none."""

    FORM = "journeys.begin_form"

    def __init__(
        self,
        words: Words,
        name: str,
        keep: Callable[[str], Awaitable[None]],
        remember: Callable[[str], None],
    ) -> None:
        """Take the name so far.

        Args:
            words: The interface's language.
            name: What was typed before and left.
            keep: Begins a therapy of that name; raises `CompanionError` if it can't.
            remember: Takes what is typed, in case it is left and come back to.
        """
        super().__init__(words, name, keep)
        self._remember = remember

    def compose_question(self) -> ComposeResult:
        """What is asked."""
        yield Static(sentence(self.words, "journeys.begin_form.name"), classes="gap")

    def compose_ways_out(self) -> ComposeResult:
        """Not now."""
        yield Button(sentence(self.words, "journeys.begin_form.leave"), id="journey-leave")

    @on(Input.Changed, "#journey-name")
    def remember(self) -> None:
        """Pass on what is typed."""
        self._remember(self.name_written)

    @on(Button.Pressed, "#journey-leave")
    def action_back(self) -> None:
        """Close, and begin none, unless one is being begun."""
        if not self._is_keeping:
            self.dismiss(False)  # noqa: FBT003 - the answer


class RenameJourneyScreen(JourneyNameScreen):
    """Asks for another name; however one leaves, what is written is kept."""

    FORM = "journeys.name_form"

    async def leaves_anyway(self) -> bool:
        """Ask: there is no other way out."""
        return await leaves_without(self)

    def action_back(self) -> None:
        """Close once the name is kept."""
        self.keep()

    async def before_lock(self) -> None:
        """Keep what is written: the notebook is about to be locked."""
        await self._keep_name(self.name_written)
