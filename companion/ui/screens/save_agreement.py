"""Saving the agreement as a sheet for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.ui.screens.save_file import SaveFileScreen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from companion.domain.answer import Reflection
    from companion.ui.context import Context


class SaveAgreementScreen(SaveFileScreen):
    """Saves one version of the agreement."""

    FILES: ClassVar[Mapping[str, str]] = {"text": "sheet.txt", "md": "sheet.md"}
    OWN = "agreement.save"

    def __init__(self, context: Context, version: Reflection, folder: Path | None = None) -> None:
        """Take the version.

        Args:
            context: What the open notebook offers.
            version: The version as it was seen.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context, folder)
        self._version = version

    def write(self, form: str, file: Path, *, replace: bool) -> str:
        """Write the sheet."""
        self.context.open.agreed.write(self._version, form, file, replace=replace)
        return ""
