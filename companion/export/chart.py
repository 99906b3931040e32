"""The dots of one scale as a drawing (SVG) without a single letter in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.answer import HIGHEST, LOWEST
from companion.domain.second_sheet import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.export.sheet import DrawnChart

WIDTH, HEIGHT = 640, 150
"""The size of a drawing, in its own units."""
_SIDE, _TOP, _FOOT = 8, 10, 22  # what is left free around the field of the dots
_DOT, _MARK = 4.5, 7


def as_svg(chart: DrawnChart, ink: str = "currentColor") -> str:
    """One scale: a line at 0 and at 10, a dot each, a stroke at the foot for a session.

    Args:
        chart: What is drawn.
        ink: The colour of all of it.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' fill="none" stroke="{ink}" stroke-linecap="round">{"".join(_parts(chart, ink))}</svg>'
    )


def _parts(chart: DrawnChart, ink: str) -> Iterator[str]:
    for value in (LOWEST, HIGHEST):
        yield (
            f'<path d="M{_SIDE} {_y(value)}H{WIDTH - _SIDE}" stroke-width="0.8"'
            ' stroke-opacity="0.45" stroke-dasharray="1 5"/>'
        )
    for place in chart.sessions:
        foot = HEIGHT - _FOOT + _MARK
        yield f'<path d="M{_x(place)} {foot}v{_MARK}" stroke-width="1.6"/>'
    if chart.joined:
        points = "L".join(f"{_x(place)} {_y(value)}" for place, value in chart.dots)
        yield f'<path d="M{points}" stroke-width="1" stroke-opacity="0.55"/>'
    for place, value in chart.dots:
        yield f'<circle cx="{_x(place)}" cy="{_y(value)}" r="{_DOT}" fill="{ink}" stroke="none"/>'


def _x(place: int) -> str:
    return _short(2 * _SIDE + place / WHOLE * (WIDTH - 4 * _SIDE))


def _y(value: int) -> str:
    share = (value - LOWEST) / (HIGHEST - LOWEST)
    return _short(HEIGHT - _FOOT - share * (HEIGHT - _FOOT - _TOP))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
