"""Taking everything out of the notebook, as one file that other programs can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from companion.ui.screens.save_file import SaveFileScreen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class SaveEverythingScreen(SaveFileScreen):
    """Writes every entry, session and page to a file, and says how far it has come."""

    FILES: ClassVar[Mapping[str, str]] = {"json": "everything.json"}
    OWN = "exchange.save"
    WARNING = "exchange.save.warning"

    @dataclass
    class Written(Message):
        """Some entries are written; told from the notebook's own thread."""

        number: int
        """How many (1000 or more)."""

    def write(self, form: str, file: Path, *, replace: bool) -> str:
        """Write everything."""
        del form
        exchange = self.context.open.exchange
        exchange.as_json(file, replace_it=replace, progress=self._tell)
        return ""

    @on(Written)
    def say_so_far(self, event: Written) -> None:
        """Say how far it has come, as long as it goes on."""
        if self.is_writing:
            self.say_quietly(self.say("exchange.progress", number=event.number))

    def _tell(self, number: int) -> None:
        self.post_message(self.Written(number))
