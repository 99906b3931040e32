"""Choosing the lines of the page, line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.page import (
    MOVABLE,
    SECOND_YES,
    WITH_MODE,
    Candidate,
    Line,
    Mode,
    excess,
    may_stand,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.plain.face import Face
    from companion.services.notebook import OpenNotebook
    from companion.services.pages import Desk


def compose_page(face: Face, opened: OpenNotebook, number: int | None = None) -> None:
    """Go through what could be brought, and then through what was chosen.

    Args:
        face: Says and asks.
        opened: The open notebook.
        number: The session's number; none: the next.

    Raises:
        InputEndedError: If there are no more lines; what was chosen so far is kept.
        CompanionError: As `Pages.desk` says.
    """
    desk = opened.pages.desk(number)
    if not desk.candidates:
        face.say("plain.page.nothing")
        return
    face.say("plain.page.how")
    while True:
        _show_candidates(face, desk)
        answer = face.ask("plain.page.which")
        if not answer:
            if not excess(desk.page):
                break
            desk = _matters_less(face, opened, desk)
        elif answer.isdecimal() and 1 <= int(answer) <= len(desk.candidates):
            desk = _turn(face, opened, desk, desk.candidates[int(answer) - 1])
        else:
            face.say("plain.number_please", last=len(desk.candidates))
    face.say()
    face.terminal.show(opened.pages.render(desk.page))
    face.say("plain.page.as_printed")


def say_excess(face: Face, desk: Desk) -> None:
    """Say, beside the output, where the page holds too much."""
    for one in excess(desk.page):
        where = face.words(f"print.section.{one.section}" if one.section else "plain.page.whole")
        face.terminal.warn(
            face.words("plain.page.over", where=where, words=one.words, lines=one.lines)
        )


def _show_candidates(face: Face, desk: Desk) -> None:
    ticked = {line.answer_id: line for line in desk.lines}
    section = None
    for number, candidate in enumerate(desk.candidates, 1):
        line = ticked.get(candidate.answer_id)
        stands = line.section if line else candidate.section
        if stands is not section:
            section = stands
            face.say()
            face.say(f"print.section.{section}")
        text = " ".join((line.wording if line and line.wording else candidate.text).split())
        key = "plain.page.ticked" if line else "plain.page.unticked"
        mode = face.words(f"print.mode.{line.mode}") if line and stands in WITH_MODE else ""
        face.say(key, number=number, text=text, mode=mode)


def _turn(face: Face, opened: OpenNotebook, desk: Desk, candidate: Candidate) -> Desk:
    line = next((one for one in desk.lines if one.answer_id == candidate.answer_id), None)
    if line is None:
        if candidate.section in SECOND_YES and not face.yes(
            f"plain.page.second_yes.{candidate.section}"
        ):
            return desk
        agreed = candidate.section in SECOND_YES
        made = _with_mode(face, Line(candidate.answer_id, candidate.section, agreed=agreed))
        return opened.pages.keep(desk, [*desk.lines, made])
    return _change(face, opened, desk, candidate, line)


def _change(face: Face, opened: OpenNotebook, desk: Desk, candidate: Candidate, line: Line) -> Desk:
    what = ("untick", "shorten", "first", "section", "mode")
    chosen = face.choose([face.words(f"plain.page.change.{one}") for one in what])
    lines = list(desk.lines)
    at = lines.index(line)
    match what[chosen] if chosen is not None else "":
        case "untick":
            del lines[at]
        case "shorten":
            face.terminal.say(candidate.text)
            lines[at] = replace(line, wording=face.ask("plain.page.shorter"))
        case "first":
            lines.insert(0, lines.pop(at))
        case "section":
            lines[at] = _moved(face, candidate, line)
        case "mode":
            lines[at] = _with_mode(face, line)
    return opened.pages.keep(desk, lines)


def _moved(face: Face, candidate: Candidate, line: Line) -> Line:
    open_to = [one for one in MOVABLE if may_stand(candidate.section, one)]
    chosen = face.choose([face.words(f"print.section.{section}") for section in open_to])
    return line if chosen is None else replace(line, section=open_to[chosen])


def _with_mode(face: Face, line: Line) -> Line:
    if line.section not in WITH_MODE:
        return line
    chosen = face.choose([face.words(f"print.mode.{mode}") for mode in Mode], "plain.page.mode")
    return line if chosen is None else replace(line, mode=list(Mode)[chosen])


def _matters_less(face: Face, opened: OpenNotebook, desk: Desk) -> Desk:
    say_excess(face, desk)
    lines = _of_full_sections(desk)
    texts = {candidate.answer_id: candidate.text for candidate in desk.candidates}
    face.say("plain.page.matters_less")
    labels = [" ".join((line.wording or texts[line.answer_id]).split()) for line in lines]
    chosen = face.choose(labels)
    if chosen is None:
        return desk
    return opened.pages.keep(desk, [one for one in desk.lines if one is not lines[chosen]])


def _of_full_sections(desk: Desk) -> Sequence[Line]:
    full = {one.section for one in excess(desk.page)}
    known = {candidate.answer_id for candidate in desk.candidates}
    there = [line for line in desk.lines if line.answer_id in known]
    return there if None in full else [line for line in there if line.section in full]
