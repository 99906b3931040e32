"""The keys that can be pressed now, in words, over the screen they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from companion.services.settings_sentences import key_says
from companion.ui.content import plain, sentence
from companion.ui.keys import ACTIONS, EVERYWHERE, bindings
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button
from companion.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    from companion.services.ports.content import Words

_GAP = 2  # cells between a key and what it does


class KeyHere(NamedTuple):
    """An action that can be done now."""

    action_id: str
    """Its id."""
    keys: str
    """The keys for it, as people write them."""


def keys_here(words: Words, screen: Screen[object]) -> list[KeyHere]:
    """The actions of the registry that can be done on a screen now, in the registry's order."""
    found: dict[str, dict[str, None]] = {}
    for key, active in screen.active_bindings.items():
        if active.enabled and active.binding.id:
            found.setdefault(active.binding.id, {})[key_says(words, key)] = None
    return [KeyHere(one.id, " ".join(found[one.id])) for one in ACTIONS if one.id in found]


class KeysHereScreen(CompanionDialog[None]):
    """What can be done here and everywhere, with its keys; any of the three keys closes it."""

    CSS_PATH = "keys_here.tcss"
    AUTO_FOCUS = "#keys-here"
    BINDINGS: ClassVar[list[BindingType]] = bindings("screen.keys", "app.keys")

    def __init__(self, words: Words, keys: Sequence[KeyHere]) -> None:
        """Take what can be done.

        Args:
            words: The interface's language.
            keys: The actions with their keys, in order.
        """
        super().__init__(words)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys of this screen beside those that hold everywhere."""
        everywhere = [one for one in self._keys if _area(one) == EVERYWHERE]
        here = [one for one in self._keys if _area(one) != EVERYWHERE]
        with Vertical(classes="dialog"):
            yield Static(sentence(self.words, "settings.keys.here_title"), classes="warm strong")
            with Reading(id="keys-here"), Horizontal(id="keys-columns"):
                for title, keys in (("here", here), ("everywhere", everywhere)):
                    if keys:
                        yield Static(self._column(title, keys), classes="keys-column")
            with Horizontal(classes="answers"):
                close = sentence(self.words, "settings.keys.close")
                yield Button(close, id="close", classes="-primary")
                yield Button(sentence(self.words, "settings.keys.palette"), id="palette")

    def key_enter(self) -> None:
        """Back to the screen."""
        self.dismiss(None)

    @on(Button.Pressed, "#close")
    def close(self) -> None:
        """Back to the screen."""
        self.dismiss(None)

    @on(Button.Pressed, "#palette")
    def show_palette(self) -> None:
        """Show everything that can be done on the screen behind."""
        self.dismiss(None)
        self.app.call_later(self.app.action_command_palette)

    def _column(self, title: str, keys: Sequence[KeyHere]) -> Content:
        wide = max(cell_len(one.keys) for one in keys)
        rows = [sentence(self.words, f"settings.keys.{title}", "$quiet")]
        for one in keys:
            gap = " " * (wide - cell_len(one.keys) + _GAP)
            name = self.say(f"keys.{one.action_id}")
            rows.append(Content.assemble(plain(one.keys, "$warm"), gap, plain(name)))
        return Content("\n").join(rows)


def _area(one: KeyHere) -> str:
    return one.action_id.partition(".")[0]
