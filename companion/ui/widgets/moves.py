"""The foot of a step: the ways on, and whether what was said is saved."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from companion.domain.path import StepKind
from companion.ui.content import sentence
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.walk import Walk
    from companion.services.ports.content import Words


class Kept(StrEnum):
    """What became of what was said."""

    NOTHING = "nothing"
    """There is nothing to keep yet."""
    WAITS = "waits"
    """It is kept at the next pause."""
    SAVED = "saved"
    """It is on disk, locked."""
    GONE = "gone"
    """It was let go, and can still be brought back."""
    FAILED = "failed"
    """It could not be written; it is still on the screen."""


class KeptWord(Static):
    """A quiet word about what became of what was said."""

    DEFAULT_CSS = """
    KeptWord {
        width: 1fr; height: 1; text-align: right; color: $quiet;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, words: Words) -> None:
        """Take the interface's language; nothing is said yet."""
        super().__init__("")
        self._words = words
        self._kept = Kept.NOTHING

    @property
    def kept(self) -> Kept:
        """What is told."""
        return self._kept

    def tell(self, kept: Kept) -> None:
        """Say what became of what was said."""
        if kept is not self._kept:
            self._kept = kept
            self._say()

    def on_resize(self) -> None:
        """Say it in as many words as there is room for."""
        self._say()

    def _say(self) -> None:
        if self._kept is Kept.NOTHING:
            self.update("")
            return
        long, short = (
            sentence(self._words, f"reflect.kept.{self._kept}_{length}")
            for length in ("long", "short")
        )
        fitting = [said for said in (long, short) if said.cell_length <= self.size.width]
        self.update(fitting[0] if fitting else "")


class Moves(Horizontal):
    """Next, back, on the closing also lock; and a quiet word at the right."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    Moves { width: 100%; max-width: 112; height: 1; margin: 1 0; }
    .-low Moves { margin: 0; }
    """

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__()
        self._words = words
        self._next = ""

    def compose(self) -> ComposeResult:
        """The buttons and the word."""
        yield Button(sentence(self._words, "reflect.next"), id="next", classes="-primary")
        yield Button(sentence(self._words, "reflect.back"), id="previous")
        yield Button(sentence(self._words, "reflect.lock"), id="lock")
        yield KeptWord(self._words)

    def show(self, walk: Walk, *, is_said: bool) -> None:
        """Name the ways on from a step.

        Args:
            walk: Where it stands.
            is_said: Whether something is said there.
        """
        closing = walk.step.kind is StepKind.CLOSE
        self.query_one("#previous").display = not walk.at_start
        self.query_one("#lock").display = closing
        key = _next_key(walk, is_said=is_said)
        if key != self._next:
            self._next = key
            button = self.query_one("#next", Button)
            button.label = sentence(self._words, key)
            button.refresh(layout=True)

    def tell(self, kept: Kept) -> None:
        """Say what became of what was said."""
        self.query_one(KeptWord).tell(kept)


def _next_key(walk: Walk, *, is_said: bool) -> str:
    if walk.step.kind is StepKind.CLOSE:
        return "reflect.home"
    if walk.at_end:
        return "reflect.done"
    return "reflect.next" if is_said or not walk.step.asks else "reflect.skip"
