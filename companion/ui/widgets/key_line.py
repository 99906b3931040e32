"""The keys that matter here, in one quiet line at the foot of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.binding import Binding
    from textual.screen import Screen

    from companion.services.ports import Words

WIDEST = 112
"""The line is no wider than the body of a screen."""
_GAP = 3
_HELP = "app.help_now"


class _Hint(NamedTuple):
    key: str
    shown: str
    label: str

    @property
    def width(self) -> int:
        return cell_len(f"{self.shown} {self.label}")


class KeyLine(Widget, can_focus=False):
    """The bindings of the screen, named in the person's language; a click presses the key.

    When there is no room for all, the later ones go first. Help now never goes.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; margin: 0; background: $background; }
    """

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__()
        self._words = words
        self._places: list[tuple[range, str]] = []

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def render(self) -> Content:
        """As many hints as there is room for, help now at the end."""
        hints = self._hints()
        last = [hint for hint in hints if hint.key in self._help_keys()]
        others = [hint for hint in hints if hint not in last]
        room = self._width - sum(hint.width + _GAP for hint in last)
        kept = list(last)
        for index, hint in enumerate(others):
            if sum(one.width + _GAP for one in others[: index + 1]) - _GAP <= room:
                kept.insert(index, hint)
        return self._drawn(kept)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked on."""
        for place, key in self._places:
            if event.x in place:
                self.app.simulate_key(key)

    def _drawn(self, hints: list[_Hint]) -> Content:
        self._places = []
        # In a very wide window the line stands under the body, which is in the middle.
        column = (self.size.width - self._width) // 2
        parts: list[Content | str | tuple[str, str]] = [" " * column]
        for hint in hints:
            if hint.key in self._help_keys():
                end = (self.size.width + self._width) // 2
                spare = max(0, end - column - hint.width)
                parts.append(" " * spare)
                column += spare
            self._places.append((range(column, column + hint.width), hint.key))
            parts += [(hint.shown, "$warm"), " ", (hint.label, "$quiet"), " " * _GAP]
            column += hint.width + _GAP
        return Content.assemble(*parts[:-1])

    @property
    def _width(self) -> int:
        return min(self.size.width, WIDEST)

    def _hints(self) -> list[_Hint]:
        seen: dict[str, _Hint] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            named = binding.description.startswith("keys.")
            if binding.show and enabled and named and binding.action not in seen:
                seen[binding.action] = self._hint(binding)
        return list(seen.values())

    def _hint(self, binding: Binding) -> _Hint:
        label = self._words.say(binding.description)
        return _Hint(binding.key, self.app.get_key_display(binding), label)

    def _help_keys(self) -> set[str]:
        found = self.screen.active_bindings.values()
        return {one.binding.key for one in found if one.binding.id == _HELP}

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh()
