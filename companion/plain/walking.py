"""Setting out on a reflection line by line, and the one thing offered after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.dates import parse_moment
from companion.domain.errors import BadDateError, InputEndedError
from companion.domain.pacing import Next
from companion.domain.path import Form
from companion.domain.path_ids import BUMP
from companion.plain.book import make_book
from companion.plain.doors import through_the_doors
from companion.plain.evidence_card import show_card
from companion.plain.reflect import walk_path
from companion.plain.wiping import part_with

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.answer import Reflection
    from companion.domain.path import ReflectionPath
    from companion.domain.walk import Walk
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

STOP, ONE, GO_ON = "stop", "one", "go-on"
NO, YES = "no", "yes"


def choose_and_walk(
    face: Face,
    opened: OpenNotebook,
    form: Form | None = None,
    happened_at: datetime | None = None,
) -> None:
    """Let someone choose a path, the one that is open now first, and walk it.

    Args:
        face: Says and asks.
        opened: The open notebook.
        form: How deep; none: it is asked.
        happened_at: The moment it is about, if not now (aware).

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook could not be read or written.
    """
    now = opened.home.view().open.path_id
    paths = sorted(opened.reflecting.paths(), key=lambda path: path.id != now)
    labels = [
        face.words(
            "homework_plain.path" if p.pack else "plain.path",
            title=p.title,
            about=p.about,
            number=p.minutes,
            pack=p.pack,
        )
        for p in paths
    ]
    chosen = face.choose(labels, "plain.which_path")
    if chosen is not None:
        set_out(face, opened, paths[chosen].id, form, happened_at)


def set_out(
    face: Face,
    opened: OpenNotebook,
    path_id: str,
    form: Form | None = Form.FULL,
    happened_at: datetime | None = None,
) -> None:
    """Begin a reflection. A bump is reached through its doors.

    Args:
        face: Says and asks.
        opened: The open notebook.
        path_id: The path.
        form: How deep; none: it is asked, and whether it is about another day.
        happened_at: The moment it is about, if not now (aware).

    Raises:
        InputEndedError: If there are no more lines; what was said is kept as a draft.
        UnknownPathError: If there is no such path.
        StorageError: If the notebook could not be read or written.
    """
    chosen = through_the_doors(face, opened) if path_id == BUMP else path_id
    if chosen is None:
        return
    path = opened.reflecting.path(chosen)
    if form is None and path.offered:
        form, happened_at = _how_deep(face, path, happened_at)
    wanted = _not_too_much(face, opened, chosen, form or Form.FULL)
    if wanted is not None:
        go(face, opened, opened.reflecting.begin(chosen, wanted, happened_at))


def go(face: Face, opened: OpenNotebook, walk: Walk) -> None:
    """Walk, and offer one thing at most once it is finished.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept as a draft.
        StorageError: If the notebook could not be read or written.
    """
    finished = walk_path(face, opened, walk)
    if finished is not None and walk.changed_at is None:
        _offer(face, opened, finished)


def ask_day(face: Face) -> datetime | None:
    """Ask which day something is about; none: it is about now.

    Raises:
        InputEndedError: If there are no more lines.
    """
    clock = face.house.clock
    face.say("paths.day_question")
    while True:
        text = face.ask("plain_reflect.day_ask")
        if not text:
            return None
        try:
            # What is ahead has not happened yet.
            return min(parse_moment(text, clock, needs_time=False, behind=True), clock.now())
        except BadDateError as error:
            face.tell(error)


def _how_deep(
    face: Face, path: ReflectionPath, happened_at: datetime | None
) -> tuple[Form, datetime | None]:
    while True:
        labels = [_length(face, path, form) for form in path.forms]
        more = [face.words(f"plain_reflect.{one}") for one in ("day", "about")]
        chosen = face.choose([*labels, *more], "plain_reflect.form")
        if chosen is None:
            return Form.FULL, happened_at
        if chosen < len(path.forms):
            return path.forms[chosen], happened_at
        if chosen > len(path.forms):
            show_card(face, path)
            continue
        happened_at = ask_day(face)
        if happened_at is not None:
            day = face.house.words.day(face.house.clock.local(happened_at).date())
            face.say("plain_reflect.about_day", day=day)


def _length(face: Face, path: ReflectionPath, form: Form) -> str:
    return face.words(f"plain_reflect.{form}", number=path.minutes)


def _not_too_much(face: Face, opened: OpenNotebook, path_id: str, form: Form) -> Form | None:
    """The form to walk in, once stopping was offered where it is much; none: not today."""
    if not opened.pacing.enough_for_today(path_id, form):
        return form
    forms = {STOP: None, ONE: Form.ONE, GO_ON: form}
    face.say("walking.enough.question")
    labels = [face.words(f"walking.enough.{one}") for one in forms]
    chosen = face.choose(labels, "plain_reflect.stop_by_itself")
    return list(forms.values())[chosen or 0]


def _offer(face: Face, opened: OpenNotebook, finished: Reflection) -> None:
    what = opened.pacing.after(finished)
    if what is Next.NOTHING or not _wants(face, what):
        return
    match what:
        case Next.PARK:
            opened.pacing.park(finished)
            face.say("plain.place.parked.said")
        case Next.BUMP:
            set_out(face, opened, BUMP)
        case Next.TASK:
            go(face, opened, opened.agreed.new_task())
        case Next.PAGE:
            from companion.plain.page_menu import at_the_page

            at_the_page(face, opened)
        case Next.BOOK:
            make_book(face, opened)
        case Next.PARTING:
            part_with(face, opened)


def _wants(face: Face, what: Next) -> bool:
    face.say()
    face.say(f"walking.{what}.question")
    try:
        chosen = face.choose([face.words(f"walking.{what}.{one}") for one in (NO, YES)])
    except InputEndedError:
        # The reflection is finished and kept; who pipes it in need not know of offers.
        return False
    return chosen == 1
