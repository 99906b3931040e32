"""What can go wrong, by name.

An error carries the key of a sentence and harmless details (a path's id, a
number, a folder), never the sentence itself and never anything a person wrote.
"""

from __future__ import annotations

from typing import ClassVar


class CompanionError(Exception):
    """Something a person should be told about, in their own language."""

    key: ClassVar[str] = "error.unexpected"
    """The key of the sentence in `content/<language>/ui.toml`."""

    def __init__(self, **details: str | int) -> None:
        """Keep the details that fill the sentence's named gaps.

        Args:
            details: Values for the named gaps; never private words.
        """
        super().__init__(self.key)
        self.details = details
        """The values for the sentence's named gaps."""


class NoNotebookError(CompanionError):
    """There is no notebook in the folder. Details: `folder`."""

    key = "error.no_notebook"


class NotebookExistsError(CompanionError):
    """A notebook, or something else, is in the folder already. Details: `folder`."""

    key = "error.notebook_exists"


class NotANotebookError(CompanionError):
    """The place named is no folder that could hold a notebook. Details: `folder`."""

    key = "error.not_a_notebook"


class WrongPassphraseError(CompanionError):
    """The passphrase opens no key slot of a header that is otherwise whole."""

    key = "error.wrong_passphrase"


class WeakPassphraseError(CompanionError):
    """The passphrase is easier to guess than the floor allows."""

    key = "error.weak_passphrase"


class MistypedCodeError(WrongPassphraseError):
    """A recovery code with a slip of the pen. Details: `group` (1 to 7)."""

    key = "error.mistyped_code"


class CutCodeError(WrongPassphraseError):
    """A recovery code that is too long or too short to say where."""

    key = "error.cut_code"


class OtherCodeError(WrongPassphraseError):
    """A recovery code without a slip that does not open this notebook."""

    key = "error.other_code"


class DamagedNotebookError(CompanionError):
    """The header or the database is not what was written. Details: `part`."""

    key = "error.damaged"


class DamagedBackupError(CompanionError):
    """A backup is not what was written. Details: `file`."""

    key = "error.damaged_backup"


class NotABackupError(CompanionError):
    """A file is no backup of companion's, or can't be read. Details: `file`."""

    key = "error.not_a_backup"


class BackupNotMadeError(CompanionError):
    """A backup could not be made or checked; those before it are as they were."""

    key = "error.backup_not_made"


class ReplacedNotebookError(CompanionError):
    """Another program put another file in the place of the open notebook's."""

    key = "error.replaced"


class NoBackupError(CompanionError):
    """There is no backup to choose from. Details: `folder`."""

    key = "error.no_backup"


class NotebookInUseError(CompanionError):
    """Another companion holds the notebook's lock."""

    key = "error.in_use"


class NewerNotebookError(CompanionError):
    """The notebook was written by a newer version of companion."""

    key = "error.newer"


class StorageError(CompanionError):
    """The notebook could not be written or read: a full or read-only disk, say."""

    key = "error.storage"


class FileNotRememberedError(StorageError):
    """A file was written, and where it is could not be remembered. Details: `file`."""

    key = "error.file_not_remembered"


class BeingWipedError(CompanionError):
    """The notebook was being removed for good, and that was cut off. Details: `folder`."""

    key = "error.being_wiped"


class WipeCutOffError(CompanionError):
    """Something of a notebook could not be removed; its key is gone. Details: `folder`."""

    key = "error.wipe_cut_off"


class UnknownPathError(CompanionError):
    """There is no reflection of that name. Details: `path`."""

    key = "error.unknown_path"


class UnknownTopicError(CompanionError):
    """The guide has no page of that name. Details: `topic`."""

    key = "error.unknown_topic"


class UnknownReflectionError(CompanionError):
    """There is no entry with that id. Details: `id`."""

    key = "error.unknown_reflection"


class UnknownUnsaidError(UnknownReflectionError):
    """Nothing in the Unsaid drawer begins with that id. Details: `id`."""

    key = "error.unknown_unsaid"


class UnknownTaskError(UnknownReflectionError):
    """No agreed task begins with that id. Details: `id`."""

    key = "error.unknown_task"


class AmbiguousReflectionError(CompanionError):
    """More than one entry begins with that id. Details: `id`."""

    key = "error.ambiguous_reflection"


class UnknownJourneyError(CompanionError):
    """There is no journey of that id. Details: `id`."""

    key = "error.unknown_journey"


class AmbiguousJourneyError(CompanionError):
    """More than one journey is called so. Details: `id`."""

    key = "error.ambiguous_journey"


class UnknownSessionError(CompanionError):
    """There is no session of that number. Details: `number`."""

    key = "error.unknown_session"


class NoSessionError(CompanionError):
    """There is no session that could be meant: none is planned."""

    key = "error.no_session"


class NumberTakenError(CompanionError):
    """There is a session of that number already. Details: `number`."""

    key = "error.number_taken"


class BadDateError(CompanionError):
    """The words are no date and time."""

    key = "error.bad_date"


class NothingWrittenError(CompanionError):
    """There were no words to keep."""

    key = "error.nothing_written"


class NotForThePageError(CompanionError):
    """That answer can't be a line of the page where it is now."""

    key = "error.not_for_the_page"


class FileNotWrittenError(CompanionError):
    """A file outside the notebook could not be written. Details: `file`."""

    key = "error.file_not_written"


class FileExistsAlreadyError(CompanionError):
    """A file of that name is there already and is left as it is. Details: `file`."""

    key = "error.file_exists"


class ImportTooLargeError(CompanionError):
    """A file is larger than anything that is read. Details: `file`, `megabytes`."""

    key = "error.import_too_large"


class UnknownImportError(CompanionError):
    """A file is none of those that can be brought in. Details: `file`."""

    key = "error.import_unknown"


class BrokenImportError(CompanionError):
    """A file is of a known kind and not whole. Details: `file`, `entry` (counted from 1)."""

    key = "error.import_broken"


class CutImportError(BrokenImportError):
    """A file is of a known kind and not whole from its beginning on. Details: `file`."""

    key = "error.import_cut"


class ImportUnreadError(CompanionError):
    """A file that was to be brought in could not be read. Details: `file`."""

    key = "error.import_unread"


class InputEndedError(CompanionError):
    """Standard input ended before the question was answered."""

    key = "error.input_ended"


class ContentError(CompanionError):
    """A content file is not what it should be. Details: `file`, `problem`."""

    key = "error.content"
