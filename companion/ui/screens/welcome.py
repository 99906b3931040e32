"""The first run: what this is, colours, passphrase, recovery code, next session."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.containers import Horizontal
from textual.widgets import ContentSwitcher, Input, Static

from companion.domain.dates import parse_moment
from companion.domain.errors import CompanionError
from companion.domain.preferences import THEMES
from companion.domain.typed_number import MOST, typed_number
from companion.ui.content import plain, sentence, told
from companion.ui.screens.base import CompanionScreen
from companion.ui.screens.welcome_steps import colours, passphrase, recovery, session, what
from companion.ui.widgets.button import Button
from companion.ui.widgets.code_back import CodeBack
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_by_line import LineByLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.passphrase import PassphraseInput
from companion.ui.widgets.samples import Samples

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult

    from companion.services.house import House
    from companion.services.open_notebook import OpenNotebook
    from companion.ui.app import CompanionApp
    from companion.ui.in_order import InOrder

STEPS = ("what", "colours", "passphrase", "code", "session")
"""The steps, in order."""
_FOCUS = {
    "what": "#next",
    "colours": "#dusk",
    "passphrase": "#first",
    "code": "GroupInput",
    "session": "#when",
}


class WelcomeScreen(CompanionScreen[None]):
    """Sets a notebook up. Nothing is written to disk before the passphrase is chosen."""

    CSS_PATH = "welcome.tcss"
    AUTO_FOCUS = "#next"

    def __init__(self, house: House, in_order: InOrder) -> None:
        """Take what it works with."""
        super().__init__(house.words)
        self._house = house
        self._in_order = in_order
        self._step = STEPS[0]
        self._opened: OpenNotebook | None = None
        self._code = house.notebook.safekeeping.new_code()

    def compose(self) -> ComposeResult:
        """The steps, of which one is shown."""
        yield Masthead(self.say("app.name"), self._aside())
        with ContentSwitcher(initial=self._step, classes="body"):
            yield from what(self._house)
            yield from colours(self.words)
            yield from passphrase(self.words)
            yield from recovery(self._house, self._code)
            yield from session(self.words)
        with Horizontal(id="welcome-buttons"):
            yield Button(sentence(self.words, "welcome.next"), id="next", classes="-primary")
            yield Button(sentence(self.words, "welcome.back"), id="back")
            yield Button(sentence(self.words, "welcome.show"), id="show")
            yield Button(sentence(self.words, "welcome.later"), id="later")
            yield LineByLine(self._house)
            yield Button(sentence(self.words, "welcome.where"), id="where")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show the first step."""
        self._show(STEPS[0])

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Go back one step; the notebook, once made, stays made."""
        index = STEPS.index(self._step)
        if index > 0 and self._opened is None:
            self._show(STEPS[index - 1])

    @on(Input.Submitted, "#first")
    def go_to_second(self) -> None:
        """Go to the second field, unless the first does not hold or both are typed already."""
        first = self.query_one("#first", PassphraseInput)
        again = self.query_one("#again", PassphraseInput)
        if not self._house.notebook.strong_enough(first.value) or again.value == first.value:
            self._choose()
        else:
            again.focus()

    @on(Button.Pressed, "#next")
    @on(Input.Submitted, "#again")
    @on(Input.Submitted, "#number")
    def go_on(self) -> None:
        """Go on, if what was asked is answered."""
        if self._step == "passphrase":
            self._choose()
        elif self._step == "code":
            self._agree()
        elif self._step == "session":
            self._finish()
        else:
            self._show(STEPS[STEPS.index(self._step) + 1])

    @on(Button.Pressed, "#samples Button")
    @on(Samples.Pressed)
    def choose_colours(self, event: Button.Pressed | Samples.Pressed) -> None:
        """Show the colours at once, and remember them; those that are there already: go on."""
        theme = event.theme if isinstance(event, Samples.Pressed) else event.button.id
        if isinstance(event, Button.Pressed) and theme == self.app.theme:
            self._show("passphrase")
        cast("CompanionApp", self.app).action_look(theme or THEMES[0])

    @on(Button.Pressed, "#show")
    def show_typed(self) -> None:
        """Show what is typed in both fields, or hide it again."""
        fields = list(self.query(PassphraseInput))
        hidden = not fields[0].password
        for field in fields:
            field.password = hidden
        key = "welcome.show" if hidden else "welcome.hide"
        self._label("#show", key)

    @on(Input.Changed, "#first")
    def say_strength(self, event: Input.Changed) -> None:
        """Say in words how well the passphrase holds."""
        said = self.query_one("#strength", Static)
        if not event.value:
            said.update("")
            return
        strength = self._house.notebook.strength(event.value)
        said.update(sentence(self.words, f"welcome.strength_{strength}", "$quiet"))

    @on(Input.Changed, "#when")
    def say_day(self, event: Input.Changed) -> None:
        """Say in words which day was understood."""
        said, at = self.query_one("#understood", Static), self._understood(event.value)
        if at is None:
            said.update("")
            return
        wall = self._house.clock.local(at)
        said.update(plain(f"{self.words.day(wall.date())}, {self.words.time(wall)}", "$quiet"))

    @on(Input.Submitted, "#when")
    def to_number(self, event: Input.Submitted) -> None:
        """From a day that is understood to the session's number, unless that is there; else on."""
        number = self.query_one("#number", LineInput)
        if number.value or self._understood(event.value) is None:
            self.go_on()
        else:
            number.focus()

    def _understood(self, text: str) -> datetime | None:
        """The moment that was typed (aware, UTC), or none."""
        with suppress(CompanionError):
            return parse_moment(text, self._house.clock)
        return None

    @on(Input.Submitted, "GroupInput")
    def to_next_group(self, event: Input.Submitted) -> None:
        """Go to the other group, or on."""
        if not self.query_one(CodeBack).follows(event.input.id or ""):
            self._agree()

    @on(Button.Pressed, "#where")
    @work(exit_on_error=False, exclusive=True)
    async def say_where(self) -> None:
        """Ask which country this is, so that help now shows its numbers."""
        from companion.ui.screens.country import CountryScreen

        code = await self.app.push_screen_wait(CountryScreen(self._house))
        card = self._house.help_now.card(code or "")
        if card is not None:
            with suppress(CompanionError):  # help now asks again
                self._house.preferences.set_country(card.country.code)
            said = self.query_one("#where-said", Static)
            said.update(sentence(self.words, "help.in_country", country=card.country.name))
            said.add_class("-said")
            said.scroll_visible(animate=False)

    @on(Button.Pressed, "#later")
    def without_code(self) -> None:
        """Make the notebook with its passphrase alone."""
        self._make("")

    def _choose(self) -> None:
        """Go on to the code, if the passphrase holds and was typed twice."""
        first = self.query_one("#first", PassphraseInput)
        again = self.query_one("#again", PassphraseInput)
        said = self.query_one("#strength", Static)
        if not self._house.notebook.strong_enough(first.value):
            said.update(sentence(self.words, "error.weak_passphrase"))
            first.focus()
            return
        if first.value != again.value:
            said.update(sentence(self.words, "welcome.differ"))
            again.focus()
            return
        self._show("code")

    def _agree(self) -> None:
        """Make the notebook, if the code was typed back from the paper."""
        back = self.query_one(CodeBack)
        wrong = back.wrong()
        if wrong:
            text = sentence(self.words, "safekeeping.code_differs", number=wrong)
            self.query_one("#code-said", Static).update(text)
            back.focus_group(wrong)
            return
        self._make(self._code)

    @work(exit_on_error=False, exclusive=True)
    async def _make(self, code: str) -> None:
        first = self.query_one("#first", PassphraseInput)
        said, notebook = self.query_one("#code-said", Static), self._house.notebook
        buttons = [self.query_one(f"#{one}", Button) for one in ("next", "later", "back")]
        for button in buttons:
            button.disabled = True
        said.update(sentence(self.words, "welcome.making", "$quiet"))
        try:
            self._opened = await self._in_order(notebook.set_up, first.value, code=code)
        except CompanionError as error:
            said.update(told(self.words, error))
            return
        finally:
            for button in buttons:
                button.disabled = False
        for field in self.query(PassphraseInput):
            field.forget()
        self._code = ""
        await self.query(CodeBack).remove()
        self._show("session")

    @work(exit_on_error=False, exclusive=True)
    async def _finish(self) -> None:
        opened = self._opened
        if opened is None:
            return
        text = self.query_one("#when", LineInput).value.strip()
        typed = self.query_one("#number", LineInput).value.strip()
        number, said = typed_number(typed, 1, MOST), self.query_one("#understood", Static)
        if text and typed and number is None:
            said.update(sentence(self.words, "sessions.bad_number"))
            return
        try:
            if text:
                at = parse_moment(text, self._house.clock)
                await self._in_order(opened.appointments.add, at, number)
        except CompanionError as error:
            said.update(told(self.words, error))
            return
        app = cast("CompanionApp", self.app)
        self.dismiss(None)
        app.call_later(app.enter, opened, first=True)  # what this screen does ends with it

    def _show(self, step: str) -> None:
        self._step = step
        self.query_one(ContentSwitcher).current = step
        self.query_one(Masthead).retitle(self.say("app.name"), self._aside())
        labels = {"code": "welcome.make", "session": "welcome.done"}
        key = labels.get(step, "welcome.next")
        self._label("#next", key)
        self.query_one("#show", Button).display = step == "passphrase"
        self.query_one("#later", Button).display = step == "code"
        self.query_one(LineByLine).display = step == "what"
        self.query_one("#where", Button).set_class(step != "what", "-away")
        self.query_one("#back", Button).display = step not in {"what", "session"}
        self.query(_FOCUS[step]).first().focus()

    def _label(self, button: str, key: str) -> None:
        found = self.query_one(button, Button)
        found.label = sentence(self.words, key)
        found.refresh(layout=True)

    def _aside(self) -> str:
        return self.say("welcome.step", number=STEPS.index(self._step) + 1, all=len(STEPS))
