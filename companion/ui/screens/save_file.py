"""Saving a sheet as a file where the person says. The file is not encrypted, and they are told."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Static

from companion.domain.errors import CompanionError, FileExistsAlreadyError
from companion.domain.text import clean
from companion.ui.content import plain, sentence, told
from companion.ui.places import home, named_file
from companion.ui.screens.base import NotebookScreen
from companion.ui.screens.confirm import AskScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.content import Content

    from companion.ui.context import Context

REPLACE, ANOTHER = "replace", "another"


class SaveFileScreen(NotebookScreen[None]):
    """Asks for a form and a place, and says afterwards where the file is."""

    CSS_PATH = "save_file.tcss"
    AUTO_FOCUS = "#file"
    FILES: ClassVar[Mapping[str, str]]
    """The forms, with neutral names of files: no date, no person, no word of therapy."""
    OWN: ClassVar[str] = "save"
    """Where the sentences are that name what is saved: `title`, `kept` and `done`."""

    def __init__(self, context: Context, folder: Path | None = None) -> None:
        """Take where files go.

        Args:
            context: What the open notebook offers.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context)
        self._folder = folder or home()
        self._form = "text"

    def compose(self) -> ComposeResult:
        """The questions; and, hidden until it is there, where the file is."""
        yield Masthead(self.say(f"{self.OWN}.title"))
        with VerticalScroll(classes="body", can_focus=False):
            with Vertical(id="save-ask"):
                yield Static(sentence(self.words, "save.where"), classes="prose")
                yield LineInput(str(self._folder / self.FILES[self._form]), id="file")
                yield Static(sentence(self.words, "save.form"), classes="prose gap")
                for form in self.FILES:
                    yield Button(self._form_label(form), id=form, classes="form")
                yield Static(sentence(self.words, "save.warning"), classes="prose warm gap")
                yield Static("", id="save-said", classes="prose")
                with Horizontal(classes="save-buttons"):
                    yield Button(sentence(self.words, "save.save"), id="save", classes="-primary")
                    yield Button(sentence(self.words, "save.back"), id="back")
            with Vertical(id="save-done"):
                yield Static("", id="save-place", classes="prose strong")
                yield Static(sentence(self.words, "save.done_about"), classes="prose quiet gap")
                with Horizontal(classes="save-buttons"):
                    yield Button(sentence(self.words, "save.close"), id="close")
        yield KeyLine(self.words)

    @on(Button.Pressed, ".form")
    def change_form(self, event: Button.Pressed) -> None:
        """Choose the form; the end of the file's name follows, unless it is the person's own."""
        before = Path(self.FILES[self._form]).suffix
        self._form = event.button.id or self._form
        for form in self.FILES:
            self.query_one(f"#{form}", Button).label = self._form_label(form)
        field = self.query_one("#file", LineInput)
        if field.value.endswith(before):
            field.value = field.value.removesuffix(before) + Path(self.FILES[self._form]).suffix

    @on(Input.Submitted, "#file")
    @on(Button.Pressed, "#save")
    @work(exit_on_error=False, exclusive=True)
    async def save(self) -> None:
        """Write the file; ask before one that is there already is replaced."""
        name = clean(self.query_one("#file", LineInput).value).strip()
        if not name:
            self._say(self.say("save.no_name", name=self.FILES[self._form]))
            return
        file = await self.context.in_order(named_file, name, self._folder, self.FILES[self._form])
        try:
            await self._write(file, replace=False)
        except FileExistsAlreadyError:
            await self._ask_again(file)

    @on(Button.Pressed, "#back")
    @on(Button.Pressed, "#close")
    def go_back(self) -> None:
        """Back to where one came from."""
        self.action_back()

    @abstractmethod
    def write(self, form: str, file: Path, *, replace: bool) -> None:
        """Write the file; called on the notebook's own thread.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            CompanionError: If it could not be written.
        """

    async def _ask_again(self, file: Path) -> None:
        answers = {one: self.say(f"save.{one}") for one in (ANOTHER, REPLACE)}
        asked = AskScreen(self.words, self.say("save.exists"), answers)
        if await self.app.push_screen_wait(asked) == REPLACE:
            await self._write(file, replace=True)
        else:
            self.query_one("#file").focus()

    async def _write(self, file: Path, *, replace: bool) -> None:
        """Write the file and say where it is.

        Raises:
            FileExistsAlreadyError: If it is there and must not be replaced.
        """
        try:
            await self.context.in_order(self.write, self._form, file, replace=replace)
        except FileExistsAlreadyError:
            raise
        except CompanionError as error:
            self._say(f"{told(self.words, error).plain} {self.say(f'{self.OWN}.kept')}")
            return
        self.query_one("#save-place", Static).update(
            sentence(self.words, f"{self.OWN}.done", file=str(file))
        )
        self.query_one("#save-ask").display = False
        self.query_one("#save-done").display = True
        self.query_one("#close").focus()

    def _form_label(self, form: str) -> Content:
        key = "save.chosen" if form == self._form else "save.other"
        return sentence(self.words, key, form=self.say(f"save.{form}"))

    def _say(self, text: str) -> None:
        self.query_one("#save-said", Static).update(plain(text))
        self.query_one("#file").focus()
