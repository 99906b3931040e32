"""A view as text to be read and compared: the letters, how each looks, and what that means."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import TYPE_CHECKING

from companion.ui.themes import DUSK_COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from looking import Look, Run, View

_NAMES = {value: name for name, value in reversed(DUSK_COLOURS.items())}
_PLAIN = "foreground on background"
_NOTHING = " on background"


def written(view: View, *, masked: bool = False) -> str:
    """The view as text.

    Args:
        view: What was seen.
        masked: Whether figures differ between machines; each digit is then a zero.
    """
    signs: dict[str, str] = {_PLAIN: ".", _NOTHING: "."}
    looks = ["".join(_signs(row, signs)).rstrip(".") for row in view.rows]
    letters = [re.sub(r"\d", "0", row) if masked else row for row in view.text()]
    legend = sorted(f"{sign} {said.strip()}" for said, sign in signs.items() if sign != ".")
    return "\n".join((*letters, "-" * view.width, *looks, "-" * view.width, *legend, ""))


def _signs(row: tuple[Run, ...], signs: dict[str, str]) -> Iterator[str]:
    for run in row:
        said = _said(run.look, blank=not run.text.strip())
        if said not in signs:
            signs[said] = _sign(said, set(signs.values()))
        yield signs[said] * run.width


def _sign(said: str, taken: set[str]) -> str:
    """A letter that reminds of it, or the next that is free; what is bold is a capital."""
    first = said.strip()[0]
    wanted = [first.upper() if "bold" in said else first, *ascii_letters]
    return next((one for one in wanted if one not in taken), "?")


def _said(look: Look, *, blank: bool) -> str:
    ink, ground = (_NAMES.get(colour, "mixed") for colour in (look.ink, look.ground))
    if blank and not look.underline:
        return f" on {ground}"
    more = [name for name in ("bold", "italic", "underline") if getattr(look, name)]
    return " ".join((f"{ink} on {ground}", *more))
