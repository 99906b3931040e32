"""What home may offer: each thing by itself, all of it for a while, or nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.path import Option
from companion.domain.rhythm import REFUSABLE, OpenKind
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.button_column import ButtonColumn
from companion.ui.widgets.choice import Choice
from companion.ui.widgets.field import Field
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from companion.domain.choices import Choices
    from companion.ui.context import Context

_PAUSES = {"week": timedelta(days=7), "month": timedelta(days=30), "open-end": None}


class RhythmScreen(NotebookScreen[None]):
    """Says what may be offered, and pauses."""

    CSS_PATH = "rhythm.tcss"
    AUTO_FOCUS = "#kinds"

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._rhythm = context.open.rhythm

    def compose(self) -> ComposeResult:
        """What may be offered, then the pauses."""
        yield Masthead(self.say("rhythm.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "rhythm.about"), classes="prose quiet")
            options = [Option(kind, self.say(f"rhythm.kind.{kind}")) for kind in REFUSABLE]
            yield Choice(options, REFUSABLE, several=True, id="kinds")
            yield Static("", id="pause-says", classes="prose")
            with ButtonColumn(id="pauses"):
                for name in (*_PAUSES, "resume"):
                    yield Button(sentence(self.words, f"rhythm.pause.{name}"), id=name)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show what was said before."""
        self._look()
        # The field that has the focus may be below what explains it.
        self.call_after_refresh(self.query_one(".body").scroll_home, animate=False)

    @on(Field.Changed)
    def keep(self, event: Field.Changed) -> None:
        """Keep what may be offered from now on."""
        event.stop()
        wanted = {OpenKind(one) for one in self.query_one("#kinds", Choice).chosen}
        self._do(lambda: self._only(wanted))

    @on(Button.Pressed)
    def pause(self, event: Button.Pressed) -> None:
        """Pause for a while, or go on."""
        name = event.button.id or ""
        if name == "resume":
            self._do(self._rhythm.resume)
            return
        length = _PAUSES[name]
        clock = self.context.house.clock
        until = clock.local(clock.now() + length).date() if length else None
        self._do(lambda: self._rhythm.pause(until))

    def _only(self, wanted: set[OpenKind]) -> None:
        never = self._rhythm.choices.never
        for kind in REFUSABLE:
            if kind in wanted and kind in never:
                self._rhythm.allow(kind)
            elif kind not in wanted and kind not in never:
                self._rhythm.never(kind)

    @work(exit_on_error=False, group="do")
    async def _do(self, call: Callable[[], None]) -> None:
        try:
            await self.context.in_order(call)
        except CompanionError as error:
            self.tell_error(error)
        self._look()

    @work(exit_on_error=False, group="look", exclusive=True)
    async def _look(self) -> None:
        try:
            choices = await self.context.in_order(lambda: self._rhythm.choices)
        except CompanionError as error:
            self.tell_error(error)
            return
        kinds = self.query_one("#kinds", Choice)
        with kinds.prevent(Field.Changed):
            kinds.choose([kind for kind in REFUSABLE if kind not in choices.never])
        self._show_pause(choices)

    def _show_pause(self, choices: Choices) -> None:
        clock = self.context.house.clock
        paused = choices.is_paused(clock.local(clock.now()).date())
        says = self.say("rhythm.not_paused")
        if paused and choices.paused_until:
            says = self.say("rhythm.paused_until", day=self.words.day(choices.paused_until))
        elif paused:
            says = self.say("rhythm.paused")
        self.query_one("#pause-says", Static).update(plain(says))
        for name in _PAUSES:
            self.query_one(f"#{name}").display = not paused
        self.query_one("#resume").display = paused
