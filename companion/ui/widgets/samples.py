"""A small sample of each set of colours, side by side, in those very colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from companion.domain.preferences import THEMES
from companion.ui.content import plain
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.theme import Theme

    from companion.services.ports.content import Words

_GAP = 1  # cells between two samples
_WIDEST = 22
_ROWS = 4


class Samples(Widget, can_focus=False):
    """Shows how words look in each; a press takes one. What is said here is said in words too."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Samples { width: 100%; height: 4; &:nocolor { display: none; } }
    """

    @dataclass
    class Pressed(Message):
        """A sample was pressed."""

        theme: str
        """Which set of colours."""

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__()
        self._words = words

    def on_mount(self) -> None:
        """Mark the one that was taken, whoever took it."""
        self.watch(self.app, "theme", self._redraw, init=False)

    def render(self) -> Content:
        """A name, a title, something quieter, words: each sample in its own colours."""
        wide = self._wide
        cards = [self._card(name, wide) for name in THEMES]
        rows = [
            Content(" " * _GAP).join([card[row] for card in cards])
            for row in range(min(_ROWS, self.size.height))
        ]
        return Content("\n").join(rows)

    def on_click(self, event: events.Click) -> None:
        """Take the one that was pressed."""
        index, inside = divmod(event.x, self._wide + _GAP)
        if index < len(THEMES) and inside < self._wide:
            self.post_message(self.Pressed(THEMES[index]))

    def _redraw(self) -> None:
        self.refresh()

    @property
    def _wide(self) -> int:
        return max(6, min(_WIDEST, (self.size.width - _GAP * 3) // len(THEMES)))

    def _card(self, name: str, wide: int) -> Sequence[Content]:
        theme = self.app.available_themes[name]
        ground, words, warm, quiet = _colours(theme)
        chosen = self.app.theme == name
        mark = "•" if chosen else " "
        said = (
            (f"{self._words.say(f'settings.short_theme.{name}')} {mark}", words, chosen),
            (self._words.say("settings.sample.title"), warm, True),
            (self._words.say("settings.sample.quiet"), quiet, False),
            (self._words.say("settings.sample.words"), words, False),
        )
        return [
            plain(_padded(text, wide), f"{'bold ' if strong else ''}{colour} on {ground}".strip())
            for text, colour, strong in said
        ]


def _padded(text: str, wide: int) -> str:
    return set_cell_size(f" {fit(text, wide - 2)}", wide)


def _colours(theme: Theme) -> tuple[str, str, str, str]:
    """Ground, words, warm and quiet words; the terminal's own are known to it alone."""
    if theme.ansi:
        return "$background", "$foreground", "$foreground", "$quiet"
    own = theme.variables
    return str(theme.background), str(theme.foreground), own["warm"], own["quiet"]
