"""Making a new recovery code; it is shown this one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence, told
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.code_back import CodeBack, GroupInput
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.ui.context import Context


class NewCodeScreen(NotebookScreen[str | None]):
    """Asks who is there, shows a code, asks it back; dismissed with what came of it."""

    CSS_PATH = "keeping.tcss"

    def __init__(self, context: Context) -> None:
        """Take what it works with; the code opens nothing before it is typed back."""
        super().__init__(context)
        self._kept = context.house.notebook.safekeeping
        self._code = self._kept.new_code()

    def compose(self) -> ComposeResult:
        """The code, two groups of it, and the secret that opens the notebook now."""
        yield Masthead(self.say("safekeeping.screen.code_title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield CodeBack(self.words, self._code, self._kept.asked_groups())
            yield Static(sentence(self.words, "safekeeping.current"), classes="prose gap")
            yield PassphraseInput(id="current")
            yield Static("", id="said", classes="prose")
            with Horizontal(classes="keeping-buttons"):
                keep = sentence(self.words, "safekeeping.screen.keep_code")
                yield Button(keep, id="keep", classes="-primary")
                yield Button(sentence(self.words, "safekeeping.screen.leave"), id="leave")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin in the first field."""
        self.query_one(CodeBack).focus_group()

    async def before_lock(self) -> None:
        """Leave nothing of the code, nor of what was typed."""
        self._code = ""
        self.query_one(PassphraseInput).forget()
        await self.query(CodeBack).remove()

    @on(Button.Pressed, "#leave")
    def leave(self) -> None:
        """Change nothing."""
        self.dismiss(self.say("safekeeping.code_left"))

    def action_back(self) -> None:
        """Change nothing."""
        self.leave()

    @on(Input.Submitted, "GroupInput")
    def to_next(self, event: Input.Submitted) -> None:
        """Go to the next field."""
        if not self.query_one(CodeBack).follows(event.input.id or ""):
            self.query_one("#current").focus()

    @on(Input.Submitted, "#current")
    @on(Button.Pressed, "#keep")
    @work(exit_on_error=False, group="keep", exclusive=True)
    async def keep(self) -> None:
        """Let the code open the notebook, if it was typed back."""
        back, said = self.query_one(CodeBack), self.query_one("#said", Static)
        wrong = back.wrong()
        if wrong:
            said.update(sentence(self.words, "safekeeping.code_differs", number=wrong))
            back.focus_group(wrong)
            return
        field, button = self.query_one(PassphraseInput), self.query_one("#keep", Button)
        button.disabled = True
        said.update(sentence(self.words, "unlock.checking", "$quiet"))
        try:
            left = await self.context.in_order(self._kept.change_code, field.value, self._code)
        except CompanionError as error:
            said.update(told(self.words, error))
            field.focus()
            return
        finally:
            button.disabled = False
        field.forget()
        for group in self.query(GroupInput):
            group.value = ""
        lines = [self.say("safekeeping.code_kept"), self.say("safekeeping.code_dead")]
        if left:
            lines.append(self.say("safekeeping.backups_left", number=left))
        self.dismiss("\n".join(lines))
