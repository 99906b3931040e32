"""Choosing another passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence, told
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.ui.context import Context


class NewPassphraseScreen(NotebookScreen[str | None]):
    """Asks for the present secret and a new passphrase; dismissed with what came of it."""

    CSS_PATH = "keeping.tcss"

    def __init__(self, context: Context, secret: str = "") -> None:
        """Take what it works with.

        Args:
            context: What the open notebook offers.
            secret: The recovery code someone just came in with; empty: it is asked for.
        """
        super().__init__(context)
        self._secret = secret

    def compose(self) -> ComposeResult:
        """Up to three fields, and how well the new passphrase holds."""
        yield Masthead(self.say("safekeeping.screen.passphrase_title"))
        with VerticalScroll(classes="body", can_focus=False):
            if self._secret:
                came = sentence(self.words, "safekeeping.screen.came_with_code")
                yield Static(came, classes="prose")
            else:
                yield Static(sentence(self.words, "safekeeping.current"), classes="prose")
                yield PassphraseInput(id="current")
            yield Static(sentence(self.words, "safekeeping.new"), classes="prose gap")
            yield PassphraseInput(id="first", placeholder=self.say("welcome.first"))
            yield PassphraseInput(id="again", placeholder=self.say("welcome.again"))
            yield Static("", id="said", classes="prose")
            with Horizontal(classes="keeping-buttons"):
                change = sentence(self.words, "safekeeping.screen.change")
                yield Button(change, id="change", classes="-primary")
                leave = "not_now" if self._secret else "leave"
                yield Button(sentence(self.words, f"safekeeping.screen.{leave}"), id="leave")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin in the first field."""
        self.query(PassphraseInput).first().focus()

    async def before_lock(self) -> None:
        """Leave nothing of what was typed."""
        for field in self.query(PassphraseInput):
            field.forget()
        self._secret = ""

    @on(Button.Pressed, "#leave")
    def leave(self) -> None:
        """Change nothing."""
        self.action_back()

    @on(Input.Changed, "#first")
    def say_strength(self, event: Input.Changed) -> None:
        """Say in words how well the passphrase holds."""
        said = self.query_one("#said", Static)
        if not event.value:
            said.update("")
            return
        strength = self.context.house.notebook.strength(event.value)
        said.update(sentence(self.words, f"welcome.strength_{strength}", "$quiet"))

    @on(Input.Submitted, "#current")
    def to_first(self) -> None:
        """Go to the next field."""
        self.query_one("#first").focus()

    @on(Input.Submitted, "#first")
    def to_again(self) -> None:
        """Go to the next field, if the passphrase holds."""
        if self.context.house.notebook.strong_enough(self._typed("first")):
            self.query_one("#again").focus()

    @on(Input.Submitted, "#again")
    @on(Button.Pressed, "#change")
    @work(exit_on_error=False, group="change", exclusive=True)
    async def change(self) -> None:
        """Let the new passphrase open the notebook, if all is in order."""
        said, notebook = self.query_one("#said", Static), self.context.house.notebook
        new = self._typed("first")
        if not notebook.strong_enough(new):
            said.update(sentence(self.words, "error.weak_passphrase"))
            self.query_one("#first").focus()
            return
        if self._typed("again") != new:
            said.update(sentence(self.words, "welcome.differ"))
            self.query_one("#again").focus()
            return
        button = self.query_one("#change", Button)
        button.disabled = True
        said.update(sentence(self.words, "unlock.checking", "$quiet"))
        secret = self._secret or self._typed("current")
        try:
            left = await self.context.in_order(notebook.safekeeping.change_passphrase, secret, new)
        except CompanionError as error:
            said.update(told(self.words, error))
            if not self._secret:
                self.query_one("#current").focus()
            return
        finally:
            button.disabled = False
        for field in self.query(PassphraseInput):
            field.forget()
        text = self.say("safekeeping.passphrase_changed")
        if left:
            text = f"{text}\n{self.say('safekeeping.backups_left', number=left)}"
        self.dismiss(text)

    def _typed(self, field: str) -> str:
        return self.query_one(f"#{field}", PassphraseInput).value
