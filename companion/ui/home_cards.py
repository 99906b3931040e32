"""The two cards on home: one small thing, and what is to be brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.ui.content import sentence
from companion.ui.widgets.row_that_fits import RowThatFits
from companion.ui.widgets.to_bring import ToBring

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.services.ports.content import Words


def home_cards(words: Words, clock: Clock) -> Horizontal:
    """Both cards, side by side and empty.

    Args:
        words: The interface's language.
        clock: The person's own calendar.
    """
    card = Vertical(
        Static("", id="open-title", classes="strong prose"),
        Static("", id="open-text", classes="quiet prose"),
        RowThatFits(id="open-buttons"),
        Horizontal(id="open-later"),
        id="small-thing",
        classes="card",
    )
    card.border_title = sentence(words, "home.one_small_thing")
    return Horizontal(card, ToBring(words, clock), id="home-cards")
