"""A page as it is read aloud in a session: one line after the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AloudLine:
    """One line, with what is read beside it."""

    text: str
    """The words; a quote may be several lines."""
    heading: str = ""
    """The heading it stands under; empty: none."""
    mode: str = ""
    """What the person would like to happen with it, in words; empty: none is read out."""
