"""How companion looks and behaves on this machine: each change is shown at once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.preferences import NEVER
from companion.services.setting_choices import BESIDE, ORDER, STEPPED, choose, now, now_says, values
from companion.services.settings_sentences import fault_says, key_says
from companion.ui.content import plain, sentence
from companion.ui.heeding import heed
from companion.ui.keys import bindings
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.samples import Samples
from companion.ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.setting_choices import Value
    from companion.ui.app import CompanionApp
    from companion.ui.context import Context

STAY, NEVER_LOCK = "stay", "never"


class SettingsScreen(NotebookScreen[None]):
    """A line for each thing that can be set, and a line of help for the one with the focus."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "#theme"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *(f"settings.{name}" for name in (*ORDER, *BESIDE))
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._house = context.house

    def compose(self) -> ComposeResult:
        """The lines, the samples of the colours, and the help."""
        yield Masthead(self.say("settings.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "settings.about"), id="about", classes="prose quiet")
            with Vertical(id="settings"):
                for name in (*ORDER, *BESIDE):
                    yield self._row(name)
                    if name == "theme":
                        yield Samples(self.words)
            yield Static("", id="setting-help", classes="prose")
            yield Static(self._faults(), id="setting-faults", classes="prose quiet")
            if self._house.preferences.place:
                where = self.say("settings.where", file=self._house.preferences.place)
                yield Static(plain(where), id="setting-file", classes="quiet")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Tell of faults only where there are any."""
        self.query_one("#setting-faults").display = bool(self._house.preferences.faults)
        # The field that has the focus may be below what explains it.
        self.call_after_refresh(self.query_one(".body").scroll_home, animate=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say more about the line that has the focus."""
        if isinstance(event.widget, SettingRow):
            help_text = sentence(self.words, f"settings.help.{event.widget.id}")
            self.query_one("#setting-help", Static).update(help_text)

    @on(SettingRow.Stepped)
    def step(self, event: SettingRow.Stepped) -> None:
        """Go to another value."""
        self._step(event.row.id or "", event.by)

    @on(Samples.Pressed)
    def take_sample(self, event: Samples.Pressed) -> None:
        """Take the colours that were pressed."""
        self.query_one("#theme").focus()
        self._choose("theme", event.theme)

    def action_setting(self, name: str) -> None:
        """Go to a line and to its next value.

        Args:
            name: One of `ORDER` or `BESIDE`.
        """
        self.query_one(f"#{name}").focus()
        self._step(name, 0)

    def _step(self, name: str, by: int) -> None:
        if name == "country":
            self._ask_country()
            return
        if name == "keys":
            self._show_keys()
            return
        if name == "people":
            from companion.ui.screens.own_people import OwnPeopleScreen

            self.app.push_screen(OwnPeopleScreen(self.context))
            return
        there = values(self._house, name)
        index = there.index(now(self._house, name))
        after = (index + 1) % len(there) if by == 0 else min(max(index + by, 0), len(there) - 1)
        if after == index:
            return
        if name == "lock_after" and there[after] == NEVER:
            self._ask_never()
        else:
            self._choose(name, there[after])

    def _choose(self, name: str, value: Value) -> None:
        try:
            choose(self._house, name, value)
        except CompanionError:
            self._tell_not_kept()
        self._show()

    @work(exit_on_error=False, group="ask", exclusive=True)
    async def _ask_never(self) -> None:
        key = key_says(self.words, self._house.preferences.keys_of("app.lock").partition(",")[0])
        question = self.say("settings.never_ask", pressed=key)
        answers = {
            STAY: self.say("settings.never_leave"),
            NEVER_LOCK: self.say("settings.never_yes"),
        }
        asked = AskScreen(self.words, question, answers)
        if await self.app.push_screen_wait(asked) == NEVER_LOCK:
            self._choose("lock_after", NEVER)

    @work(exit_on_error=False, group="ask", exclusive=True)
    async def _ask_country(self) -> None:
        from companion.ui.screens.country import CountryScreen

        code = await self.app.push_screen_wait(CountryScreen(self._house))
        if code is None:
            return
        try:
            self._house.preferences.set_country(code)
        except CompanionError:
            self._tell_not_kept()
        self._show()

    @work(exit_on_error=False, group="ask", exclusive=True)
    async def _show_keys(self) -> None:
        from companion.ui.screens.remap import RemapScreen

        await self.app.push_screen_wait(RemapScreen(self._house))
        self._show()

    def _show(self) -> None:
        """Let what was set hold, and show it."""
        heed(cast("CompanionApp", self.app))
        for row in self.query(SettingRow):
            row.show(now_says(self._house, row.id or ""))

    def _tell_not_kept(self) -> None:
        self.tell(self.say("settings.not_kept", file=self._house.preferences.place))

    def _row(self, name: str) -> SettingRow:
        label = self.say(f"settings.name.{name}")
        return SettingRow(name, label, now_says(self._house, name), opens=name not in STEPPED)

    def _faults(self) -> str:
        kept = self._house.preferences
        said = [fault_says(self.words, kept.place, fault) for fault in kept.faults]
        return plain("\n".join(said)).plain
