"""What is to be brought to the next session, and what the two agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Static

from companion.ui.content import plain, sentence

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.clock import Clock
    from companion.services.home import HomeView
    from companion.services.ports.content import Words


class ToBring(Vertical):
    """The card on home; it changes nothing."""

    def __init__(self, words: Words, clock: Clock) -> None:
        """Take the interface's language and the person's own calendar."""
        super().__init__(id="to-bring", classes="card")
        self._words = words
        self._clock = clock
        self.border_title = sentence(words, "home.to_bring")

    def compose(self) -> ComposeResult:
        """The lines, what is said of them, and the tasks that are open."""
        yield Static("", id="bring-lines")
        yield Static("", id="bring-about", classes="quiet")
        yield Static("", id="agreed-lines")

    def show(self, view: HomeView) -> None:
        """Show what is to be brought now."""
        say, ahead = self._words.say, view.interval.next
        title = say("home.to_bring")
        if ahead is not None:
            day = self._words.short_day(self._clock.local(ahead.at).date())
            title = say("home.to_bring_on", day=day)
        self.border_title = plain(title)
        lines = self.query_one("#bring-lines", Static)
        lines.update(plain("\n").join([plain(line) for line in view.to_bring]))
        lines.display = bool(view.to_bring)
        tasks = self.query_one("#agreed-lines", Static)
        agreed = [plain(say("home.agreed"), "$warm"), *map(plain, view.agreed)]
        tasks.update(plain("\n").join(agreed))
        tasks.display = bool(view.agreed)
        key = "home.bring_some" if view.to_bring else "home.bring_none"
        if view.nothing_to_bring:
            key = "home.bring_nothing"
        self.query_one("#bring-about", Static).update(sentence(self._words, key))
