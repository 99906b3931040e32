"""One thing that can be set: its name at the left, what it is now at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from companion.ui.colourless import is_pale
from companion.ui.content import plain
from companion.ui.widgets.field import Field
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

_NAME = 26  # cells for the name, where there is room
_VALUE = 21  # cells for what it is now, at least
_MARKS = 4  # cells around what it is now, for the two marks
_BEFORE, _AFTER = "‹ ", " ›"


class SettingRow(Field):
    """Left and right go through the values; Enter, Space or a press take the next, or open more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("space,enter", "press", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    SettingRow { width: 100%; max-width: 78; height: 1; }
    SettingRow:focus { background: $raised; }
    """

    @dataclass
    class Stepped(Message):
        """Another value is wanted."""

        row: SettingRow
        """Which thing."""
        by: int
        """How many values further; from the last, 0 goes on with the first."""

    def __init__(self, name: str, label: str, value: str, *, opens: bool = False) -> None:
        """Show what it is now.

        Args:
            name: What is set; the widget's id.
            label: Its name in words.
            value: What it is now, in words.
            opens: Whether it leads somewhere, rather than having a few values.
        """
        super().__init__(id=name)
        self._label = label
        self._value = value
        self._opens = opens

    def show(self, value: str) -> None:
        """Show what it is now."""
        self._value = value
        self.refresh()

    def render(self) -> Content:
        """The name and the value; where it has the focus, the value between two marks."""
        here = self.has_focus
        before = _BEFORE if here and not self._opens else "  "
        after = _AFTER if here or self._opens else "  "
        name = set_cell_size(fit(self._label, self._wide), self._wide)
        room = max(1, self.size.width - self._wide - _MARKS)
        pale = is_pale(self.app)
        strong = "bold reverse" if pale else "bold $warm"
        return Content.assemble(
            plain(name, "bold" if here else ""),
            plain(before, "$warm"),
            plain(fit(self._value, room), strong if here else "$cool"),
            plain(after, "$warm" if here else "$quiet"),
        )

    def on_click(self, event: events.Click) -> None:
        """Take the next value; on the mark before it, the one before."""
        self.focus()
        start = self._wide
        value = start + len(_BEFORE) + min(cell_len(self._value), self.size.width)
        if start <= event.x < start + len(_BEFORE) and not self._opens:
            self.action_step(-1)
        elif start <= event.x < value + len(_AFTER):
            self.action_press()

    def on_focus(self) -> None:
        """Show the marks."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the marks."""
        self.refresh()

    def action_step(self, by: int) -> None:
        """Ask for another value; what leads somewhere has none."""
        if not self._opens:
            self.post_message(self.Stepped(self, by))

    def action_press(self) -> None:
        """Ask for the next value, or for what it leads to."""
        self.post_message(self.Stepped(self, 0))

    @property
    def _wide(self) -> int:
        return max(1, min(_NAME, self.size.width - _VALUE))
