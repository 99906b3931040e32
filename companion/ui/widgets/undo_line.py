"""A quiet line that says what was done, and how to undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from companion.domain.undoing import Deed
from companion.ui.content import plain

if TYPE_CHECKING:
    from companion.domain.undoing import Done
    from companion.services.ports.content import Words

_GAP = "   "


class UndoLine(Static):
    """Stands below what a screen shows; without anything to undo it is not there."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    UndoLine {
        width: 100%; max-width: 112; height: auto; margin-top: 1;
        color: $quiet; display: none;
    }
    .-low UndoLine { margin-top: 0; }
    """

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__("")

    def tell(self, words: Words, done: Done | None, key: str) -> None:
        """Say what was done.

        Args:
            words: The interface's language.
            done: What; none: there is nothing to undo.
            key: The key that undoes it, as people write it.
        """
        self.display = done is not None
        if done is None:
            self.update("")
            return
        back = words.say("undo.back")
        self.update(
            Content.assemble(plain(said(words, done)), _GAP, plain(key, "$warm"), " ", plain(back))
        )

    def tell_back(self, words: Words) -> None:
        """Say that it is undone."""
        self.display = True
        self.update(plain(words.say("undo.as_it_was")))


def said(words: Words, done: Done) -> str:
    """What was done, as a sentence.

    Args:
        words: The interface's language.
        done: What.
    """
    name = words.say(f"unsaid.rung.{done.name}") if done.deed is Deed.RUNG else done.name
    if done.deed is Deed.ANSWER_MOVED:
        name = words.say(f"entry.place.{done.name}")
    return words.say(f"undo.did.{done.deed}", name=name)
