"""Undoing what was done last; held in memory alone, and forgotten once the notebook is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from companion.domain.undoing import Change, ChangedSinceError, Done

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.undoing import Deed, Scope
    from companion.services.ports.answer_stores import UndoStore

T = TypeVar("T")

MOST = 9
"""How many deeds can be undone, one after the other."""


class Undo:
    """Does things in a way that can be undone, the last one first."""

    def __init__(self, store: UndoStore) -> None:
        """Take what keeps things, and puts them back."""
        self._store = store
        self._done: list[Done] = []

    def doing(
        self, deed: Deed, scope: Scope, call: Callable[[], T], about: str = "", name: str = ""
    ) -> T:
        """Do something, and remember how it was before.

        Args:
            deed: What it is.
            scope: What it can change.
            call: Does it; what it raises goes on to whoever asked.
            about: The id of what it is done to.
            name: What that is called.

        Raises:
            StorageError: If the notebook can't be read; then nothing is done.
        """
        before = self._store.held(scope)
        result = call()
        change = Change(scope, before, self._store.held(scope, before))
        if change.keys:
            self._done = [*self._done, Done(deed, change, about, name)][-MOST:]
        return result

    def last(self, *deeds: Deed, about: str = "") -> Done | None:
        """What would be undone now, if it is one of some deeds.

        Args:
            deeds: Which ones; none named: any.
            about: The id of what it must have been done to; empty: anything.
        """
        done = self._done[-1] if self._done else None
        if done is None or (deeds and done.deed not in deeds) or (about and done.about != about):
            return None
        return done

    def bring_back(self) -> Done | None:
        """Undo what was done last; none: there is nothing to undo.

        Raises:
            ChangedSinceError: If it was changed since; then it stays as it is now.
            StorageError: If it could not be written; then it can be undone later.
        """
        if not self._done:
            return None
        done = self._done[-1]
        try:
            self._store.put_back(done.change)
        except ChangedSinceError:
            self.forget()
            raise
        del self._done[-1]
        return done

    def forget(self) -> None:
        """Forget everything that could be undone."""
        self._done = []
