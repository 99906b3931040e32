"""The journal: what was written, the latest first, and a search over all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import NotebookScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.virtual_list import CHUNK, Row, VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.summaries import Summary


class JournalScreen(NotebookScreen[None]):
    """Lists and finds entries. Only the rows in sight are ever read."""

    CSS_PATH = "journal.tcss"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("journal.search")]

    def compose(self) -> ComposeResult:
        """A field above a list."""
        yield Masthead(self.say("journal.title"))
        with Vertical(classes="body"):
            yield LineInput(id="words", placeholder=self.say("journal.placeholder"))
            yield VirtualList(id="rows")
            yield Static("", id="journal-empty", classes="prose quiet")
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self._fill(keep_cursor=True)

    def action_search(self) -> None:
        """Go to the search field."""
        self.query_one("#words").focus()

    def action_back(self) -> None:
        """Out of the field to the list, out of a search to all entries, then home."""
        field, rows = self.query_one("#words", LineInput), self.query_one("#rows")
        if field.value:
            field.value = ""
            rows.focus()
        elif field.has_focus and rows.display:
            rows.focus()
        else:
            self.dismiss(None)

    @on(Input.Changed, "#words")
    def search(self) -> None:
        """Search as one types."""
        self._fill()

    @on(Input.Submitted, "#words")
    def to_rows(self) -> None:
        """Go from the field to what was found."""
        self.query_one("#rows").focus()

    @on(VirtualList.Chosen)
    def open_entry(self, message: VirtualList.Chosen) -> None:
        """Read an entry."""
        from companion.ui.screens.entry import EntryScreen

        self.app.push_screen(EntryScreen(self.context, message.row.id))

    @on(VirtualList.Wanted)
    def bring(self, message: VirtualList.Wanted) -> None:
        """Bring rows that came into sight."""
        self._bring(message.chunk, message.age)

    @work(exit_on_error=False)
    async def _bring(self, chunk: int, age: int) -> None:
        rows = self.context.open.journal.rows
        try:
            found = await self.context.in_order(rows, chunk * CHUNK, CHUNK)
        except CompanionError as error:
            self.tell_error(error)
            return
        self.query_one(VirtualList).give(chunk, self._rows(found), age)

    # A newer search overtakes an older one: only the latest is shown.
    @work(exit_on_error=False, exclusive=True, group="fill")
    async def _fill(self, *, keep_cursor: bool = False) -> None:
        words = self.query_one("#words", LineInput).value
        journal = self.context.open.journal
        listed = self.query_one(VirtualList)
        try:
            if words.strip():
                found = await self.context.in_order(journal.search, words)
                listed.fill(len(found), keep_cursor=keep_cursor)
                for chunk in range(0, len(found), CHUNK):
                    rows = self._rows(found[chunk : chunk + CHUNK])
                    listed.give(chunk // CHUNK, rows, listed.age)
                height = len(found)
            else:
                height = await self.context.in_order(journal.height)
                listed.fill(height, keep_cursor=keep_cursor)
        except CompanionError as error:
            self.tell_error(error)
            return
        empty = self.query_one("#journal-empty", Static)
        key = "journal.nothing_found" if words.strip() else "journal.nothing_yet"
        empty.update(sentence(self.words, key))
        empty.display = height == 0
        listed.display = height > 0

    def _rows(self, found: list[Summary]) -> list[Row]:
        return [self._row(row) for row in found]

    def _row(self, row: Summary) -> Row:
        day = self.words.short_day(self.context.house.clock.local(row.happened_at).date())
        title = self.say("journal.draft", title=row.title) if row.is_draft else row.title
        return Row(row.id, f"{day:<10}", f"{title:<16}", row.first_words)
