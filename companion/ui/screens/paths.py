"""Choosing a reflection."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.containers import Horizontal
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.path import Form
from companion.domain.path_ids import NOTE
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.evidence_card import CardScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from companion.domain.path import ReflectionPath
    from companion.ui.context import Context


MARK = "‹"
"""Stands behind the one under the cursor, so that colour never says it alone."""
_AIRY = 30  # rows from which on there is a blank one between two reflections


class PathList(OptionList):
    """The reflections, each in two lines."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("paths.begin")


class Chosen(NamedTuple):
    """What was chosen."""

    path_id: str
    """The path; `note` for a free line."""
    form: Form
    """How deep to go."""
    happened_at: datetime | None = None
    """The moment it is about, if not now (aware)."""


class PathsScreen(NotebookScreen[Chosen | None]):
    """Every reflection there is; dismissed with what was chosen, or none."""

    CSS_PATH = "paths.tcss"
    AUTO_FOCUS = "PathList"
    BINDINGS: ClassVar[list[BindingType]] = bindings("paths.short", "paths.about", "paths.day")

    def __init__(self, context: Context) -> None:
        """Take what the open notebook offers."""
        super().__init__(context)
        self._paths: dict[str, ReflectionPath] = {}
        self._open_now = ""
        self._depth = Form.FULL
        self._about_day: datetime | None = None
        self._airy = False

    def compose(self) -> ComposeResult:
        """The list above its buttons."""
        yield Masthead(self.say("paths.title"))
        yield PathList(markup=False)
        with Horizontal(id="paths-moves"):
            yield Button(sentence(self.words, "paths.begin"), id="begin", classes="-primary")
            yield Button(sentence(self.words, "paths.take_short"), id="form")
            yield Button(sentence(self.words, "paths.about"), id="about")
            yield Button(sentence(self.words, "paths.another_day"), id="day")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Read what there is."""
        self._load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A free line has no card; where no path has two forms there is none to choose."""
        del parameters
        if action == "about":
            return bool(self._paths) and self._here is not None
        if action == "toggle_form":
            return any(len(path.forms) > 1 for path in self._paths.values())
        return True

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#begin")
    def action_begin(self) -> None:
        """Begin the one under the cursor."""
        option = self.query_one(PathList).highlighted_option
        # A second click may come when the first has closed the screen already.
        if option is not None and option.id is not None and self.is_current:
            form = self._form(self._paths.get(option.id))
            self.dismiss(Chosen(option.id, form, self._about_day))

    @on(Button.Pressed, "#form")
    def action_toggle_form(self) -> None:
        """Take the next depth: all of it, a few questions, one."""
        self._depth = self._next_depth()
        self._redraw()
        button = self.query_one("#form", Button)
        button.label = sentence(self.words, f"paths.take_{self._next_depth()}")
        button.refresh(layout=True)

    @on(Button.Pressed, "#day")
    def action_day(self) -> None:
        """Say that it is about another day."""
        self._ask_day()

    @work(exit_on_error=False)
    async def _ask_day(self) -> None:
        from companion.ui.screens.ask_day import AskDayScreen

        asked = AskDayScreen(self.words, self.context.house.clock, self.say("paths.day_question"))
        chosen = await self.app.push_screen_wait(asked)
        if chosen is not None:
            self._about_day = chosen
            day = self.words.day(self.context.house.clock.local(chosen).date())
            self.query_one(Masthead).retitle(
                self.say("paths.title"), self.say("paths.day_chosen", day=day)
            )

    @on(Button.Pressed, "#about")
    def action_about(self) -> None:
        """Show what is known about the one under the cursor."""
        if self._here is not None:
            self.app.push_screen(CardScreen(self.words, self._here))

    def on_resize(self, event: events.Resize) -> None:
        """Let more air between the rows where there is room."""
        airy = event.size.height >= _AIRY
        if airy is not self._airy:
            self._airy = airy
            self._redraw()

    @on(OptionList.OptionHighlighted)
    def follow(self) -> None:
        """Mark the row; a free line has no card."""
        self._redraw()
        self.query_one("#about").display = self._here is not None
        self.refresh_bindings()

    @work(exit_on_error=False)
    async def _load(self) -> None:
        opened, in_order = self.context.open, self.context.in_order
        try:
            paths = await in_order(opened.reflecting.paths)
            self._open_now = (await in_order(opened.home.view)).open.path_id
        except CompanionError as error:
            self.tell_error(error)
            return
        ordered = sorted(paths, key=lambda path: path.id != self._open_now)
        self._paths = {path.id: path for path in ordered}
        found = self.query_one(PathList)
        found.add_options([Option(self._row(one, ""), id=one) for one in (*self._paths, NOTE)])
        found.highlighted = 0
        both = any(len(path.forms) > 1 for path in ordered)
        self.query_one("#form").display = both
        self.refresh_bindings()

    @property
    def _here(self) -> ReflectionPath | None:
        option = self.query_one(PathList).highlighted_option
        return self._paths.get(option.id or "") if option is not None else None

    def _form(self, path: ReflectionPath | None) -> Form:
        known = path is not None and self._depth in path.forms
        return self._depth if known else Form.FULL

    def _next_depth(self) -> Form:
        """The depth after this one, of those that any path has: all of it, fewer, one."""
        there = {form for path in self._paths.values() for form in path.forms}
        order = [form for form in reversed(Form) if form in there]
        return order[(order.index(self._depth) + 1) % len(order)]

    def _redraw(self) -> None:
        found = self.query_one(PathList)
        for option in found.options:
            marked = option is found.highlighted_option
            row = self._row(option.id or "", MARK if marked else "")
            found.replace_option_prompt(option.id or "", row)

    def _row(self, path_id: str, mark: str) -> Content:
        path = self._paths.get(path_id)
        if path is None:
            title, about = self.say("paths.note"), self.say("paths.note_about")
            return self._drawn(mark, title, "", "", about)
        open_now = self.say("paths.open_now") if path.id == self._open_now else ""
        length = "  ".join(one for one in (self._length(path), path.pack) if one)
        return self._drawn(mark, path.title, length, open_now, path.about)

    def _length(self, path: ReflectionPath) -> str:
        form = self._form(path)
        if form is not Form.FULL:
            return self.say(f"paths.{form}")
        return self.say("paths.minutes", number=path.minutes)

    def _drawn(self, mark: str, title: str, length: str, open_now: str, about: str) -> Content:
        quiet = [plain(length, "$quiet"), plain(open_now, "$warm"), plain(mark, "$warm")]
        head = plain("  ").join([plain(title, "bold"), *(part for part in quiet if part.plain)])
        rows = [head, plain(about, "$quiet")]
        return plain("\n").join([*rows, plain("")] if self._airy else rows)
