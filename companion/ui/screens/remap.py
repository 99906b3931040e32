"""The keys of every action: another one, by pressing it, or the one it came with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.services.settings_sentences import keys_say
from companion.ui.content import plain, sentence
from companion.ui.heeding import heed
from companion.ui.keys import ACTIONS, bindings
from companion.ui.screens.base import CompanionScreen
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.press_key import PressKeyScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.house import House
    from companion.ui.app import CompanionApp

_BUTTONS = ("change", "usual", "all_usual")
_AREA = "area-"
STAY, ALL = "stay", "all"


class RemapScreen(CompanionScreen[None]):
    """Lists the actions by the part of companion they belong to."""

    CSS_PATH = "remap.tcss"
    AUTO_FOCUS = "#actions"
    BINDINGS: ClassVar[list[BindingType]] = bindings(*(f"remap.{name}" for name in _BUTTONS))

    def __init__(self, house: House) -> None:
        """Take what it works with."""
        super().__init__(house.words)
        self._house = house
        self._kept = house.preferences

    def compose(self) -> ComposeResult:
        """The list above its buttons."""
        yield Masthead(self.say("settings.keys.title"))
        with Vertical(classes="body"):
            about = sentence(self.words, "settings.keys.about")
            yield Static(about, id="remap-about", classes="prose quiet")
            yield OptionList(*self._options(), id="actions", markup=False)
        with Horizontal(id="remap-buttons"):
            for name in _BUTTONS:
                label = sentence(self.words, f"settings.keys.{name}")
                yield Button(label, id=name, action=f"screen.{name}")
        yield KeyLine(self.words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is as it comes can't be made so."""
        del parameters
        match action:
            case "usual":
                return self._here in self._kept.current.keys
            case "all_usual":
                return bool(self._kept.current.keys)
        return True

    def on_mount(self) -> None:
        """Offer what can be done."""
        self.show_buttons()

    @on(OptionList.OptionSelected, "#actions")
    @work(exit_on_error=False, group="ask", exclusive=True)
    async def action_change(self) -> None:
        """Ask for the new key, until one is free or none is wanted."""
        action_id = self._here
        if not action_id:
            return
        name, keys = self.say(f"keys.{action_id}"), self._kept.keys_of(action_id)

        def try_key(key: str) -> None:
            self._kept.set_keys(action_id, key)

        asked = PressKeyScreen(self.words, name, keys_say(self.words, keys), try_key)
        if await self.app.push_screen_wait(asked):
            self._show()

    def action_usual(self) -> None:
        """Give the action the key it came with."""
        action_id = self._here
        self._do(lambda: self._kept.set_keys(action_id, ""))

    @work(exit_on_error=False, group="ask", exclusive=True)
    async def action_all_usual(self) -> None:
        """Give every action the key it came with, after a question."""
        answers = {
            STAY: self.say("settings.keys.all_leave"),
            ALL: self.say("settings.keys.all_yes"),
        }
        asked = AskScreen(self.words, self.say("settings.keys.all_ask"), answers)
        if await self.app.push_screen_wait(asked) == ALL:
            self._do(self._kept.usual_keys)

    @on(OptionList.OptionHighlighted, "#actions")
    def show_buttons(self) -> None:
        """Offer what can be done with the action under the cursor."""
        for name in _BUTTONS:
            button = self.query_one(f"#{name}", Button)
            had_focus = button.has_focus
            button.display = bool(self.check_action(name, ()))
            if had_focus and not button.display:
                self.query_one("#actions").focus()
        self.refresh_bindings()

    @property
    def _here(self) -> str:
        """The action under the cursor, by id; empty: none."""
        listed = self.query_one("#actions", OptionList)
        option = listed.highlighted_option
        found = option.id if option and option.id else ""
        return "" if found.startswith(_AREA) else found

    def _do(self, call: Callable[[], None]) -> None:
        try:
            call()
        except CompanionError:
            self.tell(self.say("settings.not_kept", file=self._kept.place))
        self._show()

    def _show(self) -> None:
        """Let the keys hold, and show them; the cursor stays."""
        heed(cast("CompanionApp", self.app))
        listed = self.query_one("#actions", OptionList)
        at = listed.highlighted
        listed.set_options(self._options())
        listed.highlighted = at
        self.show_buttons()

    def _options(self) -> list[Option | None]:
        wide = max(cell_len(self.say(one.name)) for one in ACTIONS)
        made: list[Option | None] = []
        area = ""
        for one in ACTIONS:
            if one.area != area:
                area = one.area
                title = sentence(self.words, f"settings.area.{area}", "$quiet")
                made += [*([Option("", disabled=True)] if made else [])]
                made.append(Option(title, id=f"{_AREA}{area}-{len(made)}", disabled=True))
            made.append(Option(self._line(one.id, self.say(one.name), wide), id=one.id))
        return made

    def _line(self, action_id: str, name: str, wide: int) -> Content:
        own = action_id in self._kept.current.keys
        keys = keys_say(self.words, self._kept.keys_of(action_id))
        mark = f"   {self.say('settings.keys.own')}" if own else ""
        gap = " " * (wide - cell_len(name) + 2)
        dot = plain("• " if own else "  ", "$warm")
        return Content.assemble(dot, plain(name), gap, plain(keys, "$warm"), plain(mark, "$quiet"))
