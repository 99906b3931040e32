"""Some options below one another, of which one or several are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from companion.ui.content import plain
from companion.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.path import Option

ONE, OF_ONE = "(•)", "( )"
ON, OFF = "[x]", "[ ]"
_DIGITS = 9


class OptionRow(Vertical, can_focus=False):
    """One option: a sign, what it says, and what more there is to it once it is chosen."""

    DEFAULT_CSS = """
    OptionRow {
        width: 100%; height: auto; max-width: 78; padding: 0 1 0 0;
        & .option-line { height: auto; layout: horizontal; }
        & .option-sign { width: 5; padding-left: 1; color: $quiet; }
        & .option-label { width: 1fr; height: auto; }
        & .option-text { margin: 0 0 1 5; height: auto; color: $quiet; display: none; }
        &.-chosen .option-sign { color: $cool; text-style: bold; }
        &.-chosen .option-label { text-style: bold; }
        &.-chosen .option-text.-some { display: block; }
    }
    """

    class Pressed(Message):
        """The mouse pressed this option."""

        def __init__(self, row: OptionRow) -> None:
            """Take the row."""
            super().__init__()
            self.row = row
            """The row."""

    def __init__(self, option: Option) -> None:
        """Take the option."""
        super().__init__()
        self.option = option
        """The option."""

    def compose(self) -> ComposeResult:
        """The sign beside the label, the rest below."""
        with Vertical(classes="option-line"):
            yield Static("", classes="option-sign")
            yield Static(plain(self.option.label), classes="option-label")
        more = "option-text -some" if self.option.text else "option-text"
        yield Static(plain(self.option.text), classes=more)

    def mark(self, sign: str, *, chosen: bool, here: bool) -> None:
        """Show whether it is chosen, and whether the cursor is on it."""
        self.set_class(chosen, "-chosen")
        self.set_class(here, "-here")
        self.query_one(".option-sign", Static).update(plain(sign))

    def on_click(self, event: events.Click) -> None:
        """Tell of the press."""
        event.stop()
        self.post_message(self.Pressed(self))


class Choice(Field):
    """One option or none; or several. A digit is as good as the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("home", "step(-100)", show=False),
        Binding("end", "step(100)", show=False),
        Binding("space", "press", show=False),
        Binding("delete,backspace", "take_back", show=False),
        *[Binding(str(n), f"pick({n - 1})", show=False) for n in range(1, _DIGITS + 1)],
    ]
    DEFAULT_CSS = """
    Choice {
        width: 100%; height: auto; layout: vertical;
        &:focus .-here .option-line { background: $raised; }
        &:focus .-here .option-sign, &:focus .-here .option-label { color: $warm; }
        &:focus .-here .option-label { text-style: bold; }
        &:ansi:focus .-here .option-label, &:nocolor:focus .-here .option-label {
            text-style: bold reverse;
        }
    }
    """

    def __init__(
        self,
        options: Sequence[Option],
        chosen: Iterable[str] = (),
        *,
        several: bool = False,
        id: str = "choice",  # noqa: A002  Textual's own name
    ) -> None:
        """Show what is chosen.

        Args:
            options: The options, in order.
            chosen: The ids of those that are chosen.
            several: Whether more than one may be.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._options = tuple(options)
        self._chosen = set(chosen)
        self._several = several
        ids = [option.id for option in options]
        self._at = next((ids.index(one) for one in ids if one in self._chosen), 0)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is chosen, in the order of the options."""
        return tuple(option.id for option in self._options if option.id in self._chosen)

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these and no others."""
        if set(ids) != self._chosen:
            self._chosen = set(ids)
            self._mark()
            self.changed()

    def compose(self) -> ComposeResult:
        """A row for each option."""
        for option in self._options:
            yield OptionRow(option)

    def on_mount(self) -> None:
        """Show what is chosen."""
        self._mark()

    def action_step(self, by: int) -> None:
        """Move the cursor; at an end, stay."""
        self._go_to(min(max(self._at + by, 0), len(self._options) - 1))

    def action_press(self) -> None:
        """Choose the option under the cursor, or take it back."""
        here = self._options[self._at].id
        if here in self._chosen:
            self.choose(self._chosen - {here})
        else:
            self.choose(self._chosen | {here} if self._several else {here})

    def action_pick(self, index: int) -> None:
        """Go to an option and choose it, or take it back."""
        if index < len(self._options):
            self._go_to(index)
            self.action_press()

    def action_done(self) -> None:
        """Go on; where only one may be chosen, with the one under the cursor.

        An option that has more to read is read before one goes on.
        """
        here = self._options[self._at]
        if not self._several and here.id not in self._chosen:
            self.choose({here.id})
            if here.text:
                return
        super().action_done()

    def action_take_back(self) -> None:
        """Choose none."""
        self.choose(())

    def on_option_row_pressed(self, event: OptionRow.Pressed) -> None:
        """Choose what the mouse pressed, or take it back."""
        event.stop()
        self.focus()
        self.action_pick(list(self.query(OptionRow)).index(event.row))

    def _go_to(self, index: int) -> None:
        self._at = index
        self._mark()
        self.query(OptionRow)[index].scroll_visible(animate=False)

    def _mark(self) -> None:
        signs = (ON, OFF) if self._several else (ONE, OF_ONE)
        for index, row in enumerate(self.query(OptionRow)):
            chosen = row.option.id in self._chosen
            row.mark(signs[0] if chosen else signs[1], chosen=chosen, here=index == self._at)
