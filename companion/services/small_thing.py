"""The one small thing on home: how it can be answered, and what the answers mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.rhythm import OpenKind

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.services.home import HomeView
    from companion.services.ports.content import Words
    from companion.services.rhythm import Rhythm

REFUSALS = ("later", "never")
"""The answers that send it away, for today or for good; they stand apart, and quiet."""
BUTTONS: dict[OpenKind, tuple[str, ...]] = {
    OpenKind.RESUME: ("go-on", "keep-as-is", "later"),
    OpenKind.SETTLE: ("held", "move", "missed", "later"),
    OpenKind.ECHO: ("begin", "other", *REFUSALS),
    OpenKind.AFTER_PAGE: ("begin", "other", *REFUSALS),
    OpenKind.GET_READY: ("begin", "other", *REFUSALS),
    OpenKind.CHOOSE_PAGE: ("choose", "other", *REFUSALS),
    OpenKind.LOOK_AGAIN: ("look", "other", "later"),
    OpenKind.RECALL: ("begin", "other", *REFUSALS),
    OpenKind.LESS: ("as-it-is", "around-sessions", "pause"),
    OpenKind.HOMEWORK: ("begin", "homework", *REFUSALS),
    OpenKind.HOMEWORK_TASK: ("homework-task", "other", *REFUSALS),
    OpenKind.REFLECT: ("begin", "other", *REFUSALS),
    OpenKind.PAUSED: ("resume", "other"),
    OpenKind.CLOSED: ("read", "therapies"),
    OpenKind.NOTHING: ("other",),
}
"""The answers to each kind of thing, the first one being the thing itself."""
STILL = frozenset({OpenKind.PAUSED, OpenKind.CLOSED})
"""Where nothing is to be started, nobody is greeted and asked where to start."""


def open_says(words: Words, clock: Clock, view: HomeView) -> tuple[str, str]:
    """What is open as a title, and a sentence or two about it.

    Whoever was away for long is only greeted.

    Args:
        words: The interface's language.
        clock: Knows the person's own zone.
        view: Home as it is now.
    """
    found, session = view.open, view.open.session
    day = words.day(clock.local(session.at).date()) if session else ""
    number = session.number if session else ""

    def say(part: str) -> str:
        key = f"home.open.{found.kind}.{part}"
        return words.say(key, title=view.open_title, number=number, day=day)

    is_free = found.kind is OpenKind.REFLECT and view.interval.next is None
    title, text = say("title"), say("text_free" if is_free else "text")
    if not view.welcome or found.kind in STILL:
        return title, text
    if found.kind is not OpenKind.NOTHING:
        text = words.say("home.welcome_text", title=title)
    return words.say("home.welcome"), text


def answer(rhythm: Rhythm, kind: OpenKind, name: str) -> None:
    """Keep what was said about being offered things.

    Args:
        rhythm: Keeps it.
        kind: The thing that was open.
        name: The answer that was chosen.

    Raises:
        StorageError: If it could not be written.
    """
    match name:
        case "later":
            rhythm.later(kind)
        case "never":
            rhythm.never(kind)
        case "as-it-is" | "around-sessions":
            rhythm.less(only_around_sessions=name == "around-sessions")
        case "pause":
            rhythm.less(only_around_sessions=False)
            rhythm.pause()
        case "resume":
            rhythm.resume()
