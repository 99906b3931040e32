"""Asks for a key by having it pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.errors import StorageError
from companion.domain.keymap import KeyRefusedError, normal_key
from companion.services.settings_sentences import refusal_says
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from companion.services.ports.content import Words

_PASS = frozenset({"escape", "enter", "tab", "shift+tab"})
# Keys with which one leaves the question.


class PressKeyScreen(CompanionDialog[bool]):
    """Dismissed with whether a key was given; a key that is not free is told, and asked again."""

    CSS_PATH = "press_key.tcss"
    AUTO_FOCUS = "#leave"

    def __init__(self, words: Words, name: str, keys: str, try_key: Callable[[str], None]) -> None:
        """Take what the key is for.

        Args:
            words: The interface's language.
            name: What the key does, in words.
            keys: Its keys now, as people write them.
            try_key: Gives it that key; raises `KeyRefusedError` if it is not free.
        """
        super().__init__(words)
        self._action = name
        self._keys = keys
        self._try = try_key

    def compose(self) -> ComposeResult:
        """The question, and a line for what could not be."""
        with Vertical(classes="dialog"):
            question = self.say("settings.keys.press", name=self._action)
            yield Static(plain(question), classes="question")
            now = self.say("settings.keys.press_now", keys=self._keys)
            yield Static(plain(now, "$quiet"), id="key-said")
            with Horizontal(classes="answers"):
                yield Button(sentence(self.words, "settings.keys.leave"), id="leave")

    def on_key(self, event: events.Key) -> None:
        """Take the key, if it is free."""
        if event.key in _PASS:
            return
        event.stop()
        event.prevent_default()
        try:
            self._try(normal_key(event.key))
        except KeyRefusedError as error:
            self.query_one("#key-said", Static).update(plain(refusal_says(self.words, error)))
        except StorageError:
            # It holds for now; whoever asked tells that it could not be kept.
            self.dismiss(True)  # noqa: FBT003  the screen's result
        else:
            self.dismiss(True)  # noqa: FBT003  the screen's result

    @on(Button.Pressed, "#leave")
    def action_back(self) -> None:
        """Leave the keys as they are."""
        self.dismiss(False)  # noqa: FBT003  the screen's result
