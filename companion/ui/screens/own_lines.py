"""One or two lines about someone who can be reached."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A field: its sentence, and what stands in it."""

    key: str
    """The key of the sentence above it."""
    value: str
    """What stands in it now."""
    most: int
    """The most characters it takes."""


class OwnLinesScreen(CompanionDialog[None]):
    """Asks for some lines; however one leaves, what is written is kept."""

    CSS_PATH = "own_lines.tcss"
    AUTO_FOCUS = "#line-0"

    def __init__(
        self,
        words: Words,
        title: str,
        about: str,
        lines: tuple[OwnLine, ...],
        keep: Callable[[tuple[str, ...]], Awaitable[object]],
    ) -> None:
        """Take the lines so far.

        Args:
            words: The interface's language.
            title: The key of the sentence on top.
            about: The key of the sentence below it.
            lines: The fields, in order.
            keep: Keeps what stands in them; raises `CompanionError` if it can't.
        """
        super().__init__(words)
        self._title = title
        self._about = about
        self._lines = lines
        self._keep = keep
        self._is_keeping = False
        self._failed = False

    def compose(self) -> ComposeResult:
        """What it is about, the fields, and the way out."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(sentence(self.words, self._title), classes="warm strong")
            yield Static(sentence(self.words, self._about), id="own-about", classes="quiet gap")
            for index, line in enumerate(self._lines):
                yield Static(sentence(self.words, line.key), classes="line-name")
                yield LineInput(
                    line.value, id=f"line-{index}", max_length=line.most, select_on_focus=False
                )
            yield Static("", id="own-said", classes="warm gap")
            with Horizontal(classes="answers"):
                yield Button(sentence(self.words, "own.done"), id="own-done", classes="-primary")

    @property
    def written(self) -> tuple[str, ...]:
        """What stands in the fields now."""
        return tuple(
            self.query_one(f"#line-{index}", LineInput).value for index in range(len(self._lines))
        )

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next field; from the last, keep."""
        following = int((event.input.id or "line-0").rpartition("-")[2]) + 1
        if following < len(self._lines):
            self.query_one(f"#line-{following}").focus()
        else:
            self.action_back()

    @on(Button.Pressed, "#own-done")
    def action_back(self) -> None:
        """Keep it and close; if that fails, say so and stay."""
        if not self._is_keeping:
            self._is_keeping = True
            self._close_kept()

    async def before_lock(self) -> None:
        """Keep what is written: the notebook is about to be locked."""
        await self._keep(self.written)

    @work(exit_on_error=False)
    async def _close_kept(self) -> None:
        failed_before = self._failed
        try:
            await self._keep(self.written)
        except CompanionError as error:
            self._failed = True
            said = self.query_one("#own-said", Static)
            said.update(told(self.words, error))
            said.display = True
            if failed_before and await leaves_without(self):
                self.dismiss(None)
        else:
            self.dismiss(None)
        finally:
            self._is_keeping = False
