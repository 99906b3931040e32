"""Where an answer goes: three places, and a way to let it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.path import Place
from companion.ui.widgets.chips import Chip, Chips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.services.ports.content import Words

LET_GO = "let-go"
"""The chip that takes the answer away, or brings it back. A press on it is no place."""


class PlaceLine(Chips):
    """The places an answer can go to; a press posts `Chips.Pressed` with a place or `LET_GO`."""

    DEFAULT_CSS = """
    PlaceLine { margin-top: 1; }
    """

    def __init__(
        self,
        words: Words,
        place: Place,
        places: Sequence[Place] = tuple(Place),
        *,
        lead: str,
    ) -> None:
        """Show the place that is chosen.

        Args:
            words: The interface's language.
            place: Where the answer goes as things are.
            places: The places that can be chosen, in order.
            lead: The words in front.
        """
        self._words = words
        self._places = tuple(places)
        self._place = place
        self._gone = False
        super().__init__(self._made(), lead=lead, id="place-line")

    @property
    def place(self) -> Place:
        """Where the answer goes."""
        return self._place

    def put(self, place: Place) -> None:
        """Show another place."""
        self._place = place
        self.show(self._made())

    def next_place(self) -> Place:
        """The place after the one that is chosen, round and round."""
        places = self._places
        after = places.index(self._place) + 1 if self._place in places else 0
        return places[after % len(places)]

    def say_gone(self, *, gone: bool) -> None:
        """Offer to bring back what was let go, or to let it go."""
        if gone is not self._gone:
            self._gone = gone
            self.show(self._made())

    def _made(self) -> list[Chip]:
        chips = [
            Chip(one, self._words.say(f"place.{one}"), chosen=one is self._place, quiet=True)
            for one in self._places
        ]
        key = "place.bring_back" if self._gone else "place.let_go"
        return [*chips, Chip(LET_GO, self._words.say(key), quiet=True)]
