"""What the two agreed on: what they work on, how, and how they reach each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from companion.domain.agreement import open_answers
from companion.domain.errors import CompanionError
from companion.domain.path_ids import AGREEMENT
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.answers import said_in
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.answer import Answer, Reflection
    from companion.domain.walk import Walk
    from companion.ui.context import Context

_BUTTONS = ("write", "before", "after", "side", "sheet", "read")
_ROOM_FOR_ALL_BUTTONS = 100  # columns


class AgreementScreen(NotebookScreen[None]):
    """Shows the latest version, or an earlier one; writing makes a new one.

    What is in the Unsaid drawer is not shown here: this screen may lie between the two.
    """

    CSS_PATH = "agreement.tcss"
    AUTO_FOCUS = ".body"
    BINDINGS: ClassVar[list[BindingType]] = bindings(*(f"agreement.{name}" for name in _BUTTONS))

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._versions: list[Reflection] = []
        self._index = 0
        self._once = Once(self)

    def compose(self) -> ComposeResult:
        """The agreement above its buttons."""
        yield Masthead(self.say("agreement.title"))
        with Reading(classes="body"):
            yield Static("", id="agreement-none", classes="prose")
            earlier = sentence(self.words, "agreement.earlier")
            yield Static(earlier, id="agreement-earlier", classes="prose warm")
            yield Static("", id="agreement-points")
        with Horizontal(id="agreement-buttons"):
            for name in _BUTTONS:
                label = sentence(self.words, f"agreement.button.{name}")
                yield Button(label, id=name, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show nothing until it was read what there is."""
        self._show()
        self.query_one("#agreement-none").display = False

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    def on_resize(self) -> None:
        """Give the buttons two rows where one is too short."""
        self.set_class(self.app.size.width < _ROOM_FOR_ALL_BUTTONS, "-tight")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is can be turned to, laid side by side, or printed."""
        del parameters
        match action:
            case "before":
                return self._index + 1 < len(self._versions)
            case "after":
                return self._index > 0
            case "side":
                return len(self._versions) > 1
            case "sheet":
                return bool(self._answers)
            case "read":
                return self._version is not None
        return True

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read the versions and show the one that was shown, or the latest."""
        shown = self._version
        try:
            self._versions = await self.context.in_order(self.context.open.agreed.versions)
        except CompanionError as error:
            self.tell_error(error)
            return
        ids = [one.id for one in self._versions]
        self._index = ids.index(shown.id) if shown is not None and shown.id in ids else 0
        self._show()
        if self.is_current and not (self.focused and self.focused.display):
            self.query_one(".body" if ids else "#write").focus()

    def action_write(self) -> None:
        """Write a new version, or go on with one that was begun."""
        self._once(self._write)

    def action_before(self) -> None:
        """Show the version before."""
        self._turn(+1)

    def action_after(self) -> None:
        """Show the version after."""
        self._turn(-1)

    def action_side(self) -> None:
        """Lay two versions side by side."""
        from companion.ui.screens.side_by_side import SideBySideScreen

        self.app.push_screen(SideBySideScreen(self.context, AGREEMENT))

    def action_sheet(self) -> None:
        """Save the version that is shown as a sheet for both."""
        from companion.ui.screens.save_agreement import SaveAgreementScreen

        if self._version is not None:
            self.app.push_screen(SaveAgreementScreen(self.context, self._version))

    def action_read(self) -> None:
        """Open the entry that holds the version."""
        self._once(self._read)

    @property
    def _version(self) -> Reflection | None:
        return self._versions[self._index] if self._versions else None

    @property
    def _answers(self) -> tuple[Answer, ...]:
        return open_answers(self._version) if self._version is not None else ()

    def _turn(self, by: int) -> None:
        self._index = max(0, min(self._index + by, len(self._versions) - 1))
        self._show()
        self.query_one(".body").scroll_home(animate=False)
        if self.focused is not None and not self.focused.display:
            self.query_one(".body").focus()

    async def _write(self) -> None:
        opened, in_order = self.context.open, self.context.in_order
        draft = await in_order(opened.reflecting.draft_of, AGREEMENT)
        if draft is None:
            await self._walk(await in_order(opened.agreed.new_version))
        else:
            self.tell(self.say("agreement.resumed"))
            await self._walk(await in_order(opened.reflecting.resume, draft.id))

    async def _walk(self, walk: Walk) -> None:
        from companion.ui.screens.reflect import ReflectScreen

        kept = await self.app.push_screen_wait(ReflectScreen(self.context, walk))
        if kept is not None:
            self._index = 0
            self._versions = []  # so that the latest is shown, and not the one before
            self.look()

    async def _read(self) -> None:
        from companion.ui.screens.entry import EntryScreen

        version = self._version
        if version is not None:
            screen = EntryScreen(self.context, version.id)
            walk = await self.app.push_screen_wait(screen)
            if walk is not None:
                await self._walk(walk)

    def _show(self) -> None:
        version = self._version
        day = (
            short_day(self.words, self.context.house.clock, version.happened_at) if version else ""
        )
        aside = self.say("agreement.as_of", day=day) if version else ""
        self.query_one(Masthead).retitle(self.say("agreement.title"), aside)
        none = self.query_one("#agreement-none", Static)
        none.update(sentence(self.words, f"agreement.{'nothing_left' if version else 'none'}"))
        none.display = not self._answers
        self.query_one("#agreement-earlier").display = self._index > 0
        points = [self._point(answer) for answer in self._answers]
        self.query_one("#agreement-points", Static).update(Content("\n\n").join(points))
        for name in _BUTTONS:
            self.query_one(f"#{name}").display = bool(self.check_action(name, ()))
        label = sentence(self.words, f"agreement.button.{'write' if version else 'first'}")
        self.query_one("#write", Button).label = label
        self.refresh_bindings()

    def _point(self, answer: Answer) -> Content:
        question, said = plain(answer.prompt, "$quiet"), plain(said_in(self.words, answer))
        return Content("\n").join([question, said])
