"""One widget for each kind of step; a new kind is one more line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.path import StepKind
from companion.ui.widgets.steps.choice import ChoiceView
from companion.ui.widgets.steps.map import MapView
from companion.ui.widgets.steps.plan import PlanView
from companion.ui.widgets.steps.rating import RatingView
from companion.ui.widgets.steps.reading import ClosingView, LookBackView, NoteView
from companion.ui.widgets.steps.text import TextView
from companion.ui.widgets.steps.words import WordsView

if TYPE_CHECKING:
    from companion.ui.widgets.steps.asked import Asked
    from companion.ui.widgets.steps.view import StepView

VIEWS: dict[StepKind, type[StepView]] = {
    StepKind.TEXT: TextView,
    StepKind.RATING: RatingView,
    StepKind.MAP: MapView,
    StepKind.WORDS: WordsView,
    StepKind.WHEN_THEN: PlanView,
    StepKind.CHOICE: ChoiceView,
    StepKind.LOOK_BACK: LookBackView,
    StepKind.NOTE: NoteView,
    StepKind.CLOSE: ClosingView,
}
"""How each kind of step is drawn."""


def view_of(asked: Asked) -> StepView:
    """The widget for a step."""
    return VIEWS[asked.step.kind](asked)
