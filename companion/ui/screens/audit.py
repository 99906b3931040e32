"""What is true of the notebook's files and of this process, for whoever wants to look."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.services.auditing import Audit
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.content import Content


class AuditScreen(NotebookScreen[None]):
    """The same sentences as `companion audit`; nothing is changed here."""

    CSS_PATH = "audit.tcss"
    AUTO_FOCUS = "#audit"

    def compose(self) -> ComposeResult:
        """A part for the files, a part for the process."""
        yield Masthead(self.say("guide_room.audit_title"))
        with Reading(id="audit", classes="body"):
            yield Static(sentence(self.words, "guide_room.audit_about"), classes="prose quiet")
            for part in ("notebook", "process"):
                title = sentence(self.words, f"safekeeping.audit.{part}")
                yield Static(title, classes="prose gap audit-title")
                yield Static("", id=f"audit-{part}", classes="prose")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Look."""
        wait = sentence(self.words, "guide_room.audit_wait", "$quiet")
        self.query_one("#audit-process", Static).update(wait)
        self.look()

    @work(exit_on_error=False, group="look", exclusive=True)
    async def look(self) -> None:
        """Say what is true of the files, and then of the process: its code is all read."""
        house = self.context.house
        try:
            facts = await self.context.in_order(house.notebook.safekeeping.facts)
        except CompanionError as error:
            self.tell_error(error)
            return
        process = await asyncio.to_thread(house.inspect)
        said = Audit(self.words, house.clock, facts, process)
        self.query_one("#audit-notebook", Static).update(_lines(said.notebook()))
        self.query_one("#audit-process", Static).update(_lines(said.process()))


def _lines(said: Iterable[str]) -> Content:
    """The sentences, a line each; the first is the heading, which stands already."""
    _, *lines = said
    return plain("\n").join([plain(line) for line in lines])
