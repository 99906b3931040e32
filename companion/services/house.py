"""Everything a face of companion is handed at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.services.guide import NoGuide

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.clock import Clock
    from companion.domain.safekeeping import Process
    from companion.services.guide import GuidePages
    from companion.services.help_now import HelpNow
    from companion.services.leaflets import Leaflets
    from companion.services.notebook import Notebook
    from companion.services.ports.content import Words
    from companion.services.preferences import PreferenceKeeper


def _nothing() -> None:
    """What there is to do where nothing has to be."""


def _unknown_process() -> Process:
    from companion.domain.safekeeping import Process

    return Process()


class House(NamedTuple):
    """What the app and plain mode work with; made by `bootstrap`, by tests and by the demo."""

    notebook: Notebook
    """The notebook, still locked."""
    words: Words
    """The interface's sentences."""
    help_now: HelpNow
    """Help lines, readable before unlocking."""
    preferences: PreferenceKeeper
    """What is set outside the notebook."""
    clock: Clock
    """The time."""
    is_demo: bool = False
    """Whether the notebook is the fictional one, of which nothing is kept."""
    guide: GuidePages = NoGuide()
    """The guide's pages."""
    leaflets: Callable[[], Leaflets | None] = _nothing
    """Prints pages of the guide; none: nothing of it can be printed."""
    inspect: Callable[[], Process] = _unknown_process
    """Looks at this process and at companion's own code. Takes a while: not while drawing."""
    prepare: Callable[[], None] = _nothing
    """Begins to make ready what an open notebook needs; returns at once."""
    abandon: Callable[[], None] = _nothing
    """Removes what must not stay where the process has to end at once; safe to call twice."""
    speak: Callable[[str], House] | None = None
    """The same house in another language (a code; empty: as the system says), its notebook
    still locked; none: this is the only one."""

    @property
    def other_languages(self) -> tuple[str, ...]:
        """The codes of the languages that could be spoken instead."""
        there = self.preferences.languages if self.speak else ()
        return tuple(code for code in there if code != self.words.code)
