"""How it moved: what was chosen on the scales, as dots in time, and nothing said about it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.domain.movement import Stretch
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.chips import Chip, Chips
from companion.ui.widgets.dots import SESSION, Chart, DotChart, Period
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.movement import Series, Topic
    from companion.ui.context import Context

_STRETCHES = tuple(Stretch)
_CHARTS = 2
_NOT_EMPTY = ("#moved-topics", "#moved-charts", "#moved-about", "#moved-stretches")


class MovedScreen(NotebookScreen[None]):
    """Shows one thing at a time: trust, hope or feelings."""

    CSS_PATH = "moved.tcss"
    AUTO_FOCUS = ".body"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("moved.after", "moved.before", "moved.stretch")
    ]

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._topics: tuple[Topic, ...] = ()
        self._at = ""
        self._stretch = Stretch.ALL
        self._is_empty = False

    def compose(self) -> ComposeResult:
        """What it is about, the dots, what a dot is, how far back."""
        yield Masthead(self.say("moved.title"))
        with VerticalScroll(classes="body"):
            yield Static(sentence(self.words, "moved.empty"), id="moved-empty", classes="prose")
            yield Chips(id="moved-topics")
            with Horizontal(id="moved-charts"):
                for number in range(_CHARTS):
                    yield DotChart(f"moved-{number}")
            yield Static("", id="moved-about", classes="prose quiet")
            yield Chips(id="moved-stretches")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show what there is."""
        for part in (*_NOT_EMPTY, "#moved-empty"):
            self.query_one(part).display = False
        self.look()

    def on_resize(self) -> None:
        """Explain what the charts have no room for any more."""
        if self._topics:
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is nothing to see, there is nothing else to see."""
        del parameters
        return action not in {"after", "before", "stretch"} or not self._is_empty

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read the dots of the stretch of time that is chosen, and show them."""
        stretch = self._stretch
        try:
            found = await self.context.in_order(self.context.open.movement.over, stretch)
        except CompanionError as error:
            self.tell_error(error)
            return
        self._topics = found
        if not self._at:
            self._at = next((one.path_id for one in found if not one.is_empty), found[0].path_id)
            self._is_empty = all(one.is_empty for one in found)
            self.refresh_bindings()
        self._draw()

    def action_after(self) -> None:
        """Show the next thing, round and round."""
        self._turn(1)

    def action_before(self) -> None:
        """Show the thing before, round and round."""
        self._turn(-1)

    def action_stretch(self) -> None:
        """Look less far back, or from the beginning again."""
        after = _STRETCHES.index(self._stretch) + 1
        self._look_back(_STRETCHES[after % len(_STRETCHES)])

    @on(Chips.Pressed, "#moved-topics")
    def turn_to(self, event: Chips.Pressed) -> None:
        """Show the thing that was chosen."""
        self._at = event.chip_id
        self._draw()

    @on(Chips.Pressed, "#moved-stretches")
    def look_back(self, event: Chips.Pressed) -> None:
        """Look as far back as was chosen."""
        self._look_back(Stretch(event.chip_id))

    def _look_back(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self.look()

    def _turn(self, by: int) -> None:
        ids = [one.path_id for one in self._topics]
        if ids:
            self._at = ids[(ids.index(self._at) + by) % len(ids)]
            self._draw()

    def _draw(self) -> None:
        self.query_one("#moved-empty").display = self._is_empty
        for part in _NOT_EMPTY:
            self.query_one(part).display = not self._is_empty
        if self._is_empty:
            return
        topic = next(one for one in self._topics if one.path_id == self._at)
        self.query_one(Masthead).retitle(
            self.say("moved.title"), self.say(f"moved.stretch.{self._stretch}")
        )
        self.query_one("#moved-topics", Chips).show(
            [
                Chip(one.path_id, self.say(f"moved.topic.{one.path_id}"), one.path_id == self._at)
                for one in self._topics
            ]
        )
        self.query_one("#moved-stretches", Chips).show(
            [
                Chip(one, self.say(f"moved.stretch.{one}"), one is self._stretch, quiet=True)
                for one in _STRETCHES
            ]
        )
        self._draw_topic(topic)

    def _draw_topic(self, topic: Topic) -> None:
        for number, series in zip_longest(range(_CHARTS), topic.series):
            self.query_one(f"#moved-{number}", DotChart).put(self._chart(topic, series))
        # How wide the charts are is known once they are laid out.
        self.call_after_refresh(self._explain, is_empty=topic.is_empty)

    def _explain(self, *, is_empty: bool) -> None:
        """Say what a dot is, and what marks a session where the charts have no room for it."""
        said = [self.say("moved.none" if is_empty else "moved.about")]
        if any(chart.leaves_mark_out for chart in self.query(DotChart)):
            said.append(self.say("moved.session_mark", mark=SESSION))
        self.query_one("#moved-about", Static).update(plain("  ".join(said)))

    def _chart(self, topic: Topic, series: Series) -> Chart:
        name = self.say(f"moved.scale.{series.measure.id}")
        number = self._number(series)
        ends = self.context.open.movement.ends(series.measure)
        if topic.begins is None or topic.ends is None or not series.dots:
            return Chart(name, number, ends)
        return Chart(
            name,
            number,
            ends,
            series.dots,
            series.is_enough,
            Period(topic.begins, topic.ends),
            tuple(one.at for one in topic.sessions),
            self._days(topic.begins, topic.ends),
            self.say("moved.session_mark", mark=SESSION),
        )

    def _number(self, series: Series) -> str:
        number = len(series.dots)
        dots = self.say("moved.dots" if number else "moved.dots.none", number=number)
        return dots if series.is_enough else self.say("moved.too_few", dots=dots)

    def _days(self, begins: datetime, ends: datetime) -> tuple[str, str]:
        clock = self.context.house.clock
        first, last = (short_day(self.words, clock, one) for one in (begins, ends))
        return first, "" if first == last else last
