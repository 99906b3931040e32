"""Who can be reached, as blocks of lines: one's own people first, then a country's numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.crisis import CrisisCountry
    from companion.domain.own_help import OwnHelp
    from companion.services.ports.content import Words


@dataclass(frozen=True, slots=True)
class HelpCard:
    """What the help screen shows for one country."""

    country: CrisisCountry
    """The country with its numbers."""
    stale: bool
    """Whether a word of caution stands with it."""


@dataclass(frozen=True, slots=True)
class HelpBlock:
    """Some lines that belong together."""

    title: str
    """What they are; may be empty."""
    lines: tuple[str, ...]
    """One below the other."""


def own_blocks(words: Words, own: OwnHelp) -> tuple[HelpBlock, ...]:
    """One's own people, then one's own line about the therapist, where they are written.

    Args:
        words: The interface's language.
        own: What the person wrote.
    """
    people = tuple(one.line for one in own.people)
    rule = (own.rule,) if own.rule else ()
    return _filled(words, ("people", people), ("rule", rule))


def agreed_blocks(words: Words, own: OwnHelp) -> tuple[HelpBlock, ...]:
    """What the agreement says about hard days; it may be long, and comes after the numbers.

    Args:
        words: The interface's language.
        own: What the person wrote.
    """
    return _filled(words, ("agreed", own.agreed))


def card_blocks(words: Words, lines: tuple[str, ...]) -> tuple[HelpBlock, ...]:
    """What stands on the open card, while the notebook is shut.

    Args:
        words: The interface's language.
        lines: What stands on it; none: there is no card.
    """
    return _filled(words, ("card", lines))


def _filled(words: Words, *named: tuple[str, tuple[str, ...]]) -> tuple[HelpBlock, ...]:
    return tuple(HelpBlock(words.say(f"help.own.{n}"), lines) for n, lines in named if lines)


def country_blocks(words: Words, card: HelpCard | None) -> tuple[HelpBlock, ...]:
    """A country's emergency number and lines, and when they were checked.

    Args:
        words: The interface's language.
        card: The country; none: it was not said yet.
    """
    elsewhere = words.say("help.elsewhere")
    if card is None:
        return (HelpBlock(words.say("help.no_country"), (elsewhere,)),)
    country = card.country
    numbers = words.say("help.or").join(country.emergency)
    lines = [words.say("help.emergency", numbers=numbers)]
    for line in country.lines:
        name = words.say("help.line_named", dial=line.dial, name=line.name)
        parts = (name if line.name else line.dial, line.hours)
        lines.append(words.say("help.between").join(part for part in parts if part))
    lines.append(elsewhere if country.lines else words.say("help.no_line"))
    checked = [words.say("help.checked", day=words.day(country.checked_on))]
    if card.stale:
        checked.append(words.say("help.stale"))
    return (
        HelpBlock(words.say("help.in_country", country=country.name), tuple(lines)),
        HelpBlock("", tuple(checked)),
    )
