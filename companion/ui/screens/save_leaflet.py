"""Saving a page of the guide, or one of its sheets, as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.services.writing_out import PDF
from companion.ui.screens.save_printed import SavePrintedScreen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from companion.domain.printing import Printing
    from companion.services.leaflets import Leaflets
    from companion.ui.context import Context


class SaveLeafletScreen(SavePrintedScreen):
    """Saves one topic. Nothing private is in it, so that no password is asked for."""

    FILES: ClassVar[Mapping[str, str]] = {PDF: "leaflet.pdf"}
    OWN = "leaflets.save"
    WARNING = "leaflets.save.warning"
    TAKES_PASSWORD = False

    def __init__(
        self, context: Context, leaflets: Leaflets, topic: str, folder: Path | None = None
    ) -> None:
        """Take the topic.

        Args:
            context: What the open notebook offers.
            leaflets: Prints it.
            topic: One of the guide's that can be printed.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context, folder)
        self._leaflets = leaflets
        self._topic = topic

    def put(self, form: str, file: Path, printing: Printing, *, replace: bool) -> tuple[str, ...]:
        """Write the leaflet, and remember where it is."""
        del form
        exported = self.context.open.exported
        return self._leaflets.write(self._topic, file, printing, replace=replace, exported=exported)

    @property
    def about(self) -> str:
        """It is for giving away."""
        return "leaflets.save.about"
