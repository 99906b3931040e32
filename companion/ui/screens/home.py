"""Home: the thread of this interval, one small thing, and what is to be brought."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.path import Form
from companion.domain.path_ids import NOTE
from companion.domain.undoing import ABOUT_SESSIONS
from companion.services.small_thing import BUTTONS, REFUSALS, answer, open_says
from companion.ui.content import plain, sentence
from companion.ui.home_cards import home_cards
from companion.ui.keys import bindings
from companion.ui.rooms import room
from companion.ui.screens.inside import NotebookScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.walking import Walking
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.row_that_fits import IF_THERE_IS_ROOM, RowThatFits
from companion.ui.widgets.thread import Thread
from companion.ui.widgets.to_bring import ToBring
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.home import HomeView
    from companion.ui.context import Context

_ROOM_OF = {
    "choose": "page",
    "move": "sessions",
    "read": "journal",
    "therapies": "journeys",
    "write": "note",
}
# Where some answers lead.


class HomeScreen(NotebookScreen[None]):
    """What is open now. Everything else is one key away."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "home.reflect",
        "home.note",
        "home.unsaid",
        "home.page",
        "home.journal",
        "home.sessions",
        "home.lock",
        "home.begin",
        "home.tasks",
        "home.homework",
        "home.agreement",
        "home.moved",
        "home.rhythm",
        "home.words",
        "home.journeys",
        "home.book",
        "home.exported",
        "home.journey_map",
        "home.keeping",
        "home.audit",
        "home.guide",
        "home.settings",
        "home.look",
        "home.quit",
        KEY,
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._view: HomeView | None = None
        self._furnished: asyncio.Future[None] | None = None
        self.seen = asyncio.Event()
        """Set when it was painted with what is in it, or could not be read."""
        self._walking = Walking(self)
        self._undoing = Undoing(self, *ABOUT_SESSIONS, again=self.look)

    def compose(self) -> ComposeResult:
        """The frame; what is in it comes with the first view."""
        yield Masthead(self.say("app.name"))
        yield VerticalScroll(classes="body", can_focus=False)
        yield UndoLine()
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back; the app has it look first."""
        if self.seen.is_set():
            self.look()

    def on_unmount(self) -> None:
        """Let nobody wait for what is not seen any more."""
        self.seen.set()

    @work(exit_on_error=False, group="look", exclusive=True)
    async def look(self) -> None:
        """See what is open now, and show it."""
        try:
            view = await self.context.in_order(self.context.open.home.view)
        except CompanionError as error:
            self.tell_error(error)
            self.seen.set()
            return
        self._view = view
        with self.app.batch_update():
            await self._show(view)
        self._undoing.show()
        self.call_after_refresh(self.seen.set)

    async def _furnish(self) -> None:
        """Put the thread and the cards into the frame, which is seen sooner without them."""
        own = self.words, self.context.house.clock
        await self.query_one(VerticalScroll).mount(Thread(*own), home_cards(*own))

    async def _show(self, view: HomeView) -> None:
        if self._furnished is None:
            self._furnished = asyncio.ensure_future(self._furnish())
        await asyncio.shield(self._furnished)  # to its end, even if one looks again meanwhile
        clock = self.context.house.clock
        today = clock.local(view.now).date()
        name = self.say("home.in_journey", name=view.journey) if view.journey else ""
        self.query_one(Masthead).retitle(name or self.say("app.name"), self.words.day(today))
        self.query_one(Thread).show(view)
        title, text = open_says(self.words, clock, view)
        self.query_one("#open-title", Static).update(plain(title))
        self.query_one("#open-text", Static).update(plain(text))
        await self._show_buttons(view)
        self.query_one(ToBring).show(view)

    async def _show_buttons(self, view: HomeView) -> None:
        rows = self.query_one(RowThatFits), self.query_one("#open-later", Horizontal)
        for row in rows:
            await row.remove_children()
        names = BUTTONS[view.open.kind]
        for index, name in enumerate(names):
            label = self.say(f"home.button.{name}", minutes=view.open_minutes)
            kind = "-primary" if index == 0 else ""
            await rows[name in REFUSALS].mount(Button(plain(label), id=name, classes=kind))
        if "other" in names:
            write = sentence(self.words, "home.button.write")
            await rows[0].mount(Button(write, id="write", classes=IF_THERE_IS_ROOM))
            rows[0].fit()
        if self.is_current:
            rows[0].query(Button).first().focus(scroll_visible=False)

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Do what the button under the one small thing says."""
        self._do(event.button.id or "")

    def action_begin(self) -> None:
        """Do the one small thing."""
        if self._view is not None:
            self._do(BUTTONS[self._view.open.kind][0])

    def _do(self, name: str) -> None:
        match name:
            case "begin" | "go-on":
                self._begin_open()
            case "look":
                self._look_at_the_page()
            case "other":
                self.action_reflect()
            case "keep-as-is":
                self._finish_draft()
            case "held" | "missed":
                self._settle(name)
            case "homework" | "homework-task":
                self._look_at_homework()
            case _ if name in _ROOM_OF:
                self.action_room(_ROOM_OF[name])
            case _:
                self._choose_rhythm(name)

    def _look_at_the_page(self) -> None:
        from companion.ui.screens.page import PageScreen

        self.app.push_screen(PageScreen(self.context, look=True))

    def _look_at_homework(self) -> None:
        from companion.ui.screens.pack import PackScreen

        if self._view is not None:
            self.app.push_screen(PackScreen(self.context, self._view.open.pack_id))

    def _begin_open(self) -> None:
        if self._view is None:
            return
        found = self._view.open
        if found.draft_id:
            self._go_on(found.draft_id)
        elif found.path_id:
            self._begin(found.path_id)

    @work(exit_on_error=False)
    async def _choose_rhythm(self, name: str) -> None:
        if self._view is None:
            return
        try:
            await self.context.in_order(
                answer, self.context.open.rhythm, self._view.open.kind, name
            )
        except CompanionError as error:
            self.tell_error(error)
        else:
            if name == "never":
                self.tell(self.say("home.never_again"))
        self.look()

    def action_reflect(self) -> None:
        """Choose a reflection, and begin it."""
        self._choose_path()

    def action_room(self, name: str) -> None:
        """Go to one of the rooms.

        Args:
            name: One of `ROOMS`.
        """
        self.app.push_screen(room(name, self.context))

    def action_undo(self) -> None:
        """Undo what was said of a session last."""
        self._undoing.begin()

    async def action_look(self) -> None:
        """Change the colours."""
        await self.run_action("app.look")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Home is where back leads to; there is nothing behind it."""
        del parameters
        return action != "back" and self._undoing.may(action)

    @work(exit_on_error=False)
    async def _choose_path(self) -> None:
        from companion.ui.screens.note import NoteScreen
        from companion.ui.screens.paths import PathsScreen

        chosen = await self.app.push_screen_wait(PathsScreen(self.context))
        if chosen is not None and chosen.path_id == NOTE:
            self.app.push_screen(NoteScreen(self.context, happened_at=chosen.happened_at))
        elif chosen is not None:
            self._begin(*chosen)

    @work(exit_on_error=False)
    async def _begin(
        self, path_id: str, form: Form = Form.FULL, happened_at: datetime | None = None
    ) -> None:
        try:
            await self._walking.set_out(path_id, form, happened_at)
        except CompanionError as error:
            self.tell_error(error)

    @work(exit_on_error=False)
    async def _go_on(self, draft_id: str) -> None:
        try:
            walk = await self.context.in_order(self.context.open.reflecting.resume, draft_id)
            await self._walking.go(walk)
        except CompanionError as error:
            self.tell_error(error)

    @work(exit_on_error=False)
    async def _finish_draft(self) -> None:
        if self._view is None:
            return
        reflecting = self.context.open.reflecting
        try:
            walk = await self.context.in_order(reflecting.resume, self._view.open.draft_id)
            await self.context.in_order(reflecting.finish, walk)
        except CompanionError as error:
            self.tell_error(error)
        self.look()

    @work(exit_on_error=False)
    async def _settle(self, became: str) -> None:
        if self._view is None or self._view.open.session is None:
            return
        deeds = self.context.open.deeds
        call = deeds.held if became == "held" else deeds.missed
        try:
            await self.context.in_order(call, self._view.open.session.number)
        except CompanionError as error:
            self.tell_error(error)
        self.look()
