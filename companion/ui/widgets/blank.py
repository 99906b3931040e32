"""What is drawn of a field that is no longer there.

Textual forgets the styles of a widget's parts when it is removed, and then looks them up when
a dialogue draws what lies behind it before the screen is laid out anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

if TYPE_CHECKING:
    from textual.geometry import Region


def blank(crop: Region) -> list[Strip]:
    """As many empty lines as were asked for."""
    return [Strip.blank(crop.width)] * crop.height
