"""The rules of how things look, parsed once for each set of colours.

Textual parses all of them again whenever a screen brings rules of its own, and several times
while it starts. Held to the pinned version by tests; it keeps rules and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.css.model import RuleSet
    from textual.css.types import CSSLocation

_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}


class RuleSheet(Stylesheet):
    """A stylesheet that remembers what it parsed, across screens and apps."""

    def reparse(self) -> None:
        """Parse what is new; nothing of what was there changes if that fails."""
        self.parse()

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
        colours = frozenset(self._variables.items())
        key = (colours, css, read_from, is_default_rules, tie_breaker, scope)
        found = _PARSED.get(key)
        if found is None:
            found = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            _PARSED[key] = found
        return found
