"""What all screens share, the door too: words, errors told calmly, Escape goes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.screen import Screen

from companion.ui.keys import bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

    from companion.domain.errors import CompanionError
    from companion.services.ports.content import Words

T = TypeVar("T")

WIDTHS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide"), (160, "-grand")]
"""The classes a screen has from so many columns on."""
HEIGHTS = [(0, "-low"), (18, "-middle"), (30, "-high")]
"""The classes a screen has from so many rows on."""
INSIDE = Path(__file__).parents[1] / "inside.tcss"
"""The rules that all screens but the door share."""


def fit(screen: Screen[T]) -> None:
    """Give a new screen the classes of its size before it is composed.

    Textual gives them after, and looks at every rule of every widget again.
    """
    try:
        width, height = screen.app.size
    except RuntimeError:
        return  # made outside of an app: Textual gives them when it is shown
    for size, classes in ((width, WIDTHS), (height, HEIGHTS)):
        fitting = [name for least, name in classes if size >= least]
        screen.add_class(fitting[-1], update=False)


class CompanionScreen(Screen[T], Generic[T]):
    """A whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("screen.back")]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    LEADS_BACK_TO_HELP: ClassVar[bool] = False
    """Whether the key for help goes back to the help screen that it was opened from."""
    IS_DOOR: ClassVar[bool] = False
    """Whether it is the first to be seen, which reads no rules that it has no use for."""

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__()
        if not self.IS_DOOR:
            self.css_path = [INSIDE, *self.css_path]
        fit(self)
        self.words = words
        """The interface's language."""

    def say(self, key: str, **values: str | int) -> str:
        """A sentence of the interface."""
        return self.words.say(key, **values)

    def tell(self, text: str) -> None:
        """Show a short line for a moment; it is never read as markup."""
        self.notify(text, markup=False, timeout=6)

    def tell_error(self, error: CompanionError) -> None:
        """Say what could not be done; whatever was written is still on the screen.

        A fault that goes on, as at every pause on a full disk, stands there once.
        """
        text = self.say(error.key, **error.details)
        for one in list(self.app._notifications):  # noqa: SLF001  Textual has no other list
            if one.message == text:
                self.app._unnotify(one, refresh=False)  # noqa: SLF001
        self.notify(text, markup=False, severity="warning", timeout=10)

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)

    async def before_lock(self) -> None:
        """Keep what is on this screen: the notebook is about to be locked.

        Raises:
            CompanionError: If it could not be kept; locking goes on, and that is said.
        """
