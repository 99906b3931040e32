"""The answers of an entry one below the other, with a cursor."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from companion.domain.answer import HIGHEST, MapPoint
from companion.domain.path import Place, StepKind
from companion.ui.content import plain
from companion.ui.keys import bindings
from companion.ui.widgets.steps.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.binding import BindingType

    from companion.domain.answer import Answer
    from companion.services.ports.content import Words

_A_LITTLE = 3  # lines that an arrow scrolls within an answer longer than the window


def has_place(answer: Answer) -> bool:
    """Whether the person chose, or can choose, where an answer is."""
    if answer.kind is StepKind.CHOICE:
        return answer.section is not None
    return answer.has_words


def places_for(answer: Answer) -> tuple[Place, ...]:
    """Where an answer may be; what is never on a page does not wait for one either."""
    if not has_place(answer):
        return ()
    parked = answer.may_be_parked
    return tuple(place for place in Place if parked or place is not Place.PARKED)


def said_in(words: Words, answer: Answer) -> str:
    """What was said, in words: the text as it was written, a rating, a point.

    Args:
        words: The interface's language.
        answer: The answer.
    """
    if isinstance(answer.value, MapPoint):
        return spoken(words, answer.value)
    if isinstance(answer.value, int):
        dots = "●" * answer.value + "○" * (HIGHEST - answer.value)
        return words.say("entry.rating", number=answer.value, dots=dots)
    return answer.shown


def drawn(words: Words, answer: Answer, title: str, aside: str = "") -> Content:
    """An answer below its question, and where it is.

    Args:
        words: The interface's language.
        answer: The answer.
        title: The entry's title; a question that only repeats it is left out.
        aside: What else is known about it; may be empty.
    """
    lines = [plain(said_in(words, answer))]
    if answer.prompt and answer.prompt != title:
        lines.insert(0, plain(answer.prompt, "$quiet"))
    style = "$quiet" if answer.place is Place.HERE else "$cool"
    place = words.say(f"entry.place.{answer.place}") if has_place(answer) else ""
    about = " · ".join(part for part in (place, aside) if part)
    if about:
        lines.append(plain(about, style))
    return Content("\n").join(lines)


class AnswerView(Static):
    """One answer with its question."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    AnswerView {
        width: 100%; max-width: 80; height: auto;
        padding: 0 1; margin-bottom: 1; border-left: none;
    }
    Answers AnswerView.-here { border-left: outer $line; padding: 0 1 0 0; }
    Answers:focus AnswerView.-here { border-left: outer $cool; }
    """

    class Clicked(Message):
        """The mouse pressed an answer."""

        def __init__(self, view: AnswerView) -> None:
            """Take the answer."""
            super().__init__()
            self.view = view
            """The answer."""

    def __init__(self, answer: Answer, content: Content) -> None:
        """Take the answer.

        Args:
            answer: The answer.
            content: How it is drawn.
        """
        super().__init__(content)
        self.answer = answer
        """The answer."""

    def on_click(self) -> None:
        """Tell of it."""
        self.post_message(self.Clicked(self))


class Answers(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows answers; the one with the cursor can be moved."""

    class Moved(Message):
        """The cursor may be on another answer now."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "entry.up",
        "entry.down",
        "list.page_up",
        "list.page_down",
        "list.first",
        "list.last",
    )
    DEFAULT_CSS = """
    Answers { width: 100%; height: 1fr; scrollbar-size-vertical: 1; }
    """

    @property
    def here(self) -> Answer | None:
        """The answer the cursor is on; none if there are no answers."""
        view = self._here
        return view.answer if view else None

    async def show(
        self,
        words: Words,
        answers: Sequence[Answer],
        title: str,
        asides: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show answers; the cursor stays where it was, as far as it can.

        It begins on the first answer in words: hardly anyone opens an entry for how steady
        they were on arriving.

        Args:
            words: The interface's language.
            answers: The answers.
            title: The entry's title.
            asides: What else is known about some of them, by answer id.
        """
        words_at = (at for at, answer in enumerate(answers) if has_place(answer))
        index = self._index if self._views else next(words_at, 0)
        known = {view.answer.id: view for view in self._views}
        kept = {answer.id for answer in answers}
        with self.app.batch_update():
            for answer_id in known.keys() - kept:
                await known[answer_id].remove()
            for position, answer in enumerate(answers):
                content = drawn(words, answer, title, asides.get(answer.id, ""))
                if answer.id in known:
                    known[answer.id].answer = answer
                    known[answer.id].update(content)
                else:
                    view = AnswerView(answer, content)
                    await self.mount(view, before=position if position < len(self._views) else None)
        if self._here is None:
            self._mark(min(index, len(self._views) - 1))

    def on_answer_view_clicked(self, message: AnswerView.Clicked) -> None:
        """Put the cursor on the answer that was pressed."""
        message.stop()
        self._mark(self._views.index(message.view))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the answer with the cursor in sight."""
        del event
        if self._views:
            self.call_after_refresh(self._reveal)

    def action_up(self) -> None:
        """To the answer above, or to what is above in a long one."""
        view = self._here
        if view is not None and view.virtual_region.y < self.scroll_offset.y:
            self.scroll_relative(y=-_A_LITTLE, animate=False)
        else:
            self._go(self._index - 1, from_below=True)

    def action_down(self) -> None:
        """To the answer below, or to what is below in a long one."""
        view = self._here
        if view is not None and view.virtual_region.bottom > self._bottom:
            self.scroll_relative(y=_A_LITTLE, animate=False)
        else:
            self._go(self._index + 1)

    def action_page_up(self) -> None:
        """One window up."""
        self.scroll_to(y=self.scroll_offset.y - self.size.height, animate=False)
        self.call_after_refresh(self._catch_up)

    def action_page_down(self) -> None:
        """One window down."""
        self.scroll_to(y=self.scroll_offset.y + self.size.height, animate=False)
        self.call_after_refresh(self._catch_up)

    def action_first(self) -> None:
        """To the first answer."""
        self._go(0)

    def action_last(self) -> None:
        """To the end of the last answer."""
        self._go(len(self._views) - 1, from_below=True)

    @property
    def _views(self) -> list[AnswerView]:
        return list(self.query(AnswerView))

    @property
    def _here(self) -> AnswerView | None:
        return next((view for view in self._views if view.has_class("-here")), None)

    @property
    def _index(self) -> int:
        view = self._here
        return self._views.index(view) if view else 0

    @property
    def _bottom(self) -> int:
        return self.scroll_offset.y + self.size.height

    def _mark(self, index: int) -> None:
        for number, view in enumerate(self._views):
            view.set_class(number == index, "-here")
        self.post_message(self.Moved())

    def _go(self, index: int, *, from_below: bool = False) -> None:
        views = self._views
        if views:
            self._mark(max(0, min(index, len(views) - 1)))
            self._reveal(from_below=from_below)

    def _reveal(self, *, from_below: bool = False) -> None:
        view = self._here
        if view is None:
            return
        region, rows = view.virtual_region, self.size.height
        if region.height > rows:
            top = region.bottom - rows if from_below else region.y
        elif region.y < self.scroll_offset.y:
            top = region.y
        else:
            top = max(self.scroll_offset.y, region.bottom - rows)
        self.scroll_to(y=top, animate=False)

    def _catch_up(self) -> None:
        """Let the cursor follow: to the first answer that begins in sight, or that is in it."""
        top, bottom = self.scroll_offset.y, self._bottom
        regions = [view.virtual_region for view in self._views]
        begin = [n for n, region in enumerate(regions) if top <= region.y < bottom]
        seen = [n for n, region in enumerate(regions) if region.y < bottom and region.bottom > top]
        if self._index not in begin and (begin or seen):
            self._mark((begin or seen)[0])
