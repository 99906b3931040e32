"""The composer: which lines go on the page for the next session, and how."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from companion.domain.errors import CompanionError
from companion.domain.page import CAPS
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.page_table import PageTable
from companion.ui.screens.base import NotebookScreen
from companion.ui.screens.confirm import AskScreen
from companion.ui.widgets.composer import Composer, said_total
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.pages import Desk
    from companion.ui.composing import Composing, Row
    from companion.ui.context import Context

YES, NO = "yes", "no"
_ON_LINES = frozenset({"tick", "mode", "up", "down", "section", "shorten", "source"})


class PageScreen(NotebookScreen[None]):
    """Nothing is ticked for anyone; every tick is kept at once and taken back by the same key."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "page.tick",
        "page.preview",
        "page.mode",
        "page.shorten",
        "page.section",
        "page.source",
        "page.up",
        "page.down",
        "page.heading",
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with; the page is that of the next session."""
        super().__init__(context)
        self._table: PageTable | None = None

    def compose(self) -> ComposeResult:
        """The frame; the lines come once they are read."""
        yield Masthead(self.say("composer.title"))
        yield Static(sentence(self.words, "composer.about"), id="composer-about", classes="quiet")
        with VerticalScroll(id="composer-empty", can_focus=False):
            yield Static(sentence(self.words, "composer.empty.title"), classes="strong prose")
            yield Static(sentence(self.words, "composer.empty.how"), classes="prose gap")
            yield Static(sentence(self.words, "composer.empty.fine"), classes="quiet prose gap")
        yield Composer(self.words)
        with Horizontal(id="composer-foot"):
            yield Button(sentence(self.words, "composer.see"), id="see", classes="-primary")
            yield Button(sentence(self.words, "composer.heading"), id="heading")
            yield Static("", id="composer-total", classes="quiet")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Read what could be on the page."""
        self._load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are no lines, no key works on one."""
        del parameters
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
            day = self.context.house.clock.local(origin.happened_at).date()
            key = "composer.source_note" if origin.prompt == origin.title else "composer.source"
            gaps = {"title": origin.title, "prompt": origin.prompt}
            said = self.say(key, day=self.words.short_day(day), **gaps)
            self.query_one(Composer).toggle_source(said)

    @work(exit_on_error=False)
    async def action_shorten(self) -> None:
        """Say the line in fewer words."""
        if row := self._ticked_here():
            await self._shorten(row.id)

    @on(Button.Pressed, "#heading")
    @work(exit_on_error=False)
    async def action_heading(self) -> None:
        """Choose what stands at the head and the foot of the page."""
        from companion.ui.screens.page_head import PageHeadScreen

        table = self._table
        if table is None:
            return
        try:
            name, footer = await table.head()
        except CompanionError as error:
            self.tell_error(error)
            return
        asked = PageHeadScreen(self.words, name, table.set_head, footer=footer)
        await self.app.push_screen_wait(asked)

    @on(Button.Pressed, "#see")
    @work(exit_on_error=False, group="preview", exclusive=True)
    async def action_preview(self) -> None:
        """See the page as it will be printed."""
        from companion.ui.screens.preview import PreviewScreen

        table = self._table
        if table is None or not await self._fits_or_is_seen(table):
            return
        if await self._kept(table, table.composing):
            self.app.push_screen(PreviewScreen(self.context, table.desk))

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
            self._table = table = await PageTable.set_out(self.context)
        except CompanionError as error:
            self.tell_error(error)
            return
        some = bool(table.desk.candidates)
        composer = self.query_one(Composer)
        self.query_one(Masthead).retitle(self.say("composer.title"), self._session_says(table.desk))
        self.set_class(not some, "-nothing")
        await composer.fill(table.composing)
        self._show(table)
        self.refresh_bindings()
        if self.is_current:
            (composer if some else self.query_one("#see")).focus()

    @work(exit_on_error=False)
    async def _ask_second_yes(self, row: Row) -> None:
        question = self.say(f"composer.second_yes.{row.candidate.section}")
        answers = {one: self.say(f"composer.second_yes.{one}") for one in (NO, YES)}
        said = await self.app.push_screen_wait(AskScreen(self.words, question, answers))
        if said == YES and self._table is not None:
            self._change(self._table.composing.ticked(row.id, agreed=True))

    async def _shorten(self, answer_id: str) -> None:
        from companion.ui.screens.shorten import ShortenScreen

        table = self._table
        row = table.composing.row(answer_id) if table else None
        if table is None or row is None:
            return
        cap = CAPS[row.section].words
        keep = partial(table.reword, answer_id)
        asked = ShortenScreen(self.words, row.candidate.text, row.wording, cap, keep)
        await self.app.push_screen_wait(asked)
        self._show(table)

    async def _fits_or_is_seen(self, table: PageTable) -> bool:
        """Ask which line matters less until the page fits, or they want to see it as it is.

        Returns:
            Whether to go on to the page.
        """
        from companion.ui.screens.matters_less import Less, MattersLessScreen

        while table.composing.over:
            asked = MattersLessScreen(self.words, table.composing)
            answer = await self.app.push_screen_wait(asked)
            if answer is None or answer.choice is Less.SEE:
                return answer is not None
            if answer.choice is Less.SHORTEN:
                await self._shorten(answer.answer_id)
            else:
                self._change(table.composing.unticked(answer.answer_id))
        return True

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

    def _session_says(self, desk: Desk) -> str:
        if desk.session is None:
            return self.say("composer.for_next")
        day = self.words.short_day(self.context.house.clock.local(desk.session.at).date())
        return self.say("composer.for_session", number=desk.session.number, day=day)
