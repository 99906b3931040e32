"""Saving the page as a file, line by line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from companion.domain.errors import FileNotWrittenError
from companion.domain.page import excess
from companion.domain.printing import Printing
from companion.plain.saving import ask_locked_print, file_named, unshown_line, written
from companion.services.writing_out import PDF

if TYPE_CHECKING:
    from pathlib import Path

    from companion.plain.face import Face
    from companion.services.page.desk import Desk
    from companion.services.page.pages import Pages

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
            write = partial(pages.write, desk.page, form, file, printing)
            unshown = written(face, file, write)
        except FileNotWrittenError as error:
            face.tell(error)
            continue
        if unshown is not None:
            if form == PDF:
                pages.set_paper(printing.paper)
            _say_done(face, file, unshown, locked=bool(printing.password))
            return
    face.say("plain_page.save.left")


def _say_done(face: Face, file: Path, unshown: tuple[str, ...], *, locked: bool) -> None:
    face.say("plain_page.save.done_locked" if locked else "plain_page.save.done", file=str(file))
    if unshown:
        face.terminal.say(unshown_line(face, unshown))
    face.say("plain_page.save.later")
