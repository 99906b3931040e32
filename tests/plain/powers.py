"""What the app can do, and the lines that do it in plain mode: the shape of the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from by_ear import Pick, pick

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.services.open_notebook import OpenNotebook

    Kept = Callable[[OpenNotebook, Path], bool]

LOCK = "/lock"
"""Ends every walk, wherever it has come to."""


def whatever(_opened: OpenNotebook, _home: Path) -> bool:
    """Of what is only heard, nothing is kept."""
    return True


@dataclass(frozen=True, slots=True)
class Power:
    """One thing that can be done."""

    does: str
    """The actions of the app it answers to, with blanks between."""
    types: tuple[str | Pick, ...]
    """What is typed, from the menu on; `{home}` stands for a folder outside the notebook."""
    hears: str
    """Keys of sentences that must be heard, with blanks between; or the words, after a `=`."""
    keeps: Kept = whatever
    """Whether the notebook holds afterwards what it should."""
    leaves: bool = False
    """Whether it leaves by itself, and has not to be locked."""

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions, one by one."""
        return tuple(self.does.split())


def menu(name: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with something from the menu."""
    return (pick(f"plain.menu.{name}"), *lines)


def more(name: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with something that is wanted less often."""
    return menu("more", pick(f"plain_reflect.more.{name}"), *lines)


def walk(title: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with a whole reflection, after the steadiness was tapped."""
    return menu("reflect", Pick(title), pick("plain_reflect.full.many"), "6", *lines)


def entry(number: str, doing: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with something done with an entry of the journal."""
    return menu("journal", number, pick(f"reading.do.{doing}"), *lines)


def first_words(opened: OpenNotebook, *words: str) -> bool:
    """Whether the newest entry begins so."""
    rows = opened.journal.rows(0, 1)
    return bool(rows) and rows[0].first_words.startswith(words)


NOT_BY_LINES = {
    "app.palette": "it finds an action by its name; here the menu says every name",
    "app.keys": "there are no keys here; /help says what can be typed",
    "screen.keys": "there are no keys here; /help says what can be typed",
    "dialog.before": "moves between buttons; an answer is typed",
    "dialog.after": "moves between buttons; an answer is typed",
    "list.up": "moves a cursor; a line is chosen by its number",
    "list.down": "moves a cursor; a line is chosen by its number",
    "list.page_up": "moves a cursor; a line is chosen by its number",
    "list.page_down": "moves a cursor; the word more says what comes next",
    "list.first": "moves a cursor; a line is chosen by its number",
    "list.last": "moves a cursor; a line is chosen by its number",
    "entry.up": "moves a cursor; an answer is chosen by its number",
    "entry.down": "moves a cursor; an answer is chosen by its number",
    "help.up": "scrolls; everything is said",
    "help.down": "scrolls; everything is said",
}
"""What the app does with a full screen and plain mode has no use for, each with its reason."""
