"""companion without a full screen: a short list of what one can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import BadDateError, CompanionError, InputEndedError
from companion.domain.path import Form, Place
from companion.domain.rhythm import OpenKind
from companion.plain.help_now import show_help
from companion.plain.keeping import look_after
from companion.plain.page import compose_page
from companion.plain.reading import row_line, show_entry
from companion.plain.reflect import walk_path, write_note
from companion.plain.sessions import show_sessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.summaries import Summary
    from companion.plain.face import Face
    from companion.services.notebook import OpenNotebook

CHOICES = (
    "open",
    "reflect",
    "note",
    "journal",
    "search",
    "sessions",
    "page",
    "keeping",
    "help",
    "leave",
)
"""What the menu offers, in order."""
_ROWS = 10


def menu(face: Face, opened: OpenNotebook) -> None:
    """Offer what one can do until someone leaves.

    Raises:
        InputEndedError: If there are no more lines.
    """
    while True:
        face.say()
        face.terminal.say(what_is_open(face, opened))
        chosen = face.choose([face.words(f"plain.menu.{one}") for one in CHOICES])
        if chosen is None or CHOICES[chosen] == "leave":
            face.say("plain.bye_demo" if face.house.is_demo else "plain.bye")
            return
        try:
            _do(face, opened, CHOICES[chosen])
        except InputEndedError:
            raise
        except CompanionError as error:
            face.tell(error)


def what_is_open(face: Face, opened: OpenNotebook) -> str:
    """The one small thing that is open, as a line."""
    view = opened.home.view()
    session = view.open.session
    day = face.house.clock.local(session.at).date() if session else None
    return face.words(
        f"home.open.{view.open.kind}.title",
        title=view.open_title,
        number=session.number if session else "",
        day=face.house.words.day(day) if day else "",
    )


def choose_and_walk(face: Face, opened: OpenNotebook, form: Form = Form.FULL) -> None:
    """Let someone choose a path, the one that is open now first, and walk it.

    Raises:
        InputEndedError: If there are no more lines.
    """
    now = opened.home.view().open.path_id
    paths = sorted(opened.reflecting.paths(), key=lambda path: path.id != now)
    labels = [
        face.words("plain.path", title=p.title, about=p.about, minutes=p.minutes) for p in paths
    ]
    chosen = face.choose(labels, "plain.which_path")
    if chosen is not None:
        walk_path(face, opened, opened.reflecting.begin(paths[chosen].id, form))


def _do(face: Face, opened: OpenNotebook, choice: str) -> None:
    match choice:
        case "open":
            _do_open(face, opened)
        case "reflect":
            choose_and_walk(face, opened)
        case "note":
            _note(face, opened)
        case "journal":
            _read(face, opened, opened.journal.rows(0, _ROWS))
        case "search":
            _read(face, opened, opened.journal.search(face.ask("plain.search"), _ROWS))
        case "sessions":
            _sessions(face, opened)
        case "page":
            compose_page(face, opened)
        case "keeping":
            look_after(face)
        case "help":
            show_help(face)


def _do_open(face: Face, opened: OpenNotebook) -> None:
    found = opened.home.view().open
    if found.kind is OpenKind.RESUME:
        walk_path(face, opened, opened.reflecting.resume(found.draft_id))
    elif found.kind is OpenKind.CHOOSE_PAGE:
        compose_page(face, opened)
    elif found.kind is OpenKind.SETTLE and found.session is not None:
        if face.yes("plain.took_place"):
            opened.appointments.held(found.session.number)
        else:
            opened.appointments.missed(found.session.number)
    elif found.path_id:
        walk_path(face, opened, opened.reflecting.begin(found.path_id))
    else:
        choose_and_walk(face, opened)


def _note(face: Face, opened: OpenNotebook) -> None:
    face.say("plain.write")
    lines: list[str] = []
    while line := face.ask():
        lines.append(line)
    write_note(face, opened, "\n".join(lines), Place.HERE)


def _read(face: Face, opened: OpenNotebook, rows: Sequence[Summary]) -> None:
    if not rows:
        face.say("plain.nothing_found")
        return
    chosen = face.choose([row_line(face, row) for row in rows], "plain.which_entry")
    if chosen is not None:
        show_entry(face, opened.journal.entry(rows[chosen].id))


def _sessions(face: Face, opened: OpenNotebook) -> None:
    from companion.domain.dates import parse_moment

    show_sessions(face, opened)
    text = face.ask("plain.when")
    if not text:
        return
    try:
        opened.appointments.add(parse_moment(text, face.house.clock))
    except BadDateError as error:
        face.tell(error)
    show_sessions(face, opened)
