"""Everything around the page, line by line: choosing, seeing, saving, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError, InputEndedError
from companion.domain.page import Kind
from companion.plain.page import compose_page, lay, say_page, sleep_on_it

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook
    from companion.services.page.desk import Desk

CHOICES = ("lines", "see", "save", "aloud", "second", "head", "sleep", "handover", "exported")
"""What can be done with a page, in order."""


def at_the_page(face: Face, opened: OpenNotebook, kind: Kind = Kind.SESSION) -> None:
    """Choose the lines of a page, and do with it what someone likes, until they leave it.

    Args:
        face: Says and asks.
        opened: The open notebook.
        kind: For whom it is.

    Raises:
        InputEndedError: If there are no more lines; what was chosen so far is kept.
        CompanionError: If the notebook could not be read or written.
    """
    if kind is Kind.HANDOVER:
        face.say("plain_page.next.for_handover")
    desk = compose_page(face, opened, lay(opened, kind))
    while True:
        face.say()
        choices = [one for one in CHOICES if one not in _left_out(opened, desk)]
        labels = [face.words(f"plain_page.next.{one}") for one in choices]
        chosen = face.choose(labels, "plain_page.next.which")
        if chosen is None:
            return
        if choices[chosen] == "sleep":
            sleep_on_it(face, opened, desk)
            return
        try:
            desk = _do(face, opened, desk, choices[chosen])
        except InputEndedError:
            raise
        except CompanionError as error:
            face.tell(error)


def look_again(face: Face, opened: OpenNotebook) -> None:
    """Read the page that someone slept on, and go on with it if they like.

    Raises:
        InputEndedError: If there are no more lines; what was chosen so far is kept.
        StorageError: If the notebook can't be read.
    """
    desk = lay(opened)
    opened.resting.looked_at(desk)
    say_page(face, opened, desk)
    if face.yes("plain.page.change_it"):
        at_the_page(face, opened)


def _left_out(opened: OpenNotebook, desk: Desk) -> set[str]:
    left_out = set() if desk.kind is Kind.SESSION else {"handover"}
    return left_out if opened.resting.has_a_night(desk) else {*left_out, "sleep"}


def _do(face: Face, opened: OpenNotebook, desk: Desk, choice: str) -> Desk:
    match choice:
        case "lines":
            return compose_page(face, opened, desk)
        case "see":
            say_page(face, opened, desk)
        case "aloud":
            from companion.plain.aloud import read_aloud

            read_aloud(face, opened.pages.read_aloud(desk.page))
        case "save":
            from companion.plain.printing import save_page

            save_page(face, opened.pages, desk)
        case "second":
            from companion.plain.second_sheet import choose_second

            return choose_second(face, opened.pages, desk)
        case "head":
            from companion.plain.page_head import ask_head

            ask_head(face, opened.pages)
            return lay(opened, desk.kind)
        case "handover":
            at_the_page(face, opened, Kind.HANDOVER)
        case "exported":
            from companion.plain.exported import show_exported

            show_exported(face, opened.exported)
    return desk
