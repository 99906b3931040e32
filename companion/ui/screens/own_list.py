"""What lists of one's own share: add, change, put in order, take off."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on, work
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.own_help import Listed
from companion.domain.text import excerpt
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.content import Content

    from companion.domain.own_help import OwnHelp
    from companion.services.own_help import OwnHelpKeeper
    from companion.ui.context import Context

Item = TypeVar("Item", bound=Listed)

LEAVE, REMOVE = "leave", "remove"
_SHOWN = 48  # characters of an item within a question
_OF_AN_ITEM = frozenset({"change", "remove", "up", "down"})


class OwnListScreen(NotebookScreen[None], Generic[Item]):
    """A list in the person's own order; Enter changes what the cursor is on."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "own.add", "own.change", "own.remove", "own.up", "own.down"
    )

    def __init__(self, context: Context) -> None:
        """Take what the open notebook offers."""
        super().__init__(context)
        self.items: tuple[Item, ...] = ()
        """What is in the list."""
        self.once = Once(self)
        """One thing at a time."""

    @property
    def keeper(self) -> OwnHelpKeeper:
        """Keeps what is one's own. Blocking: call it through `in_order`."""
        return self.context.open.own_help

    @abstractmethod
    def of(self, own: OwnHelp) -> tuple[Item, ...]:
        """The items of the list."""

    @abstractmethod
    def line(self, item: Item) -> Content:
        """An item as it stands in the list."""

    @abstractmethod
    async def edit(self, item: Item) -> None:
        """Let someone change an item, or write a new one; returns when that is done."""

    @abstractmethod
    def fresh(self) -> Item:
        """A new item, with nothing in it."""

    @abstractmethod
    def named(self, item: Item) -> str:
        """An item as it is called in a question."""

    @abstractmethod
    def remove_one(self, item_id: str) -> None:
        """Take an item off; runs on the notebook's thread."""

    @abstractmethod
    def move_one(self, item_id: str, by: int) -> None:
        """Put an item elsewhere; runs on the notebook's thread."""

    def show_rest(self, own: OwnHelp) -> None:
        """Show what else is on the screen."""

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with an item needs one."""
        del parameters
        return action not in _OF_AN_ITEM or self.here is not None

    @work(exit_on_error=False, group="look", exclusive=True)
    async def look(self) -> None:
        """Read the list and show it; the cursor stays where it was."""
        try:
            own = await self.context.in_order(self.keeper.read)
        except CompanionError as error:
            self.tell_error(error)
            return
        self._draw(own)

    @property
    def here(self) -> Item | None:
        """The item under the cursor."""
        index = self.query_one(OptionList).highlighted
        return self.items[index] if index is not None and index < len(self.items) else None

    @on(OptionList.OptionHighlighted)
    def follow(self) -> None:
        """Offer what can be done with what is under the cursor."""
        self._show_buttons()

    @on(OptionList.OptionSelected)
    def choose(self) -> None:
        """Change it."""
        self.action_change()

    def action_add(self) -> None:
        """Write a new one."""
        self.once(lambda: self.edit(self.fresh()))

    def action_change(self) -> None:
        """Change the one under the cursor."""
        item = self.here
        if item is not None:
            self.once(lambda: self.edit(item))

    def action_remove(self) -> None:
        """Take the one under the cursor off the list, after a question."""
        item = self.here
        if item is not None:
            self.once(lambda: self._remove(item))

    def action_up(self) -> None:
        """Put it one place up."""
        self._move(-1)

    def action_down(self) -> None:
        """Put it one place down."""
        self._move(+1)

    async def do(self, call: Callable[..., object], *arguments: object) -> None:
        """Do something on the notebook's thread, and look again.

        Raises:
            CompanionError: As the call does.
        """
        await self.context.in_order(call, *arguments)
        self.look()

    async def _remove(self, item: Item) -> None:
        question = self.say("own.sure_remove", name=excerpt(self.named(item), _SHOWN))
        answers = {LEAVE: self.say("own.leave"), REMOVE: self.say("own.remove_it")}
        if await self.app.push_screen_wait(AskScreen(self.words, question, answers)) == REMOVE:
            await self.do(self.remove_one, item.id)

    def _move(self, by: int) -> None:
        item = self.here
        if item is not None:
            self.once(lambda: self.do(self.move_one, item.id, by))

    def _draw(self, own: OwnHelp) -> None:
        listed, here = self.query_one(OptionList), self.here
        before = {one.id for one in self.items}
        self.items = self.of(own)
        listed.set_options([Option(self.line(one), id=one.id) for one in self.items])
        ids = [one.id for one in self.items]
        fresh = [one for one in ids if one not in before]
        # Whoever has just written one down is at it; whoever comes in, at the first.
        at = fresh[-1] if before and fresh else here.id if here is not None else ""
        listed.highlighted = ids.index(at) if at in ids else (0 if ids else None)
        listed.display = bool(ids)
        self.show_rest(own)
        self._show_buttons()
        if self.is_current and (fresh or self.focused is None):
            (listed if ids else self.query(Button).first()).focus(scroll_visible=False)

    def _show_buttons(self) -> None:
        for name in ("change", "remove"):
            button = self.query_one(f"#{name}", Button)
            had_focus = button.has_focus
            button.display = self.here is not None
            if had_focus and not button.display:
                self.query_one("#add").focus()
        self.refresh_bindings()
