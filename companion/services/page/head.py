"""What is the same on every page: the name at its head, the question at its foot, the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.printing import Paper
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from companion.services.ports.stores import SettingStore

_NAME = "page.name"
_FOOTER = "page.footer"
_PAPER = "page.paper"
_NO = "no"


class PageHead:
    """Keeps how pages are printed, inside the notebook.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(self, settings: SettingStore) -> None:
        """Take what it works with."""
        self._settings = settings

    @property
    def name(self) -> str:
        """The name or initials printed at the head; empty: none."""
        return self._settings.get(_NAME)

    def set_name(self, name: str) -> None:
        """Print this name or these initials at the head; empty: none."""
        self._settings.put(_NAME, one_line(clean(name)))

    @property
    def footer(self) -> bool:
        """Whether "How will you keep this page?" is printed."""
        return self._settings.get(_FOOTER) != _NO

    def set_footer(self, *, printed: bool) -> None:
        """Print "How will you keep this page?", or leave it out."""
        self._settings.put(_FOOTER, "" if printed else _NO)

    @property
    def paper(self) -> Paper:
        """The paper that was printed on last; A4 to begin with."""
        kept = self._settings.get(_PAPER)
        return Paper(kept) if kept in {paper.value for paper in Paper} else Paper.A4

    def set_paper(self, paper: Paper) -> None:
        """Print on this paper from now on, unless another is asked for."""
        if paper is not self.paper:
            self._settings.put(_PAPER, paper.value)
