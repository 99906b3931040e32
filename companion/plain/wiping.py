"""Keep, print and wipe, or wipe, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.parting import Becomes
from companion.plain.book import make_book
from companion.plain.shut import NotebookShutError
from companion.services.exported import Now
from companion.services.wiping import same_word

if TYPE_CHECKING:
    from companion.domain.wiping import Staying
    from companion.plain.face import Face
    from companion.services.exported import ExportedFile
    from companion.services.open_notebook import OpenNotebook


def part_with(face: Face, opened: OpenNotebook) -> None:
    """Offer the three ways; none is better than another, and nothing happens by itself.

    Raises:
        NotebookShutError: If the notebook was shut to be removed, and what came of it was
            said.
        InputEndedError: If there are no more lines; nothing was removed then.
        CompanionError: If something could not be read or written.
    """
    face.say("parting.about")
    ways = list(Becomes)
    labels = [
        face.words("plain.answer", answer=f"{face.words(f'parting.{way}')}. {_about(face, way)}")
        for way in ways
    ]
    chosen = face.choose(labels)
    way = Becomes.KEEP if chosen is None else ways[chosen]
    if way is Becomes.PRINT_AND_WIPE:
        make_book(face, opened)
        if face.house.is_demo:
            face.say("parting.demo")
        elif face.yes("wipe.plain.go_on"):
            _wipe(face, opened)
            return
    if way is not Becomes.WIPE:
        face.say("parting.kept")
    elif face.house.is_demo:
        face.say("parting.demo")
    else:
        _wipe(face, opened)


def say_what_goes(face: Face, files: tuple[ExportedFile, ...]) -> None:
    """Say what goes and what stays, where it is.

    Args:
        face: Says it.
        files: Files outside that are there still.
    """
    notebook = face.house.notebook
    face.say("wipe.goes_about", folder=str(notebook.folder))
    face.say("wipe.plain.stays")
    _say_staying(face, notebook.wiping.staying(), files)
    program = notebook.safekeeping.facts().synced_by
    if program:
        face.say("wipe.stays_synced", program=program)
    for one in ("backups", "paper", "choices"):
        face.say(f"wipe.stays_{one}")


def there(opened: OpenNotebook) -> tuple[ExportedFile, ...]:
    """The files that were written and are there still."""
    return tuple(one for one in opened.exported.files() if one.now is not Now.GONE)


def choose_files(face: Face, opened: OpenNotebook) -> None:
    """Let someone remove files outside, one by one; none is removed by itself.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook can't be read.
    """
    while files := there(opened):
        chosen = face.choose([_known(face, one) for one in files], "wipe.plain.which_file")
        if chosen is None:
            return
        try:
            # That it was changed stands beside it: whoever chooses it means it.
            opened.exported.remove(files[chosen].file, changed_too=True)
        except CompanionError as error:
            face.tell(error)
            return
        face.say("wipe.files.removed", file=str(files[chosen].file))


def typed_word(face: Face) -> bool:
    """Show a word and ask for it; an empty line is a no.

    Raises:
        InputEndedError: If there are no more lines.
    """
    word = face.words("wipe.word")
    while typed := face.ask("wipe.plain.word", word=word):
        if same_word(typed, word):
            return True
        face.say("wipe.word_differs", word=word)
    return False


def say_gone(face: Face, staying: Staying, files: tuple[ExportedFile, ...]) -> None:
    """Say that it is gone, and what is left where."""
    face.say("wiped.gone")
    _say_staying(face, staying, files)
    face.say("wiped.left_elsewhere")


def finish_wiping(face: Face, *, sure: bool = False) -> bool:
    """Go on with a wiping that was cut off, after a question.

    Args:
        face: Says and asks.
        sure: Whether the question was answered already.

    Returns:
        Whether it is gone.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If something could not be removed still.
    """
    notebook = face.house.notebook
    face.say("wiped.unfinished", folder=str(notebook.folder))
    if not sure and not face.yes("wipe.plain.finish"):
        face.say("wipe.plain.left_over")
        return False
    say_gone(face, notebook.wiping.wipe(), ())
    return True


def _wipe(face: Face, opened: OpenNotebook) -> None:
    files = there(opened)
    say_what_goes(face, files)
    choose_files(face, opened)
    files = there(opened)
    secret = face.ask_hidden("wipe.passphrase")
    wiping = face.house.notebook.wiping
    wiping.check(secret)
    if not typed_word(face):
        face.say("wipe.plain.left")
        return
    try:
        staying = wiping.wipe(secret)
    except CompanionError as error:
        face.tell(error)
        raise NotebookShutError(is_gone=False) from None
    say_gone(face, staying, files)
    raise NotebookShutError(is_gone=True)


def _say_staying(face: Face, staying: Staying, files: tuple[ExportedFile, ...]) -> None:
    for one in files:
        face.say("wipe.stays_file", file=str(one.file))
    for folder in staying.earlier:
        face.say("wipe.stays_earlier", folder=str(folder))
    for file in staying.others:
        face.say("wipe.stays_other", file=str(file))


def _about(face: Face, way: Becomes) -> str:
    return face.words(f"parting.{way}_about")


def _known(face: Face, one: ExportedFile) -> str:
    day = face.house.words.day(face.house.clock.local(one.at).date())
    key = "changed" if one.now is Now.CHANGED else "there"
    about = face.words(f"wipe.files.{key}", what=face.words(f"wipe.files.what.{one.what}"), day=day)
    return f"{one.file}: {about}"
