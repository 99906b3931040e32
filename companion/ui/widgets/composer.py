"""The list of what could be on the page, under the page's own headings, with a cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from companion.domain.page import CAPS, PAGE_WORDS, Excess, Section
from companion.services.page.excess_sentences import said_over
from companion.ui.widgets.line_row import LineRow, SectionHead

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widget import Widget

    from companion.services.page.composing import Composing, Row
    from companion.services.ports.content import Words

_PAGEFUL = 5


class Composer(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Draws what is ticked; what to do with it is the screen's business."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", f"step({-_PAGEFUL})", show=False),
        Binding("pagedown", f"step({_PAGEFUL})", show=False),
        Binding("home", "step(-100000)", show=False),
        Binding("end", "step(100000)", show=False),
    ]
    DEFAULT_CSS = """
    Composer {
        width: 100%; height: 1fr; scrollbar-size-vertical: 1;
        & SectionHead { margin: 1 0 0 0; }
        & SectionHead.-first { margin: 0; }
        & .-here { background: $raised; }
    }
    """

    class BoxPressed(Message):
        """The mouse pressed a row's box; the cursor is on that row now."""

    def __init__(self, words: Words) -> None:
        """Take the interface's language; the rows come with `fill`."""
        super().__init__()
        self._words = words
        self._heads: dict[Section, SectionHead] = {}
        self._rows: dict[str, LineRow] = {}
        self._order: list[str] = []
        self._at = ""

    @property
    def here(self) -> Row | None:
        """The row the cursor is on; none if there are no rows."""
        found = self._rows.get(self._at)
        return found.row if found else None

    async def fill(self, composing: Composing, headings: str) -> None:
        """Make the rows, once.

        Args:
            composing: What could be ticked, and what is.
            headings: The area of the sentences that are the page's headings.
        """
        self._heads = {
            section: SectionHead(self._words.say(f"{headings}.{section}")) for section in Section
        }
        self._rows = {row.id: LineRow(self._words, row) for row in composing.rows()}
        await self.mount(*self._heads.values(), *self._rows.values())
        self.show(composing)
        self._go_to(self._order[0] if self._order else "")

    def show(self, composing: Composing) -> None:
        """Draw what is ticked now, every row where it stands; the cursor stays on its line."""
        over = {one.section: one for one in composing.over}
        places: dict[Widget, int] = {}
        self._order = []
        for section, head in self._heads.items():
            rows = composing.rows(section)
            head.display = bool(rows)
            head.set_class(not self._order, "-first")
            places[head] = len(places)
            head.fill(self._fullness(composing, section, over), over=section in over)
            for row in rows:
                self._rows[row.id].show(row)
                places[self._rows[row.id]] = len(places)
                self._order.append(row.id)
        self.sort_children(key=lambda child: places.get(child, 0))
        self.call_after_refresh(self._reveal)

    def toggle_source(self, text: str) -> None:
        """Show where the line under the cursor is from, or hide it."""
        if self._at in self._rows:
            self._rows[self._at].toggle_source(text)
            self.call_after_refresh(self._reveal)

    def action_step(self, by: int) -> None:
        """Move the cursor by some rows."""
        if self._order:
            index = self._order.index(self._at) + by
            self._go_to(self._order[min(max(index, 0), len(self._order) - 1)])

    @on(LineRow.Pressed)
    def _pressed(self, event: LineRow.Pressed) -> None:
        event.stop()
        self._go_to(event.row.row.id)
        if event.box:
            self.post_message(self.BoxPressed())

    def _go_to(self, answer_id: str) -> None:
        self._at = answer_id
        for one, row in self._rows.items():
            row.mark_here(here=one == answer_id)
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        row = self._rows.get(self._at)
        if row is None:
            return
        if self._order[0] == self._at:
            self.scroll_home(animate=False)
            return
        first = next(
            (one for one in self._order if self._rows[one].row.section is row.row.section), ""
        )
        if first == self._at:
            self.scroll_to_widget(self._heads[row.row.section], animate=False)
        self.scroll_to_widget(row, animate=False)

    def _fullness(
        self, composing: Composing, section: Section, over: dict[Section | None, Excess]
    ) -> str:
        if section in over:
            helps = "help_lines" if over[section].lines else "help_words"
            said = said_over(self._words, over[section])
            return self._words.say(f"composer.over.{helps}", over=said)
        words = composing.section_words(section)
        key = "composer.words" if words else "composer.room"
        return self._words.say(key, words=words, cap=CAPS[section].total)


def said_total(words: Words, composing: Composing) -> str:
    """How many words are on the page, and how many too many; nothing where none is meant.

    Args:
        words: The interface's language.
        composing: What is ticked.
    """
    if composing.nothing:
        return ""
    gaps: dict[str, str | int] = {"words": composing.words, "cap": PAGE_WORDS}
    for over in composing.over:
        if over.section is None:
            return words.say("composer.total_over", over=said_over(words, over), **gaps)
    return words.say("composer.total", **gaps)
