"""Files that left the notebook, line by line: where they are, and removing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.file_errors import FileChangedError, FileNotRemovedError
from companion.services.exported import Now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.plain.face import Face
    from companion.services.exported import Exported, ExportedFile

_DO = ("remove", "forget")


def show_exported(face: Face, exported: Exported) -> None:
    """Say which files were saved, and let someone remove or forget one after the other.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook can't be read or written.
    """
    while files := exported.files():
        face.say()
        face.say("plain_exported.about")
        labels = [file_line(face, one) for one in files]
        several = [face.words("plain_exported.all")] if files[1:] else []
        chosen = face.choose([*labels, *several], "plain_exported.which")
        if chosen is None:
            return
        which = files[chosen : chosen + 1] or files
        labels = [face.words(f"plain_exported.do.{one}") for one in _DO]
        what = face.choose(labels, "plain_exported.do_which")
        if what == 0:
            remove(face, exported, which)
        elif what == 1:
            forget(face, exported, which)
    face.say("plain_exported.none")


def file_line(face: Face, one: ExportedFile) -> str:
    """A file as one line: where, what, from which day, and what has become of it."""
    return face.words(
        "plain_exported.row",
        file=str(one.file),
        what=face.words(f"plain_exported.what.{one.what}"),
        day=face.house.words.day(face.house.clock.local(one.at).date()),
        now=face.words(f"plain_exported.now.{one.now}"),
    )


def remove(
    face: Face,
    exported: Exported,
    files: Sequence[ExportedFile],
    *,
    asked: bool = True,
    changed_too: bool = False,
) -> bool:
    """Remove files from the disk once someone says yes; a changed one takes a second yes.

    Args:
        face: Says and asks.
        exported: Knows them.
        files: Which ones.
        asked: Whether to ask; if not, a changed file stays unless `changed_too`.
        changed_too: Whether the second yes was given already.

    Returns:
        Whether all of them are gone.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook can't be written.
    """
    there = [one for one in files if one.now is not Now.GONE]
    if asked and there and not _agreed(face, there):
        return False
    gone = [_remove(face, exported, one, asked=asked, anyway=changed_too) for one in files]
    return all(gone)


def forget(face: Face, exported: Exported, files: Sequence[ExportedFile]) -> None:
    """Forget where files are; they stay.

    Raises:
        StorageError: If the notebook can't be written.
    """
    for one in files:
        exported.forget(one.file)
        face.say("plain_exported.forgotten", file=str(one.file))


def _agreed(face: Face, files: Sequence[ExportedFile]) -> bool:
    if len(files) == 1:
        agreed = face.yes("plain_exported.ask", file=str(files[0].file))
    else:
        for one in files:
            face.terminal.say(file_line(face, one))
        agreed = face.yes("plain_exported.ask_all")
    if not agreed:
        for one in files:
            face.say("plain_exported.left", file=str(one.file))
    return agreed


def _remove(
    face: Face, exported: Exported, one: ExportedFile, *, asked: bool, anyway: bool
) -> bool:
    name = str(one.file)
    if one.now is Now.CHANGED and not anyway and asked:
        anyway = face.yes("plain_exported.ask_changed", file=name)
        if not anyway:
            face.say("plain_exported.left", file=name)
            return False
    try:
        exported.remove(one.file, changed_too=anyway)
    except (FileChangedError, FileNotRemovedError) as error:
        face.terminal.warn(face.words(error.key, **error.details))
        return False
    face.say("plain_exported.gone" if one.now is Now.GONE else "plain_exported.removed", file=name)
    return True
