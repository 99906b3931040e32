"""Saving something that can be printed: as a PDF with its paper and password, or as text."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.domain.printing import LONGEST_PASSWORD, Paper, Printing, may_lock
from companion.domain.text import clean
from companion.services.writing_out import PDF
from companion.ui.content import sentence
from companion.ui.screens.save_file import SaveFileScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.content import Content
    from textual.widget import Widget

    from companion.ui.context import Context


class SavePrintedScreen(SaveFileScreen):
    """Asks for a PDF's paper, the size of the print and a password, besides form and place."""

    TAKES_PASSWORD: ClassVar[bool] = True
    """Whether a password is asked for: not where nothing private is saved."""

    def __init__(self, context: Context, folder: Path | None = None) -> None:
        """Take where files go.

        Args:
            context: What the open notebook offers.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context, folder)
        self._paper = Paper.A4
        self._large = False
        self._password = PassphraseInput(id="password")
        self._password.max_length = LONGEST_PASSWORD
        self._printing = Printing()
        self.is_saved = False
        """Whether it was written."""

    def options(self) -> Iterable[Widget]:
        """For a PDF: the paper, the size of the print, a password."""
        with Vertical(id="pdf-options"):
            yield Button(self._paper_label, id="paper", classes="form")
            yield Button(self._large_label, id="large", classes="form")
            if self.TAKES_PASSWORD:
                yield Static(sentence(self.words, f"{self.OWN}.password"), classes="prose gap")
                yield self._password

    async def on_mount(self) -> None:
        """Begin with the paper that was used last."""
        pages = self.context.open.pages
        with suppress(CompanionError):  # saving says it, if it is still so then
            self._paper = await self.context.in_order(lambda: pages.paper)
        self.query_one("#paper", Button).label = self._paper_label

    def form_changed(self, form: str) -> None:
        """Only a PDF has paper and a password."""
        self.query_one("#pdf-options").display = form == PDF
        locked = form == PDF and self._password.value
        self.warn("save.warning_locked" if locked else self.WARNING)

    @on(Input.Changed, "#password")
    def say_what_protects(self) -> None:
        """With a password the file is encrypted; say what that means."""
        self.form_changed(self.form)

    @on(Button.Pressed, "#paper")
    def change_paper(self) -> None:
        """Take the other paper."""
        self._paper = Paper.LETTER if self._paper is Paper.A4 else Paper.A4
        self.query_one("#paper", Button).label = self._paper_label

    @on(Button.Pressed, "#large")
    def change_size(self) -> None:
        """Print large, or not."""
        self._large = not self._large
        self.query_one("#large", Button).label = self._large_label

    @on(Input.Submitted, "#password")
    def save_with_password(self) -> None:
        """Save it, as Enter in the field above does."""
        self.save()

    @property
    def unfit(self) -> str:
        """A password may be longer than readers take: not every letter is one byte."""
        typed = clean(self._password.value) if self.form == PDF else ""
        return self.say("plain_page.save.password_unfit") if typed and not may_lock(typed) else ""

    def settle(self) -> None:
        """Take down paper, size and password as they are now."""
        self._printing = Printing(self._paper, self._large, clean(self._password.value))

    def write(self, form: str, file: Path, *, replace: bool) -> str:
        """Write the file; says which characters have no letter shape in it."""
        pages = self.context.open.pages
        if form == PDF:
            pages.set_paper(self._printing.paper)
        unshown = self.put(form, file, self._printing, replace=replace)
        return self.say("save.unshown", signs=" ".join(unshown)) if unshown else ""

    @abstractmethod
    def put(self, form: str, file: Path, printing: Printing, *, replace: bool) -> tuple[str, ...]:
        """Write the file as `write` says; called on the notebook's own thread.

        Returns:
            The characters for which a PDF has no letter shape.
        """

    @property
    def about(self) -> str:
        """A PDF with a password is encrypted; nothing else is."""
        locked = self.form == PDF and self._printing.password
        return "save.done_locked" if locked else super().about

    def written(self) -> None:
        """Forget the password: from now on it is the person's alone."""
        self.is_saved = True
        self._password.forget()
        self._printing = Printing()

    @property
    def _paper_label(self) -> Content:
        return sentence(self.words, f"save.paper.{self._paper}")

    @property
    def _large_label(self) -> Content:
        return sentence(self.words, "save.large_on" if self._large else "save.large_off")
