"""Saving the agreement as a sheet for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from companion.services.writing_out import PDF
from companion.ui.content import sentence
from companion.ui.screens.save_printed import SavePrintedScreen
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from textual.content import Content
    from textual.widget import Widget

    from companion.domain.answer import Reflection
    from companion.domain.printing import Printing
    from companion.ui.context import Context


class SaveAgreementScreen(SavePrintedScreen):
    """Saves one version of the agreement."""

    FILES: ClassVar[Mapping[str, str]] = {PDF: "sheet.pdf", "text": "sheet.txt", "md": "sheet.md"}
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
        self._names = False

    def options(self) -> Iterable[Widget]:
        """Room for both names; and what a PDF has."""
        yield Button(self._names_label, id="names", classes="form")
        yield from super().options()

    @on(Button.Pressed, "#names")
    def change_names(self) -> None:
        """Leave room for both names, or not."""
        self._names = not self._names
        self.query_one("#names", Button).label = self._names_label

    def put(self, form: str, file: Path, printing: Printing, *, replace: bool) -> tuple[str, ...]:
        """Write the sheet."""
        return self.context.open.agreed.write(
            self._version, form, file, printing, names=self._names, replace=replace
        )

    @property
    def _names_label(self) -> Content:
        return sentence(self.words, f"{self.OWN}.names_{'on' if self._names else 'off'}")
