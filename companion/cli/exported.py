"""The command for the files that left the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.domain.file_errors import UnknownExportedError
from companion.plain.exported import file_line, forget, remove
from companion.system.named import named_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.cli.run import Run
    from companion.services.exported import ExportedFile


def exported(run: Run) -> int:
    """List the files that were saved, remove some, or forget where they are."""
    asked, face = run.asked, run.face
    with run.opened() as opened:
        files = opened.exported.files()
        if asked.action == "remove":
            gone = remove(
                face,
                opened.exported,
                _named(run, files),
                asked=not asked.yes,
                changed_too=asked.changed_too,
            )
            return codes.DONE if gone else codes.NOT_DONE
        if asked.action == "forget":
            forget(face, opened.exported, _named(run, files))
        else:
            _list(run, files)
    return codes.DONE


def _list(run: Run, files: Sequence[ExportedFile]) -> None:
    if run.asked.json:
        print_json(run, [_json(run, number, one) for number, one in enumerate(files, 1)])
        return
    for number, one in enumerate(files, 1):
        run.terminal.say(f"{number}. {file_line(run.face, one)}")
    if not files:
        run.face.say("plain_exported.none")


def _json(run: Run, number: int, one: ExportedFile) -> dict[str, Any]:
    """A file: `number`, `file`, `what`, `at`, `now`."""
    return {
        "number": number,
        "file": str(one.file),
        "what": str(one.what),
        "at": run.builder.clock.local(one.at).isoformat(),
        "now": str(one.now),
    }


def _named(run: Run, files: Sequence[ExportedFile]) -> Sequence[ExportedFile]:
    """The files that are meant, by number or by name.

    Raises:
        UnknownExportedError: If there is none.
    """
    if run.asked.all:
        return files
    named = run.asked.which
    place = named_path(named).absolute()
    by_name = [one for one in files if one.file == place]
    numbered = {str(number): [one] for number, one in enumerate(files, 1)}
    found = by_name or numbered.get(named)
    if not found:
        raise UnknownExportedError(file=named)
    return found
