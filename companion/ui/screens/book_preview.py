"""The book as it will be printed: the very text, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.save_book import SaveBookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.long_text import LongText
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.book import Book
    from companion.ui.context import Context


class BookPreviewScreen(NotebookScreen[None]):
    """Shows the book's text on a sheet, and leads on to saving it."""

    CSS_PATH = "book_preview.tcss"
    AUTO_FOCUS = "#book-sheet"
    BINDINGS: ClassVar[list[BindingType]] = bindings("preview.save")

    def __init__(self, context: Context, book: Book) -> None:
        """Take the book.

        Args:
            context: What the open notebook offers.
            book: What is printed.
        """
        super().__init__(context)
        self._book = book

    def compose(self) -> ComposeResult:
        """The sheet; its text comes from the same hand that writes the file."""
        yield Masthead(self.say("book.preview.title"))
        about = sentence(self.words, "book.preview.about")
        yield Static(about, id="book-preview-about", classes="quiet")
        with Vertical(id="book-paper"):
            yield LongText(id="book-sheet")
        with Horizontal(id="book-preview-foot"):
            yield Button(sentence(self.words, "preview.save"), id="save", classes="-primary")
            yield Button(sentence(self.words, "preview.back"), id="back")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Have the book rendered."""
        self._render_book()

    @on(Button.Pressed, "#save")
    @work(exit_on_error=False, exclusive=True, group="save")
    async def action_save(self) -> None:
        """Save the book as a file; once that is done, this is done too."""
        saving = SaveBookScreen(self.context, self._book)
        await self.app.push_screen_wait(saving)
        if saving.is_saved:
            self.dismiss(None)

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Back to choosing."""
        self.action_back()

    @work(exit_on_error=False)
    async def _render_book(self) -> None:
        books = self.context.open.books
        try:
            text = await self.context.in_order(books.render, self._book)
        except CompanionError as error:
            self.tell_error(error)
            return
        self.query_one(LongText).show(text)
