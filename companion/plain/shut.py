"""Exceptions that end a visit to the notebook in plain mode: it is locked, or removed."""

from __future__ import annotations


class NotebookShutError(Exception):
    """The notebook was shut to be removed; what came of it was said already."""

    def __init__(self, *, is_gone: bool) -> None:
        """Take what came of it.

        Args:
            is_gone: Whether it was removed whole.
        """
        super().__init__()
        self.is_gone = is_gone
        """Whether it was removed whole."""


class LockAskedError(Exception):
    """Someone typed that the notebook shall be locked at once; what was written is kept.

    It is none of the errors that are told and gone on after: nothing may hold it up.
    """
