"""One thing at a time on a screen: a key may be pressed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from companion.ui.screens.inside import NotebookScreen


class Once:
    """Begins something, unless something else that it began is still going on."""

    def __init__(self, screen: NotebookScreen[Any]) -> None:
        """Take the screen, which tells what could not be done."""
        self._screen = screen
        self._is_busy = False

    def __call__(self, begin: Callable[[], Awaitable[None]]) -> None:
        """Begin it; what it raises as a `CompanionError` is told.

        Args:
            begin: What is done; it may ask something and wait for the answer.
        """
        if not self._is_busy:
            self._is_busy = True
            self._screen.run_worker(self._run(begin), exit_on_error=False)

    async def _run(self, begin: Callable[[], Awaitable[None]]) -> None:
        try:
            await begin()
        except CompanionError as error:
            self._screen.tell_error(error)
        finally:
            self._is_busy = False
