"""Reads the one file that crisis lines are in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from companion.catalog.files import read, shipped
from companion.domain.crisis import CrisisCountry, CrisisLine
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILE = "crisis.toml"
"""The file, in the content folder."""


class Directory:
    """The countries whose help is known, read when they are first asked for."""

    def __init__(self, root: Traversable | None = None) -> None:
        """Take the content folder; none: what companion ships with."""
        self._root = root if root is not None else shipped()

    def countries(self) -> tuple[CrisisCountry, ...]:
        """All of them, by name.

        Raises:
            ContentError: If the file makes no sense.
        """
        return self._countries

    @cached_property
    def _countries(self) -> tuple[CrisisCountry, ...]:
        try:
            found = [
                CrisisCountry(
                    code=row["code"],
                    name=row["name"],
                    emergency=tuple(row["emergency"]),
                    lines=tuple(CrisisLine(**line) for line in row["lines"]),
                    sources=tuple(row["sources"]),
                    checked_on=row["checked_on"],
                )
                for row in read(self._root / FILE)["countries"]
            ]
        except (KeyError, TypeError) as wrong:
            raise ContentError(file=FILE, problem=str(wrong)) from None
        return tuple(sorted(found, key=lambda country: country.name))
