"""Several therapies, kept apart: turn to one, begin one, name, close or open one again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.text import excerpt
from companion.domain.undoing import Deed
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.confirm import NO, YES, AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.journey_name import BeginJourneyScreen, RenameJourneyScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.journey import Journey
    from companion.ui.context import Context

_BUTTONS = ("turn", "begin", "rename", "close", "reopen", "book")
_SHOWN = 36  # characters of a name within a sentence


class JourneysScreen(NotebookScreen[None]):
    """Lists therapies in the order they were begun; turning to one leads home."""

    CSS_PATH = "journeys.tcss"
    AUTO_FOCUS = "#journeys"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        KEY, *(f"journeys.{name}" for name in _BUTTONS)
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._journeys: list[Journey] = []
        self._open_id = ""
        self._typed = ""
        self._once = Once(self)
        self._undoing = Undoing(self, Deed.JOURNEY_CLOSED, again=self.look)

    def compose(self) -> ComposeResult:
        """A list above its buttons."""
        yield Masthead(self.say("journeys.title"))
        with Vertical(classes="body"):
            about = sentence(self.words, "journeys.about")
            yield Static(about, id="journeys-about", classes="prose quiet")
            yield OptionList(id="journeys", markup=False)
        yield UndoLine()
        with Horizontal(id="journeys-buttons"):
            for name in _BUTTONS:
                label = sentence(self.words, f"journeys.{name}")
                yield Button(label, id=name, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show what there is."""
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What goes on can be closed, what is closed opened again."""
        del parameters
        journey = self._here
        match action:
            case "turn" | "rename" | "book":
                return journey is not None
            case "close":
                return journey is not None and not journey.is_closed
            case "reopen":
                return journey is not None and journey.is_closed
        return self._undoing.may(action)

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read the therapies and show them; the cursor stays, or is on the one of home."""
        journeys = self.context.open.journeys
        try:
            found = await self.context.in_order(journeys.all)
            opened = await self.context.in_order(lambda: journeys.open)
        except CompanionError as error:
            self.tell_error(error)
            return
        here = self._here
        self._journeys, self._open_id = found, opened.id
        self._draw(here.id if here else opened.id)
        self._undoing.show()

    @on(OptionList.OptionSelected, "#journeys")
    def action_turn(self) -> None:
        """Turn to the therapy, and go home to it."""
        journey = self._here
        if journey is not None:
            self._once(lambda: self._turn(journey))

    def action_begin(self) -> None:
        """Begin another therapy."""
        self._once(self._begin)

    def action_rename(self) -> None:
        """Call the therapy something else."""
        journey = self._here
        if journey is not None:
            self._once(lambda: self._rename(journey))

    def action_close(self) -> None:
        """Close the therapy, after a question."""
        journey = self._here
        if journey is not None and not journey.is_closed:
            self._once(lambda: self._close(journey))

    def action_reopen(self) -> None:
        """Open the closed therapy again."""
        journey = self._here
        if journey is not None and journey.is_closed:
            self._once(lambda: self._reopen(journey))

    def action_book(self) -> None:
        """Put the book of the therapy together."""
        from companion.ui.screens.book import BookScreen

        journey = self._here
        if journey is not None:
            self.app.push_screen(BookScreen(self.context, journey.id))

    def action_undo(self) -> None:
        """Open again what was closed last."""
        self._undoing.begin()

    @on(OptionList.OptionHighlighted, "#journeys")
    def show_buttons(self) -> None:
        """Offer what can be done with the therapy under the cursor."""
        listed = self.query_one("#journeys", OptionList)
        for name in _BUTTONS:
            button = self.query_one(f"#{name}")
            had_focus = button.has_focus
            button.display = bool(self.check_action(name, ()))
            if had_focus and not button.display:
                listed.focus()
        self.refresh_bindings()

    @property
    def _here(self) -> Journey | None:
        index = self.query_one("#journeys", OptionList).highlighted
        there = index is not None and index < len(self._journeys)
        return self._journeys[index] if index is not None and there else None

    async def _turn(self, journey: Journey) -> None:
        if journey.id != self._open_id:
            await self.context.in_order(self.context.open.journeys.turn_to, journey.id)
            self.tell(self.say("journeys.turned", name=self._called(journey)))
        self.dismiss(None)

    async def _begin(self) -> None:
        journeys = self.context.open.journeys

        async def begin(name: str) -> None:
            await self.context.in_order(journeys.begin, name)

        def remember(name: str) -> None:
            self._typed = name

        screen = BeginJourneyScreen(self.words, self._typed, begin, remember)
        if await self.app.push_screen_wait(screen):
            self.tell(self.say("journeys.begun"))
            self.dismiss(None)

    async def _rename(self, journey: Journey) -> None:
        journeys = self.context.open.journeys

        async def rename(name: str) -> None:
            await self.context.in_order(journeys.rename, journey.id, name)

        await self.app.push_screen_wait(RenameJourneyScreen(self.words, journey.name, rename))
        self.look()

    async def _close(self, journey: Journey) -> None:
        question = self.say("journeys.sure_close", name=self._called(journey))
        answers = {NO: self.say("journeys.leave_open"), YES: self.say("journeys.close_it")}
        if await self.app.push_screen_wait(AskScreen(self.words, question, answers)) == YES:
            await self.context.in_order(self.context.open.deeds.close_journey, journey.id)
            self.look()

    async def _reopen(self, journey: Journey) -> None:
        await self.context.in_order(self.context.open.journeys.reopen, journey.id)
        self.tell(self.say("journeys.reopened"))
        self.look()

    def _called(self, journey: Journey) -> str:
        """The name, as it stands within a sentence."""
        return excerpt(journey.name, _SHOWN) or self.say("journeys.this_one")

    def _draw(self, at: str) -> None:
        listed = self.query_one("#journeys", OptionList)
        listed.set_options([Option(self._line(one), id=one.id) for one in self._journeys])
        ids = [one.id for one in self._journeys]
        listed.highlighted = ids.index(at) if at in ids else (0 if ids else None)
        self.show_buttons()

    def _line(self, journey: Journey) -> Content:
        clock = self.context.house.clock
        name = journey.name or self.say("journeys.unnamed")
        day = short_day(self.words, clock, journey.started_at)
        said = self.say("journeys.since", day=day)
        if journey.closed_at is not None:
            closed = short_day(self.words, clock, journey.closed_at)
            said = self.say("journeys.closed", day=day, day_closed=closed)
        here = f"  {self.say('journeys.here')}" if journey.id == self._open_id else ""
        return Content.assemble(plain(name), (here, "$warm"), "\n  ", plain(said, "$quiet"))
