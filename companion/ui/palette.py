"""The palette: what can be done on the screen beneath, found by its words, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content
from textual.widgets.option_list import Option

from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import INSIDE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.binding import Binding, BindingType
    from textual.command import Hits
    from textual.screen import Screen

    from companion.services.ports.content import Words
    from companion.ui.app import CompanionApp

_KEYS = 7  # cells of the column that keys stand in


class Actions(Provider):
    """The actions of the screen beneath."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self.app.get_system_commands(self.screen):
            line = _line(command, Content(command.title))
            yield DiscoveryHit(line, command.callback, text=command.title)

    async def search(self, query: str) -> Hits:
        """Those whose words hold what was typed, letter by letter."""
        matcher = self.matcher(query)
        for command in self.app.get_system_commands(self.screen):
            score = matcher.match(command.title)
            if score > 0:
                line = _line(command, matcher.highlight(command.title))
                yield Hit(score, line, command.callback, text=command.title)


class Palette(CommandPalette):
    """Textual's palette with our actions. It hides the app's keys; what holds everywhere, holds."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app.help_now", "app.lock", "app.quit")

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        asks = words.say("palette.placeholder")
        super().__init__([Actions], placeholder=asks, id="--command-palette")
        self.css_path = [INSIDE]
        self._words = words

    def _start_no_matches_countdown(self, search_value: str) -> None:
        # Private, held by a test against the pinned version: the sentence can't be given.
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN, lambda: self._say_none(search_value)
        )

    def _say_none(self, search_value: str) -> None:
        if search_value:
            none = sentence(self._words, "palette.none")
            told = Option(none, disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(told)
        self._list_visible = bool(search_value)


def _line(command: SystemCommand, title: Content) -> Content:
    key = Content.styled(command.help.ljust(_KEYS), "$warm not bold")
    return Content.assemble(key, title)


def offered(app: CompanionApp, screen: Screen[object]) -> Iterable[SystemCommand]:
    """Every action that can be done on a screen with its key, and the colours."""
    say = app.house.words.say
    seen = {"app.command_palette"}
    for _, binding, enabled, _ in screen.active_bindings.values():
        hidden = binding.action in seen or not binding.description.startswith("keys.")
        if enabled and not hidden:
            seen.add(binding.action)
            key = app.get_key_display(binding)
            yield SystemCommand(say(binding.description), key, _runner(app, binding))
    if "look" not in seen:
        yield SystemCommand(say("keys.home.look"), "", app.action_look)


def _runner(app: CompanionApp, binding: Binding) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        await app.run_action(binding.action, app.screen)

    return run
