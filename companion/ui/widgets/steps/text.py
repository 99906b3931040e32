"""A step in the person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import TextArea

from companion.ui.widgets.editor import Editor
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from companion.domain.answer import Value
    from companion.ui.widgets.steps.asked import Asked


class TextView(StepView):
    """A wide, quiet editor."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    TextView Editor { width: 100%; height: 1fr; min-height: 5; max-height: 24; }
    """

    def __init__(self, asked: Asked) -> None:
        """Take the step and what was said at it."""
        super().__init__(asked)
        text = asked.value if isinstance(asked.value, str) else ""
        self._editor = Editor(text, id="answer")

    def field(self) -> Iterable[Widget]:
        """The editor."""
        return (self._editor,)

    @property
    def value(self) -> Value | None:
        """The words, or none."""
        text = self._editor.text
        return text if text.strip() else None

    @property
    def is_said(self) -> bool:
        """Whether there are words; cheap, for it is asked at every key."""
        document = self._editor.document
        return any(document.get_line(i).strip() for i in range(document.line_count))

    def fill(self, value: Value | None) -> None:
        """Write something else. The editor's own undo brings the words back as well."""
        text = value if isinstance(value, str) else ""
        self._editor.replace(text, (0, 0), self._editor.document.end)

    def focus_field(self) -> None:
        """Go to the end of the words."""
        self._editor.move_cursor(self._editor.document.end)
        # The question stays in sight, however small the window is.
        self._editor.focus(scroll_visible=False)

    def wait(self) -> None:
        """Leave it to the editor, which knows when writing pauses."""

    @on(TextArea.Changed)
    def _words_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed()

    @on(Editor.Settled)
    def _words_settled(self, event: Editor.Settled) -> None:
        event.stop()
        self.settle()
