"""A point on the map, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.answer import MapPoint
    from companion.services.ports.content import Words

_BANDS = ((1, "lowest"), (3, "low"), (4, "lower"), (5, "middle"), (6, "higher"), (8, "high"))


def spoken(words: Words, point: MapPoint) -> str:
    """Where a point is: "somewhat pleasant, quite awake".

    Args:
        words: The interface's language.
        point: The point.
    """
    return words.say(
        "step.map.point",
        pleasant=words.say(f"step.map.pleasant.{_band(point.pleasant)}"),
        energy=words.say(f"step.map.energy.{_band(point.energy)}"),
    )


def _band(value: int) -> str:
    return next((name for most, name in _BANDS if value <= most), "highest")
