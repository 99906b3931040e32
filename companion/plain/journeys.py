"""Several therapies, line by line: turn to one, begin one, name, close or open one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import AmbiguousJourneyError, UnknownJourneyError
from companion.domain.text import excerpt
from companion.domain.typed_number import typed_number

if TYPE_CHECKING:
    from companion.domain.journey import Journey
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

_SHOWN = 36  # characters of a name within a sentence
_NEW = -1


def choose_journey(face: Face, opened: OpenNotebook) -> None:
    """Show the therapies, and let someone turn to one, begin one, name, close or reopen one.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If something could not be read or written.
    """
    face.say("journeys.about")
    while True:
        face.say()
        journeys = opened.journeys.all()
        list_journeys(face, opened)
        chosen = _which(face, len(journeys))
        if chosen is None:
            return
        if chosen == _NEW:
            begin(face, opened, face.ask("plain_journeys.name"))
        elif _do(face, opened, journeys[chosen]):
            return


def list_journeys(face: Face, opened: OpenNotebook) -> None:
    """Say the therapies, a line each, in the order they were begun."""
    here = opened.journeys.open.id
    for number, journey in enumerate(opened.journeys.all(), 1):
        key = "plain_journeys.row_here" if journey.id == here else "plain_journeys.row"
        name = journey.name or face.words("journeys.unnamed")
        face.say(key, number=number, name=name, since=_since(face, journey))


def begin(face: Face, opened: OpenNotebook, name: str) -> None:
    """Begin another therapy and turn to it.

    Raises:
        StorageError: If it could not be written.
    """
    opened.journeys.begin(name)
    face.say("journeys.begun")


def turn_to(face: Face, opened: OpenNotebook, journey: Journey) -> None:
    """Turn to a therapy: home shows it, and everything else is about it.

    Raises:
        CompanionError: If it could not be written.
    """
    opened.journeys.turn_to(journey.id)
    face.say("journeys.turned", name=_name(face, journey))


def rename(face: Face, opened: OpenNotebook, journey: Journey, name: str) -> None:
    """Call a therapy something else; an empty name takes its name away.

    Raises:
        CompanionError: If it could not be written.
    """
    named = opened.journeys.rename(journey.id, name)
    face.say("plain_journeys.renamed" if named.name else "plain_journeys.nameless", name=named.name)


def close(face: Face, opened: OpenNotebook, journey: Journey, *, sure: bool = False) -> bool:
    """Close a therapy, after a question.

    Args:
        face: Says and asks.
        opened: The open notebook.
        journey: The therapy.
        sure: Whether the question was answered already.

    Returns:
        Whether it is closed.

    Raises:
        InputEndedError: If there are no more lines; it is open still.
        CompanionError: If it could not be written.
    """
    if journey.is_closed:
        face.say("plain_journeys.closed_already")
        return True
    if not sure and not face.yes("plain_journeys.sure_close", name=_name(face, journey)):
        face.say("plain_journeys.left")
        return False
    opened.deeds.close_journey(journey.id)
    face.say("plain_journeys.closed")
    return True


def reopen(face: Face, opened: OpenNotebook, journey: Journey) -> None:
    """Open a closed therapy again.

    Raises:
        CompanionError: If it could not be written.
    """
    opened.journeys.reopen(journey.id)
    face.say("journeys.reopened" if journey.is_closed else "plain_journeys.open_already")


def find_journey(opened: OpenNotebook, which: str) -> Journey:
    """A therapy by its name, by its number in the list, or by the beginning of its name.

    Raises:
        UnknownJourneyError: If there is none.
        AmbiguousJourneyError: If more than one is called so.
    """
    journeys = opened.journeys.all()
    wanted = which.strip().casefold()
    same = [one for one in journeys if wanted and one.name.casefold() == wanted]
    if not same and (number := typed_number(wanted, 1, len(journeys))) is not None:
        return journeys[number - 1]
    alike = [one for one in journeys if wanted and one.name.casefold().startswith(wanted)]
    found = same or alike
    if len(found) > 1:
        raise AmbiguousJourneyError(id=which)
    if not found:
        raise UnknownJourneyError(id=which)
    return found[0]


def _do(face: Face, opened: OpenNotebook, journey: Journey) -> bool:
    """Do something with a therapy; says whether one turned to it."""
    offered = ("turn", "rename", "reopen" if journey.is_closed else "close")
    chosen = face.choose([face.words(f"journeys.{one}") for one in offered], "plain_journeys.what")
    match offered[chosen] if chosen is not None else "":
        case "turn":
            turn_to(face, opened, journey)
            return True
        case "rename":
            rename(face, opened, journey, face.ask("plain_journeys.name"))
        case "close":
            close(face, opened, journey)
        case "reopen":
            reopen(face, opened, journey)
    return False


def _which(face: Face, last: int) -> int | None:
    """Which therapy was chosen (0 or more); -1: another; none: nothing."""
    while True:
        answer = face.ask("plain_journeys.which")
        if not answer:
            return None
        if answer.casefold() == face.words("plain_journeys.new_letter"):
            return _NEW
        if (number := typed_number(answer, 1, last)) is not None:
            return number - 1
        face.say("plain_journeys.again")


def _name(face: Face, journey: Journey) -> str:
    return excerpt(journey.name, _SHOWN) or face.words("journeys.this_one")


def _since(face: Face, journey: Journey) -> str:
    words, clock = face.house.words, face.house.clock
    day = words.day(clock.local(journey.started_at).date())
    if journey.closed_at is None:
        return face.words("journeys.since", day=day)
    closed = words.day(clock.local(journey.closed_at).date())
    return face.words("journeys.closed", day=day, day_closed=closed)
