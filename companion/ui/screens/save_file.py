"""Saving a sheet as a file where the person says. The file is not encrypted, and they are told."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError, FileExistsAlreadyError, FileNotRememberedError
from companion.domain.file_errors import PrintingFailedError
from companion.domain.text import clean
from companion.ui.content import plain, sentence, told
from companion.ui.once import Once
from companion.ui.places import home, named_file
from companion.ui.rooms import room
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.content import Content
    from textual.widget import Widget

    from companion.ui.context import Context

REPLACE, ANOTHER = "replace", "another"


class SaveFileScreen(NotebookScreen[None]):
    """Asks for a form and a place, and says afterwards where the file is."""

    CSS_PATH = "save_file.tcss"
    AUTO_FOCUS = "#file"
    FILES: ClassVar[Mapping[str, str]]
    """The forms, the one to offer first in front, with neutral names of files: no date, no
    person, no word of therapy."""
    OWN: ClassVar[str] = "save"
    """Where the sentences are that name what is saved: `title`, `kept` and `done`."""
    WARNING: ClassVar[str] = "save.warning"
    """What is said of a file that is not encrypted, before it is written."""

    def __init__(self, context: Context, folder: Path | None = None) -> None:
        """Take where files go.

        Args:
            context: What the open notebook offers.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context)
        self._folder = folder or home()
        self._form = next(iter(self.FILES))
        self._once = Once(self)
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """The questions; and, hidden until it is there, where the file is."""
        yield Masthead(self.say(f"{self.OWN}.title"))
        with VerticalScroll(classes="body", can_focus=False):
            with Vertical(id="save-ask"):
                yield Static(sentence(self.words, "save.where"), classes="prose")
                yield LineInput(str(self._folder / self.FILES[self._form]), id="file")
                yield Static("", id="save-said", classes="prose strong")
                if len(self.FILES) > 1:
                    yield Static(sentence(self.words, "save.form"), classes="prose gap")
                for form in self.FILES if len(self.FILES) > 1 else ():
                    yield Button(self._form_label(form), id=form, classes="form kind")
                yield from self.options()
                warning = sentence(self.words, self.WARNING)
                yield Static(warning, id="save-warning", classes="prose warm gap")
                with Horizontal(classes="save-buttons"):
                    yield Button(sentence(self.words, "save.save"), id="save", classes="-primary")
                    yield Button(sentence(self.words, "save.back"), id="back")
            with Vertical(id="save-done"):
                yield Static("", id="save-place", classes="prose strong")
                yield Static("", id="save-about", classes="prose quiet gap")
                with Horizontal(classes="save-buttons"):
                    yield Button(sentence(self.words, "save.close"), id="close")
                    yield Button(sentence(self.words, "save.later"), id="later")
        yield KeyLine(self.words)

    def options(self) -> Iterable[Widget]:
        """What else is asked about a form; nothing, unless a sheet has something."""
        return ()

    def form_changed(self, form: str) -> None:
        """Another form was chosen: show what belongs to it."""

    @property
    def form(self) -> str:
        """The form that is chosen."""
        return self._form

    def warn(self, key: str) -> None:
        """Say what the file is protected by, if by anything."""
        self.query_one("#save-warning", Static).update(sentence(self.words, key))

    @on(Button.Pressed, ".kind")
    def change_form(self, event: Button.Pressed) -> None:
        """Choose the form; the end of the file's name follows, unless it is the person's own."""
        before = Path(self.FILES[self._form]).suffix
        self._choose(event.button.id or self._form)
        field = self.query_one("#file", LineInput)
        if field.value.endswith(before):
            field.value = field.value.removesuffix(before) + Path(self.FILES[self._form]).suffix

    @on(Input.Changed, "#file")
    def follow_the_name(self, event: Input.Changed) -> None:
        """A name that ends as another form's does is a file of that form."""
        named = {Path(file).suffix: form for form, file in self.FILES.items()}
        form = named.get(Path(event.value.strip()).suffix.lower(), self._form)
        if form != self._form:
            self._choose(form)

    def _choose(self, form: str) -> None:
        self._form = form
        for one in self.FILES:
            self.query_one(f"#{one}", Button).label = self._form_label(one)
        self.form_changed(form)

    @on(Input.Submitted, "#file")
    @on(Button.Pressed, "#save")
    def save(self) -> None:
        """Write the file; ask before one that is there already is replaced."""
        self._once(self._save)

    async def _save(self) -> None:
        name = clean(self.query_one("#file", LineInput).value).strip()
        if not name:
            self._say(self.say("save.no_name", name=self.FILES[self._form]))
            return
        if self.unfit:
            self._say(self.unfit)
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

    @on(Button.Pressed, "#later")
    def show_saved(self) -> None:
        """Go to all files that were saved, where they can be removed."""
        self.app.push_screen(room("exported", self.context))

    def action_back(self) -> None:
        """Go back; not while the file is made, or nobody would hear where it is."""
        if not self._is_writing:
            super().action_back()

    @property
    def is_writing(self) -> bool:
        """Whether the file is being made now."""
        return self._is_writing

    @property
    def unfit(self) -> str:
        """What of the answers has to be put right first, in words; empty: nothing."""
        return ""

    def settle(self) -> None:
        """Take down what is asked for, before `write` is called on another thread."""

    def written(self) -> None:
        """Forget what need not be known once the file is there."""

    @property
    def about(self) -> str:
        """The key of what is said of a file that was just written."""
        return "save.done_about"

    @abstractmethod
    def write(self, form: str, file: Path, *, replace: bool) -> str:
        """Write the file; called on the notebook's own thread.

        Returns:
            A sentence about it for whoever reads what was saved; may be empty.

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
        self.settle()
        self._is_writing = True
        self.say_quietly(self.say("save.writing"))
        more = ""
        try:
            more = await self.context.in_order(self.write, self._form, file, replace=replace)
        except FileExistsAlreadyError:
            raise
        except FileNotRememberedError as error:  # it is there all the same
            more = told(self.words, error).plain
        except CompanionError as error:
            self._say(self._not_written(error))
            return
        finally:
            self._is_writing = False
        self._show_done(file, more)

    def _not_written(self, error: CompanionError) -> str:
        says = told(self.words, error).plain
        if isinstance(error, PrintingFailedError):  # another place would not help
            return says
        return f"{says} {self.say(f'{self.OWN}.kept')}"

    def _show_done(self, file: Path, more: str) -> None:
        done = self.say(f"{self.OWN}.done", file=str(file))
        says = "\n".join(part for part in (done, more) if part)
        self.query_one("#save-place", Static).update(plain(says))
        self.query_one("#save-about", Static).update(sentence(self.words, self.about))
        self.query_one("#save-ask").display = False
        self.query_one("#save-done").display = True
        self.query_one("#close").focus()
        self.written()

    def _form_label(self, form: str) -> Content:
        key = "save.chosen" if form == self._form else "save.other"
        return sentence(self.words, key, form=self.say(f"save.{form}"))

    def _say(self, text: str) -> None:
        self.say_quietly(text)
        self.query_one("#file").focus()

    def say_quietly(self, text: str) -> None:
        """Say something below the file's name, wherever the focus is."""
        said = self.query_one("#save-said", Static)
        said.update(plain(text))
        said.display = True
