"""Trying words for something unsaid: all of it, three lines, one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Selection

from companion.domain.ladder import Size
from companion.domain.rehearsing import BLANK, has_blank, is_longer
from companion.domain.text import one_line
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.kept_words import KeptWordsScreen, Written
from companion.ui.screens.starters import StartersScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.moves import KeptWord

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from companion.domain.ladder import Unsaid
    from companion.ui.context import Context


class RehearseScreen(KeptWordsScreen["Unsaid"]):
    """An editor for each size; Tab goes from one to the next."""

    CSS_PATH = "rehearse.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("rehearse.keep", "rehearse.start")

    def __init__(self, context: Context, item: Unsaid, *, ticked: bool = False) -> None:
        """Take what is rehearsed.

        Args:
            context: What the open notebook offers.
            item: The thing in the drawer, as it is now.
            ticked: Whether it stands on the next page.
        """
        super().__init__(context, item)
        tried = item.standing.rehearsal
        self._editors = {size: Editor(tried.of(size), id=f"size-{size}") for size in Size}
        self._hints = {size: Static("", classes="hint quiet") for size in Size}
        self._at = item.standing.brings or Size.ALL
        self._ticked = ticked
        self._once = Once(self)

    def compose(self) -> ComposeResult:
        """What was written, and the three sizes below it."""
        yield Masthead(self.say("rehearse.title"))
        with VerticalScroll(classes="body", can_focus=False):
            with Vertical(id="rehearse-head"):
                lead = sentence(self.words, "rehearse.lead", text=one_line(self.item.text))
                yield Static(lead, id="rehearsed", classes="quiet prose")
                if self._ticked:
                    yield Static(sentence(self.words, "rehearse.ticked"), classes="warm prose")
            for size, editor in self._editors.items():
                with Vertical(id=f"part-{size}", classes="part"):
                    with Horizontal(classes="part-head"):
                        label = sentence(self.words, f"rehearse.size.{size}")
                        yield Static(label, classes="strong part-name")
                        yield self._hints[size]
                    yield editor
        with Horizontal(id="rehearse-moves"):
            for name, does, kind in (("done", "keep", "-primary"), ("start", "start", "")):
                label = sentence(self.words, f"rehearse.{name}")
                yield Button(label, id=name, classes=kind, action=f"screen.{does}")
            yield KeptWord(self.words)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Go on where the words are that would be brought."""
        for editor in self._editors.values():
            editor.move_cursor(editor.document.end)
        self._say_hints()
        self._editors[self._at].focus()

    def on_resize(self) -> None:
        """Stay where one writes, once all stands in its new place."""
        self.call_after_refresh(self._keep_in_sight)

    @property
    def item_id(self) -> str:
        """The id of the answer in the drawer."""
        return self.item.answer_id

    @property
    def written(self) -> Written:
        """The words of the three sizes."""
        return tuple(editor.text.strip() for editor in self._editors.values())

    def as_kept(self, item: Unsaid) -> Written:
        """The same as they are kept."""
        return tuple(item.standing.rehearsal.of(size) for size in Size)

    def put(self, item: Unsaid, written: Written) -> Unsaid:
        """Keep the sizes whose words are others now."""
        for size, words in zip(Size, written, strict=True):
            if words != item.standing.rehearsal.of(size):
                item = self.context.open.drawer.rehearse(item.answer_id, size, words)
        return item

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002  Textual's own
        from_app_focus: bool = False,  # noqa: FBT001, FBT002  Textual's own
    ) -> None:
        """Go to a widget. Of an editor, `follow` scrolls to more than the editor alone."""
        scroll_visible = scroll_visible and not isinstance(widget, Editor)
        super().set_focus(widget, scroll_visible, from_app_focus)

    @on(events.DescendantFocus)
    def follow(self, event: events.DescendantFocus) -> None:
        """Know which size is being written, and keep its name in sight."""
        for size, editor in self._editors.items():
            if event.widget is editor:
                self._at = size
                self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        # At once: one that is put off would undo the next one.
        self.query_one(f"#part-{self._at}").scroll_visible(animate=False, immediate=True)

    @on(TextArea.Changed)
    def _say_hints(self) -> None:
        """Say, where it is so, that a gap is open or words are long; they stay as they are."""
        for size, editor in self._editors.items():
            hint, key = self._hints[size], _hint(size, editor.text)
            hint.update(sentence(self.words, key) if key else "")
            hint.display = bool(key)

    def action_start(self) -> None:
        """Choose a beginning and put it behind the words that are there."""
        self._once(self._start)

    async def _start(self) -> None:
        starter = await self.app.push_screen_wait(StartersScreen(self.words))
        if starter is not None:
            self._begin(self._editors[self._at], starter)

    @staticmethod
    def _begin(editor: Editor, starter: str) -> None:
        """Write a beginning on a line of its own; the next key writes into its first blank."""
        row, column = editor.document.end
        if editor.document.get_line(row).strip():
            editor.insert("\n", (row, column))
            row, column = row + 1, 0
        editor.insert(starter, (row, column))
        blank = starter.find(BLANK)
        if blank >= 0:
            start = column + blank
            editor.selection = Selection((row, start), (row, start + len(BLANK)))
        editor.focus()


def _hint(size: Size, words: str) -> str:
    """The key of what is said of words in a size; empty: nothing."""
    if has_blank(words):
        return "rehearse.blank"
    return f"rehearse.longer.{size}" if is_longer(size, words) else ""
