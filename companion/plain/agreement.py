"""What the two agreed on, line by line, in its versions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from companion.domain.agreement import open_answers, sheet_of
from companion.domain.path_ids import AGREEMENT
from companion.domain.printing import Printing
from companion.plain.reading import SHORT_ID, read_entry
from companion.plain.reflect import walk_path
from companion.plain.saving import ask_locked_print, file_named, unshown_line, written
from companion.plain.side_by_side import show_beside
from companion.services.writing_out import PDF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.answer import Reflection
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

_FORMS = {".pdf": PDF, ".md": "md"}  # of a sheet, by the end of the file's name


def show_agreement(face: Face, opened: OpenNotebook) -> None:
    """Show the agreement as it stands, and let someone write, look back or make a sheet.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept.
        CompanionError: If something could not be read or written.
    """
    while True:
        face.say()
        versions = opened.agreed.versions()
        show_version(face, versions[0] if versions else None)
        offered = _offered(face, versions)
        chosen = face.choose(list(offered.values()), "plain_agreement.which")
        if chosen is None:
            return
        match list(offered)[chosen]:
            case "write":
                write_version(face, opened)
            case "history":
                _look_back(face, versions[1:])
            case "side":
                show_beside(face, opened, versions[0])
            case "entry":
                read_entry(face, opened, versions[0].id)
            case "sheet":
                _save_sheet(face, opened, versions[0])


def show_version(face: Face, version: Reflection | None) -> None:
    """Say a version; what is in the Unsaid drawer is not read out: this may be read by two.

    Args:
        face: Says and asks.
        version: The version; none: there is none yet.
    """
    if version is None:
        face.say("agreement.none")
        return
    face.say("agreement.title")
    face.say("plain_agreement.version", day=_day(face, version))
    answers = open_answers(version)
    if not answers:
        face.say("agreement.nothing_left")
    for answer in answers:
        face.say()
        face.terminal.say(answer.prompt)
        face.terminal.say(answer.shown)


def write_version(face: Face, opened: OpenNotebook) -> None:
    """Write a version, beginning with the words of the one before; a begun one is gone on with.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept as a draft.
        CompanionError: If it could not be written.
    """
    draft = opened.reflecting.draft_of(AGREEMENT)
    if draft is not None:
        face.say("agreement.resumed")
        walk_path(face, opened, opened.reflecting.resume(draft.id))
    else:
        walk_path(face, opened, opened.agreed.new_version())


def list_versions(face: Face, versions: Sequence[Reflection]) -> None:
    """Say the versions, a line each, the latest first: id and day."""
    for version in versions:
        day = _day(face, version)
        face.say("plain_agreement.history_row", id=version.id[:SHORT_ID], day=day)
    if not versions:
        face.say("agreement.none")


def has_words(version: Reflection | None) -> bool:
    """Whether a sheet of a version would have anything on it."""
    return version is not None and bool(sheet_of(version).points)


def _offered(face: Face, versions: list[Reflection]) -> dict[str, str]:
    names = {"write": "agreement.button.write" if versions else "agreement.button.first"}
    if versions[1:]:
        names |= {"history": "plain_agreement.history", "side": "reading.do.versions"}
    if versions and has_words(versions[0]):
        names["sheet"] = "agreement.button.sheet"
    if versions:
        names["entry"] = "plain_agreement.entry"
    return {name: face.words(key) for name, key in names.items()}


def _look_back(face: Face, earlier: list[Reflection]) -> None:
    chosen = face.choose([_day(face, version) for version in earlier], "plain_agreement.which")
    if chosen is not None:
        face.say()
        face.say("agreement.earlier")
        show_version(face, earlier[chosen])


def _save_sheet(face: Face, opened: OpenNotebook, version: Reflection) -> None:
    named = face.ask("plain_agreement.file")
    if not named:
        return
    file = file_named(named, "sheet.pdf")
    form = _FORMS.get(file.suffix.lower(), "text")
    names = face.yes("plain_agreement.names")
    printing = ask_locked_print(face, opened.pages.paper) if form == PDF else Printing()
    write = partial(opened.agreed.write, version, form, file, printing, names=names)
    unshown = written(face, file, write)
    if unshown is None:
        return
    if form == PDF:
        opened.pages.set_paper(printing.paper)
    key = "agreement.save.locked" if printing.password else "plain.page.not_encrypted"
    face.say(key, file=str(file))
    if unshown:
        face.terminal.say(unshown_line(face, unshown))


def _day(face: Face, version: Reflection) -> str:
    return face.house.words.day(face.house.clock.local(version.happened_at).date())
