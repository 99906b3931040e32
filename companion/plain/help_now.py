"""Help now and steady first, line by line. Nothing is asked before who can be reached."""

from __future__ import annotations

from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING

from companion.domain.crisis import by_digits
from companion.domain.errors import CompanionError, InputEndedError
from companion.domain.steady import STEPS, Steadying, step_after
from companion.plain.country import which_country
from companion.services.help_blocks import agreed_blocks, card_blocks, country_blocks, own_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.plain.face import Face
    from companion.services.help_blocks import HelpBlock, HelpCard
    from companion.services.open_notebook import OpenNotebook

CHOICES = ("elsewhere", "steady", "steps", "people")
"""What can be done from here, in order."""


def show_help(face: Face, country: str = "", *, led_to: bool = False) -> None:
    """Say who can be reached: one's own people first, then the numbers. It asks nothing.

    Args:
        face: Says it.
        country: Two letters; empty: the country that was said before.
        led_to: Whether a step of a reflection led here, which has said that one may stop and
            reach a person, and offers to get steadier.
    """
    face.say("help.said")
    if not led_to:
        face.say("help.said_more")
    face.say()
    agreed = _say_own(face)
    code = country or face.house.preferences.current.country
    card = face.house.help_now.card(code)
    if card is None and country:
        face.say("help.unknown_country", code=country.upper())
    elif card is None:
        face.say("plain.help_country")
        face.say("help.elsewhere")
    else:
        _say_country(face, card)
    _say(face, agreed)
    if not led_to:
        face.say()
        face.say("plain_help.to_steady")
    face.say("help.nobody")


def help_in(face: Face, country: str) -> None:
    """Say who can be reached in a country, and remember it as where the person is.

    Args:
        face: Says it.
        country: Two letters, or the beginning of a name; empty: the country that was said
            before.
    """
    found = face.house.help_now.like(country) if country else ()
    if len(found) == 1:
        country = found[0].code
        with suppress(CompanionError):
            face.house.preferences.set_country(country)
    show_help(face, country)


def help_menu(face: Face, opened: OpenNotebook) -> None:
    """Say who can be reached, and offer what else there is until an empty line.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If something could not be read or written.
    """
    from companion.plain.own_people import write_people
    from companion.plain.own_steps import write_steps

    show_help(face)
    while True:
        face.say()
        labels = [face.words(f"plain_help.do.{one}") for one in CHOICES]
        chosen = face.choose(labels, "plain_help.what")
        if chosen is None:
            return
        match CHOICES[chosen]:
            case "elsewhere":
                _somewhere_else(face)
            case "steady":
                walk_steady(face)
            case "steps":
                write_steps(face, opened)
            case "people":
                write_people(face, opened)


def walk_steady(face: Face) -> None:
    """Two minutes to get steadier, one thing after the other; each can be left out.

    Without more lines to read, the rest is said and nothing more is asked.
    """
    face.say("steady.title")
    face.say("steady.leave_out")
    face.say("plain_help.steady.how")
    step: Steadying | None = STEPS[0]
    while step is not None:
        _say_step(face, step)
        try:
            by = _which_way(face, step)
        except InputEndedError:
            for left in STEPS[STEPS.index(step) + 1 :]:
                _say_step(face, left)
            break
        if by == 0:
            return
        step = step_after(step, by)
    face.say()
    face.say("steady.end.prompt")
    face.say("steady.end.about")


def _say_step(face: Face, step: Steadying) -> None:
    clock = face.house.clock
    today = face.house.words.day(clock.local(clock.now()).date())
    face.say()
    face.say("steady.aside", number=STEPS.index(step) + 1, of=len(STEPS))
    face.say(f"steady.{step}.prompt")
    face.say(f"steady.{step}.about", day=today)


def _which_way(face: Face, step: Steadying) -> int:
    """How many steps on: one, one back, or none to stop."""
    at_breath = step is Steadying.BREATH
    key = "breathe" if at_breath else "next"
    if at_breath:
        face.say("plain_help.steady.more")
    while True:
        said = face.ask(f"plain_help.steady.{key}")
        if face.means(said, "plain_help.steady.back"):
            return -1
        if face.means(said, "plain_help.steady.stop"):
            return 0
        if at_breath and face.means(said, "plain_help.steady.words"):
            face.say("steady.shape.words")
            continue
        return +1


def _say_own(face: Face) -> tuple[HelpBlock, ...]:
    """Say what is one's own; returns what comes after the numbers."""
    words, notebook = face.house.words, face.house.notebook
    keeper = notebook.own_help
    if keeper is None:
        _say(face, card_blocks(words, notebook.card_lines))
        with suppress(CompanionError):  # the place may hold other things
            if notebook.exists():
                face.say("help.own.locked")
        return ()
    # What was read last stands in for what can't be read now.
    with suppress(CompanionError):
        keeper.read()
    _say(face, own_blocks(words, keeper.known))
    return agreed_blocks(words, keeper.known)


def _say_country(face: Face, card: HelpCard) -> None:
    """Say a country's numbers; below each its digits, one by one.

    A reader makes one large number of several digits, and nobody can dial what they hear.
    """
    numbers, *others = country_blocks(face.house.words, card)
    face.terminal.say(numbers.title)
    country = card.country
    dialled = (" ".join(country.emergency), *(one.dial for one in country.lines))
    for line, dial in zip_longest(numbers.lines, dialled, fillvalue=""):
        face.terminal.say(line)
        if digits := by_digits(dial):
            face.say("plain_help.digits", digits=digits)
    _say(face, others)


def _say(face: Face, blocks: Iterable[HelpBlock]) -> None:
    for block in blocks:
        if block.title:
            face.terminal.say(block.title)
        for line in block.lines:
            face.terminal.say(line)


def _somewhere_else(face: Face) -> None:
    face.say("help.choose")
    typed = face.ask("plain_help.country")
    if not typed:
        return
    if country := which_country(face, typed):
        help_in(face, country.code)
