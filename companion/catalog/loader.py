"""From a path's two files, its structure and its words, to a `ReflectionPath`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.catalog.files import FALLBACK, read, read_if_there
from companion.catalog.slip import Slip
from companion.catalog.steps import load_step
from companion.catalog.table import Table
from companion.domain.page import Section
from companion.domain.path import (
    EVERY_FORM,
    PLACEABLE,
    Card,
    Form,
    Provenance,
    ReflectionPath,
    StepKind,
)

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from companion.domain.path import Step

FRAME = "frame"
"""The file of the steps that stand around every path."""
NEVER = "never"
"""What `page` says of an answer that is never on a page."""
_ORDER = "order"
_FORM = "form"
# What `form = true` says of a file: no reflection to choose, and nothing stands around it.


def load_path(root: Traversable, path_id: str, language: str) -> ReflectionPath:
    """A path in one language; a sentence it lacks there is taken from English.

    Args:
        root: The content folder.
        path_id: The path's id, which is its files' name.
        language: The language's code.

    Raises:
        ContentError: If a file is missing or makes no sense; it names file and key.
    """
    made = _table(root, f"paths/{path_id}.toml")
    words = Table(words_file(path_id, language), path_words(root, path_id, language))
    is_form = made.flag(_FORM)
    before, after = ((), ()) if is_form else load_frame(root, language)
    steps = made.tables("steps")
    if not steps:
        made.refuse("steps", "missing")
    path = ReflectionPath(
        id=made.text("id"),
        version=made.number("version"),
        language=language,
        title=words.text("title"),
        about=words.text("about"),
        minutes=made.number("minutes"),
        steps=(*before, *(_path_step(step, words) for step in steps), *after),
        provenance=_provenance(words),
        card=_card(words.table("card")) if "card" in words else None,
        chosen_freely=made.flag("chosen_freely"),
        offered=not is_form,
        compared=made.flag("compared"),
    )
    made.number(_ORDER, 0)  # the shelf's business
    made.done()
    return path


def load_order(root: Traversable, path_id: str) -> int:
    """Where a path stands among those offered, the lowest first.

    Raises:
        ContentError: If the file is missing or makes no sense.
    """
    return _table(root, f"paths/{path_id}.toml").number(_ORDER, 0)


def load_frame(root: Traversable, language: str) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The steps that stand before every path, and those after it.

    Raises:
        ContentError: If a file is missing or makes no sense; it names file and key.
    """
    made = _table(root, f"paths/{FRAME}.toml")
    words = Table(words_file(FRAME, language), path_words(root, FRAME, language))
    before = tuple(_frame_step(step, words) for step in made.tables("before"))
    after = tuple(_frame_step(step, words) for step in made.tables("after"))
    made.done()
    return before, after


def words_file(path_id: str, language: str) -> str:
    """The file of a path's words, as a problem names it."""
    return f"{language}/paths/{path_id}.toml"


def path_words(root: Traversable, path_id: str, language: str) -> dict[str, Any]:
    """The words of a path in a language, with English beneath them.

    Raises:
        ContentError: If the English file is missing, or one makes no sense.
    """
    fallback = read(root, words_file(path_id, FALLBACK))
    if language == FALLBACK:
        return fallback
    return _over(fallback, read_if_there(root, words_file(path_id, language)))


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(below.get(key), dict)
        merged[key] = _over(below[key], value) if both else value
    return merged


def _table(root: Traversable, name: str) -> Table:
    return Table(name, read(root, name))


def _path_step(made: Table, words: Table) -> Step:
    shorter = [form for form in (Form.SHORT, Form.ONE) if made.flag(form)]
    return load_step(made, words, frozenset({Form.FULL, *shorter}), section_of(made))


def _frame_step(made: Table, words: Table) -> Step:
    # The frame stays whole in every form that does not leave a step out by name, and none
    # of it is for the page.
    left_out = made.texts("not_in")
    if not set(left_out) <= set(Form):
        made.refuse("not_in", f"one of them is none of {', '.join(Form)}")
    step = load_step(made, words, EVERY_FORM - {Form(name) for name in left_out}, None)
    return replace(step, framing=True)


def section_of(made: Table) -> Section | None:
    """The part of the page that a step's answer belongs to; none: it is never on a page.

    Raises:
        ContentError: If what is said about the page makes no sense.
    """
    if made.one_of("kind", StepKind) not in PLACEABLE:
        if "section" in made:
            wrong = "an answer without words is never on a page"
            made.refuse("section", Slip(wrong, "no-page-here"))
        return None
    if "page" not in made:
        return made.one_of("section", Section, Section.TALK)
    # Anything but "never" is a slip, and must not make a private answer page material.
    if made.text("page") != NEVER:
        made.refuse("page", Slip(f"only {NEVER!r} can be said here", "page-never"))
    if "section" in made:
        wrong = "never on the page, and yet in a section"
        made.refuse("section", Slip(wrong, "never-and-section"))
    return None


def _provenance(said: Table) -> Provenance:
    return Provenance(said.text("author"), said.text("licence"), said.day("reviewed_on"))


def _card(said: Table) -> Card:
    return Card(said.text("text"), said.texts("citations"))
