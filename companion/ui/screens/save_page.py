"""Saving the page as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.services.writing_out import PDF
from companion.ui.screens.save_printed import SavePrintedScreen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from companion.domain.page import Page
    from companion.domain.printing import Printing
    from companion.ui.context import Context


class SavePageScreen(SavePrintedScreen):
    """Saves the page as it was seen."""

    FILES: ClassVar[Mapping[str, str]] = {
        PDF: "page.pdf",
        "html": "page.html",
        "text": "page.txt",
        "md": "page.md",
    }

    def __init__(self, context: Context, page: Page, folder: Path | None = None) -> None:
        """Take the page.

        Args:
            context: What the open notebook offers.
            page: The page as it was seen.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context, folder)
        self._page = page

    def put(self, form: str, file: Path, printing: Printing, *, replace: bool) -> tuple[str, ...]:
        """Write the page."""
        return self.context.open.pages.write(self._page, form, file, printing, replace=replace)
