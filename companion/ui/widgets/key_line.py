"""The keys that matter here, in one quiet line at the foot of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.binding import ActiveBinding, Binding
    from textual.screen import Screen

    from companion.services.ports.content import Words

WIDEST = 112
"""The line is no wider than the body of a screen."""
_GAP = 3
_HELP = "app.help_now"
_LAST = ("screen.keys", _HELP)
_OUT = "escape"


class _Hint(NamedTuple):
    key: str
    shown: str
    label: str

    @property
    def width(self) -> int:
        return cell_len(f"{self.shown} {self.label}")

    @property
    def cut(self) -> _Hint:
        return self._replace(label=self.label.partition(",")[0])


def _wide(hints: list[_Hint]) -> int:
    """How many cells some hints take beside one another."""
    return sum(hint.width + _GAP for hint in hints) - _GAP


class KeyLine(Widget, can_focus=False):
    """The bindings of the screen, named in the person's language; a click presses the key.

    The way out stands last, before all keys and help now. When there is no room for all,
    names are cut at their comma, and then the later ones go first; these three never go.
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
        """As many hints as there is room for, all keys and help now at the end."""
        active = list(self.screen.active_bindings.values())
        hints = self._hints(active)
        last = [_keys_of(name, active) for name in _LAST]
        helping = [hint for keys in last for hint in hints if hint.key in keys]
        out = [hint for hint in hints if hint.key == _OUT]
        others = [hint for hint in hints if hint not in (*helping, *out)]
        if _wide([*others, *out, *helping]) > self._width:
            others, out = ([one.cut for one in some] for some in (others, out))
        while others and _wide([*others, *out, *helping]) > self._width:
            others.pop()
        return self._drawn([*others, *out, *helping], _keys_of(_HELP, active))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked on."""
        for place, key in self._places:
            if event.x in place:
                self.app.simulate_key(key)

    def _drawn(self, hints: list[_Hint], help_keys: set[str]) -> Content:
        self._places = []
        # In a very wide window the line stands under the body, which is in the middle.
        column = (self.size.width - self._width) // 2
        parts: list[Content | str | tuple[str, str]] = [" " * column]
        for hint in hints:
            if hint.key in help_keys:
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

    def _hints(self, active: list[ActiveBinding]) -> list[_Hint]:
        seen: dict[str, _Hint] = {}
        for _, binding, enabled, _ in _in_order(active):
            named = binding.description.startswith("keys.")
            if binding.show and enabled and named and binding.action not in seen:
                seen[binding.action] = self._hint(binding)
        return list(seen.values())

    def _hint(self, binding: Binding) -> _Hint:
        label = self._words.say(binding.description)
        return _Hint(binding.key, self.app.get_key_display(binding), label)

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh()


def _keys_of(action_id: str, active: list[ActiveBinding]) -> set[str]:
    return {one.binding.key for one in active if one.binding.id == action_id}


def _in_order(found: list[ActiveBinding]) -> list[ActiveBinding]:
    """The bindings as the screen names them; Textual puts those with keys of one's own last."""
    places: dict[int, int] = {}
    listed: dict[int, list[str | None]] = {}
    ordered = []
    for one in found:
        node = id(one.node)
        if node not in listed:
            places[node] = len(places)
            own = one.node._bindings.key_to_bindings.values()  # noqa: SLF001  as they were named
            listed[node] = [binding.id for bindings in own for binding in bindings]
        ids = listed[node]
        at = ids.index(one.binding.id) if one.binding.id in ids else len(ids)
        ordered.append((places[node], at if one.binding.id else len(ids), one))
    return [one for _, _, one in sorted(ordered, key=lambda item: item[:2])]
