"""Trying words for something unsaid, line by line, and writing down what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.ladder import Became, Rung, Size
from companion.domain.rehearsing import has_blank
from companion.domain.text import one_line
from companion.plain.lines import ask_lines

if TYPE_CHECKING:
    from companion.domain.ladder import Unsaid
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

_STARTERS = 3


def choose_size(face: Face) -> Size | None:
    """Let someone choose how much of it to put into words; none: they left it.

    Raises:
        InputEndedError: If there are no more lines.
    """
    labels = [face.words(f"plain_unsaid.size.{size}") for size in Size]
    chosen = face.choose(labels, "plain_unsaid.rehearse.which")
    return None if chosen is None else tuple(Size)[chosen]


def rehearse(face: Face, opened: OpenNotebook, item: Unsaid, size: Size) -> Unsaid:
    """Let someone try words in one size.

    Words from before are kept until there are others in their place.

    Raises:
        InputEndedError: If there are no more lines; what was written stands below what
            there was.
        CompanionError: If it could not be written.
    """
    before = item.standing.rehearsal.of(size)
    _offer(face, before)
    drawer = opened.drawer

    def so_far(words: str) -> None:
        drawer.rehearse(item.answer_id, size, "\n".join(filter(None, (before, words))))

    if size is Size.SENTENCE:
        words = face.ask()
    else:
        face.say("plain_unsaid.lines_end")
        words = ask_lines(face, so_far)
    if not words:
        face.say("plain_unsaid.left")
        return item
    gone = words == face.words("plain_unsaid.take_away")
    return keep_tried(face, opened, item, size, "" if gone else words)


def keep_tried(face: Face, opened: OpenNotebook, item: Unsaid, size: Size, words: str) -> Unsaid:
    """Keep words that were tried, and say so.

    Args:
        face: Says and asks.
        opened: The open notebook.
        item: What they are for, as it stood before.
        size: How much of it they are.
        words: The words; empty: those from before are taken away.

    Raises:
        CompanionError: If it could not be written.
    """
    kept = opened.drawer.rehearse(item.answer_id, size, words)
    face.say("plain_unsaid.kept" if words else "plain_unsaid.taken_away")
    if has_blank(words):
        face.say("plain_unsaid.blank")
    _say_other_words(face, item, kept)
    return kept


def choose_words(face: Face, opened: OpenNotebook, item: Unsaid) -> Unsaid:
    """Let someone choose the words that would be brought.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If it could not be written.
    """
    rehearsal = item.standing.rehearsal
    sizes = (None, *(size for size in Size if rehearsal.of(size)))
    labels = [
        face.words(
            "plain_unsaid.brings.choice",
            size=face.words(f"plain_unsaid.size.{size or 'written'}"),
            words=one_line(rehearsal.of(size) if size else item.text),
        )
        for size in sizes
    ]
    chosen = face.choose(labels, "plain_unsaid.brings.which")
    return item if chosen is None else bring_as(face, opened, item, sizes[chosen])


def bring_as(face: Face, opened: OpenNotebook, item: Unsaid, size: Size | None) -> Unsaid:
    """Say in which size it would be brought, and show the words.

    Raises:
        CompanionError: If it could not be written.
    """
    kept = opened.drawer.bring_as(item.answer_id, size)
    if size is not None and kept.standing.brings is None:
        face.say("plain_unsaid.brings.nothing_tried")
    face.say("plain_unsaid.brings.now")
    face.terminal.say(kept.words_to_bring)
    _say_other_words(face, item, kept)
    return kept


def say_what_came(face: Face, opened: OpenNotebook, item: Unsaid) -> Unsaid:
    """Let someone write down that it was said, what it was like and what happened.

    Raises:
        InputEndedError: If there are no more lines; what was answered is kept.
        CompanionError: If it could not be written.
    """
    labels = [face.words(f"plain_unsaid.became.{one}") for one in Became]
    chosen = face.choose(labels, "plain_unsaid.said.became")
    became = item.standing.became if chosen is None else tuple(Became)[chosen]
    kept = opened.drawer.happened(item.answer_id, became, item.standing.after)
    return write_what_came(face, opened, kept)


def write_what_came(face: Face, opened: OpenNotebook, item: Unsaid) -> Unsaid:
    """Let someone write what happened once it was said; an empty line leaves it.

    Raises:
        InputEndedError: If there are no more lines; what was written is kept.
        CompanionError: If it could not be written.
    """
    before, became, drawer = item.standing.after, item.standing.became, opened.drawer
    face.say("plain_unsaid.said.after")
    if before:
        face.say("plain_unsaid.said.before", words=before)
        face.say("plain_unsaid.said.again")

    def so_far(words: str) -> None:
        drawer.happened(item.answer_id, became, "\n".join(filter(None, (before, words))))

    words = ask_lines(face, so_far)
    kept = drawer.happened(item.answer_id, became, words or before)
    face.say("plain_unsaid.said.kept")
    return kept


def _offer(face: Face, before: str) -> None:
    face.say("plain_unsaid.rehearse.starters")
    for number in range(_STARTERS):
        face.say(f"plain_unsaid.rehearse.starter.{number}")
    if before:
        face.say("plain_unsaid.rehearse.before", words=before)
        face.say("plain_unsaid.rehearse.again")


def _say_other_words(face: Face, before: Unsaid, now: Unsaid) -> None:
    if before.words_to_bring != now.words_to_bring and now.standing.rung is Rung.BRING:
        face.say("plain_unsaid.other_words")
