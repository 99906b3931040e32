"""Homework: what is in the notebook, what comes with companion, and adding a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.homework import PackState
from companion.services.homework_sentences import about
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.places import named_file
from companion.ui.screens.confirm import NO, YES, AskScreen
from companion.ui.screens.homework_file import HomeworkFileScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.fitting import two_columns
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.pack_text import PackText, SaidLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.pack import Pack, PackReading
    from companion.ui.context import Context

_NEUTRAL = "homework.toml"
_ON_A_PACK = ("aside", "remove")
_ROOM_FOR_ALL_BUTTONS = 66  # columns


class _Row(NamedTuple):
    """Homework in the list."""

    pack: Pack
    state: PackState | None
    """How it stands; none: it comes with companion and was not added."""


class HomeworkScreen(NotebookScreen[None]):
    """Lists homework; what the one under the cursor is for stands below."""

    CSS_PATH = "homework.tcss"
    AUTO_FOCUS = "#packs"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "homework.look", "homework.file", "homework.aside", "homework.remove"
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._homework = context.open.homework
        self._rows: list[_Row] = []
        self._at = ""
        self._once = Once(self)

    def compose(self) -> ComposeResult:
        """A list, what the one under its cursor is for, and the buttons."""
        yield Masthead(self.say("homework.title"))
        with Vertical(classes="body"):
            yield Static("", id="homework-about", classes="prose quiet")
            yield OptionList(id="packs", markup=False)
            yield PackText()
        yield SaidLine()
        with Horizontal(id="homework-buttons"):
            for name, kind in (("look", "-primary"), ("file", ""), ("aside", ""), ("remove", "")):
                label = sentence(self.words, f"homework_room.{name}")
                yield Button(label, id=name, classes=kind, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def on_resize(self) -> None:
        """Draw the lines for the new width."""
        self.set_class(self.app.size.width < _ROOM_FOR_ALL_BUTTONS, "-tight")
        self.call_after_refresh(self._draw)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was not added can only be looked at."""
        del parameters
        if action in _ON_A_PACK:
            return self._here is not None and self._here.state is not None
        return action != "look" or self._here is not None

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read what there is and show it."""
        try:
            self._rows = await self.context.in_order(self._read)
        except CompanionError as error:
            self.tell_error(error)
            return
        kept = any(row.state is not None for row in self._rows)
        text = sentence(self.words, "homework.about" if kept else "homework.none")
        self.query_one("#homework-about", Static).update(text)
        self._draw()

    @on(OptionList.OptionSelected, "#packs")
    def action_look(self) -> None:
        """Look into the homework under the cursor."""
        if self._here is not None:
            self._open(self._here)

    def action_file(self) -> None:
        """Add homework from a file."""
        self._once(self._from_file)

    def action_aside(self) -> None:
        """Set it aside, or take it up again."""
        self._once(self._set_aside)

    def action_remove(self) -> None:
        """Take it out, once someone says yes."""
        self._once(self._remove)

    @on(OptionList.OptionHighlighted, "#packs")
    def show_pack(self) -> None:
        """Say what the one under the cursor is for."""
        row = self._here
        if row is not None:
            self._at = row.pack.id
            self.query_one(PackText).show(about(self.words, row.pack))
        aside = row is not None and row.state is PackState.ASIDE
        button = self.query_one("#aside", Button)
        button.label = sentence(self.words, f"homework_room.{'again' if aside else 'aside'}")
        button.refresh(layout=True)
        for name in _ON_A_PACK:
            self.query_one(f"#{name}").display = row is not None and row.state is not None
        self.refresh_bindings()

    @property
    def _here(self) -> _Row | None:
        index = next((one.highlighted for one in self.query("#packs").results(OptionList)), None)
        return self._rows[index] if index is not None and index < len(self._rows) else None

    def _read(self) -> list[_Row]:
        kept = [_Row(one.pack, self._homework.state(one)) for one in self._homework.kept()]
        own = {row.pack.id for row in kept}
        return kept + [_Row(one, None) for one in self._homework.shipped() if one.id not in own]

    def _open(self, row: _Row) -> None:
        if row.state is not None:
            from companion.ui.screens.pack import PackScreen

            self.app.push_screen(PackScreen(self.context, row.pack.id))
        else:
            self._once(lambda: self._look_at_shipped(row.pack.id))

    async def _look_at_shipped(self, name: str) -> None:
        await self._consent(await self.context.in_order(self._homework.read_shipped, name))

    async def _from_file(self) -> None:
        named = await self.app.push_screen_wait(HomeworkFileScreen(self.words))
        if named:
            file = named_file(named, Path(), _NEUTRAL)
            reading = await self.context.in_order(self._homework.read, file)
            await self._consent(reading, str(file))

    async def _consent(self, reading: PackReading, file: str = "") -> None:
        from companion.ui.screens.homework_consent import HomeworkConsentScreen

        journey = await self.context.in_order(lambda: self.context.open.journeys.open.name)
        asked = HomeworkConsentScreen(self.words, reading, journey, file)
        if await self.app.push_screen_wait(asked):
            added = await self.context.in_order(self._homework.add, reading)
            self._at = added.pack.id
            self.query_one(SaidLine).show(self.say("homework.added"))
            self.look()

    async def _set_aside(self) -> None:
        row = self._here
        if row is None or row.state is None:
            return
        aside = row.state is not PackState.ASIDE
        await self.context.in_order(self._homework.set_aside, row.pack.id, aside=aside)
        self.query_one(SaidLine).show(
            self.say("homework.is_aside" if aside else "homework.is_open")
        )
        self._look_on()

    async def _remove(self) -> None:
        row = self._here
        if row is None or row.state is None:
            return
        question = self.say("homework.remove_ask", title=row.pack.title)
        answers = {NO: self.say("homework_room.stays"), YES: self.say("homework_room.remove")}
        asked = AskScreen(self.words, question, answers)
        if await self.app.push_screen_wait(asked) == YES:
            await self.context.in_order(self._homework.remove, row.pack.id)
            self.query_one(SaidLine).show(self.say("homework.removed"))
            self._look_on()

    def _look_on(self) -> None:
        """Look again, from the list: the button that was pressed may be gone."""
        self.query_one("#packs").focus()
        self.look()

    def _draw(self) -> None:
        """Draw the rows; the cursor stays on its homework, wherever that stands now."""
        listed = self.query_one("#packs", OptionList)
        at, before = self._at, listed.highlighted or 0
        width = listed.scrollable_content_region.width or self.app.size.width
        states = [self._state(row) for row in self._rows]
        rows = [
            Option(two_columns(row.pack.title, state, states, width), id=row.pack.id)
            for row, state in zip(self._rows, states, strict=True)
        ]
        listed.set_options(rows)
        ids = [row.pack.id for row in self._rows]
        index = ids.index(at) if at in ids else min(before, len(ids) - 1)
        listed.highlighted = index if ids else None
        self.show_pack()

    def _state(self, row: _Row) -> str:
        shipped = row.state is None
        return self.say("homework.shipped" if shipped else f"homework.state.{row.state}")
