"""Steps that ask nothing: a note, a look back, the closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from companion.domain.answer import MapPoint
from companion.ui.content import plain, sentence
from companion.ui.widgets.choice import Choice
from companion.ui.widgets.steps.spoken import spoken
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from companion.domain.answer import Answer
    from companion.ui.widgets.steps.asked import Asked


class NoteView(StepView, can_focus=True):
    """Says something. Enter goes on; the arrows scroll where it is long."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "done", show=False)]
    HELP_CLASS = "gap"

    def focus_field(self) -> None:
        """Go to the text."""
        self.focus()

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done(self))


class LookBackView(NoteView):
    """Shows earlier answers under the questions they were given to."""

    HELP_CLASS = "quiet"
    DEFAULT_CSS = """
    LookBackView .looked-back { margin: 0 0 1 2; }
    """

    def field(self) -> Iterable[Widget]:
        """The answers, or a kind word where there are none."""
        if not self.asked.looked_back:
            yield Static(sentence(self.asked.words, "step.look_back_none"), classes="prose")
        for answer in self.asked.looked_back:
            yield Static(plain(answer.prompt, "$quiet"), classes="prose")
            yield Static(self._shown(answer), classes="looked-back prose")

    def _shown(self, answer: Answer) -> Content:
        if isinstance(answer.value, MapPoint):
            return plain(spoken(self.asked.words, answer.value))
        return plain(answer.shown)


class ClosingView(StepView):
    """A few ways to put the notebook down; what is chosen here is not kept."""

    IS_SHORT = True

    def __init__(self, asked: Asked) -> None:
        """Take the step."""
        super().__init__(asked)
        self._choice = Choice(asked.step.options)

    def field(self) -> Iterable[Widget]:
        """The ways, and a word about where everything is."""
        return (self._choice,)

    def focus_field(self) -> None:
        """Go to the first way."""
        self._choice.focus()
