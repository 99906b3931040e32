"""Choosing the lines of the page, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import InputEndedError
from companion.domain.page import Kind, Section
from companion.domain.printing import TEXT_COLUMNS
from companion.plain.page_line import change_line, leave_less, say_row, tick
from companion.plain.page_table import PageTable, heading, over, room, say_excess
from companion.plain.picking import Wish, picked, say_origin

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.plain.picking import Picked
    from companion.services.open_notebook import OpenNotebook
    from companion.services.page.desk import Desk

NOTHING = "0"
"""Typed in the place of a line's number: nothing this time."""
_WISHES = frozenset({Wish.LINE, Wish.FROM, Wish.LIST})


def lay(opened: OpenNotebook, kind: Kind = Kind.SESSION, number: int | None = None) -> Desk:
    """What lies on the table for a page.

    Args:
        opened: The open notebook.
        kind: For whom it is.
        number: The session's number; none: the next.

    Raises:
        CompanionError: As `Pages.desk` and `Pages.handover` say.
    """
    return opened.pages.handover() if kind is Kind.HANDOVER else opened.pages.desk(number)


def compose_page(face: Face, opened: OpenNotebook, desk: Desk) -> Desk:
    """Go through what could be brought, and then through what was chosen; say the page.

    Args:
        face: Says and asks.
        opened: The open notebook.
        desk: What lies on the table.

    Returns:
        The table as it is then.

    Raises:
        InputEndedError: If there are no more lines; what was chosen so far is kept.
        CompanionError: If something could not be written.
    """
    opened.resting.looked_at(desk)
    if not desk.candidates:
        face.say("plain.page.nothing")
        return desk
    table = PageTable(opened.pages, desk)
    face.say("plain_page.how")
    say_lines(face, table)
    _choose_lines(face, table)
    _ask_what_matters_less(face, table)
    say_page(face, opened, table.desk)
    return table.desk


def say_lines(face: Face, table: PageTable) -> None:
    """Say all lines under the headings of the page, and how full each part is."""
    for section in Section:
        rows = table.composing.rows(section)
        if rows:
            face.say()
            where = heading(face, table.desk, section)
            face.say("plain_page.heading", heading=where, room=room(face, table, section))
        for row in rows:
            say_row(face, table, row)


def say_page(face: Face, opened: OpenNotebook, desk: Desk) -> None:
    """Say the page exactly as it will be printed, and where it holds too much.

    Raises:
        StorageError: If the notebook can't be read.
    """
    face.say()
    columns = min(TEXT_COLUMNS, face.terminal.width)
    face.terminal.show(opened.pages.render(desk.page, columns=columns))
    face.say("plain_page.as_printed")
    say_excess(face, desk.page)


def _choose_lines(face: Face, table: PageTable) -> None:
    while answer := face.ask(_question(table)):
        if answer == NOTHING and table.desk.kind is Kind.SESSION:
            table.nothing()
            if not table.desk.nothing:
                say_lines(face, table)
            continue
        chosen = picked(face, answer, len(table))
        if chosen is None or chosen.wish not in _WISHES:
            face.say("plain_page.again", last=len(table))
        else:
            _do(face, table, chosen)


def _question(table: PageTable) -> str:
    if table.desk.kind is not Kind.SESSION:
        return "plain_page.which"
    if not table.desk.nothing:
        return "plain_page.which_or_nothing"
    return "plain.page.nothing_which" if table.can_bring_back else "plain.page.nothing_was"


def offer_to_sleep(face: Face, opened: OpenNotebook, desk: Desk) -> None:
    """Ask whether someone would like to sleep on the page, where there is a night for it.

    Raises:
        StorageError: If it could not be written; the page is kept.
    """
    if not opened.resting.has_a_night(desk):
        return
    try:
        sleeps = face.yes("plain.page.sleep")
    except InputEndedError:
        # The page is chosen and kept; who pipes it in need not know of offers.
        return
    if sleeps:
        sleep_on_it(face, opened, desk)


def sleep_on_it(face: Face, opened: OpenNotebook, desk: Desk) -> None:
    """Let the page rest, and say when it is offered again.

    Raises:
        StorageError: If it could not be written; the page is kept.
    """
    opened.resting.begin(desk)
    face.say("plain.page.sleeps")


def _do(face: Face, table: PageTable, chosen: Picked) -> None:
    if chosen.wish is Wish.LIST:
        say_lines(face, table)
        return
    row = table.numbered(chosen.index)
    if chosen.wish is Wish.FROM:
        say_origin(face, row.candidate.origin)
    elif row.line is None:
        tick(face, table, row)
    else:
        change_line(face, table, row)


def _ask_what_matters_less(face: Face, table: PageTable) -> None:
    """Ask it until the page fits, or until they want to see it as it is."""
    while found := table.composing.over:
        face.terminal.say(over(face, table.desk.page, found[0]))
        sections = (found[0].section,) if found[0].section else ()
        rows = [row for row in table.composing.rows(*sections) if row.line]
        face.say("plain_page.matters_less")
        chosen = face.choose([row.text for row in rows], "plain_page.less_which")
        if chosen is None:
            return
        leave_less(face, table, rows[chosen])
