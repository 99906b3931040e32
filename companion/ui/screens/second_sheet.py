"""The second sheet: which of one's own words are quoted, and which dots are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.second_sheet import QUOTE_WORDS
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.quote import QuoteScreen
from companion.ui.second_rows import SecondRows, Ticks
from companion.ui.widgets.button import Button
from companion.ui.widgets.followed_list import FollowedList
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.small_dots import small
from companion.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.ui.context import Context
    from companion.ui.page_table import PageTable

_WIDEST = 48  # columns of a chart in small
_ROWS, _FEWER_ROWS = 6, 4  # of its dots; the fewer in a window of middling height


class SecondSheetScreen(NotebookScreen[None]):
    """Nothing is ticked for anyone; every tick is kept at once."""

    CSS_PATH = "second_sheet.tcss"
    AUTO_FOCUS = "#second-list"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "second.tick", "second.done", "second.up", "second.down"
    )

    def __init__(self, context: Context, table: PageTable) -> None:
        """Take the table of the page it belongs to.

        Args:
            context: What the open notebook offers.
            table: What lies on the table; it is changed as one ticks.
        """
        super().__init__(context)
        self._table = table
        self._ticks = Ticks.of(table.desk.second)
        self._rows = SecondRows(context, table.desk.second)
        self._once = Once(self)

    def compose(self) -> ComposeResult:
        """What could be on it; below, where the line under the cursor is from."""
        yield Masthead(self.say("second.title"))
        with Vertical(classes="body"):
            about = sentence(self.words, "second.about")
            yield Static(about, id="second-about", classes="prose quiet")
            yield FollowedList(id="second-list", boxes=True)
            yield Static("", id="second-from", classes="quiet prose")
        with Horizontal(id="second-foot"):
            yield Button(sentence(self.words, "second.done"), id="done", classes="-primary")
            yield Static("", id="second-total", classes="quiet")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Read how much there is."""
        self._load()

    def on_resize(self) -> None:
        """Draw what is under the cursor for the new size."""
        self.show_from()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are no lines, no key works on one."""
        del parameters
        return action not in {"tick", "up", "down"} or self._rows.height > 0

    @on(FollowedList.BoxPressed)
    def action_tick(self) -> None:
        """Put it on the second sheet, or take it off again."""
        if here := self._here:
            self._change(self._ticks.turned(here))

    def action_up(self) -> None:
        """Print the quote before the one it comes after now."""
        self._shift(-1)

    def action_down(self) -> None:
        """Print the quote after the one it comes before now."""
        self._shift(1)

    @on(VirtualList.Chosen)
    def read_whole(self) -> None:
        """Show the words under the cursor whole; of dots all is seen already, so tick them."""
        if self._rows.chart(self._here):
            self.action_tick()
        else:
            self._once(self._read_whole)

    @on(VirtualList.Failed)
    def tell_failed(self, message: VirtualList.Failed) -> None:
        """Say that rows could not be read."""
        self.tell_error(message.error)

    @on(FollowedList.Moved)
    def show_from(self) -> None:
        """Say where the words under the cursor are from. Only here, never on the sheet."""
        here, shown = self._here, self.query_one("#second-from", Static)
        chart = self._rows.chart(here)
        if chart is None:
            shown.update(plain(self._rows.origin(here)))
            return
        width = min(_WIDEST, self.app.size.width // 2)
        rows = _FEWER_ROWS if self.has_class("-middle") else _ROWS
        drawn = plain("\n".join(small(chart, width, rows)), "$foreground")
        shown.update(drawn + plain(f"\n{self.say('second.dots_from')}"))

    @on(Button.Pressed, "#done")
    def action_done(self) -> None:
        """Go back to the page."""
        self.action_back()

    def action_back(self) -> None:
        """Go back once everything is kept."""
        self._once(self._leave)

    @work(exit_on_error=False)
    async def _load(self) -> None:
        try:
            height = await self.context.in_order(self._rows.count)
        except CompanionError as error:
            self.tell_error(error)
            return
        if not height:
            empty = sentence(self.words, "second.empty")
            self.query_one("#second-about", Static).update(empty)
        self._redraw()
        self.refresh_bindings()
        listed = self.query_one(FollowedList)
        self.set_class(not height, "-nothing")
        if self.is_current:
            (listed if height else self.query_one("#done")).focus()

    async def _read_whole(self) -> None:
        here = self._here
        quote = self._rows.quote(here)
        if quote is None:
            return
        ticked = here in self._ticks.quoted
        origin = self._rows.origin(here)
        asked = QuoteScreen(self.words, quote.text, origin, ticked=ticked)
        if await self.app.push_screen_wait(asked):
            self._change(self._ticks.turned(here))

    async def _leave(self) -> None:
        if self._ticks == Ticks.of(self._table.desk.second) or await self._kept(self._ticks):
            self.dismiss(None)

    def _shift(self, by: int) -> None:
        here = self._here
        if not here or self._rows.chart(here) is not None:
            return
        if here not in self._ticks.quoted:
            self.tell(self.say("second.tick_first"))
        elif (shifted := self._ticks.shifted(here, by)) == self._ticks:
            self.tell(self.say("second.alone"))
        else:
            self._change(shifted)

    def _change(self, ticks: Ticks) -> None:
        """Show a change at once, and keep it."""
        self._ticks = ticks
        self._redraw()
        self._keep(ticks)

    @work(exit_on_error=False, group="keep")
    async def _keep(self, ticks: Ticks) -> None:
        await self._kept(ticks)

    async def _kept(self, ticks: Ticks) -> bool:
        """Keep what is ticked; if that fails, say so and show what was kept last."""
        try:
            await self._table.keep_second(ticks.quoted, ticks.charted)
        except CompanionError as error:
            self.tell_error(error)
            self._ticks = Ticks.of(self._table.desk.second)
            self._redraw()
            return False
        self._show_total()
        return True

    @property
    def _here(self) -> str:
        row = next((one.here for one in self.query(FollowedList)), None)
        return row.id if row else ""

    def _redraw(self) -> None:
        listed = self.query_one(FollowedList)
        listed.fill(self._rows.height, self._rows.fetching(self._ticks), keep_place=True)
        self._show_total()

    def _show_total(self) -> None:
        words = self._table.desk.second.sheet.words
        key = "second.total_over" if words > QUOTE_WORDS else "second.total"
        says = self.say(key, words=words, cap=QUOTE_WORDS) if words else ""
        self.query_one("#second-total", Static).update(plain(says))
