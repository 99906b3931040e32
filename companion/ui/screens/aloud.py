"""The page in the session itself: one line at a time, alone on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.aloud import Aloud
from companion.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.aloud import AloudLine
    from companion.domain.page import Page
    from companion.ui.context import Context


class AloudScreen(NotebookScreen[None]):
    """Shows what is printed and nothing else, for whoever looks at the screen too."""

    CSS_PATH = "aloud.tcss"
    AUTO_FOCUS = "#aloud"
    BINDINGS: ClassVar[list[BindingType]] = bindings("aloud.next", "aloud.before")

    def __init__(self, context: Context, page: Page) -> None:
        """Take the page.

        Args:
            context: What the open notebook offers.
            page: The page as it was seen.
        """
        super().__init__(context)
        self._page = page
        self._lines: tuple[AloudLine, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """The line; below it, quietly, where one is."""
        yield Aloud(id="aloud")
        yield Static("", id="aloud-place", classes="quiet")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin at the head of the page."""
        self._read()

    def on_resize(self) -> None:
        """Say whether all of the line is in sight now."""
        self.call_after_refresh(self._say_place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing comes before the first line, nor after the last."""
        del parameters
        listed = self.query(Aloud)
        if action == "before":
            return self._at > 0 or any(one.begins_above for one in listed)
        if action == "next":
            return self._at + 1 < len(self._lines) or any(one.goes_on_below for one in listed)
        return True

    @on(Aloud.Pressed)
    def action_next(self) -> None:
        """Show the rest of the line if not all of it is in sight, or else the next line."""
        aloud = self.query_one(Aloud)
        if aloud.goes_on_below:
            aloud.turn(1)
            self.call_after_refresh(self._say_place)
        elif self._at + 1 < len(self._lines):
            self._go_to(self._at + 1)

    def action_before(self) -> None:
        """Show what came before."""
        aloud = self.query_one(Aloud)
        if aloud.begins_above:
            aloud.turn(-1)
            self.call_after_refresh(self._say_place)
        elif self._at:
            self._go_to(self._at - 1, at_end=True)

    @work(exit_on_error=False)
    async def _read(self) -> None:
        try:
            self._lines = await self.context.in_order(
                self.context.open.pages.read_aloud, self._page
            )
        except CompanionError as error:
            self.tell_error(error)
            return
        self._go_to(0)

    def _go_to(self, index: int, *, at_end: bool = False) -> None:
        self._at = index
        self.query_one(Aloud).put(self._lines[index], at_end=at_end)
        self.call_after_refresh(self._say_place)

    def _say_place(self) -> None:
        if not self._lines:
            return
        below, last = self.query_one(Aloud).goes_on_below, self._at + 1 == len(self._lines)
        key = "aloud.more_below" if below else "aloud.last" if last else "aloud.place"
        says = sentence(self.words, key, number=self._at + 1, of=len(self._lines))
        self.query_one("#aloud-place", Static).update(says)
        self.refresh_bindings()
