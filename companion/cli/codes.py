"""Exit codes. Scripts rely on them: they never change their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import errors

if TYPE_CHECKING:
    from companion.domain.errors import CompanionError

DONE = 0
"""It was done."""
NOT_DONE = 1
"""It could not be done; one line on the error stream says why."""
WRONG_USAGE = 2
"""The command line makes no sense."""
WRONG_PASSPHRASE = 3
"""The passphrase does not open the notebook."""
DAMAGED = 4
"""The notebook is damaged."""
IN_USE = 5
"""The notebook is open elsewhere."""
NEWER = 6
"""A newer version wrote the notebook."""
INTERRUPTED = 130
"""Ctrl+C, as shells count it."""

_OF: dict[type[CompanionError], int] = {
    errors.WrongPassphraseError: WRONG_PASSPHRASE,
    errors.DamagedNotebookError: DAMAGED,
    errors.NotebookInUseError: IN_USE,
    errors.NewerNotebookError: NEWER,
}


def code_of(error: CompanionError) -> int:
    """The exit code an error ends with."""
    return next((code for kind, code in _OF.items() if isinstance(error, kind)), NOT_DONE)
