"""Saving the page as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.ui.screens.save_file import SaveFileScreen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from companion.domain.page import Page
    from companion.ui.context import Context


class SavePageScreen(SaveFileScreen):
    """Saves the page as it was seen."""

    FILES: ClassVar[Mapping[str, str]] = {"text": "page.txt", "md": "page.md"}

    def __init__(self, context: Context, page: Page, folder: Path | None = None) -> None:
        """Take the page.

        Args:
            context: What the open notebook offers.
            page: The page as it was seen.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context, folder)
        self._page = page

    def write(self, form: str, file: Path, *, replace: bool) -> None:
        """Write the page."""
        self.context.open.pages.write(self._page, form, file, replace=replace)
