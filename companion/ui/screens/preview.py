"""The page as it will be printed: the very text, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.page import excess
from companion.domain.printing import TEXT_COLUMNS
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.page_table import SLEEPS
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.page.desk import Desk
    from companion.ui.context import Context

_BAR = 1  # cell of a scrollbar that may come or go
_NARROWEST = 20  # cells of a line, at the least
_ROOM_FOR_ALL_BUTTONS = 66  # columns; below, Escape has to do for the way back


class PreviewScreen(NotebookScreen[str | None]):
    """Shows the page's text on a sheet. While it holds too much it can't be saved.

    It is dismissed with `SLEEPS` once someone sleeps on the page.
    """

    CSS_PATH = "preview.tcss"
    AUTO_FOCUS = "#sheet"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "preview.save", "preview.aloud", "preview.sleep"
    )

    def __init__(self, context: Context, desk: Desk) -> None:
        """Take the page.

        Args:
            context: What the open notebook offers.
            desk: The table the page was composed at.
        """
        super().__init__(context)
        self._desk = desk
        self._fits = not excess(desk.page)
        self._can_sleep = context.open.resting.has_a_night(desk)

    def compose(self) -> ComposeResult:
        """The sheet; its text comes from the same hand that writes the file."""
        yield Masthead(self.say("preview.title"))
        key = "preview.about" if self._fits else "preview.over"
        yield Static(sentence(self.words, key), id="preview-about", classes="quiet")
        with VerticalScroll(id="sheet"):
            yield Static("", id="printed")
        with Horizontal(id="preview-foot"):
            if self._fits:
                yield Button(sentence(self.words, "preview.save"), id="save", classes="-primary")
            yield Button(sentence(self.words, "preview.aloud"), id="read-aloud")
            if self._can_sleep:
                yield Button(sentence(self.words, "preview.sleep"), id="sleep")
            yield Button(sentence(self.words, "preview.back"), id="back")
        yield KeyLine(self.words)

    def on_resize(self) -> None:
        """Have the page rendered; what is narrower than paper gets shorter lines."""
        self.set_class(self.app.size.width < _ROOM_FOR_ALL_BUTTONS, "-tight")
        self.call_after_refresh(self._render_page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A page that holds too much is not saved; one needs a night to sleep on it."""
        del parameters
        if action == "sleep":
            return self._can_sleep
        return action != "save" or self._fits

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save the page as a file."""
        from companion.ui.screens.save_page import SavePageScreen

        if self._fits:
            self.app.push_screen(SavePageScreen(self.context, self._desk.page))

    @on(Button.Pressed, "#read-aloud")
    def action_aloud(self) -> None:
        """Read the page aloud, one line at a time."""
        from companion.ui.screens.aloud import AloudScreen

        self.app.push_screen(AloudScreen(self.context, self._desk.page))

    @on(Button.Pressed, "#sleep")
    @work(exit_on_error=False, group="sleep", exclusive=True)
    async def action_sleep(self) -> None:
        """Leave the page as it is and go home; it is offered again on another day."""
        try:
            await self.context.in_order(self.context.open.resting.begin, self._desk)
        except CompanionError as error:
            self.tell_error(error)
        else:
            self.dismiss(SLEEPS)

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Back to choosing."""
        self.action_back()

    @work(exit_on_error=False, exclusive=True, group="render")
    async def _render_page(self) -> None:
        pages, printed = self.context.open.pages, self.query_one("#printed", Static)
        columns = min(TEXT_COLUMNS, max(_NARROWEST, printed.content_size.width - _BAR))
        try:
            text = await self.context.in_order(pages.render, self._desk.page, "text", columns)
        except CompanionError as error:
            self.tell_error(error)
            return
        printed.update(plain(text))
