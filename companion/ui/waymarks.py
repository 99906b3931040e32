"""What stands on the way of a therapy, in words and with its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.journey_map import Kind
from companion.services.short_days import short_day, short_moment
from companion.ui.widgets.way_lines import Spoken

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.domain.journey_map import Waymark
    from companion.services.ports.content import Words

SIGNS = {
    Kind.BEGINNING: ("●", "way--mark"),
    Kind.MOVED: ("○", "way--mark"),
    Kind.SESSION: ("●", "way--station"),
    Kind.MISSED: ("○", "way--mark"),
    Kind.UNSETTLED: ("○", "way--station"),
    Kind.PAUSE: ("·", "way--mark"),
    Kind.AIM: ("▸", "way--aim"),
    Kind.MAP: ("▸", "way--aim"),
    Kind.BUMP: ("~", "way--line"),
    Kind.REPAIR: ("•", "way--line"),
    Kind.PRESENT: ("◆", "way--present"),
    Kind.AHEAD: ("○", "way--station"),
    Kind.OPEN: ("┊", "way--ahead"),
    Kind.CLOSED: ("●", "way--mark"),
}
"""The sign of each kind of mark, one cell wide, and the style it has."""
_DOTTED = frozenset({Kind.PRESENT, Kind.AHEAD})
_ENDS = frozenset({Kind.OPEN, Kind.CLOSED})
_QUIET = frozenset({Kind.BEGINNING, Kind.MOVED, Kind.MISSED, Kind.PAUSE, Kind.OPEN, Kind.CLOSED})
_WITHOUT_DAY = frozenset({Kind.MOVED, Kind.OPEN})


def spoken(words: Words, clock: Clock, mark: Waymark) -> Spoken:
    """A mark as it is drawn.

    Args:
        words: The interface's language.
        clock: The present day and the person's zone.
        mark: The mark.
    """
    sign, style = SIGNS[mark.kind]
    day = "" if mark.kind in _WITHOUT_DAY else short_day(words, clock, mark.at)
    if mark.kind is Kind.AHEAD:
        day = short_moment(words, clock, mark.at)
    return Spoken(
        title=words.say(f"journey_map.mark.{mark.kind}", number=mark.number),
        day=day,
        words=words.say("journey_map.quoted", words=mark.words) if mark.words else "",
        sign=sign,
        style=style,
        ink=_ink(mark.kind),
        names=mark.stretch is not None,
        is_off=mark.is_off,
        is_dotted=mark.kind in _DOTTED,
        is_end=mark.kind in _ENDS,
    )


def _ink(kind: Kind) -> str:
    if kind is Kind.PRESENT:
        return "way--present"
    return "way--names" if kind in _QUIET else "way--title"
