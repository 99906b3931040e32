"""What plain mode is told when there is no open notebook any more."""

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
