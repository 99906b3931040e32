"""companion without a full screen: a short list of what one can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError, InputEndedError
from companion.plain.help_now import help_menu
from companion.plain.keeping import look_after
from companion.plain.reflect import ask_note
from companion.plain.rhythm import show_rhythm
from companion.plain.sessions import at_sessions
from companion.plain.shut import NotebookShutError
from companion.plain.small_thing import answer_open
from companion.plain.walking import choose_and_walk
from companion.services.small_thing import open_says

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

CHOICES = (
    "open",
    "reflect",
    "note",
    "journal",
    "unsaid",
    "page",
    "sessions",
    "more",
    "help",
    "leave",
)
"""What the menu offers, in order."""
MORE = (
    "tasks",
    "homework",
    "agreement",
    "moved",
    "words",
    "rhythm",
    "journeys",
    "journey_map",
    "book",
    "parting",
    "keeping",
    "audit",
    "guide",
    "settings",
    "undo",
)
"""What is wanted less often, in order."""


def menu(face: Face, opened: OpenNotebook) -> None:
    """Offer what one can do until someone leaves.

    Raises:
        InputEndedError: If there are no more lines.
    """
    said = ""
    while True:
        face.say()
        said = _say_open(face, opened, said)
        labels = [face.words(f"plain.menu.{one}") for one in CHOICES]
        chosen = face.choose(labels, "plain.menu_which", last=len(CHOICES), needed=True)
        if chosen is None or CHOICES[chosen] == "leave":
            face.say("plain.bye_demo" if face.house.is_demo else "plain.bye")
            return
        try:
            _do(face, opened, CHOICES[chosen])
        except InputEndedError:
            raise
        except NotebookShutError:
            return  # there is nothing more to offer
        except CompanionError as error:
            face.tell(error)


def _say_open(face: Face, opened: OpenNotebook, said: str) -> str:
    """Say what is open, and more about it unless that was said before; says what was."""
    view = opened.home.view()
    title, text = open_says(face.house.words, face.house.clock, view)
    if view.journey:
        face.say("plain.in_journey", name=view.journey)
    face.terminal.say(title)
    if text != said:
        face.terminal.say(text)
    return text


def _do(face: Face, opened: OpenNotebook, choice: str) -> None:
    match choice:
        case "open":
            answer_open(face, opened)
        case "reflect":
            choose_and_walk(face, opened)
        case "note":
            ask_note(face, opened)
        case "journal" | "unsaid":
            _read(face, opened, choice)
        case "page":
            from companion.plain.page_menu import at_the_page

            at_the_page(face, opened)
        case "sessions":
            at_sessions(face, opened)
        case "more":
            _choose_more(face, opened)
        case "help":
            help_menu(face, opened)


def _read(face: Face, opened: OpenNotebook, choice: str) -> None:
    from companion.plain.reading import read_journal
    from companion.plain.unsaid import look_into

    if choice == "journal":
        read_journal(face, opened)
    else:
        look_into(face, opened)


def _choose_more(face: Face, opened: OpenNotebook) -> None:
    chosen = face.choose([face.words(f"plain_reflect.more.{one}") for one in MORE])
    if chosen is not None:
        _do_more(face, opened, MORE[chosen])


def _do_more(face: Face, opened: OpenNotebook, choice: str) -> None:
    match choice:
        case "tasks":
            from companion.plain.tasks import show_tasks

            show_tasks(face, opened)
        case "homework":
            from companion.plain.homework import show_homework

            show_homework(face, opened)
        case "agreement":
            from companion.plain.agreement import show_agreement

            show_agreement(face, opened)
        case "moved":
            from companion.plain.moved import show_moved

            show_moved(face, opened)
        case "words":
            from companion.plain.words import arrange_words

            arrange_words(face, opened)
        case "rhythm":
            show_rhythm(face, opened)
        case "keeping":
            look_after(face, opened)
        case "audit" | "guide" | "settings":
            _read_or_set(face, opened, choice)
        case _:
            _look_at_all(face, opened, choice)


def _look_at_all(face: Face, opened: OpenNotebook, choice: str) -> None:
    match choice:
        case "journeys":
            from companion.plain.journeys import choose_journey

            choose_journey(face, opened)
        case "book":
            from companion.plain.book import make_book

            make_book(face, opened)
        case "parting":
            from companion.plain.wiping import part_with

            part_with(face, opened)
        case "journey_map":
            from companion.plain.journey_map import show_map

            show_map(face, opened)
        case "undo":
            from companion.plain.undo import offer_undo

            offer_undo(face, opened)


def _read_or_set(face: Face, opened: OpenNotebook, choice: str) -> None:
    from companion.plain.guide import read_guide, say_audit
    from companion.plain.settings import show_settings

    match choice:
        case "audit":
            say_audit(face)
        case "guide":
            read_guide(face, opened)
        case "settings":
            show_settings(face)
