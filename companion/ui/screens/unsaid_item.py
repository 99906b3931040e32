"""One thing in the Unsaid drawer: its words, where it stands, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.errors import UnknownReflectionError
from companion.domain.ladder import Rung, Size
from companion.domain.undoing import Deed
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.bring_as import WRITTEN, BringAsScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.walking import Walking
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.ladder_line import LadderLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.reading import Reading
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from companion.domain.ladder import Unsaid
    from companion.ui.context import Context

_BUTTONS = ("down", "up", "rehearse", "bring_as", "said", "read", "let_go")
_ROOM_FOR_ALL_BUTTONS = 120  # columns


class UnsaidItemScreen(NotebookScreen[None]):
    """Shows one thing; it closes by itself once that is in the drawer no longer."""

    CSS_PATH = "unsaid_item.tcss"
    AUTO_FOCUS = "LadderLine"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *(f"unsaid_item.{name}" for name in ("up", "down", "rehearse", "bring_as", "said", "read")),
        "unsaid_item.let_go",
        *(f"unsaid_item.{rung}" for rung in ("keep", "maybe", "try_words", "bring")),
        KEY,
    )

    def __init__(self, context: Context, answer_id: str) -> None:
        """Take the thing to show.

        Args:
            context: What the open notebook offers.
            answer_id: The answer it is.
        """
        super().__init__(context)
        self._answer_id = answer_id
        self._item: Unsaid | None = None
        self._ticked = False
        self._once = Once(self)
        self._walking = Walking(self)
        self._undoing = Undoing(self, Deed.RUNG, again=self._back, about=answer_id)

    def compose(self) -> ComposeResult:
        """The ladder, the words, and what belongs to them."""
        yield Masthead(self.say("unsaid.title"))
        with Reading(classes="body"):
            yield LadderLine(self.words)
            yield Static("", id="means", classes="quiet prose")
            never = sentence(self.words, "unsaid_item.never")
            yield Static(never, id="never", classes="quiet prose")
            yield Static("", id="question", classes="quiet prose")
            yield Static("", id="unsaid-text", classes="prose")
            yield Static("", id="from", classes="quiet prose")
            for part in ("brings", "after"):
                with Vertical(id=f"part-{part}", classes="part"):
                    yield Static("", classes="label quiet prose")
                    yield Static("", classes="said prose")
        yield UndoLine()
        with Horizontal(id="unsaid-item-buttons"):
            for name in _BUTTONS:
                label = sentence(self.words, f"unsaid_item.button.{name}")
                yield Button(label, id=name, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show nothing until it was read."""
        self.query_one(Reading).display = False

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self._once(self._look)

    def on_resize(self) -> None:
        """Give the buttons two rows where one is too short."""
        self.set_class(self.app.size.width < _ROOM_FOR_ALL_BUTTONS, "-tight")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing goes above the highest rung or below the lowest; not all can be brought."""
        item = self._item
        if action == "to":
            return item is not None and Rung(str(parameters[0])) in item.rungs
        if action in {"up", "down"}:
            by = 1 if action == "up" else -1
            return item is not None and item.next_rung(by) is not item.standing.rung
        if action == "bring_as":
            return item is not None and item.may_be_brought
        if action not in _BUTTONS:
            return self._undoing.may(action)
        return item is not None

    def action_up(self) -> None:
        """Go one rung up."""
        self._step(1)

    def action_down(self) -> None:
        """Go one rung down."""
        self._step(-1)

    def action_to(self, rung: str) -> None:
        """Go to a rung."""
        self._once(lambda: self._move(Rung(rung)))

    def action_said(self) -> None:
        """Say that it was said, and what came after."""
        self._once(lambda: self._move(Rung.SAID))

    def action_rehearse(self) -> None:
        """Try words for it."""
        self._once(self._rehearse)

    def action_bring_as(self) -> None:
        """Choose the words that would be brought."""
        self._once(self._bring_as)

    def action_undo(self) -> None:
        """Go back to the rung where it stood."""
        self._undoing.begin()

    def action_read(self) -> None:
        """Open the entry it is from."""
        self._once(self._read)

    def action_let_go(self) -> None:
        """Let it go for good; the drawer can bring it back until it is locked."""
        self._once(self._let_go)

    @on(LadderLine.Pressed)
    def go(self, event: LadderLine.Pressed) -> None:
        """Go to the rung that was pressed."""
        item = self._item
        if item is not None and event.rung in item.rungs:
            self._once(lambda: self._move(event.rung))

    def _step(self, by: int) -> None:
        item = self._item
        if item is not None and item.next_rung(by) is not item.standing.rung:
            self._once(lambda: self._move(item.next_rung(by)))

    async def _move(self, rung: Rung) -> None:
        item, was_ticked = self._item, self._ticked
        if item is None:
            return
        if rung is not item.standing.rung:
            await self.context.in_order(self.context.open.deeds.move_rung, item.answer_id, rung)
            await self._look()
            self._tell_if_off(was_ticked=was_ticked)
        if rung is Rung.SAID:
            await self._happened()

    async def _happened(self) -> None:
        from companion.ui.screens.happened import HappenedScreen

        if self._item is not None:
            await self.app.push_screen_wait(HappenedScreen(self.context, self._item))
            await self._look()

    async def _rehearse(self) -> None:
        from companion.ui.screens.rehearse import RehearseScreen

        was_ticked = self._ticked
        if self._item is not None:
            screen = RehearseScreen(self.context, self._item, ticked=was_ticked)
            await self.app.push_screen_wait(screen)
            await self._look()
            self._tell_if_off(was_ticked=was_ticked)

    async def _bring_as(self) -> None:
        item, was_ticked = self._item, self._ticked
        if item is None:
            return
        asked = BringAsScreen(self.words, item, ticked=was_ticked)
        chosen = await self.app.push_screen_wait(asked)
        if chosen is not None:
            size = None if chosen == WRITTEN else Size(chosen)
            drawer = self.context.open.drawer
            await self.context.in_order(drawer.bring_as, item.answer_id, size)
            await self._look()
            self._tell_if_off(was_ticked=was_ticked)

    async def _read(self) -> None:
        from companion.ui.screens.entry import EntryScreen

        if self._item is not None:
            entry = EntryScreen(self.context, self._item.origin.reflection_id)
            walk = await self.app.push_screen_wait(entry)
            if walk is not None:
                await self._walking.go(walk)
            await self._look()

    async def _let_go(self) -> None:
        item = self._item
        if item is not None:
            call, entry_id = self.context.open.deeds.let_go, item.origin.reflection_id
            await self.context.in_order(call, entry_id, item.answer_id)
            await self._look()

    def _tell_if_off(self, *, was_ticked: bool) -> None:
        if was_ticked and not self._ticked:
            self.tell(self.say("unsaid_item.no_longer"))

    def _back(self) -> None:
        self._once(self._look)

    async def _look(self) -> None:
        """Read it and show it; where it is gone, that closes the screen."""
        opened, in_order = self.context.open, self.context.in_order
        try:
            item = await in_order(opened.drawer.item, self._answer_id)
            desk = await in_order(opened.pages.desk)
        except UnknownReflectionError:
            if self.is_current:
                self.dismiss(None)
            return
        self._ticked = any(line.answer_id == item.answer_id for line in desk.lines)
        self._item = item
        self._show(item)

    def _show(self, item: Unsaid) -> None:
        clock, origin, rung = self.context.house.clock, item.origin, item.standing.rung
        day = short_day(self.words, clock, origin.happened_at)
        self.query_one(Masthead).retitle(self.say("unsaid.title"), day)
        self.query_one(LadderLine).show(rung, item.rungs)
        means = "ticked" if self._ticked else str(rung)
        self._write("means", sentence(self.words, f"unsaid_item.means.{means}"))
        self.query_one("#never").display = not item.may_be_brought
        self._write("question", plain(origin.prompt))
        self._write("unsaid-text", plain(item.text))
        self._write("from", plain(origin.title))
        self._show_parts(item)
        self._show_buttons(item)
        self.query_one(Reading).display = True
        if self.is_current and (self.focused is None or not self.focused.display):
            self.query_one(LadderLine).focus()
        self._undoing.show()

    def _show_parts(self, item: Unsaid) -> None:
        """What would be brought, and what came after; what nobody wrote is left out."""
        standing = item.standing
        size = self.say(f"unsaid_item.size.{standing.brings or WRITTEN}")
        self._write("part-brings .label", sentence(self.words, "unsaid_item.brings", size=size))
        # As it was written it stands above already.
        self._write("part-brings .said", plain(item.words_to_bring if standing.brings else ""))
        self.query_one("#part-brings").display = item.may_be_brought and (
            standing.brings is not None or standing.rung is Rung.BRING
        )
        became = standing.became
        label = sentence(self.words, f"happened.option.{became}") if became else plain("")
        self._write("part-after .label", label)
        self._write("part-after .said", plain(standing.after))
        told = became is not None or bool(standing.after)
        self.query_one("#part-after").display = told and standing.rung is Rung.SAID

    def _show_buttons(self, item: Unsaid) -> None:
        for name, by in (("down", -1), ("up", 1)):
            self.query_one(f"#{name}").disabled = item.next_rung(by) is item.standing.rung
        self.query_one("#bring_as").display = item.may_be_brought
        said = "after" if item.standing.rung is Rung.SAID else "said"
        self.query_one("#said", Button).label = sentence(self.words, f"unsaid_item.button.{said}")

    def _write(self, where: str, text: Content) -> None:
        line = self.query_one(f"#{where}", Static)
        line.update(text)
        line.display = bool(text.plain)
