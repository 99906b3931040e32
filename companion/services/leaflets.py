"""What the guide prints: its pages, and the sheets for two. None of it needs a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.agreement import empty_sheet
from companion.domain.guide_text import blocks
from companion.domain.path_ids import AGREEMENT
from companion.domain.printing import Printing
from companion.services.exported import What
from companion.services.writing_out import write_out

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.agreement import AgreementSheet
    from companion.domain.printing import Printed
    from companion.services.exported import Exported
    from companion.services.guide import GuidePages
    from companion.services.ports.content import Shelf
    from companion.services.ports.files import LeafletPrinter, Outbox

GUESS = "guess-my-number"
"""The topic that is printed as the sheet it speaks of; so is `AGREEMENT`."""


class Leaflets:
    """Prints pages of the guide, and what they speak of."""

    def __init__(
        self, guide: GuidePages, printer: LeafletPrinter, outbox: Outbox, shelf: Shelf
    ) -> None:
        """Take what it works with."""
        self._guide = guide
        self._printer = printer
        self._outbox = outbox
        self._shelf = shelf

    def can_print(self, topic: str) -> bool:
        """Whether there is something to print of a topic; a program is copied instead.

        Args:
            topic: One of the guide's.
        """
        return not self._guide.is_program(topic)

    def is_sheet(self, topic: str) -> bool:
        """Whether what is printed is the sheet that the page speaks of, and not the page."""
        return topic in {AGREEMENT, GUESS}

    def printed(self, topic: str, printing: Printing) -> Printed:
        """A topic as a PDF: its page, or the sheet that it speaks of.

        Args:
            topic: One of the guide's that can be printed.
            printing: Paper, and size of the print.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        if topic == AGREEMENT:
            return self.print_empty(printing, names=True)
        if topic == GUESS:
            return self._printer.print_guess(printing)
        page, language = self._guide.page(topic), self._guide.language(topic)
        return self._printer.print_guide(blocks(page), language, printing)

    def write(
        self,
        topic: str,
        file: Path,
        printing: Printing | None = None,
        *,
        replace: bool = False,
        exported: Exported | None = None,
    ) -> tuple[str, ...]:
        """Write a topic to a PDF. Nothing private is in it.

        Args:
            topic: One of the guide's that can be printed.
            file: Where.
            printing: Paper, and size of the print; none: as `Printing` says by itself.
            replace: Whether a file that is there already may be replaced.
            exported: Remembers where it was put; none: no notebook is open.

        Returns:
            The characters for which it has no letter shape; they are blank boxes in it.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
            PrintingFailedError: If it could not be set; nothing is written.
            FileNotRememberedError: If it was written and could not be remembered.
        """
        made = self.printed(topic, printing or Printing())
        self._outbox.write_bytes(file, made.data, replace=replace)
        if exported is not None:
            exported.remember(file, What.GUIDE)
        return made.unshown

    def empty_agreement(self, *, names: bool = False) -> AgreementSheet:
        """The questions of the agreement, with room to write by hand.

        Args:
            names: Whether there is room for both names.
        """
        return empty_sheet(self._shelf.path(AGREEMENT), names=names)

    def render_empty(self, form: str, *, names: bool = False) -> str:
        """An empty agreement in a form: `text` or `md`."""
        return self._printer.agreement(self.empty_agreement(names=names), form)

    def print_empty(self, printing: Printing, *, names: bool = False) -> Printed:
        """An empty agreement as a PDF.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        return self._printer.print_agreement(self.empty_agreement(names=names), printing)

    def write_empty(
        self,
        form: str,
        file: Path,
        printing: Printing | None = None,
        *,
        names: bool = False,
        replace: bool = False,
    ) -> None:
        """Write an empty agreement to a file. Nothing private is in it.

        Args:
            form: `text`, `md` or `pdf`.
            file: Where.
            printing: How a PDF is printed; none: as `Printing` says by itself.
            names: Whether there is room for both names.
            replace: Whether a file that is there already may be replaced.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
            PrintingFailedError: If it could not be set; nothing is written.
        """
        how = printing or Printing()
        write_out(
            self._outbox,
            file,
            form,
            lambda: self.render_empty(form, names=names),
            lambda: self.print_empty(how, names=names),
            replace=replace,
        )
