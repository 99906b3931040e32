"""The journal: what was written, the latest first, and a search over all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.domain.undoing import ABOUT_ENTRIES
from companion.services.journal import SEARCH_LIMIT
from companion.services.short_days import short_day
from companion.ui.content import plain
from companion.ui.keys import bindings
from companion.ui.screens.inside import NotebookScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.list_row import Row
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.undo_line import UndoLine
from companion.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.summaries import Summary
    from companion.ui.context import Context

LONGEST_SEARCH = 200
"""The most characters that are searched for."""


class JournalScreen(NotebookScreen[None]):
    """Lists and finds entries. Only the rows in sight are ever read."""

    CSS_PATH = "journal.tcss"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(KEY, "journal.search", "journal.remove")]

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._shown: str | None = None
        self._is_looking = False
        self._look_again = False
        self._is_open = False
        self._is_told = False
        self._undoing = Undoing(self, *ABOUT_ENTRIES, again=self._look)
        self.heading = self.say("journal.title")
        """What stands above the list."""

    def read_height(self) -> int:
        """How many entries there are; runs on the notebook's thread."""
        return self.context.open.journal.height()

    def read_rows(self, first: int, count: int) -> list[Summary]:
        """Some of the entries; runs on the notebook's thread."""
        return self.context.open.journal.rows(first, count)

    def compose(self) -> ComposeResult:
        """A field above a list."""
        yield Masthead(self.heading)
        with Vertical(classes="body"):
            yield LineInput(
                id="words",
                placeholder=self.say("journal.placeholder"),
                max_length=LONGEST_SEARCH,
            )
            yield Static("", id="journal-says", classes="prose quiet")
            yield VirtualList(id="rows")
        yield UndoLine()
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search field a key is a letter; where there is nothing, there is no search."""
        del parameters
        if action in {"undo", "remove", "search"} and self.query_one("#words").has_focus:
            return False
        if action == "search":
            return not (self.has_class("-nothing") or self.has_class("-stretch"))
        return self._undoing.may(action)

    def action_search(self) -> None:
        """Go to the search field."""
        self.query_one("#words").focus()

    def action_remove(self) -> None:
        """Remove the entry under the cursor; it can be brought back."""
        listed = self.query_one(VirtualList)
        row = listed.row(listed.cursor)
        if row is not None:
            self._remove(row.id)

    def action_undo(self) -> None:
        """Undo what was done to an entry last."""
        self._undoing.begin()

    def action_back(self) -> None:
        """Out of the field to the list, out of a search to all entries, then home."""
        field, rows = self.query_one("#words", LineInput), self.query_one("#rows")
        if field.value:
            field.value = ""
            rows.focus()
        elif field.has_focus:
            rows.focus()
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Go down from the field to what was found."""
        if event.key == "down" and self.query_one("#words").has_focus:
            event.stop()  # or the list would take it for a step of its own
            self.to_rows()

    @on(Input.Submitted, "#words")
    def to_rows(self) -> None:
        """Go from the field to what was found."""
        rows = self.query_one("#rows", VirtualList)
        if rows.height and self._shown == self._wanted:
            rows.focus()

    @on(Input.Changed, "#words")
    def search(self) -> None:
        """Search as one types."""
        self._look()

    @on(VirtualList.Failed)
    def tell_failed(self, message: VirtualList.Failed) -> None:
        """Say that rows could not be read."""
        self._tell_once(message.error)

    @on(VirtualList.Chosen)
    def read(self, message: VirtualList.Chosen) -> None:
        """Read an entry; once, however quickly a key is pressed twice."""
        if not self._is_open:
            self._is_open = True
            self._read(message.row.id)

    @work(exit_on_error=False, group="remove")
    async def _remove(self, reflection_id: str) -> None:
        try:
            await self.context.in_order(self.context.open.deeds.remove_entry, reflection_id)
        except CompanionError as error:
            self.tell_error(error)
        self._look()

    @work(exit_on_error=False)
    async def _read(self, reflection_id: str) -> None:
        from companion.ui.screens.entry import EntryScreen
        from companion.ui.screens.reflect import ReflectScreen

        try:
            screen = EntryScreen(self.context, reflection_id)
            walk = await self.app.push_screen_wait(screen)
        finally:
            self._is_open = False
        if walk is not None:
            self.app.push_screen(ReflectScreen(self.context, walk))

    @property
    def _wanted(self) -> str:
        return self.query_one("#words", LineInput).value.strip()

    def _look(self) -> None:
        self._look_again = True
        if not self._is_looking:
            self._is_looking = True
            self._look_on()

    # One search at a time: what was typed while it ran is searched for next, all of it at
    # once, and what an older search found is dropped.
    @work(exit_on_error=False)
    async def _look_on(self) -> None:
        try:
            while self._look_again:
                self._look_again = False
                await self._look_once(self._wanted)
        finally:
            self._is_looking = False

    async def _look_once(self, words: str) -> None:
        journal = self.context.open.journal
        found: list[Summary] = []
        try:
            if words:
                found = await self.context.in_order(journal.search, words)
            height = len(found) if words else await self.context.in_order(self.read_height)
        except CompanionError as error:
            self._tell_once(error)
            return
        self._is_told = False
        if self._wanted != words:
            return

        async def fetch(first: int, count: int) -> Sequence[Row]:
            if words:
                return self._rows(found[first : first + count])
            return self._rows(await self.context.in_order(self.read_rows, first, count))

        listed = self.query_one(VirtualList)
        listed.fill(height, fetch, keep_place=words == self._shown)
        self._shown = words
        self._say_what(words, height)

    def _tell_once(self, error: CompanionError) -> None:
        """Say what went wrong, but not again with every letter."""
        if not self._is_told:
            self._is_told = True
            self.tell_error(error)

    def _say_what(self, words: str, height: int) -> None:
        says = ""
        if not height:
            says = self.say("journal.nothing_found" if words else "journal.nothing_yet")
        elif words and height >= SEARCH_LIMIT:
            says = self.say("journal.latest_found")
        line = self.query_one("#journal-says", Static)
        line.update(plain(says))
        line.display = bool(says)
        self.set_class(not height and not words, "-nothing")
        self._undoing.show()

    def _rows(self, found: Sequence[Summary]) -> list[Row]:
        clock, unfinished = self.context.house.clock, self.say("journal.unfinished")
        return [
            Row(
                row.id,
                short_day(self.words, clock, row.happened_at),
                row.title,
                row.first_words,
                unfinished if row.is_draft else "",
            )
            for row in found
        ]
