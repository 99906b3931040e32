"""The palette: what can be done on the screen beneath, found by its words, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.command import CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content

from companion.ui.keys import bindings

if TYPE_CHECKING:
    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.command import Hits

    from companion.services.ports import Words

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


def _line(command: SystemCommand, title: Content) -> Content:
    key = Content.styled(command.help.ljust(_KEYS), "$warm not bold")
    return Content.assemble(key, title)
