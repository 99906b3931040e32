"""One agreed task to read: what it is now, and what was written around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.task import TaskState
from companion.ui.content import plain
from companion.ui.widgets.fitting import two_columns

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from companion.domain.task import Task
    from companion.services.ports.content import Words

_PARTS = ("first", "for", "plan", "agreed", "became", "happened", "in-the-way")


def drawn(words: Words, task: Task, width: int) -> Content:
    """A task on one line: what it is now, and in a column at the right what became of it.

    Args:
        words: The interface's language.
        task: The task.
        width: How many cells the line has (1 or more).
    """
    states = {one: words.say(f"tasks.state.{one}") for one in TaskState}
    now = task.now or words.say("tasks.no_words")
    return two_columns(now, states[task.state], [*states.values()], width)


class TaskView(VerticalScroll, can_focus=True):
    """Shows one task; what nobody wrote is left out."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    TaskView {
        width: 100%; max-width: 96; height: 1fr; padding: 0 1; scrollbar-size-vertical: 1;
        border-left: blank;
        &:focus { border-left: outer $cool; }
        .task-part { height: auto; }
        .task-part .label { width: 15; color: $quiet; }
        .task-part .said { width: 1fr; height: auto; }
        #task-now { margin-bottom: 1; }
    }
    .-tiny TaskView {
        padding: 0;
        .task-part { layout: vertical; }
        .task-part .label, .task-part .said { width: 100%; }
    }
    .-low TaskView #task-now { margin: 0; }
    """

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """What it is now above a row for each part."""
        yield Static("", id="task-now", classes="strong prose")
        for part in _PARTS:
            with Horizontal(id=f"part-{part}", classes="task-part"):
                yield Static(plain(self._words.say(f"tasks.line.{part}")), classes="label")
                yield Static("", classes="said")

    def show(self, task: Task | None, day: str = "") -> None:
        """Show a task.

        Args:
            task: The task; none: nothing is shown.
            day: When it was agreed, in words.
        """
        self.display = task is not None
        if task is None:
            return
        now = task.now or self._words.say("tasks.no_words")
        self.query_one("#task-now", Static).update(plain(now))
        for part, said in self._said(task, day).items():
            row = self.query_one(f"#part-{part}")
            row.display = bool(said)
            row.query_one(".said", Static).update(plain(said))
        self.scroll_home(animate=False)

    def _said(self, task: Task, day: str) -> dict[str, str]:
        return {
            "first": task.what if task.tiny else "",
            "for": task.for_what,
            "plan": task.plan,
            "agreed": day,
            "became": self._words.say(f"tasks.state.{task.state}"),
            "happened": task.happened,
            "in-the-way": task.in_the_way,
        }
