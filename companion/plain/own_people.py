"""My people, the line about the therapist, and the open card, line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.typed_number import typed_number

if TYPE_CHECKING:
    from companion.domain.own_help import OwnHelp, Person
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook
    from companion.services.own_help import OwnHelpKeeper

DEEDS = ("change", "up", "down", "remove")
"""What can be done with someone on a list, in order."""


def write_people(face: Face, opened: OpenNotebook) -> None:
    """Say who is written down, and let someone change it until an empty line.

    Raises:
        InputEndedError: If there are no more lines; what was changed so far is kept.
        StorageError: If something could not be read or written.
    """
    keeper = opened.own_help
    face.say("own.people.about")
    while True:
        own = keeper.read()
        _say_all(face, keeper, own)
        face.say("plain_help.people.how")
        answer = face.ask("plain_help.people.which").casefold()
        if not answer:
            return
        if face.means(answer, "plain_help.people.add"):
            _ask_person(face, keeper, keeper.new_person())
        elif answer == face.words("plain_help.people.rule"):
            _ask_rule(face, keeper)
        elif answer == face.words("plain_help.people.card"):
            _turn_card(face, keeper, own)
        elif (number := typed_number(answer, 1, len(own.people))) is not None:
            _change(face, keeper, own.people[number - 1])
        else:
            face.say("plain_help.people.again")


def which_deed(face: Face) -> str:
    """What is done with the one that was chosen; empty: nothing.

    Raises:
        InputEndedError: If there are no more lines.
    """
    labels = [face.words(f"plain_help.people.do.{one}") for one in DEEDS]
    chosen = face.choose(labels, "plain_help.people.one")
    return "" if chosen is None else DEEDS[chosen]


def _say_all(face: Face, keeper: OwnHelpKeeper, own: OwnHelp) -> None:
    face.say()
    if not own.people:
        face.say("own.people.none")
    for number, person in enumerate(own.people, 1):
        face.say("plain_help.people.row", number=number, person=person.line)
    face.say("own.rule.title")
    if own.rule:
        face.terminal.say(own.rule)
    else:
        face.say("own.rule.none")
    if own.agreed:
        face.say("own.rule.agreed", said=" ".join(own.agreed))
    state = "on" if keeper.has_card else "off"
    face.say(f"own.card.{state}", file=str(keeper.card_file))


def _change(face: Face, keeper: OwnHelpKeeper, person: Person) -> None:
    match which_deed(face):
        case "change":
            _ask_person(face, keeper, person)
        case "up":
            keeper.move_person(person.id, -1)
        case "down":
            keeper.move_person(person.id, +1)
        case "remove":
            keeper.remove_person(person.id)
            face.say("plain_help.people.gone")


def _ask_person(face: Face, keeper: OwnHelpKeeper, person: Person) -> None:
    name = face.ask("plain_help.people.name") or person.name
    reach = face.ask("plain_help.people.reach") or person.reach
    if not keeper.put_person(replace(person, name=name, reach=reach)).is_empty:
        face.say("plain_help.people.kept")


def _ask_rule(face: Face, keeper: OwnHelpKeeper) -> None:
    face.say("own.rule.about")
    line = face.ask("plain_help.people.rule_ask")
    if line:
        keeper.set_rule("" if line == face.words("plain_help.people.none") else line)
        face.say("plain_help.people.kept")


def _turn_card(face: Face, keeper: OwnHelpKeeper, own: OwnHelp) -> None:
    if keeper.has_card:
        if face.yes("plain_help.people.take_ask"):
            keeper.take_card_back()
            face.say("own.card.taken")
    elif not own.card:
        face.say("own.card.nothing")
    else:
        face.say("own.card.sure")
        if face.yes("plain_help.people.leave_ask"):
            keeper.leave_card()
            face.say("own.card.left")
