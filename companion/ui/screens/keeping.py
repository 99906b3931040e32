"""Looking after the notebook: its locks, its backups, and whether all is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.safekeeping import State, outcome
from companion.ui.content import plain, sentence, told
from companion.ui.rooms import room
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.button_column import ButtonColumn
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from companion.domain.safekeeping import Facts, Verdict
    from companion.ui.context import Context

DOINGS = ("passphrase", "code", "backup", "verify", "everything", "exported", "book", "parting")
"""What can be done, in order."""


class KeepingScreen(NotebookScreen[None]):
    """What protects the notebook now, and what can be changed about it."""

    CSS_PATH = "keeping.tcss"
    AUTO_FOCUS = "#passphrase"

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._kept = context.house.notebook.safekeeping

    def compose(self) -> ComposeResult:
        """What is true, what can be done, and a place for what came of it."""
        yield Masthead(self.say("safekeeping.screen.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static("", id="facts", classes="prose")
            with ButtonColumn(id="doings"):
                for doing in DOINGS:
                    yield Button(sentence(self.words, f"safekeeping.menu.{doing}"), id=doing)
            yield Static("", id="came-of-it", classes="prose gap")
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    @work(exit_on_error=False, group="look", exclusive=True)
    async def look(self) -> None:
        """Say what is true now."""
        facts = await self.context.in_order(self._kept.facts)
        lines = plain("\n").join([plain(line) for line in self._true(facts)])
        self.query_one("#facts", Static).update(lines)

    @on(Button.Pressed)
    def do(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        if event.button.id in {"exported", "book", "parting"}:
            self.app.push_screen(room(event.button.id, self.context))
            return
        if self.context.house.is_demo:
            self._say(self.say("safekeeping.menu.demo"))
            return
        match event.button.id:
            case "passphrase":
                from companion.ui.screens.new_passphrase import NewPassphraseScreen

                self._ask(NewPassphraseScreen(self.context))
            case "code":
                from companion.ui.screens.new_code import NewCodeScreen

                self._ask(NewCodeScreen(self.context))
            case "backup":
                from companion.ui.screens.back_up import BackUpScreen

                self._ask(BackUpScreen(self.context))
            case "everything":
                from companion.ui.screens.save_everything import SaveEverythingScreen

                self.app.push_screen(SaveEverythingScreen(self.context))
            case "verify":
                self.verify()

    @work(exit_on_error=False, group="do", exclusive=True)
    async def verify(self) -> None:
        """Read everything, and say what was found."""
        self._say(self.say("safekeeping.verify_begins"))
        try:
            found = await self.context.in_order(lambda: list(self._kept.verdicts()))
        except CompanionError as error:
            self._say(told(self.words, error).plain)
            return
        self._say("\n".join(self._found(found)))

    @work(exit_on_error=False, group="do", exclusive=True)
    async def _ask(self, screen: NotebookScreen[str | None]) -> None:
        """Show a screen, and say what came of it."""
        said: str | None = await self.app.push_screen_wait(screen)
        self._say(said or "")

    def _true(self, facts: Facts) -> Iterator[str]:
        if any(slot.kind == "recovery" for slot in facts.slots):
            yield self.say("safekeeping.screen.has_code")
        else:
            yield self.say("safekeeping.screen.no_code")
        if facts.backups:
            wall = self.context.house.clock.local(facts.backups[0].made_at)
            day, time = self.words.day(wall.date()), self.words.time(wall)
            yield self.say("safekeeping.screen.last_backup", day=day, time=time)
        else:
            yield self.say("safekeeping.screen.no_backup")
        yield self.say("safekeeping.screen.folder", folder=str(facts.folder))
        if facts.synced_by:
            yield self.say("safekeeping.notice.synced", detail=facts.synced_by)
        for name in facts.copies:
            yield self.say("safekeeping.notice.copy", detail=name)

    def _found(self, verdicts: list[Verdict]) -> Iterator[str]:
        for one in verdicts:
            if one.state is State.DAMAGED:
                state = self.say(f"safekeeping.state.{one.state}")
                yield self.say("safekeeping.verify_line", part=one.part, state=state)
        yield self.say(f"safekeeping.verify_{outcome(verdicts)}")

    def _say(self, text: str) -> None:
        line = self.query_one("#came-of-it", Static)
        line.update(plain(text))
        # In a low window it is below the buttons.
        self.call_after_refresh(line.scroll_visible, animate=False)
