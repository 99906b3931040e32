"""The guide, read in the app: its topics, and one page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from companion.domain.guide_text import blocks, program, title
from companion.ui.content import plain
from companion.ui.keys import bindings
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.fitting import fit
from companion.ui.widgets.guide_page import GuidePage
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.guide_text import Block
    from companion.ui.context import Context

_PAGE_BESIDE = 100  # from so many columns on the page stands beside the list
_GAP = 3  # cells between a title and what the page is about
_FRAME = 6  # cells around the list that hold no words
_LEAST = 36  # cells; in less, what a page is about can't be said
_PAGE = "-reading"  # the class of the screen while a page is read where both have no room


class GuideScreen(NotebookScreen[None]):
    """Topics beside the page, or one after the other where the window is narrow."""

    CSS_PATH = "guide.tcss"
    AUTO_FOCUS = "#topics"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "guide.part",
        "guide.part_before",
        "guide.after",
        "guide.save",
        "guide.before",
        "guide.topics",
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._guide = context.house.guide
        self._topics = self._guide.topics()
        self._shown = ""

    def compose(self) -> ComposeResult:
        """The list and the page."""
        yield Masthead(self.say("guide_room.title"))
        with Horizontal(classes="body"):
            options = [Option(plain(self._title(topic)), id=topic) for topic in self._topics]
            yield OptionList(*options, id="topics", markup=False)
            yield GuidePage(id="guide-page")
        yield KeyLine(self.words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no page before the first, and none after the last."""
        del parameters
        seen = self.query_one("#guide-page").display
        match action:
            case "before" | "after":
                return seen and self._beside(-1 if action == "before" else 1) is not None
            case "part" | "part_before":
                return seen
            case "save":
                leaflets = self.context.house.leaflets()
                return leaflets is not None and leaflets.can_print(self._shown)
            case "topics":
                return self._is_reading
        return True

    def on_mount(self) -> None:
        """Say of each page what it is about."""
        self._describe()

    def on_resize(self) -> None:
        """The page may have come into sight, or gone out of it; lines may be longer now."""
        self._describe()
        self.refresh_bindings()

    @on(OptionList.OptionHighlighted, "#topics")
    def look(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page beside the list, as one goes through it."""
        self._show(event.option_id or "")

    @on(OptionList.OptionSelected, "#topics")
    def read(self) -> None:
        """Go into the page."""
        self.add_class(_PAGE)
        self.query_one("#guide-page").focus()
        self.refresh_bindings()

    def action_topics(self) -> None:
        """Go back to the list."""
        self.remove_class(_PAGE)
        self.query_one("#topics").focus()
        self.refresh_bindings()

    def action_back(self) -> None:
        """From the page to the list, from there to where one came from."""
        if self._is_reading:
            self.action_topics()
        else:
            self.dismiss(None)

    def action_part(self) -> None:
        """Go to the next heading of the page."""
        self.query_one(GuidePage).go_to_part(1)

    def action_part_before(self) -> None:
        """Go to the heading before."""
        self.query_one(GuidePage).go_to_part(-1)

    def action_save(self) -> None:
        """Save the page, or the sheet it speaks of, as a PDF."""
        from companion.ui.screens.save_leaflet import SaveLeafletScreen

        leaflets = self.context.house.leaflets()
        if leaflets is not None:
            self.app.push_screen(SaveLeafletScreen(self.context, leaflets, self._shown))

    def action_before(self) -> None:
        """Read the page before."""
        self._turn(-1)

    def action_after(self) -> None:
        """Read the next page."""
        self._turn(1)

    @property
    def _is_reading(self) -> bool:
        return self.has_class(_PAGE)

    def _beside(self, by: int) -> int | None:
        if self._shown not in self._topics:
            return None
        index = self._topics.index(self._shown) + by
        return index if 0 <= index < len(self._topics) else None

    def _turn(self, by: int) -> None:
        index = self._beside(by)
        if index is not None:
            self.query_one("#topics", OptionList).highlighted = index

    @work(exit_on_error=False, group="show", exclusive=True)
    async def _show(self, topic: str) -> None:
        if topic == self._shown:
            return
        self._shown = topic
        await self.query_one("#guide-page", GuidePage).show(self._blocks(topic))
        self.refresh_bindings()

    def _blocks(self, topic: str) -> list[Block]:
        text = self._guide.page(topic)
        return program(text) if self._guide.is_program(topic) else blocks(text)

    def _title(self, topic: str) -> str:
        """What the page itself is called; a program has no heading, and has its own name."""
        return title(self._blocks(topic)) or self.say(f"guide_room.{topic}")

    def _describe(self) -> None:
        """Let what each page is about stand beside its title, where the list has the room."""
        topics = self.query_one("#topics", OptionList)
        titles = {topic: self._title(topic) for topic in self._topics}
        widest = max(map(cell_len, titles.values()), default=0) + _GAP
        room = self.app.size.width - widest - _FRAME
        beside = self.app.size.width >= _PAGE_BESIDE or room < _LEAST
        for topic, said in titles.items():
            about = "" if beside else fit(self.say(f"guide.{topic}"), room)
            gap = " " * (widest - cell_len(said)) if about else ""
            prompt = Content.assemble(plain(said), gap, plain(about, "$quiet"))
            topics.replace_option_prompt(topic, prompt)
