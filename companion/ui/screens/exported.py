"""Files that were saved from the notebook: what has become of them, and removing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.file_errors import FileChangedError
from companion.services.exported import ExportedFile, Now
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence, told
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.confirm import NO, YES, AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.followed_list import FollowedList
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.list_row import Row
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.ui.context import Context

_DOINGS = {"remove": "-primary", "forget": "", "remove_all": ""}


class ExportedScreen(NotebookScreen[None]):
    """Lists them without a word of what is in them. Nothing is removed without a yes."""

    CSS_PATH = "exported.tcss"
    AUTO_FOCUS = "#exported-list"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "exported.remove", "exported.forget", "exported.remove_all"
    )

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._exported = context.open.exported
        self._files: Sequence[ExportedFile] = ()
        self._once = Once(self)

    def compose(self) -> ComposeResult:
        """The files, the one under the cursor in more words, and what came of a removal."""
        yield Masthead(self.say("exported.title"))
        with Vertical(classes="body"):
            yield Static("", id="exported-about", classes="prose quiet")
            yield FollowedList(id="exported-list", opens=False)
            yield Static("", id="exported-here", classes="prose")
            yield Static("", id="exported-said", classes="prose warm")
        with Horizontal(id="exported-foot"):
            for doing, kind in _DOINGS.items():
                label = sentence(self.words, f"exported.{doing}")
                yield Button(label, id=doing, classes=kind, action=f"screen.{doing}")
            yield Button(sentence(self.words, "exported.back"), id="back", action="screen.back")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Nothing was done yet."""
        self._say("")

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back: files come and go."""
        self._once(self._look)

    def on_resize(self) -> None:
        """The list is no higher than its rows are."""
        self.call_after_refresh(self._fit)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not there can't be removed, only forgotten."""
        del parameters
        match action:
            case "remove":
                return self._here is not None and self._here.now is not Now.GONE
            case "forget":
                return self._here is not None
            case "remove_all":
                return bool(self._there)
        return True

    @on(FollowedList.Moved)
    def show_here(self) -> None:
        """Say more about the file under the cursor, and offer what can be done about it."""
        one, shown = self._here, plain("")
        if one is not None:
            now = self.say(f"exported.about_now.{one.now}")
            shown = plain(str(one.file)) + plain(f"\n{now}", "$quiet")
        self.query_one("#exported-here", Static).update(shown)
        for doing in _DOINGS:
            self.query_one(f"#{doing}").set_class(not self.check_action(doing, ()), "-never")
        self.refresh_bindings()

    def action_remove(self) -> None:
        """Remove the file under the cursor, once someone says yes to its name."""
        self._once(self._remove)

    def action_forget(self) -> None:
        """Forget the file under the cursor; it stays where it is."""
        self._once(self._forget)

    def action_remove_all(self) -> None:
        """Remove all that are there as they were saved, once someone says yes to their number."""
        self._once(self._remove_all)

    async def _remove(self) -> None:
        one = self._here
        if one is None or not await self._agreed("ask", "remove", file=str(one.file)):
            return
        try:
            await self.context.in_order(self._exported.remove, one.file)
        except FileChangedError:
            if not await self._agreed("ask_changed", "remove", file=str(one.file)):
                return
            await self.context.in_order(self._exported.remove, one.file, changed_too=True)
        await self._done(self.say("exported.removed", file=str(one.file)))

    async def _forget(self) -> None:
        one = self._here
        if one is not None and await self._agreed("ask_forget", "forget", file=str(one.file)):
            await self.context.in_order(self._exported.forget, one.file)
            await self._look()
            self._say(self.say("exported.forgotten", file=str(one.file)))

    async def _remove_all(self) -> None:
        files = self._there
        if not await self._agreed("ask_all", "remove", "leave_all", number=len(files)):
            return
        removed, failed = 0, []
        for one in files:
            try:
                await self.context.in_order(self._exported.remove, one.file)
                removed += 1
            except CompanionError as error:
                failed.append(told(self.words, error).plain)
        says = [self.say("exported.removed_all", number=removed)] if removed else []
        await self._done("\n".join([*says, *failed]))

    async def _agreed(
        self, question: str, doing: str, leave: str = "leave", **gaps: str | int
    ) -> bool:
        answers = {
            NO: self.say(f"exported.{leave}"),
            YES: self.say(f"exported.yes_{doing}"),
        }
        asked = AskScreen(self.words, self.say(f"exported.{question}", **gaps), answers)
        return await self.app.push_screen_wait(asked) == YES

    async def _done(self, says: str) -> None:
        """Look again; say what was done, and what removing can't do."""
        await self._look()
        self._say(f"{says}\n{self.say('exported.limits')}")

    async def _look(self) -> None:
        self._files = await self.context.in_order(self._exported.files)
        rows = [self._row(index, one) for index, one in enumerate(self._files)]

        async def fetch(first: int, count: int) -> Sequence[Row]:
            return rows[first : first + count]

        listed = self.query_one(FollowedList)
        listed.fill(len(rows), fetch, keep_place=True)
        listed.display = bool(rows)
        self.set_class(bool(rows), "-some")
        self._fit()
        about = "exported.about" if rows else "exported.none"
        self.query_one("#exported-about", Static).update(sentence(self.words, about))
        self.show_here()
        if self.is_current and not (self.focused and self.focused.display):
            (listed if rows else self.query_one("#back")).focus()

    def _fit(self) -> None:
        listed = self.query_one(FollowedList)
        listed.styles.max_height = max(1, listed.virtual_size.height)

    @property
    def _here(self) -> ExportedFile | None:
        index = next((one.cursor for one in self.query(FollowedList)), 0)
        return self._files[index] if index < len(self._files) else None

    @property
    def _there(self) -> list[ExportedFile]:
        return [one for one in self._files if one.now is Now.THERE]

    def _row(self, index: int, one: ExportedFile) -> Row:
        day = short_day(self.words, self.context.house.clock, one.at)
        what = self.say(f"exported.what.{one.what}")
        where = self.say("exported.where", name=one.file.name, folder=str(one.file.parent))
        return Row(str(index), day, what, where, self.say(f"exported.now.{one.now}"))

    def _say(self, text: str) -> None:
        said = self.query_one("#exported-said", Static)
        said.update(plain(text))
        said.display = bool(text)
