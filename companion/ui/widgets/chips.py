"""Small words in a row that can be pressed, some of them chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from companion.ui.colourless import is_pale
from companion.ui.content import plain
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

_GAP = 1  # cells between two chips
_LEAD_GAP = 1  # cells between the words in front and the first chip


@dataclass(frozen=True, slots=True)
class Chip:
    """One word that can be pressed."""

    id: str
    """What pressing it means."""
    label: str
    """What is read; cut with an ellipsis where a whole row is too short for it."""
    chosen: bool = False
    """Whether it is chosen."""
    quiet: bool = False
    """Whether it is a way round, rather than an answer."""
    new_row: bool = False
    """Whether a row begins with it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chip stands."""

    row: int
    """Its row (0 or more)."""
    column: int
    """Its first cell."""
    width: int
    """Its cells, the one before and the one after its label included."""


def flow(chips: Sequence[Chip], width: int, lead: int = 0) -> tuple[Spot, ...]:
    """Where chips stand that fill rows from the left and go on in the next.

    Args:
        chips: The chips, in order.
        width: How many cells a row has.
        lead: How many cells of the first row are taken already.
    """
    spots: list[Spot] = []
    row, column = 0, lead
    for chip in chips:
        wide = min(cell_len(chip.label) + 2, max(width, 3))
        if column > 0 and (column + wide > width or (chip.new_row and spots)):
            row, column = row + 1, 0
        spots.append(Spot(row, column, wide))
        column += wide + _GAP
    return tuple(spots)


class Chips(Widget, can_focus=True):
    """Draws chips; what a press means is the business of whoever hears of it.

    What is chosen is filled, and where colour says too little also in brackets.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("space,enter", "press", show=False),
    ]
    DEFAULT_CSS = """
    Chips { width: 100%; height: auto; }
    """

    @dataclass
    class Pressed(Message):
        """A chip was pressed."""

        chips: Chips
        """Where."""
        chip_id: str
        """Which."""

        @property
        def control(self) -> Chips:
            """The widget, for `@on` selectors."""
            return self.chips

    def __init__(self, chips: Sequence[Chip] = (), *, lead: str = "", id: str = "") -> None:  # noqa: A002  Textual's own name
        """Show some chips.

        Args:
            chips: The chips, in order.
            lead: Words in front of them, which can't be pressed.
            id: The widget's id.
        """
        super().__init__(id=id or None)
        self._chips = tuple(chips)
        self._lead = lead
        self._at = 0

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips, in order."""
        return self._chips

    def show(self, chips: Sequence[Chip]) -> None:
        """Draw other chips; the cursor stays on its chip, if that is still there."""
        here = self._chips[self._at].id if self._chips else ""
        self._chips = tuple(chips)
        ids = [chip.id for chip in self._chips]
        self._at = ids.index(here) if here in ids else min(self._at, max(0, len(ids) - 1))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the chips fill."""
        del container, viewport
        spots = self._spots(width)
        return spots[-1].row + 1 if spots else 1

    def render(self) -> Content:
        """The chips in their rows."""
        spots = self._spots(self.size.width)
        rows: list[list[Content]] = [[plain(self._lead, "$quiet")]]
        column = cell_len(self._lead)
        for index, (chip, spot) in enumerate(zip(self._chips, spots, strict=True)):
            if spot.row >= len(rows):
                rows.append([])
                column = 0
            rows[-1].append(plain(" " * (spot.column - column)))
            rows[-1].append(self._drawn(chip, spot, here=self.has_focus and index == self._at))
            column = spot.column + spot.width
        return Content("\n").join([Content("").join(row) for row in rows])

    def on_click(self, event: events.Click) -> None:
        """Press the chip that was clicked on."""
        for index, spot in enumerate(self._spots(self.size.width)):
            inside = spot.column <= event.x < spot.column + spot.width
            if spot.row == event.y and inside:
                self._at = index
                self.action_press()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def action_step(self, by: int) -> None:
        """Move the cursor along the chips."""
        if self._chips:
            self._at = min(max(self._at + by, 0), len(self._chips) - 1)
            self.refresh()

    def action_row(self, by: int) -> None:
        """Move the cursor to the nearest chip of another row; past the last, leave."""
        spots = self._spots(self.size.width)
        if not spots:
            return
        here = spots[self._at]
        beyond = [index for index, spot in enumerate(spots) if spot.row == here.row + by]
        if beyond:
            middle = here.column + here.width // 2
            self._at = min(
                beyond,
                key=lambda index: abs(spots[index].column + spots[index].width // 2 - middle),
            )
            self.refresh()
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_press(self) -> None:
        """Press the chip under the cursor."""
        if self._chips:
            self.refresh()
            self.post_message(self.Pressed(self, self._chips[self._at].id))

    def _spots(self, width: int) -> tuple[Spot, ...]:
        lead = cell_len(self._lead) + _LEAD_GAP if self._lead else 0
        return flow(self._chips, width, lead)

    def _drawn(self, chip: Chip, spot: Spot, *, here: bool) -> Content:
        label = fit(chip.label, spot.width - 2)
        pale = is_pale(self.app)
        left, right = ("[", "]") if chip.chosen and (here or pale) else (" ", " ")
        return plain(f"{left}{label}{right}", self._style(chip, here=here, pale=pale))

    @staticmethod
    def _style(chip: Chip, *, here: bool, pale: bool) -> str:
        if here:
            return "bold reverse" if pale else "bold $on-warm on $warm"
        if chip.chosen:
            return "bold" if pale else "$on-cool on $cool"
        ink = "$quiet" if chip.quiet else "$foreground"
        return ink if pale else f"{ink} on $raised"
