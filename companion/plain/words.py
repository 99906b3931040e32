"""The words for feelings as this person wants them, line by line: add, move, hide, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.path import WordGroup
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

LONGEST_WORD = 40
"""The most characters of a word."""
CHOICES = ("add", "move", "hide", "show")
"""What can be done with words, in order."""


def arrange_words(face: Face, opened: OpenNotebook) -> None:
    """Show the words in their groups, and let someone add, move, hide or show them.

    Raises:
        InputEndedError: If there are no more lines; what was changed is kept.
        CompanionError: If something could not be read or written.
    """
    face.say("plain_words.about")
    while True:
        groups = opened.vocabulary.groups()
        if not groups:
            face.say("plain_words.none")
            return
        _show(face, groups, opened.vocabulary.own.hidden)
        chosen = face.choose([face.words(f"plain_words.do.{one}") for one in CHOICES], _WHAT)
        if chosen is None:
            return
        _do(face, opened, groups, CHOICES[chosen])


_WHAT = "plain_words.what"


def _show(face: Face, groups: Iterable[WordGroup], hidden: Iterable[str]) -> None:
    face.say()
    for group in groups:
        words = ", ".join(group.words) or face.words("plain_words.empty")
        face.say("plain_words.group", group=_group_name(face, group), words=words)
    if out := ", ".join(sorted(hidden)):
        face.say("plain_words.hidden", words=out)


def _do(face: Face, opened: OpenNotebook, groups: tuple[WordGroup, ...], what: str) -> None:
    deeds = opened.deeds
    offered = [word for group in groups for word in group.words]
    match what:
        case "add":
            word = _ask_new(face)
            group_id = _ask_group(face, groups, word) if word else None
            if word and group_id is not None:
                deeds.add_word(word, group_id)
                face.say("plain_words.done")
        case "move":
            word = _ask_known(face, offered)
            group_id = _ask_group(face, groups, word) if word else None
            if word and group_id is not None:
                deeds.move_word(word, group_id)
                face.say("plain_words.done")
        case "hide":
            if word := _ask_known(face, offered):
                deeds.hide_word(word)
                face.say("plain_words.done")
        case "show":
            if word := _ask_known(face, opened.vocabulary.own.hidden):
                deeds.show_word(word)
                face.say("plain_words.done")


def _ask_new(face: Face) -> str:
    while len(word := face.ask("plain_words.word")) > LONGEST_WORD:
        face.say("plain_words.long")
    return word


def _ask_known(face: Face, words: Iterable[str]) -> str:
    """A word out of some; an empty line leaves it."""
    known = {word.casefold(): word for word in words}
    while word := face.ask("plain_words.word"):
        if word.casefold() in known:
            return known[word.casefold()]
        face.say("plain_words.unknown")
    return ""


def _ask_group(face: Face, groups: tuple[WordGroup, ...], word: str) -> str | None:
    face.say("words.which_group", word=word)
    chosen = face.choose([_group_name(face, group) for group in groups])
    return None if chosen is None else groups[chosen].id


def _group_name(face: Face, group: WordGroup) -> str:
    return face.words(f"words.group.{group.id}")
