"""What a drawing of dots must be, number by number, said without the code that draws it."""

from __future__ import annotations

from dataclasses import dataclass

from support.words import ENGLISH

ENOUGH = 6
"""From so many dots a line joins them."""


@dataclass(frozen=True)
class Drawn:
    """A scale that somebody chose to have drawn."""

    scale: str
    """Its name in data."""
    dots: tuple[tuple[int, int], ...]
    """Where each lies (0 to 1000) and what was chosen."""
    sessions: tuple[int, ...] = ()
    """Where sessions were held (0 to 1000)."""

    @property
    def values(self) -> list[int]:
        """What was chosen, one after the other."""
        return [value for _, value in self.dots]

    @property
    def title(self) -> str:
        """What the scale is called."""
        return ENGLISH.say(f"print.scale.{self.scale}.title")

    @property
    def low(self) -> str:
        """The words at 0."""
        return ENGLISH.say(f"print.scale.{self.scale}.low")

    @property
    def high(self) -> str:
        """The words at 10."""
        return ENGLISH.say(f"print.scale.{self.scale}.high")

    @property
    def says(self) -> str:
        """How many dots there are, and whether that is enough to tell."""
        dots = f"{len(self.dots)} {'dot' if len(self.dots) == 1 else 'dots'}"
        return dots if len(self.dots) >= ENOUGH else f"{dots}: not enough to tell"

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        values = ", ".join(map(str, self.values))
        ends = f"from 0, {self.low}, to 10, {self.high}"
        return f"{self.title}, {ends}. One after the other: {values}. {self.says}"


def elements(chart: Drawn, ink: str = "currentColor") -> list[tuple[str, dict[str, str]]]:
    """The elements of a drawing in HTML, each with its attributes, and no more than these."""
    frame = {
        "role": "img",
        "aria-label": chart.spoken,
        "xmlns": "http://www.w3.org/2000/svg",
        "viewbox": "0 0 640 150",
        "fill": "none",
        "stroke": ink,
        "stroke-linecap": "round",
    }
    edge = {"stroke-width": "0.8", "stroke-opacity": "0.45", "stroke-dasharray": "1 5"}
    found: list[tuple[str, dict[str, str]]] = [("svg", frame)]
    found += [("path", {"d": f"M8 {_y(value)}H632", **edge}) for value in (0, 10)]
    found += [
        ("path", {"d": f"M{_x(place)} 135v7", "stroke-width": "1.6"}) for place in chart.sessions
    ]
    if len(chart.dots) >= ENOUGH:
        points = "L".join(f"{_x(place)} {_y(value)}" for place, value in chart.dots)
        found.append(("path", {"d": f"M{points}", "stroke-width": "1", "stroke-opacity": "0.55"}))
    dot = {"r": "4.5", "fill": ink, "stroke": "none"}
    found += [("circle", {"cx": _x(place), "cy": _y(value), **dot}) for place, value in chart.dots]
    return found


def points(chart: Drawn) -> list[tuple[float, float]]:
    """Where the dots lie in a drawing, in its own units."""
    return [(float(_x(place)), float(_y(value))) for place, value in chart.dots]


def _x(place: int) -> str:
    return _number(16 + place * 608 / 1000)


def _y(value: int) -> str:
    return _number(128 - value * 118 / 10)


def _number(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
