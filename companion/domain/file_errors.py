"""What can go wrong, by name, with printing and with files outside the notebook."""

from __future__ import annotations

from companion.domain.errors import CompanionError


class OutputNotWrittenError(CompanionError):
    """Standard output took no more: the disk it goes to is full, say."""

    key = "error.output_not_written"


class UnknownExportedError(CompanionError):
    """Nothing was written to a file of that name. Details: `file`."""

    key = "error.unknown_exported"


class PrintingFailedError(CompanionError):
    """A PDF could not be made here; every other form can."""

    key = "error.printing_failed"


class FileChangedError(CompanionError):
    """A file that was written was changed since, and was left as it is. Details: `file`."""

    key = "error.file_changed"


class FileNotRemovedError(CompanionError):
    """A file could not be removed. Details: `file`."""

    key = "error.file_not_removed"


class CardNotWrittenError(CompanionError):
    """The open card could not be written; the notebook has all of it."""

    key = "error.card_not_written"


class CardNotRemovedError(CompanionError):
    """The open card could not be taken away. Details: `file`."""

    key = "error.card_not_removed"
