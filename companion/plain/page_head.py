"""What stands at the head and the foot of the page, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.plain.steps import CLEAR, asks_for

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.page.pages import Pages


def ask_head(face: Face, pages: Pages) -> None:
    """Ask for a name or initials, and whether the question at the foot is printed.

    An empty line leaves either as it is; each answer is kept at once.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If something could not be read or written.
    """
    _say_name(face, pages)
    if name := face.ask("plain_page.head.name"):
        pages.set_name("" if asks_for(face, name) == CLEAR else name)
        _say_name(face, pages)
    face.say("plain_page.head.foot")
    _say_foot(face, pages)
    if answer := face.ask("plain_page.head.foot_ask"):
        pages.set_footer(printed=face.means(answer, "plain.yes_words"))
        _say_foot(face, pages)


def _say_name(face: Face, pages: Pages) -> None:
    if pages.name:
        face.say("plain_page.head.now", name=pages.name)
    else:
        face.say("plain_page.head.no_name")


def _say_foot(face: Face, pages: Pages) -> None:
    face.say(f"plain_page.head.foot_{'on' if pages.footer else 'off'}")
