"""What the two agreed to try: in the person's words, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.path_ids import TASK
from companion.domain.undoing import Deed
from companion.services.short_days import short_day
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.task_view import TaskView, drawn
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.task import Task
    from companion.domain.walk import Walk
    from companion.ui.context import Context

_ON_A_TASK = ("went", "tiny", "change", "read", "drop")
_WHILE_OPEN = ("tiny", "drop")  # of what is settled there is nothing left to make smaller

_ROOM_FOR_ALL_BUTTONS = 78  # columns


class TasksScreen(NotebookScreen[None]):
    """Lists tasks, those that are open first; the one under the cursor is shown below."""

    CSS_PATH = "tasks.tcss"
    AUTO_FOCUS = "#tasks"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        KEY, "tasks.add", "tasks.went", "tasks.tiny", "tasks.change", "tasks.read", "tasks.drop"
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._tasks: list[Task] = []
        self._at = ""
        self._once = Once(self)
        self._undoing = Undoing(self, Deed.TASK_DROPPED, again=self.look)

    def compose(self) -> ComposeResult:
        """A list, the task under its cursor, and the buttons."""
        yield Masthead(self.say("tasks.title"))
        with Vertical(classes="body"):
            yield Static(sentence(self.words, "tasks.none"), id="no-tasks", classes="prose")
            yield LineList(id="tasks")
            yield TaskView(self.words)
        yield UndoLine()
        with Horizontal(id="tasks-buttons"):
            for name in ("add", *_ON_A_TASK):
                label = sentence(self.words, f"tasks.{name}")
                yield Button(label, id=name, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show nothing until it was read what there is."""
        self._show([])
        self.query_one("#no-tasks").display = False

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def on_resize(self) -> None:
        """The buttons take two rows where one is too short."""
        self.set_class(self.app.size.width < _ROOM_FOR_ALL_BUTTONS, "-tight")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are no tasks, one can only be added."""
        del parameters
        task = self._here
        if action in _WHILE_OPEN:
            return task is not None and not task.is_settled
        if action not in _ON_A_TASK:
            return self._undoing.may(action)
        return task is not None

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read the tasks and show them."""
        try:
            found = await self.context.in_order(self.context.open.agreed.tasks)
        except CompanionError as error:
            self.tell_error(error)
        else:
            self._show(found)
            if self.is_current and not (self.focused and self.focused.display):
                self.query_one("#tasks" if found else "#add").focus()

    def action_add(self) -> None:
        """Put another task into words, or go on with one that was begun."""
        self._once(self._add)

    def action_went(self) -> None:
        """Say what became of the task."""
        self._walk_on(self.context.open.agreed.how_it_went)

    def action_tiny(self) -> None:
        """Make the task smaller."""
        self._walk_on(self.context.open.agreed.make_tiny)

    def action_change(self) -> None:
        """Put the task into other words."""
        self._walk_on(self.context.open.agreed.change_task)

    @on(OptionList.OptionSelected, "#tasks")
    def action_read(self) -> None:
        """Open the entry that holds the task."""
        task = self._here
        if task is not None:
            self._once(lambda: self._read(task))

    def action_drop(self) -> None:
        """Let the task drop."""
        task = self._here
        if task is not None and not task.is_settled:
            self._once(lambda: self._drop(task))

    def action_undo(self) -> None:
        """Take up again what was let drop last."""
        self._undoing.begin()

    @on(OptionList.OptionHighlighted, "#tasks")
    def show_task(self) -> None:
        """Show the task under the cursor."""
        task = self._here
        self._at = task.id if task else ""
        clock = self.context.house.clock
        day = short_day(self.words, clock, task.agreed_at) if task else ""
        self.query_one(TaskView).show(task, day)
        for name in _WHILE_OPEN:
            self.query_one(f"#{name}").disabled = task is None or task.is_settled
        self.refresh_bindings()

    @property
    def _here(self) -> Task | None:
        index = self.query_one("#tasks", OptionList).highlighted
        return self._tasks[index] if index is not None and index < len(self._tasks) else None

    def _walk_on(self, call: Callable[[str], Walk]) -> None:
        task = self._here
        if task is not None:
            self._once(lambda: self._walk(call, task.id))

    async def _add(self) -> None:
        opened, in_order = self.context.open, self.context.in_order
        draft = await in_order(opened.reflecting.draft_of, TASK)
        if draft is None:
            await self._walk(opened.agreed.new_task)
        else:
            self.tell(self.say("tasks.resumed"))
            await self._walk(opened.reflecting.resume, draft.id)

    async def _walk(self, call: Callable[..., Walk], *task_id: str) -> None:
        from companion.ui.screens.reflect import ReflectScreen

        walk = await self.context.in_order(call, *task_id)
        kept = await self.app.push_screen_wait(ReflectScreen(self.context, walk))
        if kept is not None:
            self._at = kept
            self.look()

    async def _read(self, task: Task) -> None:
        from companion.ui.screens.entry import EntryScreen

        walk = await self.app.push_screen_wait(EntryScreen(self.context, task.id))
        if walk is not None:
            await self._walk(lambda: walk)

    async def _drop(self, task: Task) -> None:
        await self.context.in_order(self.context.open.deeds.drop_task, task.id)
        self.query_one("#tasks").focus()
        self.look()

    def _show(self, found: list[Task]) -> None:
        self._tasks = found
        self.query_one("#tasks").display = bool(found)
        self.query_one("#no-tasks").display = not found
        for name in _ON_A_TASK:
            self.query_one(f"#{name}").display = bool(found)
        self._draw()
        self.show_task()
        self._undoing.show()

    @on(LineList.Widened)
    def _draw(self) -> None:
        """Draw the lines; the cursor stays on its task, wherever that stands now."""
        listed = self.query_one(LineList)
        before, ids = listed.highlighted or 0, [task.id for task in self._tasks]
        lines = [drawn(self.words, task, listed.room) for task in self._tasks]
        at = self._at
        listed.set_options([Option(line, id=one) for line, one in zip(lines, ids, strict=True)])
        index = ids.index(at) if at in ids else min(before, len(ids) - 1)
        listed.highlighted = index if ids else None
