"""Small paths made by hand: one of each that the rhythm knows, with invented questions."""

from __future__ import annotations

from companion.domain.conditions import Condition, Test
from companion.domain.page import Section
from companion.domain.path import (
    Effect,
    Form,
    LookBack,
    Option,
    Place,
    ReflectionPath,
    Scale,
    Step,
    StepKind,
    WordGroup,
)
from companion.domain.walk import ARRIVE

FULL_ONLY = frozenset({Form.FULL})
ENDS = (Scale("barely", "fully"),)
MAP_ENDS = (Scale("unpleasant", "pleasant"), Scale("shut down", "racing"))

CLOSE = Step(
    "close",
    StepKind.CLOSE,
    "How would you like to put this down?",
    always=True,
    options=(
        Option("put-down", "Put it down", "It is kept here and locked."),
        Option("look", "Look around", "Find three straight edges in the room."),
    ),
)
"""The closing at the end of every path here."""

ARRIVING = Step(ARRIVE, StepKind.RATING, "How steady are you?", scales=ENDS)
GATE = Step(
    "gate",
    StepKind.CHOICE,
    "Not now is a good answer. What would you like?",
    asked_if=Condition((Test(ARRIVE, at_most=2),)),
    section=None,
    options=(
        Option("go-on", "Go on"),
        Option("short", "A few questions only", effect=Effect.SHORT),
        Option("stop", "Stop here", effect=Effect.STOP),
    ),
)
"""Offers a shorter way to whoever arrives with little ground under their feet."""


def text(step_id: str, prompt: str, **more: object) -> Step:
    """A step that asks for words."""
    return Step(step_id, StepKind.TEXT, prompt, **more)  # type: ignore[arg-type]  # passed on


def path(path_id: str, title: str, *steps: Step, **more: object) -> ReflectionPath:
    """A path of these steps and the closing."""
    given: dict[str, object] = {"version": 1, "language": "en", "about": "", "minutes": 3}
    return ReflectionPath(path_id, title=title, steps=(*steps, CLOSE), **(given | more))  # type: ignore[arg-type]  # passed on


def echo() -> ReflectionPath:
    """Walked after a session; what was not said goes to the drawer."""
    return path(
        "echo",
        "What stayed",
        text("stayed", "What stayed with you?", section=Section.SINCE),
        text("unsaid", "What did you leave unsaid?", place=Place.UNSAID),
        text("agreed", "What did you two agree on?", section=Section.TRIED),
    )


def recall() -> ReflectionPath:
    """Remember first, then look."""
    return path(
        "recall",
        "Still there",
        text("remember", "What do you remember?"),
        Step(
            "look",
            StepKind.LOOK_BACK,
            "This is what you wrote.",
            look_back=LookBack("echo", ("agreed", "stayed", "unsaid")),
        ),
    )


def trust() -> ReflectionPath:
    """One of free choice, with a gate and a short form."""
    return path(
        "trust",
        "Speaking freely",
        ARRIVING,
        GATE,
        text("scene", "What happened?"),
        text("around", "What do you walk around?", forms=FULL_ONLY),
        Step("open", StepKind.RATING, "How open could you be?", scales=ENDS, forms=FULL_ONLY),
        chosen_freely=True,
        minutes=5,
    )


def hope() -> ReflectionPath:
    """One of free choice, of two steps."""
    return path(
        "hope",
        "A way forward",
        text("road", "What small road is there?"),
        text("push", "What gave you a push?", section=Section.MANAGED),
        chosen_freely=True,
        minutes=4,
    )


def feelings() -> ReflectionPath:
    """One of free choice, with the map and the words near a point."""
    return path(
        "feelings",
        "What moves in me",
        Step("map", StepKind.MAP, "Where are you on the map?", scales=MAP_ENDS),
        Step(
            "words",
            StepKind.WORDS,
            "Is one of these words right?",
            near="map",
            section=Section.FEELINGS,
            groups=(
                WordGroup("warm", 8, 6, ("glad", "fond")),
                WordGroup("heavy", 2, 2, ("sad", "weary")),
            ),
            outside=("mixed", "numb", "no word"),
        ),
        chosen_freely=True,
        minutes=5,
    )


def getting_ready() -> ReflectionPath:
    """Walked before a session; its answers belong to all sorts of sections."""
    return path(
        "getting-ready",
        "Before I go in",
        text("one-thing", "If only one thing, which?", section=Section.ONE_THING),
        text("shifted", "What has shifted?", section=Section.SINCE),
        text("you-two", "Something about you two?", section=Section.ABOUT_US),
        text("not-today", "What would you rather not talk about?", section=Section.NOT_TODAY),
        Step(
            "help-most",
            StepKind.CHOICE,
            "What would help most?",
            section=Section.HELP_TODAY,
            several=True,
            options=(Option("listen", "Mostly listening"), Option("slower", "Slower")),
        ),
        text("leave-out", "What are you tempted to leave out?", section=None),
        text("ask", "What do you want to ask?", section=Section.QUESTIONS),
        minutes=4,
    )


def after_page() -> ReflectionPath:
    """A form that is filled in after a session to which a page was brought."""
    return path(
        "after-page",
        "The page, afterwards",
        Step(
            "got-to-it",
            StepKind.CHOICE,
            "Did you two get to it?",
            section=None,
            options=(Option("yes", "Yes"), Option("no", "No")),
        ),
        text("change", "Would you change anything?", section=None),
        minutes=1,
        offered=False,
    )


def every_path() -> tuple[ReflectionPath, ...]:
    """All of them, in the order to offer them."""
    return (trust(), hope(), feelings(), echo(), recall(), getting_ready())
