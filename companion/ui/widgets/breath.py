"""A line to breathe with: the one thing in companion that moves, and only once asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Static

from companion.domain.steady import breath_at
from companion.ui.content import plain

if TYPE_CHECKING:
    from datetime import datetime

    from textual.content import Content
    from textual.timer import Timer

    from companion.domain.clock import Clock
    from companion.domain.steady import Breath
    from companion.services.ports.content import Words

_EVERY = 0.1  # seconds between two drawings
_WIDEST = 48  # cells of the line when all of the breath is in
_LEAST = 2  # cells of it when all of it is out


class BreathLine(Static):
    """Grows and shrinks from the middle for about a minute, then rests."""

    DEFAULT_CSS = """
    BreathLine {
        width: 100%; max-width: 78; height: 3;
        content-align: center middle; text-align: center; color: $cool;
    }
    .-low BreathLine { height: 2; }
    """

    class Rested(Message):
        """It has come to its end by itself."""

    def __init__(self, words: Words, clock: Clock) -> None:
        """Take the interface's language and the time; nothing moves yet."""
        super().__init__("", id="breath")
        self._words = words
        self._clock = clock
        self._began: datetime | None = None
        self._ticking: Timer | None = None

    @property
    def is_moving(self) -> bool:
        """Whether it moves now."""
        return self._began is not None

    def begin(self) -> None:
        """Begin with a breath in."""
        self._began = self._clock.now()
        if self._ticking is None:
            self._ticking = self.set_interval(_EVERY, self.tick)
        self.tick()

    def stop(self) -> None:
        """Stand still, with nothing drawn."""
        self._began = None
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        self.update("")

    def tick(self) -> None:
        """Draw where the breath is now; at the end, rest."""
        if self._began is None:
            return
        breath = breath_at(self._clock.now() - self._began)
        if breath is None:
            self.stop()
            self.post_message(self.Rested())
        else:
            self.update(self._drawn(breath))

    def _drawn(self, breath: Breath) -> Content:
        room = min(_WIDEST, max(_LEAST, self.size.width - 2)) or _WIDEST
        cells = _LEAST + round((room - _LEAST) * breath.fullness)
        word = self._words.say(f"steady.shape.{'in' if breath.inward else 'out'}")
        return plain("\n").join([plain("━" * cells), plain(word, "$quiet")])
