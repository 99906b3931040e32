"""The app: shut or open, its colours, its lock, and its calm way to fail."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import App, ScreenStackError, SystemCommand
from textual.binding import Binding
from textual.theme import BUILTIN_THEMES

from companion.domain.errors import CompanionError
from companion.services.settings_sentences import key_says
from companion.ui.asleep import seconds_slept
from companion.ui.endings import heed_endings
from companion.ui.forgetting import forget, spare
from companion.ui.heeding import heed, is_idle, tell_faults
from companion.ui.helping import show_help, show_steady
from companion.ui.in_order import InOrder
from companion.ui.keys import bindings
from companion.ui.rule_sheet import RuleSheet
from companion.ui.speaking import speak_as_set
from companion.ui.themes import own_themes
from companion.ui.undecodable import forgive
from companion.ui.unkept import keep_all, tell_unkept
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime, timedelta

    from textual.binding import BindingType
    from textual.screen import Screen

    from companion.services.house import House
    from companion.services.open_notebook import OpenNotebook
    from companion.ui.context import Context

_LOOK_EVERY = 15.0  # seconds between two looks at how long nothing was touched
_NAP = 5.0  # seconds of sleep that count; two clocks are never read at the same moment
_OPEN = "open"
_SHUT = "shut"
_TOUCHES = (
    events.Key,
    events.MouseDown,
    events.MouseScrollDown,
    events.MouseScrollUp,
    events.Paste,
)


class CompanionApp(App[None]):
    """companion, on a screen."""

    TITLE = "companion"
    CSS_PATH = str(Path(__file__).with_name("companion.tcss"))
    DEFAULT_MODE = _SHUT
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app.help_now", "app.lock", "app.quit", "app.palette", "app.keys", "screen.keys"),
        Binding("left,up", "neighbour(-1)", show=False),
        Binding("right,down", "neighbour(1)", show=False),
    ]

    def __init__(
        self,
        house: House,
        opened: OpenNotebook | None = None,
        idle_after: timedelta | None = None,
        slept: Callable[[], float] = seconds_slept,
    ) -> None:
        """Take what it works with; nothing is opened yet.

        Args:
            house: Everything from the layers below.
            opened: A notebook that is open already (the demo's).
            idle_after: How long nothing is touched before it locks; none: as the person set it.
            slept: Says how many seconds the machine slept since it was started.
        """
        self._colours: dict[str, dict[str, str]] = {}
        super().__init__()
        forgive(self.driver_class)
        self.stylesheet = RuleSheet(variables=self.theme_variables)
        self.house = house
        """Everything from the layers below."""
        self.in_order = InOrder()
        """The notebook's one thread."""
        self._opened = opened
        self._inside: Context | None = None
        self.spoken = house.preferences.current.language
        """The language that was set when this house was built; empty: the system's."""
        self._idle_after = idle_after
        self._touched: datetime = house.clock.now()
        self._slept = slept
        self._slept_before = slept()
        self.shut = _SHUT
        """The mode of the door."""
        self.add_mode(_SHUT, self.door)
        for theme in own_themes(few=self.console.color_system == "256"):
            self.register_theme(theme)
        for name in BUILTIN_THEMES:
            self.unregister_theme(name)
        heed(self)

    async def on_mount(self) -> None:
        """Start to watch for idleness; go in at once if the notebook is open already."""
        self.set_interval(_LOOK_EVERY, self.lock_if_idle)
        heed_endings(self)
        tell_faults(self)
        if self._opened is not None:
            await self.enter(self._opened)

    async def on_event(self, event: events.Event) -> None:
        """Notice that someone is there."""
        if isinstance(event, _TOUCHES):
            self._touched = self.house.clock.now()
        await super().on_event(event)

    def get_css_variables(self) -> dict[str, str]:
        """The colours by name; mixed once for each theme, which Textual does at every change."""
        if self.theme not in self._colours:
            self._colours[self.theme] = super().get_css_variables()
        self.theme_variables = self._colours[self.theme]
        return self.theme_variables

    def delay_update(self, delay: float = 0.05) -> None:
        """Nothing: a screen is painted when it is whole, and nobody is made to wait for it."""
        del delay

    def clear_selection(self) -> None:
        """Unmark every word."""
        # From Python 3.12 on, Textual mounts the fields of the first screen before it is one.
        with suppress(ScreenStackError):
            super().clear_selection()

    @property
    def is_open(self) -> bool:
        """Whether the notebook is open."""
        return self.current_mode == _OPEN

    async def enter(self, opened: OpenNotebook, code: str = "", *, first: bool = False) -> None:
        """Show home, and look after the notebook behind it.

        Args:
            opened: The notebook that was just opened.
            code: The recovery code it was opened with; empty: the passphrase.
            first: Whether it was only just made.
        """
        from companion.ui.behind_home import look_after
        from companion.ui.context import Context
        from companion.ui.screens.home import HomeScreen

        self._inside = context = Context(self.house, opened, self.in_order)
        home = HomeScreen(context)
        self.add_mode(_OPEN, lambda: home)
        spare()
        await self.switch_mode(_OPEN)
        home.look()  # once its frame is painted: reading the notebook would hold that up
        if code:
            from companion.ui.screens.new_passphrase import NewPassphraseScreen

            await self.push_screen(NewPassphraseScreen(context, code))
        self.run_worker(look_after(home, first=first), group="keeping", exit_on_error=False)

    async def action_lock(self) -> None:
        """Keep what is being written, take every private widget away, forget the key."""
        if not self.is_open:
            return
        whole = await keep_all(self)
        nodes = [node for screen in self.screen_stack for node in screen.walk_children()]
        await self.switch_mode(self.shut)
        await self.remove_mode(_OPEN)
        self._opened = self._inside = None
        self.clear_notifications()
        # Some terminals keep no clipboard for us; asking costs nothing.
        self.copy_to_clipboard("")
        await self.in_order(self.house.notebook.lock)
        forget(nodes)
        await speak_as_set(self)
        if not whole:
            tell_unkept(self)

    async def lock_if_idle(self) -> None:
        """Lock if nothing was touched for a while, or the machine slept in between."""
        slept, self._slept_before = self._slept() - self._slept_before, self._slept()
        untouched = self.house.clock.now() - self._touched
        idle = is_idle(self.house, untouched, self._idle_after)
        if self.is_open and (idle or slept >= _NAP):
            await self.action_lock()

    async def leave(self, code: int) -> None:
        """Keep what is being written, lock, and leave with an exit code."""
        try:
            if not await keep_all(self):
                tell_unkept(self)
            await self.in_order(self.house.notebook.lock)
        finally:
            self.exit(return_code=code)

    async def action_quit(self) -> None:
        """Keep what is being written, lock, and leave."""
        await self.action_lock()
        self.exit()

    def action_help_now(self) -> None:
        """Show help, over whatever is on the screen."""
        show_help(self, self.house, self._inside)

    def action_steady(self) -> None:
        """Show two minutes to get steadier, over whatever is on the screen."""
        show_steady(self, self.house)

    def action_keys(self) -> None:
        """Show the keys of what is on the screen, over it."""
        from companion.ui.screens.keys_here import KeysHereScreen, keys_here

        if isinstance(self.screen, KeysHereScreen):
            self.screen.dismiss(None)
        else:
            self.push_screen(
                KeysHereScreen(self.house.words, keys_here(self.house.words, self.screen))
            )

    def action_neighbour(self, by: int) -> None:
        """From one button to the next (1) or to the one before it (-1).

        Raises:
            SkipAction: If no button has the focus; arrows mean something else then.
        """
        if not isinstance(self.screen.focused, Button):
            raise SkipAction
        if by > 0:
            self.screen.focus_next(Button)
        else:
            self.screen.focus_previous(Button)

    def copy_to_clipboard(self, text: str) -> None:
        """Hand a text to the terminal, which may take it or not; say that it was handed over."""
        super().copy_to_clipboard(text)
        if text:
            self.notify(self.house.words.say("app.copied"), markup=False, timeout=6)

    def action_help_quit(self) -> None:
        """Say how words are copied: `ctrl+c` was pressed, and none were marked."""
        self.notify(self.house.words.say("app.nothing_marked"), markup=False, timeout=10)

    def action_look(self, theme: str = "") -> None:
        """Change the colours: to one theme, or to the next."""
        names = [one.name for one in own_themes()]
        wanted = theme or names[(names.index(self.theme) + 1) % len(names)]
        self.theme = wanted
        with suppress(CompanionError):
            self.house.preferences.set_theme(wanted)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: every action that can be done here with its key, and colours."""
        from companion.ui.palette import offered

        return offered(self, screen)

    def action_command_palette(self) -> None:
        """Show what can be done on the screen, to be found by its words."""
        from companion.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.house.words))

    def get_key_display(self, binding: Binding) -> str:
        """A key as people write it: `^n`, `F2`, `Esc`."""
        return key_says(self.house.words, binding.key.partition(",")[0])

    def door(self) -> Screen[None]:
        """The way in, shut."""
        from companion.ui.screens.unlock import DoorScreen

        return DoorScreen(self.house, self.in_order)

    async def _on_exit_app(self) -> None:
        await super()._on_exit_app()
        # In this order: a notebook that is shut while its thread still reads is a torn one.
        self.in_order.close()
        self.house.notebook.lock()

    def _fatal_error(self) -> None:
        # Textual prints the local variables of every frame here: passphrases and
        # whole answers. Private method, held by a test against the pinned version.
        if os.environ.get("COMPANION_DEV") == "1":
            super()._fatal_error()
            return
        from rich.text import Text

        self._exit_renderables.append(Text(self.house.words.say("app.crashed")))
        self._close_messages_no_wait()
