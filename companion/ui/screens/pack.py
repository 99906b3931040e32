"""One homework: its tasks and reflections, to take, to make tiny, to leave out, to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.text import one_line
from companion.services.homework import Became, may
from companion.services.homework_sentences import Look, PackLine, path_says, task_lines
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.walking import Walking
from companion.ui.widgets.button import Button
from companion.ui.widgets.fitting import two_columns
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.pack_text import PackText, SaidLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.path import ReflectionPath
    from companion.services.homework import Proposed
    from companion.ui.context import Context

_ON_A_TASK = ("take", "tiny", "leave")
_SAID = {"take": "homework.taken", "tiny": "homework.tiny_taken", "leave": "homework.left"}


class PackScreen(NotebookScreen[None]):
    """Lists what is in it; the one under the cursor is shown below in more words."""

    CSS_PATH = "pack.tcss"
    AUTO_FOCUS = "#pack-items"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "pack.begin", "pack.take", "pack.tiny", "pack.leave"
    )

    def __init__(self, context: Context, pack_id: str) -> None:
        """Take what it works with.

        Args:
            context: What the open notebook offers.
            pack_id: The homework.
        """
        super().__init__(context)
        self._homework = context.open.homework
        self._pack_id = pack_id
        self._tasks: list[Proposed] = []
        self._paths: tuple[ReflectionPath, ...] = ()
        self._once = Once(self)
        self._walking = Walking(self)

    def compose(self) -> ComposeResult:
        """A list, more about the one under its cursor, and the buttons."""
        yield Masthead(self.say("homework.title"))
        with Vertical(classes="body"):
            yield OptionList(id="pack-items", markup=False)
            yield PackText()
        yield SaidLine()
        with Horizontal(id="pack-buttons"):
            for name in ("begin", *_ON_A_TASK):
                kind = "-primary" if name in {"begin", "take"} else ""
                label = sentence(self.words, f"homework_room.{name}")
                yield Button(label, id=f"pack-{name}", classes=kind, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def on_resize(self) -> None:
        """Draw the lines for the new width."""
        self.call_after_refresh(self._draw)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A task can be taken, made tiny and left out; a reflection begun."""
        del parameters
        if action in _ON_A_TASK:
            return self._proposed is not None and may(self._proposed, action)
        return action != "begin" or self._path is not None

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read what there is and show it."""
        try:
            kept = await self.context.in_order(self._homework.get, self._pack_id)
            self._tasks = await self.context.in_order(self._homework.tasks, kept)
        except CompanionError as error:
            self.tell_error(error)
            return
        self._paths = kept.pack.paths
        self.query_one(Masthead).retitle(kept.pack.title, kept.pack.author)
        self._draw()

    @on(OptionList.OptionSelected, "#pack-items")
    def choose(self) -> None:
        """Begin the reflection under the cursor, or take the task."""
        if self._path is not None:
            self.action_begin()
        elif self.check_action("take", ()):
            self.action_take()

    def action_begin(self) -> None:
        """Begin the reflection under the cursor."""
        path = self._path
        if path is not None:
            self._once(lambda: self._walking.set_out(path.id))

    def action_take(self) -> None:
        """Take the task among what the two agreed."""
        self._do("take")

    def action_tiny(self) -> None:
        """Take its tiny version, or make it tiny."""
        self._do("tiny")

    def action_leave(self) -> None:
        """Leave it out."""
        self._do("leave")

    @on(OptionList.OptionHighlighted, "#pack-items")
    def show_item(self) -> None:
        """Say more about the one under the cursor, and offer what can be done with it."""
        self.query_one(PackText).show(self._more())
        for name in ("begin", *_ON_A_TASK):
            button = self.query_one(f"#pack-{name}")
            button.display = self.check_action(name, ()) is True
        self.refresh_bindings()

    @property
    def _at(self) -> int:
        index = self.query_one("#pack-items", OptionList).highlighted
        return -1 if index is None else index

    @property
    def _proposed(self) -> Proposed | None:
        return self._tasks[self._at] if 0 <= self._at < len(self._tasks) else None

    @property
    def _path(self) -> ReflectionPath | None:
        index = self._at - len(self._tasks)
        return self._paths[index] if 0 <= index < len(self._paths) else None

    def _do(self, what: str) -> None:
        task = self._proposed
        if task is not None and may(task, what):
            self._once(lambda: self._done(task.task.id, what))

    async def _done(self, task_id: str, what: str) -> None:
        if what == "leave":
            await self.context.in_order(self._homework.leave, self._pack_id, task_id)
        else:
            call, tiny = self._homework.take, what == "tiny"
            await self.context.in_order(call, self._pack_id, task_id, tiny=tiny)
        self.query_one(SaidLine).show(self.say(_SAID[what]))
        self.query_one("#pack-items").focus()  # the button that was pressed may be gone
        self.look()

    def _more(self) -> tuple[PackLine, ...]:
        if self._path is not None:
            says = path_says(self.words, self._path)
            return (PackLine(Look.TITLE, says), PackLine(Look.MORE, self._path.about))
        if self._proposed is None:
            return ()
        first, *more = task_lines(self.words, self._proposed.task)
        return (PackLine(Look.TITLE, first.text), *more)

    def _draw(self) -> None:
        """Draw the rows; the cursor stays where it is."""
        listed = self.query_one("#pack-items", OptionList)
        at = max(self._at, 0)
        width = listed.scrollable_content_region.width or self.app.size.width
        states = [self.say(f"homework.became.{one}") for one in Became]
        rows = [(_now(one), self.say(f"homework.became.{one.became}")) for one in self._tasks]
        rows += [(path_says(self.words, path), "") for path in self._paths]
        listed.set_options(Option(two_columns(*row, states, width)) for row in rows)
        listed.highlighted = min(at, len(rows) - 1) if rows else None
        self.show_item()


def _now(one: Proposed) -> str:
    """A task as it is by now: in the person's own words, once it was taken."""
    return one_line(one.agreed.now if one.agreed else "") or one.task.what
