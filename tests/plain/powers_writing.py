"""Reflecting, free lines, the journal and one entry: the app's powers by typed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from by_ear import Pick, pick
from powers import Power, entry, first_words, menu, more, walk

from companion.domain.path import Place

if TYPE_CHECKING:
    from pathlib import Path

    from powers import Kept

    from companion.domain.answer import Reflection
    from companion.services.open_notebook import OpenNotebook

WORDS = "A gull on the ledge"
FREE = "Speaking freely"
LUNCH = "Had lunch"
_SHORT = pick("plain_reflect.short")


def newest(opened: OpenNotebook) -> Reflection:
    """The latest entry."""
    return opened.journal.entry(opened.journal.rows(0, 1)[0].id)


def placed(place: Place, words: str = WORDS) -> Kept:
    """Whether the newest entry has some words in a place."""

    def kept(opened: OpenNotebook, _: Path) -> bool:
        answers = newest(opened).answers
        return [one.place for one in answers if one.shown.startswith(words)] == [place]

    return kept


def begins(*words: str) -> Kept:
    """Whether the newest entry begins so."""
    return lambda opened, _: first_words(opened, *words)


def lacks(words: str) -> Kept:
    """Whether nothing in the journal begins so."""
    return lambda opened, _: not first_words(opened, words)


def on_day(words: str, day: int) -> Kept:
    """Whether what has a word is about that day of the month."""
    return lambda opened, _: [one.happened_at.day for one in opened.journal.search(words)] == [day]


def draft_of(path_id: str, place: Place | None = None) -> Kept:
    """Whether a draft holds the words, in a place if one is named."""

    def kept(opened: OpenNotebook, _: Path) -> bool:
        draft = opened.reflecting.draft_of(path_id)
        answers = opened.journal.entry(draft.id).answers if draft else ()
        found = [one.place for one in answers if one.shown == WORDS]
        return bool(found) and (place is None or found == [place])

    return kept


_WALKING = (
    Power("home.begin", menu("open", pick("plain.begin.many"), "6"), "plain.progress"),
    Power(
        "home.reflect paths.begin reflect.next",
        walk(FREE, WORDS, "", "h"),
        "plain.progress =solid ground =What happened",
        draft_of("trust", Place.HERE),
    ),
    Power(
        "reflect.place",
        walk(FREE, WORDS, "", "u"),
        "plain.place.ask",
        draft_of("trust", Place.UNSAID),
    ),
    Power("reflect.back", walk(FREE, WORDS, "", "", "/back"), "plain.said_before"),
    Power("reflect.let_go", walk(FREE, WORDS, "", "x"), "plain.let_go", lacks(WORDS)),
    Power("reflect.pause", walk(FREE, WORDS, "/stop"), "plain.stopped", draft_of("trust")),
    Power("paths.short", menu("reflect", Pick(FREE), _SHORT, "6"), "plain.progress"),
    Power(
        "paths.about",
        menu("reflect", Pick(FREE), pick("plain_reflect.about")),
        "paths.sources paths.provenance",
    ),
    Power(
        "paths.day",
        menu(
            "reflect",
            *(Pick(FREE), pick("plain_reflect.day"), "2026-01-03", _SHORT),
            *("6", WORDS, "", ""),
        ),
        "plain_reflect.about_day",
        on_day("gull", 3),
    ),
    Power(
        "doors.bump",
        menu("reflect", Pick("A bump in the road"), pick("doors.bump.label"), _SHORT),
        "doors.title doors.repairs.title",
    ),
    Power(
        "doors.outside",
        menu("reflect", Pick("A bump in the road"), pick("doors.outside.label")),
        "outside.first help.said plain_reflect.record",
    ),
)
_NOTES = (
    Power(
        "home.note note.keep", menu("note", WORDS, "", ""), "plain.place.here.said", begins(WORDS)
    ),
    Power(
        "note.place", menu("note", WORDS, "", "p"), "plain.place.parked.said", placed(Place.PARKED)
    ),
    Power("note.let_go", menu("note", WORDS, "", "x"), "plain.let_go", lacks(WORDS)),
)
_JOURNAL = (
    Power("home.journal list.choose", menu("journal", "1"), f"reading.what ={LUNCH}"),
    Power("journal.search", menu("journal", "seasons", "mug"), "plain.nothing_found =the mug"),
    Power(
        "journal.remove entry.remove",
        entry("1", "remove", "yes", "no"),
        "reading.gone",
        lacks(LUNCH),
    ),
    Power(
        "undo.back",
        (*entry("1", "remove", "yes", "no"), "", *more("undo", "yes")),
        "undo.as_it_was",
        begins(LUNCH),
    ),
    Power("entry.change", entry("1", "change", WORDS, ""), "reflect.changed", begins(WORDS)),
    Power(
        "entry.go_on",
        (*walk(FREE, WORDS, "/stop"), *entry("1", "go-on", "/back")),
        "plain.said_before",
        draft_of("trust"),
    ),
    Power(
        "entry.place",
        entry("1", "move", pick("entry.to.unsaid")),
        "plain.place.unsaid.said",
        placed(Place.UNSAID, LUNCH),
    ),
    Power(
        "entry.let_go",
        entry("2", "let-go", "yes", "no"),
        "reading.gone",
        lambda opened, _: not opened.journal.search("instead of saying it"),
    ),
    Power(
        "entry.tags",
        entry("1", "tags", "sea, the mug"),
        "reading.tags",
        lambda opened, _: newest(opened).tags == ("sea", "the mug"),
    ),
    Power(
        "entry.earlier",
        entry("1", "change", WORDS, "", pick("reading.do.history")),
        f"reading.before ={LUNCH}",
    ),
    Power("entry.day", entry("1", "date", "2026-01-04"), "reading.redated", on_day("mug told", 4)),
    Power(
        "entry.drawer",
        menu("journal", "that was long for me", "1", "", "", pick("plain.menu.unsaid")),
        "plain_unsaid.rung.keep.name",
    ),
    Power(
        "entry.versions",
        more("agreement", pick("plain_agreement.entry"), pick("reading.do.versions")),
        "side.on_day",
    ),
)
POWERS = (*_WALKING, *_NOTES, *_JOURNAL)
"""The rows."""
