"""Before the notebook is removed for good: what goes, what stays, and three times a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.services.exported import Now
from companion.services.wiping import same_word
from companion.ui.content import plain, sentence, told
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.wiped import WipedScreen, leave_to, lines_of, staying_lines
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from companion.services.exported import ExportedFile
    from companion.ui.app import CompanionApp
    from companion.ui.context import Context


class WipeScreen(NotebookScreen[None]):
    """Asks for the passphrase and for a word that is shown; Enter alone never wipes."""

    CSS_PATH = "wipe.tcss"
    AUTO_FOCUS = "#back"

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._wiping = context.house.notebook.wiping
        self._files: tuple[ExportedFile, ...] = ()

    def compose(self) -> ComposeResult:
        """What goes, what stays, the two fields, and the way back before the way on."""
        word = self.say("wipe.word")
        folder = str(self.context.house.notebook.folder)
        yield Masthead(self.say("wipe.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "wipe.goes"), classes="warm")
            goes = sentence(self.words, "wipe.goes_about", folder=folder)
            yield Static(goes, classes="prose")
            yield Static(sentence(self.words, "wipe.stays"), classes="warm gap")
            yield Static("", id="stays", classes="prose")
            yield Button(sentence(self.words, "wipe.choose_files"), id="choose-files")
            yield Static(sentence(self.words, "wipe.passphrase"), classes="prose gap")
            yield PassphraseInput(id="passphrase")
            yield Static(sentence(self.words, "wipe.type_word", word=word), classes="prose gap")
            yield LineInput(id="word", max_length=40)
            yield Static("", id="wipe-said", classes="prose warm")
            with Horizontal(id="wipe-buttons"):
                yield Button(sentence(self.words, "wipe.back"), id="back")
                yield Button(sentence(self.words, "wipe.wipe"), id="wipe")
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look at what stays, again whenever one comes back."""
        self.look()

    async def before_lock(self) -> None:
        """Leave nothing of what was typed."""
        for field in self.query(LineInput):
            field.forget()

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Say what stays, where it is."""
        in_order, kept = self.context.in_order, self.context.house.notebook.safekeeping
        staying = await in_order(self._wiping.staying)
        facts = await in_order(kept.facts)
        try:
            files = await in_order(self.context.open.exported.files)
        except CompanionError as error:
            self.tell_error(error)
            files = ()
        self._files = tuple(one for one in files if one.now is not Now.GONE)
        lines = [*self._outside, *staying_lines(self.words, staying)]
        if facts.synced_by:
            lines.append(self.say("wipe.stays_synced", program=facts.synced_by))
        lines += [self.say(f"wipe.stays_{one}") for one in ("backups", "paper", "choices")]
        self.query_one("#stays", Static).update(lines_of(lines))
        self.query_one("#choose-files").display = bool(self._files)
        if self.query_one("#back").has_focus:
            # In a low window the button is below all of it: begin with what is said.
            self.call_after_refresh(self.query_one(".body").scroll_home, animate=False)

    @on(Button.Pressed, "#choose-files")
    def choose_files(self) -> None:
        """Choose which of the files to remove before."""
        from companion.ui.screens.files_outside import FilesOutsideScreen

        self.app.push_screen(FilesOutsideScreen(self.context, self._files))

    @on(Button.Pressed, "#back")
    def leave(self) -> None:
        """Wipe nothing."""
        self.action_back()

    @on(Input.Submitted, "#passphrase")
    def to_word(self) -> None:
        """Go on to the word."""
        self.query_one("#word").focus()

    @on(Input.Submitted, "#word")
    def to_button(self) -> None:
        """Go on to the button; pressing that is an act of its own."""
        self.query_one("#wipe").focus()

    @on(Button.Pressed, "#wipe")
    @work(exit_on_error=False, exclusive=True, group="wipe")
    async def wipe(self) -> None:
        """Wipe it, if the word is right and the passphrase opens it."""
        secret = self.query_one("#passphrase", PassphraseInput).value
        word = self.say("wipe.word")
        if not same_word(self.query_one("#word", LineInput).value, word):
            self._say(plain(self.say("wipe.word_differs", word=word)).plain, "#word")
            return
        self._say(self.say("unlock.checking"), "#wipe")
        try:
            await self.context.in_order(self._wiping.check, secret)
        except CompanionError as error:
            self._say(told(self.words, error).plain, "#passphrase")
            return
        app, house = cast("CompanionApp", self.app), self.context.house
        gone = WipedScreen(house, self.context.in_order, secret, files=self._outside_files)
        # A worker of this screen would end with it.
        app.run_worker(leave_to(app, gone), exit_on_error=False)

    @property
    def _outside_files(self) -> tuple[Path, ...]:
        return tuple(one.file for one in self._files)

    @property
    def _outside(self) -> list[str]:
        return [self.say("wipe.stays_file", file=str(file)) for file in self._outside_files]

    def _say(self, text: str, focus: str) -> None:
        self.query_one("#wipe-said", Static).update(plain(text))
        self.query_one(focus).focus()
