"""What someone who composes a page has before them: what could be on it, and what is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.services.page.second_sheets import SecondDesk

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.journey import Session
    from companion.domain.page import Candidate, Kind, Line, Page


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the composer shows for one session."""

    session: Session | None
    """The session the page is for; none is planned: none."""
    candidates: tuple[Candidate, ...]
    """What could be ticked, in the order of the page's sections, then by moment."""
    lines: tuple[Line, ...]
    """What is ticked, in the person's order."""
    page: Page
    """What would be printed."""
    kept_under: str = ""
    """What its lines are kept under: the session's id; stays inside the app."""
    second: SecondDesk = field(default_factory=SecondDesk)
    """What could be on the second sheet, and what is."""
    nothing: bool = False
    """Whether it has nothing on it on purpose: "nothing this time"."""
    resting_since: datetime | None = None
    """When someone chose to sleep on it (aware, UTC); none: nobody did, or it is over."""

    @property
    def kind(self) -> Kind:
        """For whom the page is."""
        return self.page.kind
