"""Two versions of the same thing beside each other, and not a word about which is which way."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.errors import CompanionError, UnknownPathError
from companion.domain.side_by_side import beside
from companion.services.short_days import short_day, short_moment
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.answers import said_in
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from companion.domain.answer import Answer, Reflection
    from companion.domain.side_by_side import Pair
    from companion.ui.context import Context

_TWO_COLUMNS = 80  # columns of the window, from which on the answers stand side by side
_TWO = 2  # versions


class SideBySideScreen(NotebookScreen[None]):
    """Shows the latest version beside an earlier one; the arrows choose which."""

    CSS_PATH = "side_by_side.tcss"
    AUTO_FOCUS = ".body"
    BINDINGS: ClassVar[list[BindingType]] = bindings("side.before", "side.after")

    def __init__(self, context: Context, path_id: str) -> None:
        """Take what is laid side by side.

        Args:
            context: What the open notebook offers.
            path_id: A path of which each walk is a version.
        """
        super().__init__(context)
        self._path_id = path_id
        self._versions: list[Reflection] = []
        self._framing: frozenset[str] = frozenset()
        self._index = 1

    def compose(self) -> ComposeResult:
        """The days above the pairs."""
        yield Masthead(self.say("side.title"))
        yield Static(sentence(self.words, "side.none"), id="side-none", classes="prose")
        with Horizontal(id="side-days"):
            yield Static("", classes="half earlier warm")
            yield Static("", classes="half later warm")
        yield Reading(classes="body")
        with Horizontal(id="side-buttons"):
            for name, action in (("before", "before"), ("after", "after"), ("back", "back")):
                label = sentence(self.words, f"side.{name}")
                yield Button(label, id=name, action=f"screen.{action}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Read the versions."""
        self.query_one("#side-none").display = False
        self._look()

    def on_resize(self) -> None:
        """Put the answers one below the other where there is no room for two columns."""
        self.set_class(self.app.size.width < _TWO_COLUMNS, "-stacked")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first version; the latest is there always."""
        del parameters
        if action == "before":
            return self._index + 1 < len(self._versions)
        return action != "after" or self._index > 1

    def action_before(self) -> None:
        """Lay the version before beside the latest."""
        self._turn(+1)

    def action_after(self) -> None:
        """Lay the version after beside the latest."""
        self._turn(-1)

    @work(exit_on_error=False, exclusive=True, group="look")
    async def _look(self) -> None:
        reflecting = self.context.open.reflecting
        try:
            self._versions = await self.context.in_order(reflecting.versions, self._path_id)
            path = await self.context.in_order(reflecting.path, self._path_id)
        except UnknownPathError:  # of another language, or a pack that is gone: all is shown
            pass
        except CompanionError as error:
            self.tell_error(error)
            return
        else:
            # How steady someone was on arriving is theirs, and is compared with nothing.
            self._framing = frozenset(step.id for step in path.steps if step.framing)
        await self._show()

    def _turn(self, by: int) -> None:
        self._index = max(1, min(self._index + by, len(self._versions) - 1))
        self._redraw()

    @work(exit_on_error=False, exclusive=True, group="show")
    async def _redraw(self) -> None:
        await self._show()

    async def _show(self) -> None:
        there = len(self._versions) >= _TWO
        self.query_one("#side-none").display = not there
        self.set_class(not there, "-alone")
        self.query_one(".body").can_focus = there
        for name in ("before", "after"):
            self.query_one(f"#{name}").display = bool(self.check_action(name, ()))
        self.refresh_bindings()
        if there:
            await self._lay(self._versions[self._index], self._versions[0])
        if self.is_current and not (self.focused and self.focused.display):
            self.query_one(".body" if there else "#back").focus()

    async def _lay(self, earlier: Reflection, later: Reflection) -> None:
        days = self._days(earlier, later)
        for half, day in zip(self.query("#side-days > Static").results(Static), days, strict=True):
            half.update(plain(day))
        self.query_one(Masthead).retitle(self.say("side.title"), later.title)
        body = self.query_one(Reading)
        pairs = beside(earlier, later, self._framing)
        with self.app.batch_update():
            await body.remove_children()
            await body.mount_all([one for pair in pairs for one in self._drawn(pair, days)])
        body.scroll_home(animate=False)

    def _days(self, earlier: Reflection, later: Reflection) -> tuple[str, str]:
        """The two days in words, with the times where they are the same day."""
        clock, moments = self.context.house.clock, (earlier.happened_at, later.happened_at)
        before, after = (short_day(self.words, clock, one) for one in moments)
        if before == after:
            before, after = (short_moment(self.words, clock, one) for one in moments)
        return before, after

    def _drawn(self, pair: Pair, days: tuple[str, str]) -> list[Widget]:
        halves = zip(("earlier", "later"), days, (pair.earlier, pair.later), strict=True)
        return [
            Static(plain(pair.question, "$quiet"), classes="prose"),
            Horizontal(*(self._half(*half) for half in halves), classes="pair"),
        ]

    def _half(self, name: str, day: str, answer: Answer | None) -> Vertical:
        said = said_in(self.words, answer) if answer else self.say("side.nothing")
        return Vertical(
            Static(plain(day), classes="day warm"),
            Static(plain(said), classes="" if answer else "quiet"),
            classes=f"half {name}",
        )
