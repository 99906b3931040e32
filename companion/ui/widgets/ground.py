"""The soft colours of the map's ground."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

from companion.ui.colourless import is_pale

if TYPE_CHECKING:
    from textual.app import App

_CLAY = Color.parse("#b0707a")  # the one corner that no theme has a colour for
_FAINTEST, _STRONGEST = 0.03, 0.44  # how much of a corner's colour, in the middle and out there
_PALER = 0.7  # a light ground needs less of it
_SHADES = 24  # how many steps across: few enough to be remembered, too many to be seen


class Ground:
    """Blends the colour of each place out of four corners.

    The terminal's own colours, and no colour at all, have no ground: nothing is
    said by it that the words at the ends don't say.
    """

    def __init__(self) -> None:
        """Start with nothing blended."""
        self._theme = ""
        self._blended: dict[tuple[int, int], Style] = {}

    def colour(self, app: App[object], right: float, up: float) -> Style | None:
        """The ground of one place, or none.

        Args:
            app: Whose theme it is.
            right: From left (0) to right (1).
            up: From below (0) to above (1).
        """
        if is_pale(app):
            return None
        if app.theme != self._theme:
            self._theme, self._blended = app.theme, {}
        place = (round(right * _SHADES), round(up * _SHADES))
        if place not in self._blended:
            colour = _blend(app, place[0] / _SHADES, place[1] / _SHADES)
            self._blended[place] = Style(bgcolor=colour.rich_color)
        return self._blended[place]


def _blend(app: App[object], right: float, up: float) -> Color:
    found = app.theme_variables
    ground = Color.parse(found["background"])
    warm, cool, fresh = (Color.parse(found[name]) for name in ("warm", "cool", "fresh"))
    corner = cool.blend(fresh, right).blend(_CLAY.blend(warm, right), up)
    away = min(1.0, hypot(right - 0.5, up - 0.5) * 1.6)
    strength = _FAINTEST + (_STRONGEST - _FAINTEST) * away
    return ground.blend(corner, strength if app.current_theme.dark else strength * _PALER)
