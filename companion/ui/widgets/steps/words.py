"""A step that offers words for a feeling, and takes others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from companion.domain.text import clean, one_line
from companion.domain.vocabulary import OFFERED_FIRST, in_offered_order
from companion.ui.widgets.chips import Chip, Chips
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from companion.domain.answer import Value
    from companion.ui.widgets.steps.asked import Asked

_MORE = "more"
_WORD = "word:"


class OwnWord(LineInput):
    """A line for one's own word; up leads back to the words, down to what comes after."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]


class WordsView(StepView):
    """Some words as chips; several may be chosen, and one's own are as good as any."""

    IS_SHORT = True

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    WordsView { & Chips { max-width: 78; } & LineInput { max-width: 40; margin-top: 1; } }
    .-low WordsView LineInput { margin-top: 0; }
    """

    def __init__(self, asked: Asked) -> None:
        """Take the step and what was said at it."""
        super().__init__(asked)
        self._offered = in_offered_order(asked.step.groups, asked.near)
        self._chosen = list(asked.value) if isinstance(asked.value, tuple) else []
        known = {*self._offered, *asked.step.outside}
        self._own = [word for word in self._chosen if word not in known]
        # Whoever comes back to a word that was not among the first finds it again.
        first = {*self._offered[:OFFERED_FIRST], *asked.step.outside, *self._own}
        self._all = not set(self._chosen) <= first

    def field(self) -> Iterable[Widget]:
        """The chips, and a line for a word of one's own."""
        yield Chips(self._chips(), id="words")
        placeholder = self.asked.words.say("step.words.own")
        yield OwnWord(id="own-word", placeholder=placeholder)

    @property
    def value(self) -> Value | None:
        """The words that are chosen, one still in the line included; or none."""
        typed = self._typed()
        chosen = [*self._chosen, *([typed] if typed and typed not in self._chosen else [])]
        return tuple(chosen) or None

    def fill(self, value: Value | None) -> None:
        """Choose other words, or none."""
        self._chosen = list(value) if isinstance(value, tuple) else []
        self.query_one(LineInput).value = ""
        self._draw()

    def focus_field(self) -> None:
        """Go to the first word."""
        self.query_one("#words", Chips).focus()

    @on(Chips.Pressed, "#words")
    def press(self, event: Chips.Pressed) -> None:
        """Choose a word, take it back, or see more of them."""
        event.stop()
        if event.chip_id == _MORE:
            self._all = not self._all
            self._draw()
            return
        word = event.chip_id.removeprefix(_WORD)
        if word in self._chosen:
            self._chosen.remove(word)
        else:
            self._chosen.append(word)
        self._draw()
        self.changed()

    @on(Input.Submitted, "#own-word")
    def add_own(self, event: Input.Submitted) -> None:
        """Take a word of one's own among the others; with none written, go on."""
        event.stop()
        word = self._typed()
        if not word:
            self.post_message(self.Done(self))
            return
        known = {*self._offered, *self.asked.step.outside, *self._own}
        if word not in known:
            self._own.append(word)
        if word not in self._chosen:
            self._chosen.append(word)
        event.input.value = ""
        self._draw()
        self.changed()

    @on(Input.Changed, "#own-word")
    def type_own(self, event: Input.Changed) -> None:
        """A word in the line counts as said, even before it stands among the others."""
        event.stop()
        self.changed()

    def _typed(self) -> str:
        return one_line(clean(self.query_one(LineInput).value))

    def _draw(self) -> None:
        self.query_one("#words", Chips).show(self._chips())

    def _chips(self) -> list[Chip]:
        shown = self._offered if self._all else self._offered[:OFFERED_FIRST]
        chips = [self._chip(word) for word in shown]
        outside = [*self.asked.step.outside, *self._own]
        chips += [self._chip(word, new_row=index == 0) for index, word in enumerate(outside)]
        if len(self._offered) > OFFERED_FIRST:
            key = "step.words.fewer" if self._all else "step.words.more"
            chips.append(Chip(_MORE, self.asked.words.say(key), quiet=True))
        return chips

    def _chip(self, word: str, *, new_row: bool = False) -> Chip:
        return Chip(f"{_WORD}{word}", word, chosen=word in self._chosen, new_row=new_row)
