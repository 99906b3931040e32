"""The book at the end: which passages of a journey are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.text import excerpt
from companion.services.short_days import short_day
from companion.ui.book_table import BookTable, Entry
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_row import TICKED, UNTICKED
from companion.ui.widgets.list_row import Row
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.passage_list import SOME, PassageList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.book import Passage
    from companion.ui.context import Context

_ROW = 200  # characters of a passage that a row has at most
_ON_PASSAGES = frozenset({"tick", "entry", "preview", "heading"})


class BookScreen(NotebookScreen[bool | None]):
    """Nothing is ticked for anyone; every tick is kept at once and taken back by the same key.

    Dismissed with true where someone who was on the way to wiping goes on with it.
    """

    CSS_PATH = "book.tcss"
    AUTO_FOCUS = "#passages"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "book.tick", "book.entry", "book.preview", "book.heading", "book.then"
    )

    def __init__(self, context: Context, journey_id: str = "", *, on_the_way: bool = False) -> None:
        """Take what it works with.

        Args:
            context: What the open notebook offers.
            journey_id: Of which therapy; empty: the open one.
            on_the_way: Whether someone chose to print it and then wipe everything.
        """
        super().__init__(context)
        self._journey_id = journey_id
        self._on_the_way = on_the_way
        self._table: BookTable | None = None
        self._once = Once(self)

    def compose(self) -> ComposeResult:
        """The frame; the passages come once they are read."""
        yield Masthead(self.say("book.screen.title"))
        yield Static(sentence(self.words, "book.screen.about"), id="book-about", classes="quiet")
        yield Static(sentence(self.words, "book.screen.empty"), id="book-empty", classes="prose")
        yield PassageList(id="passages")
        with VerticalScroll(id="book-reading", can_focus=False):
            yield Static("", id="book-passage")
        with Horizontal(id="book-foot"):
            see = sentence(self.words, "book.screen.see")
            yield Button(see, id="see", classes="-primary", action="screen.preview")
            heading = sentence(self.words, "book.screen.heading")
            yield Button(heading, id="heading", action="screen.heading")
            then = "on" if self._on_the_way else "then"
            label = sentence(self.words, f"book.screen.{then}")
            yield Button(label, id="then", action="screen.then")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Read what could be in the book."""
        self._load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are no passages, no key works on one."""
        del parameters
        return action not in _ON_PASSAGES or bool(self._table and self._table.rows)

    async def before_lock(self) -> None:
        """Keep what is ticked: the notebook is about to be locked."""
        if self._table is not None and not self._table.is_kept:
            await self._table.keep(self._table.ticked)

    @on(PassageList.BoxPressed)
    def action_tick(self) -> None:
        """Tick the passage, or the whole entry on its heading; the same key takes it back."""
        if self._table is not None and (row := self._here) is not None:
            self._change(self._table, self._table.turned(row))

    def action_entry(self) -> None:
        """Tick the whole entry the cursor is in, or untick it."""
        if self._table is not None and (row := self._here) is not None:
            entry_id = row.id if isinstance(row, Entry) else row.entry_id
            self._change(self._table, self._table.with_entry(entry_id))

    def action_preview(self) -> None:
        """See the very text that is printed, and save it."""
        self._once(self._preview)

    def action_heading(self) -> None:
        """Say whether a name and the days of sessions are printed."""
        self._once(self._head)

    def action_then(self) -> None:
        """Go on to what becomes of everything; who was on the way there goes on with it."""
        self._once(self._then)

    def action_back(self) -> None:
        """Go back once everything is kept."""
        self._once(self._leave)

    @on(PassageList.Moved)
    def show_passage(self) -> None:
        """Show the passage under the cursor whole, and where it is from. Only here."""
        row = self._here
        shown = plain("")
        if row is not None and not isinstance(row, Entry):
            shown = plain("\n").join([plain(self._source(row), "$cool"), plain(row.text)])
        self.query_one("#book-passage", Static).update(shown)
        self.query_one("#book-reading").scroll_home(animate=False)

    @on(PassageList.Chosen)
    def read(self) -> None:
        """Show the passage by itself, however long it is."""
        row = self._here
        if row is not None and not isinstance(row, Entry):
            self._once(lambda: self._read(row))

    @on(PassageList.Failed)
    def tell_failed(self, message: PassageList.Failed) -> None:
        """Say that rows could not be shown."""
        self.tell_error(message.error)

    @work(exit_on_error=False)
    async def _load(self) -> None:
        try:
            self._table = table = await BookTable.set_out(self.context, self._journey_id)
        except CompanionError as error:
            self.tell_error(error)
            return
        self.set_class(not table.rows, "-nothing")
        self._show(table)
        # The cursor begins on words, not on the heading above them.
        self.query_one(PassageList).action_down()
        self.refresh_bindings()
        if not table.rows and self.is_current:
            self.query_one("#then").focus()

    async def _read(self, passage: Passage) -> None:
        from companion.ui.screens.passage import PassageScreen

        table = self._table
        if table is not None:
            ticked = passage.answer_id in table.ticked
            asked = PassageScreen(self.words, passage.text, self._source(passage), ticked=ticked)
            if await self.app.push_screen_wait(asked):
                self._change(table, table.turned(passage))

    async def _preview(self) -> None:
        from companion.ui.screens.book_preview import BookPreviewScreen

        table = self._table
        if table is None or not await self._kept(table):
            return
        if not table.ticked:
            self.tell(self.say("book.screen.tick_first"))
            return
        book = self.context.open.books.bound(table.desk)
        await self.app.push_screen_wait(BookPreviewScreen(self.context, book))

    async def _head(self) -> None:
        from companion.ui.screens.head import HeadScreen

        table = self._table
        if table is not None:
            desk = table.desk
            asked = HeadScreen(
                self.words, "book.head", desk.name, table.set_head, more=desk.with_days
            )
            await self.app.push_screen_wait(asked)

    async def _then(self) -> None:
        from companion.ui.screens.parting import PartingScreen

        if self._table is not None and not await self._kept(self._table):
            return
        if self._on_the_way:
            self.dismiss(result=True)
        else:
            await self.app.push_screen_wait(PartingScreen(self.context, self._journey_id))

    async def _leave(self) -> None:
        if self._table is None or await self._kept(self._table):
            self.dismiss(None)

    def _change(self, table: BookTable, ticked: frozenset[str]) -> None:
        """Show a change at once, and keep it."""
        table.ticked = ticked
        self._show(table)
        self.run_worker(self._kept(table), group="keep", exit_on_error=False)

    async def _kept(self, table: BookTable) -> bool:
        """Keep what is ticked; if that fails, say so and show what was kept last."""
        ticked = table.ticked
        try:
            if not table.is_kept:
                await table.keep(ticked)
        except CompanionError as error:
            self.tell_error(error)
            if table.ticked is ticked:
                table.ticked = table.desk.ticked
                self._show(table)
            return False
        return True

    def _show(self, table: BookTable) -> None:
        async def fetch(first: int, count: int) -> Sequence[Row]:
            return [self._row(table, one) for one in table.rows[first : first + count]]

        self.query_one(PassageList).fill(len(table.rows), fetch, keep_place=True)
        key = "some" if table.ticked else "none"
        aside = self.say(f"book.screen.ticked_{key}", number=len(table.ticked))
        title = self.say("book.screen.title")
        self.query_one(Masthead).retitle(title, aside if table.rows else "")

    def _row(self, table: BookTable, row: Entry | Passage) -> Row:
        if isinstance(row, Entry):
            ticked = row.answers & table.ticked
            box = TICKED if ticked == row.answers else SOME if ticked else UNTICKED
            day = short_day(self.words, self.context.house.clock, row.happened_at)
            return Row(row.id, box, row.title, day)
        box = TICKED if row.answer_id in table.ticked else UNTICKED
        return Row(row.answer_id, box, "", excerpt(row.text, _ROW))

    def _source(self, passage: Passage) -> str:
        day = self.words.day(self.context.house.clock.local(passage.happened_at).date())
        key = "source" if passage.prompt else "source_note"
        return self.say(f"book.screen.{key}", title=passage.title, day=day, prompt=passage.prompt)

    @property
    def _here(self) -> Entry | Passage | None:
        rows, at = self._table.rows if self._table else (), self.query_one(PassageList).cursor
        return rows[at] if at < len(rows) else None
