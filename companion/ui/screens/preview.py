"""The page as it will be printed: the very text, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from companion.domain.errors import CompanionError
from companion.domain.page import excess
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import NotebookScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.pages import Desk
    from companion.ui.context import Context


class PreviewScreen(NotebookScreen[None]):
    """Shows the page's text on a sheet. While it holds too much it can't be saved."""

    CSS_PATH = "preview.tcss"
    AUTO_FOCUS = "#sheet"
    BINDINGS: ClassVar[list[BindingType]] = bindings("preview.save")

    def __init__(self, context: Context, desk: Desk) -> None:
        """Take the page.

        Args:
            context: What the open notebook offers.
            desk: The table the page was composed at.
        """
        super().__init__(context)
        self._desk = desk
        self._fits = not excess(desk.page)

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
            yield Button(sentence(self.words, "preview.back"), id="back")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Have the page rendered."""
        self._render_page()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A page that holds too much is not saved."""
        del parameters
        return action != "save" or self._fits

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save the page as a file."""
        from companion.ui.screens.save_page import SavePageScreen

        if self._fits:
            self.app.push_screen(SavePageScreen(self.context, self._desk.page))

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Back to choosing."""
        self.action_back()

    @work(exit_on_error=False)
    async def _render_page(self) -> None:
        pages = self.context.open.pages
        try:
            text = await self.context.in_order(pages.render, self._desk.page, "text")
        except CompanionError as error:
            self.tell_error(error)
            return
        self.query_one("#printed", Static).update(plain(text))
