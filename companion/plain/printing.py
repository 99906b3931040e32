"""Saving the page as a file, line by line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.errors import FileExistsAlreadyError, FileNotWrittenError
from companion.domain.page import excess
from companion.domain.printing import Paper, Printing, may_lock
from companion.domain.text import clean
from companion.services.writing_out import PDF

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.desk import Desk
    from companion.services.pages import Pages

NAMES = {PDF: "page.pdf", "html": "page.html", "text": "page.txt", "md": "page.md"}
"""The forms to choose from, with neutral names: no date, no person, no word of therapy."""


def save_page(face: Face, pages: Pages, desk: Desk) -> None:
    """Ask for a form and a place, write the page, and say where it is.

    Raises:
        InputEndedError: If there are no more lines; nothing is written then.
        CompanionError: If it could not be written in that form.
    """
    if excess(desk.page):
        face.say("preview.over")
        return
    chosen = face.choose([face.words(f"save.{form}") for form in NAMES], "plain_page.save.form")
    if chosen is None:
        return
    form = list(NAMES)[chosen]
    printing = ask_locked_print(face, pages.paper) if form == PDF else Printing()
    face.say("save.warning_locked" if printing.password else "save.warning")
    while named := face.ask("plain_page.save.where", name=NAMES[form]):
        try:
            file = file_named(named, NAMES[form])
            unshown = _written(face, pages, desk, form, file, printing)
        except FileNotWrittenError as error:
            face.tell(error)
            continue
        if unshown is not None:
            _say_done(face, file, unshown, locked=bool(printing.password))
            return
    face.say("plain_page.save.left")


def ask_password(face: Face, *, optional: bool = False) -> str:
    """Ask for a PDF's password, hidden, twice.

    Args:
        face: Says and asks.
        optional: Whether an empty line is an answer: none.

    Raises:
        InputEndedError: If there are no more lines.
    """
    while True:
        first = clean(face.ask_hidden("plain_page.save.password_ask"))
        if optional and not first:
            return ""
        if not may_lock(first):
            # Beside the output, which may be the PDF itself.
            face.terminal.warn(face.words("plain_page.save.password_unfit"))
            continue
        again = face.ask_hidden("plain_page.save.password_again")
        if clean(again) == first:
            return first
        face.terminal.warn(face.words("plain.differ"))


def unshown_line(face: Face, signs: tuple[str, ...]) -> str:
    """Which characters have no letter shape in a PDF, and where they are all there."""
    return face.words("save.unshown", signs=" ".join(signs))


def ask_print(face: Face, last: Paper) -> Printing:
    """Ask for a PDF's paper and the size of its print.

    Args:
        face: Says and asks.
        last: The paper that was used last; an empty line takes it again.

    Raises:
        InputEndedError: If there are no more lines.
    """
    papers = list(Paper)
    labels = [face.words(f"plain_page.save.size.{one}") for one in papers]
    question = "plain_page.save.paper"
    chosen = face.choose(labels, question, paper=labels[papers.index(last)])
    large = face.yes("plain_page.save.large")
    return Printing(last if chosen is None else papers[chosen], large)


def ask_locked_print(face: Face, last: Paper) -> Printing:
    """The same, and a password.

    Args:
        face: Says and asks.
        last: The paper that was used last; an empty line takes it again.

    Raises:
        InputEndedError: If there are no more lines.
    """
    printing = ask_print(face, last)
    face.say("plain_page.save.password")
    face.say("plain_page.save.password_lost")
    return replace(printing, password=ask_password(face, optional=True))


def file_named(named: str, neutral: str) -> Path:
    """The file a name stands for; where it names a folder, a neutral name in it.

    Args:
        named: What was typed.
        neutral: The name of a file.

    Raises:
        FileNotWrittenError: If no file can be called that.
    """
    try:
        file = Path(named).expanduser().absolute()
        return file / neutral if file.is_dir() else file
    except (RuntimeError, OSError, ValueError):
        # A person of whom this machine knows nothing, or what no file can be called.
        raise FileNotWrittenError(file=named) from None


def _written(
    face: Face, pages: Pages, desk: Desk, form: str, file: Path, printing: Printing
) -> tuple[str, ...] | None:
    """Write it; none: there is a file of that name, and it stays."""
    try:
        unshown = pages.write(desk.page, form, file, printing)
    except FileExistsAlreadyError:
        if not face.yes("cli.replace_ask", file=str(file)):
            return None
        unshown = pages.write(desk.page, form, file, printing, replace=True)
    if form == PDF:
        pages.set_paper(printing.paper)
    return unshown


def _say_done(face: Face, file: Path, unshown: tuple[str, ...], *, locked: bool) -> None:
    face.say("plain_page.save.done_locked" if locked else "plain_page.save.done", file=str(file))
    if unshown:
        face.terminal.say(unshown_line(face, unshown))
    face.say("plain_page.save.later")
