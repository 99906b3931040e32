"""The Unsaid drawer: what was not said yet, rung by rung."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.ladder import Rung
from companion.domain.path import Place
from companion.domain.undoing import Deed
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.undoing import KEY, Undoing
from companion.ui.widgets.button import Button
from companion.ui.widgets.fitting import fit
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.ladder import Unsaid
    from companion.ui.context import Context

THROUGH = "through"
"""The group of what was said and got through; it stands after the rungs."""
_GROUPS = (*map(str, Rung), THROUGH)
_GAP = 2  # cells between two columns
_TINY = 60  # columns; below, what an answer became stands in it alone
_LOW = 18  # rows; below, no row stays empty


class UnsaidScreen(NotebookScreen[None]):
    """Lists what is in the drawer by rung, the latest first in each."""

    CSS_PATH = "unsaid.tcss"
    AUTO_FOCUS = "#unsaid"
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEY, "unsaid.read", "unsaid.write")

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._items: dict[str, list[Unsaid]] = {}
        self._at = ""
        self._once = Once(self)
        deeds = (Deed.RUNG, Deed.ANSWER_LET_GO, Deed.ENTRY_REMOVED)
        self._undoing = Undoing(self, *deeds, again=self.look)

    def compose(self) -> ComposeResult:
        """A list above its buttons."""
        yield Masthead(self.say("unsaid.title"))
        with Vertical(classes="body"):
            yield Static(sentence(self.words, "unsaid.none"), id="no-unsaid", classes="prose")
            yield LineList(id="unsaid")
        yield UndoLine()
        with Horizontal(id="unsaid-buttons"):
            for name in ("read", "write"):
                label = sentence(self.words, f"unsaid.{name}")
                yield Button(label, id=name, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show nothing until it was read what there is."""
        self._show({})
        self.query_one("#no-unsaid").display = False

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In an empty drawer there is nothing to open."""
        del parameters
        return bool(self._items) if action == "read" else self._undoing.may(action)

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read the drawer and show it."""
        try:
            found = await self.context.in_order(self.context.open.drawer.items)
        except CompanionError as error:
            self.tell_error(error)
            return
        self._show(_grouped(found))
        if self.is_current and not (self.focused and self.focused.display):
            self.query_one("#unsaid" if found else "#write").focus()

    def action_write(self) -> None:
        """Write a free line straight into the drawer."""
        self._once(self._write)

    def action_undo(self) -> None:
        """Put what was moved last back on its rung."""
        self._undoing.begin()

    @on(OptionList.OptionSelected, "#unsaid")
    def action_read(self) -> None:
        """Open what is under the cursor."""
        if self._at:
            self._once(self._read)

    @on(OptionList.OptionHighlighted, "#unsaid")
    def remember(self, event: OptionList.OptionHighlighted) -> None:
        """Know where the cursor is, wherever that stands the next time."""
        self._at = event.option_id or ""

    async def _write(self) -> None:
        from companion.ui.screens.note import NoteScreen

        await self.app.push_screen_wait(NoteScreen(self.context, place=Place.UNSAID))

    async def _read(self) -> None:
        from companion.ui.screens.unsaid_item import UnsaidItemScreen

        await self.app.push_screen_wait(UnsaidItemScreen(self.context, self._at))

    def _show(self, items: dict[str, list[Unsaid]]) -> None:
        self._items = items
        self.query_one("#unsaid").display = bool(items)
        self.query_one("#no-unsaid").display = not items
        self.query_one("#read").display = bool(items)
        self._draw()
        self._undoing.show()

    @on(LineList.Widened)
    def _draw(self) -> None:
        """Draw the lines; the cursor stays on its row, or goes to the first one."""
        listed = self.query_one(LineList)
        at, row = self._at, listed.highlighted or 0
        options: list[Option] = []
        lines = self._lines()
        for group, items in self._items.items():
            heading = self.say(f"unsaid.group.{group}")
            above = "\n" if options and self.app.size.height >= _LOW else ""
            options.append(Option(plain(above + heading, "bold $cool"), disabled=True))
            options += [Option(lines[item.answer_id], id=item.answer_id) for item in items]
        listed.set_options(options)
        choices = [index for index, one in enumerate(options) if one.id]
        same = [index for index in choices if options[index].id == at]
        near = [index for index in choices if index >= row] or choices[-1:]
        listed.highlighted = next(iter(same or near), None)
        if choices and listed.highlighted == choices[0]:
            listed.scroll_home(animate=False)  # its heading, too

    def _lines(self) -> dict[str, Content]:
        """First words, and at the right the day and what it became; by id."""
        every = [item for items in self._items.values() for item in items]
        asides = dict(zip(every, _column([self._day(item) for item in every]), strict=True))
        if self.app.size.width >= _TINY:
            through = self._items.get(THROUGH, [])
            became = _column([self._became(item) for item in through])
            asides |= {
                item: asides[item] + " " * _GAP + word
                for item, word in zip(through, became, strict=True)
            }
        room = self.query_one(LineList).room
        return {item.answer_id: _line(item.text, asides[item], room) for item in every}

    def _day(self, item: Unsaid) -> str:
        return short_day(self.words, self.context.house.clock, item.origin.happened_at)

    def _became(self, item: Unsaid) -> str:
        became = item.standing.became
        return self.say(f"happened.short.{became}") if became is not None else ""


def _line(text: str, aside: str, width: int) -> Content:
    """As much of a text as there is room for beside what stands at the right."""
    room = max(1, width - cell_len(aside) - _GAP - 1)
    words = plain(set_cell_size(fit(text, room), room))
    return Content.assemble(words, " " * _GAP, plain(aside, "$quiet"))


def _column(texts: list[str]) -> list[str]:
    """Texts below one another, all in as many cells as the widest of them."""
    widest = max(map(cell_len, texts), default=0)
    return [set_cell_size(text, widest) for text in texts]


def _grouped(found: list[Unsaid]) -> dict[str, list[Unsaid]]:
    """What is in the drawer by rung; what got through by itself, at the end."""
    groups: dict[str, list[Unsaid]] = {group: [] for group in _GROUPS}
    for item in found:
        groups[THROUGH if item.is_repair else item.standing.rung].append(item)
    return {group: items for group, items in groups.items() if items}
