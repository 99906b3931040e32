"""Undoing on a screen what was done there, with the same key everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.errors import CompanionError
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.undoing import Deed, Done
    from companion.ui.screens.inside import NotebookScreen

KEY = "undo.back"
"""The action that undoes: a screen binds it, names it `action_undo` and asks `may` about it."""


class Undoing:
    """Knows what can be undone on a screen; its `UndoLine` says so."""

    def __init__(
        self,
        screen: NotebookScreen[Any],
        *deeds: Deed,
        again: Callable[[], object],
        about: str = "",
    ) -> None:
        """Take the screen.

        Args:
            screen: It has an `UndoLine`.
            deeds: What is done on it.
            again: Reads and shows everything again.
            about: The id of the one thing it shows; empty: it shows many.
        """
        self._screen = screen
        self._deeds = deeds
        self._again = again
        self._about = about
        self._is_busy = False
        self._is_back = False

    @property
    def done(self) -> Done | None:
        """What would be undone."""
        return self._screen.context.open.undo.last(*self._deeds, about=self._about)

    def may(self, action: str) -> bool:
        """Whether an action other than undoing is meant, or there is something to undo."""
        return action != "undo" or self.done is not None

    def show(self) -> None:
        """Say what was done last, and that it can be undone; or that it is undone."""
        done, words = self.done, self._screen.words
        self._is_back = self._is_back and done is None
        if self._is_back:
            self._line.tell_back(words)
        else:
            self._line.tell(words, done, self._key)
        self._screen.refresh_bindings()

    def begin(self) -> None:
        """Undo what was done last; once, however quickly the key is pressed again."""
        if not self._is_busy and self.done is not None:
            self._is_busy = True
            self._screen.run_worker(self._bring_back(), exit_on_error=False)

    async def _bring_back(self) -> None:
        context = self._screen.context
        try:
            back = await context.in_order(context.open.undo.bring_back)
        except CompanionError as error:
            self._screen.tell_error(error)
            self.show()
        else:
            self._is_back = back is not None
            self.show()
            self._again()
        finally:
            self._is_busy = False

    @property
    def _line(self) -> UndoLine:
        return self._screen.query_one(UndoLine)

    @property
    def _key(self) -> str:
        bindings = self._screen.active_bindings.values()
        bound = [one.binding for one in bindings if one.binding.id == KEY]
        app = self._screen.app
        return app.get_key_display(bound[0]) if bound else ""
