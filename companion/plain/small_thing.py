"""The one small thing that is open now, line by line: saying it, and answering it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.dates import parse_moment
from companion.domain.rhythm import REFUSABLE
from companion.plain.sessions import session_line
from companion.plain.walking import choose_and_walk, go, set_out
from companion.services.small_thing import BUTTONS, answer

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.home import HomeView
    from companion.services.open_notebook import OpenNotebook


def answer_open(face: Face, opened: OpenNotebook) -> None:
    """Let someone do what is open, or send it away for today or for good.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If it could not be done.
    """
    view = opened.home.view()
    names = BUTTONS[view.open.kind]
    chosen: int | None = 0
    if len(names) > 1:
        chosen = face.choose([_label(face, view, one) for one in names])
    if chosen is not None:
        _do(face, opened, view, names[chosen])


def _label(face: Face, view: HomeView, name: str) -> str:
    if name == "begin":
        return face.words("plain.begin", number=view.open_minutes)
    return face.words(f"home.button.{name}")


def _do(face: Face, opened: OpenNotebook, view: HomeView, name: str) -> None:
    match name:
        case "begin":
            set_out(face, opened, view.open.path_id)
        case "go-on":
            go(face, opened, opened.reflecting.resume(view.open.draft_id))
        case "keep-as-is":
            opened.reflecting.finish(opened.reflecting.resume(view.open.draft_id))
            face.say("plain.finished")
        case "homework" | "homework-task":
            from companion.plain.homework import look_into

            look_into(face, opened, view.open.pack_id)
        case "choose":
            from companion.plain.page_menu import at_the_page

            at_the_page(face, opened)
        case "look":
            from companion.plain.page_menu import look_again

            look_again(face, opened)
        case "other":
            choose_and_walk(face, opened)
        case "held" | "missed" | "move":
            _settle(face, opened, view, name)
        case "read" | "therapies":
            _look_elsewhere(face, opened, name)
        case _:
            _send_away(face, opened, view, name)


def _settle(face: Face, opened: OpenNotebook, view: HomeView, became: str) -> None:
    if view.open.session is None:
        return
    number, deeds = view.open.session.number, opened.deeds
    if became == "held":
        kept = deeds.held(number)
    elif became == "missed":
        kept = deeds.missed(number)
    elif text := face.ask("plain.when"):
        kept = deeds.move_session(parse_moment(text, face.house.clock), number)
    else:
        return
    face.terminal.say(session_line(face, kept))


def _look_elsewhere(face: Face, opened: OpenNotebook, name: str) -> None:
    from companion.plain.journeys import choose_journey
    from companion.plain.reading import read_journal

    if name == "read":
        read_journal(face, opened)
    else:
        choose_journey(face, opened)


def _send_away(face: Face, opened: OpenNotebook, view: HomeView, name: str) -> None:
    kind = view.open.kind
    answer(opened.rhythm, kind, name)
    if name == "never" and kind in REFUSABLE:
        face.say("plain_reflect.never_again")
    elif name in {"later", "never"}:
        face.say("plain_reflect.later")
