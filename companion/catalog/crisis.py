"""Reads the one file that crisis lines are in, and says them in a language.

What it makes of them is imported when they are first asked for: every start holds this.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from companion.catalog.files import FALLBACK, read, read_if_there, shipped
from companion.catalog.language import Language
from companion.domain.text import unaccented

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from companion.catalog.table import Table
    from companion.domain.crisis import CrisisCountry, CrisisLine, CrisisService

FILE = "crisis.toml"
"""The file, in the content folder."""
NAMES = "countries.toml"
"""The file in a language's folder that has the countries' names by their codes."""


class Directory:
    """The countries whose help is known, read when they are first asked for."""

    def __init__(self, root: Traversable | None = None, language: str = FALLBACK) -> None:
        """Take where to read and what to speak; nothing is read yet.

        Args:
            root: The content folder; none: what companion ships with.
            language: The code of the language that hours and costs are said in.
        """
        self._root = root if root is not None else shipped()
        self._words = Language(language, self._root)
        self._language = language

    def countries(self) -> tuple[CrisisCountry, ...]:
        """All of them, by name, accents left out of account.

        Raises:
            ContentError: If the file makes no sense; it names country and key.
        """
        return self._countries

    @cached_property
    def _countries(self) -> tuple[CrisisCountry, ...]:
        from companion.catalog.table import Table

        made = Table(FILE, read(self._root, FILE))
        names = read_if_there(self._root, f"{self._language}/{NAMES}")
        found = [self._country(row, names) for row in made.tables("countries")]
        made.done()
        return tuple(sorted(found, key=lambda country: unaccented(country.name)))

    def _country(self, row: Table, names: Mapping[str, object]) -> CrisisCountry:
        from companion.domain.crisis import CrisisCountry

        code, name = row.text("code"), row.text("name")
        country = CrisisCountry(
            code=code,
            name=str(names.get(code, name)),
            emergency=row.texts("emergency"),
            lines=tuple(self._line(line) for line in row.tables("lines")),
            sources=row.texts("sources"),
            checked_on=row.day("checked_on"),
        )
        row.done()
        return country

    def _line(self, row: Table) -> CrisisLine:
        from companion.domain.crisis import Channel, CrisisLine, CrisisService

        name = row.text("name", "")
        service = CrisisService(
            channel=row.one_of("channel", Channel, Channel.CALL),
            dial=row.text("dial"),
            send=row.text("send", ""),
            hours=row.text("hours", ""),
            cost=row.text("cost", ""),
            languages=row.texts("languages"),
        )
        row.done()
        return CrisisLine(name, self._reached(service), self._when(service), service)

    def _reached(self, service: CrisisService) -> str:
        way = f"{service.channel}-send" if service.send else service.channel.value
        return self._words.say(f"help.reach.{way}", dial=service.dial, send=service.send)

    def _when(self, service: CrisisService) -> str:
        parts = []
        if service.hours:
            parts.append(self._words.say(f"help.hours.{service.hours}"))
        if service.cost:
            parts.append(self._words.say(f"help.cost.{service.cost}"))
        if service.languages:
            spoken = [self._words.say(f"help.language.{code}") for code in service.languages]
            together = self._words.say("help.and").join(spoken)
            parts.append(self._words.say("help.spoken", languages=together))
        return self._words.say("help.between").join(parts)
