"""One entry to read: each question as it was asked, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.errors import CompanionError, UnknownReflectionError
from companion.domain.path import Place
from companion.domain.path_ids import NOTE
from companion.domain.undoing import ABOUT_ENTRIES
from companion.domain.walk import Walk
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.days import moment_within
from companion.ui.entry_dialogs import closes_again, redated, show_earlier, tagged
from companion.ui.entry_view import look_at, offered
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.move_answer import LET_GO, MoveAnswerScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.widgets.answers import Answers
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.answer import Answer
    from companion.ui.context import Context
    from companion.ui.entry_view import EntryView

_GAP = 2  # cells between the title and the day, at least
_ROOM_FOR_ALL_BUTTONS, _ROOM_FOR_FIVE = 100, 76  # columns
_OWN = ("go_on", "change", "place", "earlier", "drawer", "versions", "tags", "day", "remove")
_BUTTONS = ("undo", *_OWN)


class EntryScreen(NotebookScreen[Walk | None]):
    """Reads an entry; its answers can be changed, moved, or let go.

    What is removed here is gone from the disk at once. Until the notebook is locked it is
    held in memory, and can be brought back. Dismissed with the walk to go on with, or none.
    """

    CSS_PATH = "entry.tcss"
    AUTO_FOCUS = "Answers"
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEY, *(f"entry.{one}" for one in _OWN))

    def __init__(self, context: Context, reflection_id: str) -> None:
        """Take the entry to read.

        Args:
            context: What the open notebook offers.
            reflection_id: The entry's id.
        """
        super().__init__(context)
        self._reflection_id = reflection_id
        self._view: EntryView | None = None
        self._once = Once(self)
        self._undoing = Undoing(self, *ABOUT_ENTRIES, again=self._back, about=reflection_id)

    def compose(self) -> ComposeResult:
        """The frame; the entry comes with the first look."""
        yield Masthead("")
        with Vertical(classes="body"):
            yield Static("", id="entry-says", classes="quiet prose")
            yield Answers()
        yield UndoLine()
        with Horizontal(id="entry-buttons"):
            for name in _BUTTONS:
                label = sentence(self.words, f"entry.do.{name}")
                first = "-primary" if name in {"undo", "go_on"} else ""
                yield Button(label, id=name, classes=first, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show no button before it is known what can be done."""
        for button in self.query("#entry-buttons Button"):
            button.display = False
        self._once(self._notice)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def on_resize(self) -> None:
        """Say the day in as many words as there is room for."""
        self.set_class(self.app.size.width < _ROOM_FOR_ALL_BUTTONS, "-tight")
        self.set_class(self.app.size.width < _ROOM_FOR_FIVE, "-slim")
        self._show_head()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with the entry, or with the answer that has the cursor."""
        del parameters
        return action not in _BUTTONS or action in self._offered

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read the entry and show it."""
        try:
            opened, entry_id = self.context.open, self._reflection_id
            self._view = await self.context.in_order(look_at, opened, entry_id)
        except UnknownReflectionError:
            if self._undoing.done is None:
                self.dismiss(None)
                return
            self._view = None
        except CompanionError as error:
            self.tell_error(error)
            return
        await self._show()

    @on(Answers.Moved)
    def offer(self) -> None:
        """Offer what can be done with the answer that has the cursor now."""
        self._show_buttons()

    def action_go_on(self) -> None:
        """Go on with a draft."""
        self._once(self._go_on)

    def action_change(self) -> None:
        """Put the answer that has the cursor into other words."""
        self._once(self._change)

    def action_place(self) -> None:
        """Move the answer that has the cursor."""
        self._once(self._move)

    def action_earlier(self) -> None:
        """Show how the answer that has the cursor read before."""
        self._once(self._show_earlier)

    def action_drawer(self) -> None:
        """Open what is unsaid on its ladder."""
        from companion.ui.screens.unsaid_item import UnsaidItemScreen

        answer = self._here
        if answer is not None:
            self.app.push_screen(UnsaidItemScreen(self.context, answer.id))

    def action_versions(self) -> None:
        """Lay this one beside an earlier one."""
        from companion.ui.screens.side_by_side import SideBySideScreen

        if self._view is not None:
            self.app.push_screen(SideBySideScreen(self.context, self._view.entry.path_id))

    def action_tags(self) -> None:
        """Give the entry tags of one's own."""
        self._once(self._tag)

    def action_day(self) -> None:
        """Say that the entry is about another day."""
        self._once(self._redate)

    def action_remove(self) -> None:
        """Remove the whole entry; it can be brought back until the notebook is locked."""
        self._once(self._take_away)

    def action_undo(self) -> None:
        """Undo what was done to it last."""
        self._undoing.begin()

    async def _go_on(self) -> None:
        resume = self.context.open.reflecting.resume
        self.dismiss(await self.context.in_order(resume, self._reflection_id))

    async def _change(self) -> None:
        from companion.ui.screens.note import NoteScreen
        from companion.ui.screens.reflect import ReflectScreen

        view, answer = self._view, self._here
        if view is None or answer is None:
            return
        if view.entry.path_id == NOTE:
            self.app.push_screen(NoteScreen(self.context, again=view.entry))
            return
        change = self.context.open.reflecting.change
        walk = await self.context.in_order(change, view.entry.id, answer.step_id)
        self.app.push_screen(ReflectScreen(self.context, walk))

    async def _move(self) -> None:
        answer = self._here
        if answer is None:
            return
        chosen = await self.app.push_screen_wait(MoveAnswerScreen(self.words, answer))
        if chosen == LET_GO:
            await self._let_go(answer)
        elif chosen is not None:
            deeds, place = self.context.open.deeds, Place(chosen)
            await self.context.in_order(deeds.move_answer, self._reflection_id, answer.id, place)
            self.look()

    async def _let_go(self, answer: Answer) -> None:
        deeds = self.context.open.deeds
        await self.context.in_order(deeds.let_go, self._reflection_id, answer.id)
        self.look()

    async def _take_away(self) -> None:
        await self.context.in_order(self.context.open.deeds.remove_entry, self._reflection_id)
        self.look()

    def _back(self) -> None:
        self.query_one(Answers).focus()
        self.look()

    async def _show_earlier(self) -> None:
        if self._view is not None and self._here is not None:
            await show_earlier(self, self._view, self._here)

    async def _tag(self) -> None:
        if self._view is not None and await tagged(self, self._view.entry):
            self.look()

    async def _redate(self) -> None:
        if await redated(self, self._reflection_id):
            self.look()

    async def _notice(self) -> None:
        if await closes_again(self, self._reflection_id):
            self.dismiss(None)

    @property
    def _here(self) -> Answer | None:
        return self.query_one(Answers).here

    @property
    def _offered(self) -> frozenset[str]:
        return offered(self._view, self._here, can_undo=self._undoing.done is not None)

    async def _show(self) -> None:
        self._show_head()
        listed, view = self.query_one(Answers), self._view
        if view is None:
            await listed.show(self.words, (), "")
        else:
            answers = view.entry.answers
            asides = {one.id: self._aside(view, one) for one in answers}
            await listed.show(self.words, answers, view.entry.title, asides)
        line = self.query_one("#entry-says", Static)
        line.update(plain(self._says))
        line.display = bool(self._says)
        self._undoing.show()
        self._show_buttons()

    def _show_buttons(self) -> None:
        can = self._offered
        for button in self.query("#entry-buttons Button"):
            button.display = button.id in can
        if self._view is None and self._undoing.done is not None:
            self.query_one("#undo").focus()
        self.refresh_bindings()

    @property
    def _says(self) -> str:
        if self._view is None:
            return ""
        if not self._view.entry.answers:
            return self.say("entry.empty")
        return "  ".join(f"#{tag}" for tag in self._view.entry.tags)

    def _aside(self, view: EntryView, answer: Answer) -> str:
        parts = []
        if answer.id in view.rungs:
            parts.append(self.say(f"unsaid.rung.{view.rungs[answer.id]}"))
        if view.was_changed(answer):
            clock = self.context.house.clock
            day = short_day(self.words, clock, view.wordings[answer.id][0].replaced_at)
            parts.append(self.say("entry.changed", day=day))
        return " · ".join(parts)

    def _show_head(self) -> None:
        head = self.query_one(Masthead)
        if self._view is None:
            head.retitle("")
            return
        entry = self._view.entry
        title = self.say("entry.draft", title=entry.title) if entry.is_draft else entry.title
        room = head.size.width - cell_len(title) - _GAP
        clock = self.context.house.clock
        head.retitle(title, moment_within(self.words, clock, entry.happened_at, room))
