"""What the screens behind the door share: the open notebook, and questions over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.screen import ModalScreen

from companion.ui.keys import bindings
from companion.ui.screens.base import HEIGHTS, INSIDE, WIDTHS, CompanionScreen, fit

if TYPE_CHECKING:
    from textual.binding import BindingType

    from companion.services.ports.content import Words
    from companion.ui.context import Context

T = TypeVar("T")


class NotebookScreen(CompanionScreen[T], Generic[T]):
    """A screen of the open notebook."""

    def __init__(self, context: Context) -> None:
        """Take what the open notebook offers."""
        super().__init__(context.house.words)
        self.context = context
        """What can be done with the open notebook."""


class CompanionDialog(ModalScreen[T], Generic[T]):
    """A question over a screen. The keys that hold everywhere hold here too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("screen.back", "app.help_now", "app.lock", "app.quit")
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__()
        self.css_path = [INSIDE, *self.css_path]
        fit(self)
        self.words = words
        """The interface's language."""

    def say(self, key: str, **values: str | int) -> str:
        """A sentence of the interface."""
        return self.words.say(key, **values)

    def action_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    async def before_lock(self) -> None:
        """Keep what is in this dialog: the notebook is about to be locked.

        Raises:
            CompanionError: If it could not be kept; locking goes on, and that is said.
        """
