"""What becomes of everything: three ways, none of them better than another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.domain.parting import Becomes
from companion.ui.content import sentence
from companion.ui.once import Once
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.button_column import ButtonColumn
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.ui.context import Context


class PartingScreen(NotebookScreen[None]):
    """Leads on, and does nothing by itself."""

    CSS_PATH = "parting.tcss"
    AUTO_FOCUS = "#keep"

    def __init__(self, context: Context, journey_id: str = "") -> None:
        """Take what it works with.

        Args:
            context: What the open notebook offers.
            journey_id: The therapy whose book would be printed; empty: the open one.
        """
        super().__init__(context)
        self._journey_id = journey_id
        self._once = Once(self)

    def compose(self) -> ComposeResult:
        """The three ways, one below the other, each with what it means."""
        yield Masthead(self.say("parting.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "parting.about"), classes="prose quiet")
            with ButtonColumn():
                for way in Becomes:
                    label = sentence(self.words, f"parting.{way}")
                    yield Button(label, id=way.value, classes="way")
                    about = sentence(self.words, f"parting.{way}_about", "$quiet")
                    yield Static(about, classes="prose way-about")
                yield Button(sentence(self.words, "parting.back"), id="back")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin with what is said: in a low window the rest is below it."""
        self.call_after_refresh(self.query_one(".body").scroll_home, animate=False)

    @on(Button.Pressed, "#back")
    def leave(self) -> None:
        """Back to where one came from."""
        self.action_back()

    @on(Button.Pressed, f"#{Becomes.KEEP}")
    def keep(self) -> None:
        """Keep it: nothing is done."""
        self.tell(self.say("parting.kept"))
        self.dismiss(None)

    @on(Button.Pressed, f"#{Becomes.PRINT_AND_WIPE}")
    def print_and_wipe(self) -> None:
        """First the book; wiping comes after it, if one goes on."""
        self._once(self._print_and_wipe)

    @on(Button.Pressed, f"#{Becomes.WIPE}")
    def wipe(self) -> None:
        """See what goes and what stays."""
        self._once(self._wipe)

    async def _print_and_wipe(self) -> None:
        from companion.ui.screens.book import BookScreen

        book = BookScreen(self.context, self._journey_id, on_the_way=True)
        if await self.app.push_screen_wait(book):
            await self._wipe()

    async def _wipe(self) -> None:
        from companion.ui.screens.wipe import WipeScreen

        if self.context.house.is_demo:
            self.tell(self.say("parting.demo"))
            return
        await self.app.push_screen_wait(WipeScreen(self.context))
