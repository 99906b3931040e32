"""One line of the page: ticking it, and what can be done with it once it is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.page import CAPS, Mode
from companion.domain.text import word_count
from companion.plain.page_table import heading, say_room
from companion.plain.picking import say_origin
from companion.plain.steps import CLEAR, asks_for

if TYPE_CHECKING:
    from companion.domain.page import Section
    from companion.plain.face import Face
    from companion.plain.page_table import PageTable
    from companion.services.page.composing import Row

OFF, SHORTEN, FROM = "off", "shorten", "from"
"""What can be done with every ticked line."""


def say_row(face: Face, table: PageTable, row: Row) -> None:
    """Say a line with its number; of a ticked one also how it stands on the page."""
    number = table.number(row)
    if row.line is None:
        face.say("plain_page.row", number=number, text=row.text)
        return
    how = [face.words("plain_page.on")]
    if row.has_mode:
        how.append(face.words(f"print.mode.{row.line.mode}"))
    if row.wording:
        how.append(face.words("composer.shortened"))
    face.say("plain_page.row_on", number=number, how=", ".join(how), text=row.text)


def tick(face: Face, table: PageTable, row: Row) -> None:
    """Put a line on the page, after a second yes where it needs one.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If it could not be written.
    """
    again = row.needs_second_yes
    if again and not face.yes(f"plain.page.second_yes.{row.candidate.section}"):
        face.say("plain_page.left_off")
        return
    table.change(table.composing.ticked(row.id, agreed=again))
    _ask_mode(face, table, _now(table, row))
    _say_now(face, table, row)


def change_line(face: Face, table: PageTable, row: Row) -> None:
    """Let someone change a ticked line, or take it off.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If it could not be written.
    """
    offered = _offered(table, row)
    labels = [face.words(f"plain_page.change.{one}") for one in offered]
    chosen = face.choose(labels, "plain_page.what")
    if chosen is None:
        return
    match offered[chosen]:
        case "off":
            _take_off(face, table, row)
        case "shorten":
            shorten(face, table, row)
        case "from":
            say_origin(face, row.candidate.origin)
        case "section":
            _ask_section(face, table, row)
        case "mode":
            _ask_mode(face, table, row)
            _say_now(face, table, row)
        case order:
            _reorder(face, table, row, order)


def leave_less(face: Face, table: PageTable, row: Row) -> None:
    """Say a line that matters less in fewer words, or leave it out.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If it could not be written.
    """
    labels = [face.words(f"composer.less.{one}") for one in ("shorten", "leave-out")]
    chosen = face.choose(labels, "plain_page.what")
    if chosen == 0:
        shorten(face, table, row)
    elif chosen == 1:
        _take_off(face, table, row)


def shorten(face: Face, table: PageTable, row: Row) -> None:
    """Ask for fewer words, with the words as they were said first.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If it could not be written.
    """
    face.say("plain_page.original")
    face.terminal.say(row.candidate.text)
    _say_length(face, word_count(row.candidate.text), row.section)
    if row.wording:
        face.say("plain_page.shorter_now")
        face.terminal.say(row.wording)
        _say_length(face, row.words, row.section)
    answer = face.ask("plain_page.shorter")
    if not answer:
        return
    table.change(table.composing.worded(row.id, "" if asks_for(face, answer) == CLEAR else answer))
    if not _now(table, row).wording:
        face.say("plain_page.as_they_are")
    _say_length(face, _now(table, row).words, row.section)
    _say_now(face, table, row)


def _offered(table: PageTable, row: Row) -> list[str]:
    """What changes something about a line as it stands."""
    now = table.composing
    offered = [OFF, SHORTEN]
    up, down = now.shifted(row.id, -1) != now, now.shifted(row.id, 1) != now
    offered += ["first", "up"] * up + ["down"] * down
    if len(now.open_to(row.id)) > 1:
        offered.append("section")
    if row.has_mode:
        offered.append("mode")
    return [*offered, FROM]


def _take_off(face: Face, table: PageTable, row: Row) -> None:
    table.change(table.composing.unticked(row.id))
    face.say("plain_page.taken_off")
    say_room(face, table, row.section)


def _reorder(face: Face, table: PageTable, row: Row, order: str) -> None:
    now = table.composing
    if order == "first":
        table.change(now.first(row.id))
    else:
        table.change(now.shifted(row.id, -1 if order == "up" else 1))
    face.say("plain_page.order")
    for one in table.composing.rows(row.section):
        if one.line is not None:
            say_row(face, table, one)
    say_room(face, table, row.section)


def _ask_section(face: Face, table: PageTable, row: Row) -> None:
    open_to = [one for one in table.composing.open_to(row.id) if one is not row.section]
    labels = [heading(face, table.desk, section) for section in open_to]
    chosen = face.choose(labels, "plain_page.section")
    if chosen is not None:
        table.change(table.composing.in_section(row.id, open_to[chosen]))
        _say_now(face, table, row)


def _ask_mode(face: Face, table: PageTable, row: Row) -> None:
    if row.has_mode:
        labels = [face.words(f"print.mode.{mode}") for mode in Mode]
        chosen = face.choose(labels, "plain_page.mode")
        if chosen is not None:
            table.change(table.composing.in_mode(row.id, list(Mode)[chosen]))


def _say_now(face: Face, table: PageTable, row: Row) -> None:
    """Say a line as it stands now, and how full its part and the page are."""
    now = _now(table, row)
    say_row(face, table, now)
    say_room(face, table, now.section)


def _say_length(face: Face, words: int, section: Section) -> None:
    face.say("plain_page.line_words", words=words, cap=CAPS[section].words)


def _now(table: PageTable, row: Row) -> Row:
    return table.numbered(table.number(row) - 1)
