"""The three doors before a bump in the road, and what was got through before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.path_ids import BUMP, FIT, RECORD
from companion.domain.text import excerpt
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.outside import OutsideScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.button_column import ButtonColumn
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from companion.domain.ladder import Unsaid
    from companion.ui.context import Context

_OUTSIDE = "outside"
_DOORS = (BUMP, FIT, _OUTSIDE)
_REPAIRS_SHOWN = 2
_SHOWN = 120  # characters of each, to know it by


class DoorsScreen(NotebookScreen[str | None]):
    """Dismissed with the id of the path behind the door, or none."""

    CSS_PATH = "doors.tcss"
    AUTO_FOCUS = f"#{BUMP}"

    def __init__(self, context: Context) -> None:
        """Take what the open notebook offers."""
        super().__init__(context)
        self._is_out = False

    def compose(self) -> ComposeResult:
        """Three doors with what is behind them; then what was got through."""
        yield Masthead(self.say("doors.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "doors.about"), classes="prose quiet")
            with ButtonColumn():
                for door in _DOORS:
                    yield Button(sentence(self.words, f"doors.{door}.label"), id=door)
                    about = sentence(self.words, f"doors.{door}.about")
                    yield Static(about, classes="prose behind")
            yield Static("", id="repairs", classes="prose")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Look what was got through before."""
        self.query_one("#repairs").display = False
        self._look()

    @on(Button.Pressed)
    def enter(self, event: Button.Pressed) -> None:
        """Go through a door."""
        if event.button.id != _OUTSIDE:
            self.dismiss(event.button.id)
        elif not self._is_out:
            self._is_out = True
            self._go_outside()

    @work(exit_on_error=False)
    async def _go_outside(self) -> None:
        try:
            writes = await self.app.push_screen_wait(OutsideScreen(self.context))
        finally:
            self._is_out = False
        if writes:
            self.dismiss(RECORD)

    @work(exit_on_error=False, group="look", exclusive=True)
    async def _look(self) -> None:
        try:
            found = await self.context.in_order(self.context.open.drawer.repairs)
        except CompanionError as error:
            self.tell_error(error)
            return
        shown = self.query_one("#repairs", Static)
        shown.display = bool(found)
        shown.update(plain("\n").join(self._told(found)))

    def _told(self, repairs: list[Unsaid]) -> list[Content]:
        clock = self.context.house.clock
        lines = [plain(self.say("doors.repairs.title"), "$warm")]
        for one in repairs[:_REPAIRS_SHOWN]:
            day = short_day(self.words, clock, one.origin.happened_at)
            lines.append(plain(f"{day}  {excerpt(one.text, _SHOWN)}"))
            if one.standing.after:
                lines.append(plain(excerpt(one.standing.after, _SHOWN), "$quiet"))
        if len(repairs) > _REPAIRS_SHOWN:
            lines.append(plain(self.say("doors.repairs.more"), "$quiet"))
        return lines
