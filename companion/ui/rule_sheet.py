"""The rules of how things look, parsed once for each set of colours.

Textual parses all of them again whenever a screen brings rules of its own, and several times
while it starts. Held to the pinned version by tests; it keeps rules and nothing else.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path, PurePath

    from textual.css.model import RuleSet
    from textual.css.types import CSSLocation

_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}
_READ: dict[str, str] = {}
_COLOURS: dict[frozenset[tuple[str, str]], frozenset[tuple[str, str]]] = {}


class RuleSheet(Stylesheet):
    """A stylesheet that remembers what it parsed, across screens and apps."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        """Start with these colours, and no rules."""
        super().__init__(variables=variables)
        self._colours = _colours(self._variables)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take a set of colours; the one that is there already changes nothing."""
        if variables != self._variables:
            super().set_variables(variables)
            self._colours = _colours(variables)

    def reparse(self) -> None:
        """Parse what is new; nothing of what was there changes if that fails."""
        self.parse()

    def read(self, filename: str | PurePath) -> None:
        """Read a stylesheet, from memory where it was read before.

        Args:
            filename: The file.

        Raises:
            StylesheetError: If it could not be read.
        """
        name = str(filename)
        if name in _READ:
            self.add_source(_READ[name], read_from=(os.path.abspath(name), ""))  # noqa: PTH100  Textual's own key
            return
        super().read(filename)
        _READ[name] = self.source[os.path.abspath(name), ""].content  # noqa: PTH100

    def read_ahead(self, files: Iterable[Path]) -> None:
        """Parse rules that will be asked for soon; may be called from another thread.

        Args:
            files: The stylesheets.
        """
        # A sheet of its own: the one that is in use must not change under a screen.
        ahead = RuleSheet(variables=dict(self._variables))
        ahead.read_all(list(files))
        ahead.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,  # noqa: FBT001, FBT002  Textual's own signature
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        key = (self._colours, css, read_from, is_default_rules, tie_breaker, scope)
        found = _PARSED.get(key)
        if found is None:
            found = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            _PARSED[key] = found
        return found


def _colours(variables: dict[str, str]) -> frozenset[tuple[str, str]]:
    """A set of colours as part of a key; the same object for the same colours."""
    colours = frozenset(variables.items())
    return _COLOURS.setdefault(colours, colours)
