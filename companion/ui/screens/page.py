"""The composer: which lines go on the page for the next session, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.page import Kind
from companion.services.page.origin_sentences import said_origin
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.page_asking import choose_head, fits_or_is_seen, says_yes_twice, shorten
from companion.ui.page_table import SLEEPS, PageTable
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.composer import Composer, said_total
from companion.ui.widgets.composer_top import ComposerTop
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.page.composing import Composing, Row
    from companion.ui.context import Context

_ON_LINES = frozenset({"tick", "mode", "up", "down", "section", "shorten", "source", "nothing"})


class PageScreen(NotebookScreen[None]):
    """Nothing is ticked for anyone; every tick is kept at once and taken back by the same key."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "undo.back",
        "page.tick",
        "page.preview",
        "page.mode",
        "page.shorten",
        "page.section",
        "page.source",
        "page.up",
        "page.down",
        "page.heading",
        "page.second",
        "page.handover",
        "page.nothing",
    )

    def __init__(self, context: Context, kind: Kind = Kind.SESSION, *, look: bool = False) -> None:
        """Take what it works with.

        Args:
            context: What the open notebook offers.
            kind: For whom the page is: for the next session, or for a new therapist.
            look: Whether to show the page as it will be printed, first of all.
        """
        super().__init__(context)
        self._kind = kind
        self._look = look
        self._table: PageTable | None = None

    def compose(self) -> ComposeResult:
        """The frame; the lines come once they are read."""
        yield Masthead(self.say("composer.title"))
        yield ComposerTop(self.words)
        with VerticalScroll(id="composer-empty", can_focus=False):
            yield Static(sentence(self.words, "composer.empty.title"), classes="strong prose")
            yield Static(sentence(self.words, "composer.empty.how"), classes="prose gap")
            yield Static(sentence(self.words, "composer.empty.fine"), classes="quiet prose gap")
        yield Composer(self.words)
        yield Static("", id="composer-total", classes="quiet")
        with Horizontal(id="composer-foot"):
            yield Button(sentence(self.words, "composer.see"), id="see", classes="-primary")
            yield Button(sentence(self.words, "composer.heading"), id="heading")
            yield Button(sentence(self.words, "composer.second"), id="second")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Read what could be on the page."""
        self._load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are no lines, no key works on one."""
        del parameters
        if action in {"handover", "nothing"} and self._kind is not Kind.SESSION:
            return False
        if action == "undo":
            return bool(self._table and self._table.can_bring_back)
        return action not in _ON_LINES or bool(self._table and self._table.desk.candidates)

    @on(Composer.BoxPressed)
    def action_tick(self) -> None:
        """Put the line on the page, or take it off again."""
        row = self.query_one(Composer).here
        if row is None or self._table is None:
            return
        if row.line is not None:
            self._change(self._table.composing.unticked(row.id))
        elif row.needs_second_yes:
            self._ask_second_yes(row)
        else:
            self._change(self._table.composing.ticked(row.id))

    def action_mode(self) -> None:
        """Say what should happen with the line: discuss, just know, please ask me."""
        if self._table is not None and (row := self._ticked_here()):
            self._change(self._table.composing.next_mode(row.id), unless="composer.no_mode")

    def action_section(self) -> None:
        """Move the line to the next section it may stand in."""
        if self._table is not None and (row := self._ticked_here()):
            self._change(self._table.composing.next_section(row.id), unless="composer.stays")

    def action_up(self) -> None:
        """Let the line change places with the ticked one above."""
        self._shift(-1)

    def action_down(self) -> None:
        """Let the line change places with the ticked one below."""
        self._shift(1)

    def action_source(self) -> None:
        """Show where the line is from, or hide it again. Only here, never on the page."""
        row = self.query_one(Composer).here
        if row is not None:
            origin = row.candidate.origin
            day = short_day(self.words, self.context.house.clock, origin.happened_at)
            self.query_one(Composer).toggle_source(said_origin(self.words, day, origin))

    @work(exit_on_error=False)
    async def action_shorten(self) -> None:
        """Say the line in fewer words."""
        if self._table is not None and (row := self._ticked_here()):
            await shorten(self, self._table, row.id)
            self._show(self._table)

    @on(Button.Pressed, "#heading")
    @work(exit_on_error=False)
    async def action_heading(self) -> None:
        """Choose what stands at the head and the foot of the page."""
        if self._table is None:
            return
        try:
            await choose_head(self, self._table)
        except CompanionError as error:
            self.tell_error(error)

    @on(Button.Pressed, "#second")
    def action_second(self) -> None:
        """Choose what stands on the second sheet."""
        from companion.ui.screens.second_sheet import SecondSheetScreen

        if self._table is not None:
            self.app.push_screen(SecondSheetScreen(self.context, self._table))

    def action_handover(self) -> None:
        """Compose a page for a new therapist."""
        self.app.push_screen(PageScreen(self.context, Kind.HANDOVER))

    @on(Button.Pressed, "#nothing")
    def press_nothing(self) -> None:
        """Do what the button says now."""
        if self._table is not None and self._table.can_bring_back:
            self.action_undo()
        else:
            self.action_nothing()

    def action_nothing(self) -> None:
        """Make it a page with nothing on it, on purpose."""
        if self._table is not None:
            self._change(self._table.take_all_off())

    @work(exit_on_error=False, group="keep")
    async def action_undo(self) -> None:
        """Bring back what was taken off."""
        if self._table is None:
            return
        try:
            await self._table.bring_back()
        except CompanionError as error:
            self.tell_error(error)
            self._table.go_back()
        self._show(self._table)

    @on(Button.Pressed, "#see")
    @work(exit_on_error=False, group="preview", exclusive=True)
    async def action_preview(self) -> None:
        """See the page as it will be printed."""
        table = self._table
        if table is None:
            return
        goes_on = await fits_or_is_seen(self, table, self._change)
        self._show(table)
        if goes_on and await self._kept(table, table.composing):
            self._preview(table)

    def action_back(self) -> None:
        """Go back once everything is kept."""
        self._leave()

    @work(exit_on_error=False, group="leave", exclusive=True)
    async def _leave(self) -> None:
        table = self._table
        if table is None or table.is_kept or await self._kept(table, table.composing):
            self.dismiss(None)

    @work(exit_on_error=False)
    async def _load(self) -> None:
        try:
            self._table = table = await PageTable.set_out(self.context, self._kind)
        except CompanionError as error:
            self.tell_error(error)
            return
        some = bool(table.desk.candidates)
        composer = self.query_one(Composer)
        self.query_one(Masthead).retitle(self.say("composer.title"), table.for_whom)
        self.set_class(not some, "-nothing")
        await composer.fill(table.composing, f"print.{self._kind}")
        self._show(table)
        if self.is_current:
            (composer if some else self.query_one("#see")).focus()
        if self._look:
            self._preview(table)

    def _preview(self, table: PageTable) -> None:
        from companion.ui.screens.preview import PreviewScreen

        self.app.push_screen(PreviewScreen(self.context, table.desk), self._leave_preview)

    def _leave_preview(self, said: str | None) -> None:
        """Whoever sleeps on the page goes home; everything is kept."""
        if said == SLEEPS:
            self.tell(self.say("preview.sleeps"))
            self.dismiss(None)

    @work(exit_on_error=False)
    async def _ask_second_yes(self, row: Row) -> None:
        if await says_yes_twice(self, row) and self._table is not None:
            self._change(self._table.composing.ticked(row.id, agreed=True))

    def _shift(self, by: int) -> None:
        if self._table is not None and (row := self._ticked_here()):
            self._change(self._table.composing.shifted(row.id, by), unless="composer.alone")

    def _ticked_here(self) -> Row | None:
        row = self.query_one(Composer).here
        if row is not None and row.line is None:
            self.tell(self.say("composer.tick_first"))
            return None
        return row

    def _change(self, composing: Composing, unless: str = "") -> None:
        """Show a change at once and keep it; where nothing changes, say so."""
        table = self._table
        if table is None:
            return
        if composing == table.composing:
            if unless:
                self.tell(self.say(unless))
            return
        table.composing = composing
        self._show(table)
        self._keep(table, composing)

    @work(exit_on_error=False, group="keep")
    async def _keep(self, table: PageTable, composing: Composing) -> None:
        await self._kept(table, composing)

    async def _kept(self, table: PageTable, composing: Composing) -> bool:
        """Keep what is ticked; if that fails, say so and show what was kept last."""
        try:
            await table.keep(composing)
        except CompanionError as error:
            self.tell_error(error)
            if table.composing is composing:
                table.go_back()
                self._show(table)
            return False
        return True

    def _show(self, table: PageTable) -> None:
        self.query_one(Composer).show(table.composing)
        total = said_total(self.words, table.composing)
        self.query_one("#composer-total", Static).update(plain(total))
        bare, offered = table.composing.nothing, self._kind is Kind.SESSION
        self.query_one(ComposerTop).show(bare=bare, back=table.can_bring_back, offered=offered)
        self.set_class(bare, "-bare")
        self.refresh_bindings()
