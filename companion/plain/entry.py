"""What can be done with one entry, line by line, once it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.dates import parse_moment
from companion.domain.errors import CompanionError, InputEndedError, UnknownReflectionError
from companion.domain.path import Place
from companion.domain.text import excerpt, tidy_tag
from companion.plain.history import show_history
from companion.plain.side_by_side import is_version, show_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from companion.domain.answer import Answer, Reflection
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

_QUESTION = 40
_WORDS = 40
# Characters of a question and of an answer, where one is chosen from a list.
_TAKES_OFF = ("-", "\u2212")


def look_after_entry(face: Face, opened: OpenNotebook, entry_id: str) -> bool:
    """Offer what can be done with an entry until someone goes back, or it is gone.

    Returns:
        Whether it is still there.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If the notebook can't be read.
    """
    while (entry := _entry(opened, entry_id)) is not None:
        doing = _things_to_do(opened, entry)
        labels = [face.words(f"reading.do.{name}") for name in doing]
        chosen = face.choose(labels, "reading.what")
        if chosen is None:
            return True
        try:
            doing[list(doing)[chosen]](face, opened, entry)
        except InputEndedError:
            raise
        except CompanionError as error:
            face.tell(error)
    return False


def _entry(opened: OpenNotebook, entry_id: str) -> Reflection | None:
    try:
        return opened.journal.entry(entry_id)
    except UnknownReflectionError:
        return None


def _things_to_do(
    opened: OpenNotebook, entry: Reflection
) -> dict[str, Callable[[Face, OpenNotebook, Reflection], None]]:
    changed = any(opened.journal.wordings(answer.id) for answer in entry.answers)
    found: dict[str, Callable[[Face, OpenNotebook, Reflection], None] | None] = {
        "go-on" if entry.is_draft else "change": _change,
        "tags": _tags,
        "move": _move if any(answer.has_words for answer in entry.answers) else None,
        "let-go": _let_go if entry.answers else None,
        "date": _redate,
        "remove": _remove,
        # What is not always there stands last, so that the numbers stay as someone knows them.
        "history": show_history if changed else None,
        "versions": show_beside if is_version(opened, entry) else None,
    }
    return {name: does for name, does in found.items() if does is not None}


def _change(face: Face, opened: OpenNotebook, entry: Reflection) -> None:
    from companion.plain.reflect import change_entry

    change_entry(face, opened, entry.id)


def _tags(face: Face, opened: OpenNotebook, entry: Reflection) -> None:
    say_tags(face, entry.tags)
    typed = [one.strip() for one in face.ask("reading.tags_ask").split(",")]
    off = [one[1:] for one in typed if one.startswith(_TAKES_OFF)]
    on = [one for one in typed if not one.startswith(_TAKES_OFF)]
    if any(typed):
        say_tags(face, change_tags(opened, entry, on, off))


def change_tags(
    opened: OpenNotebook, entry: Reflection, on: Iterable[str], off: Iterable[str]
) -> tuple[str, ...]:
    """Give an entry some tags, and take some off it.

    Args:
        opened: The open notebook.
        entry: The entry.
        on: The tags it shall have as well, as typed.
        off: The tags it shall not have, as typed.

    Returns:
        The tags it has now, in alphabetical order.

    Raises:
        StorageError: If it could not be written.
    """
    wanted = {*entry.tags, *map(tidy_tag, on)} - {tidy_tag(tag) for tag in off}
    return opened.journal.tag(entry.id, wanted)


def say_tags(face: Face, tags: Sequence[str]) -> None:
    """Say the tags of an entry."""
    if tags:
        face.say("reading.tags", tags=", ".join(tags))
    else:
        face.say("reading.no_tags")


def _move(face: Face, opened: OpenNotebook, entry: Reflection) -> None:
    answer = _which(face, [one for one in entry.answers if one.has_words])
    if answer is None:
        return
    places = [place for place in Place if place is not answer.place and _takes(answer, place)]
    labels = [face.words(f"entry.to.{place}") for place in places]
    chosen = face.choose(labels, "reading.which_place")
    if chosen is not None:
        opened.deeds.move_answer(entry.id, answer.id, places[chosen])
        face.say(f"plain.place.{places[chosen]}.said")


def _takes(answer: Answer, place: Place) -> bool:
    return place is not Place.PARKED or answer.may_be_parked


def _let_go(face: Face, opened: OpenNotebook, entry: Reflection) -> None:
    answer = _which(face, entry.answers)
    if answer is not None:
        let_go(face, opened, entry, answer.id)


def let_go(face: Face, opened: OpenNotebook, entry: Reflection, answer_id: str) -> None:
    """Let an answer go for good after a clear yes, and offer to bring it back.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If it could not be written.
    """
    is_last = len(entry.answers) == 1
    if not face.yes(f"reading.let_go{'_last' if is_last else ''}_ask"):
        face.say("reading.left")
        return
    opened.deeds.let_go(entry.id, answer_id)
    _gone(face, opened)


def _remove(face: Face, opened: OpenNotebook, entry: Reflection) -> None:
    if face.yes("reading.remove_ask"):
        opened.deeds.remove_entry(entry.id)
        _gone(face, opened)
    else:
        face.say("reading.left")


def _gone(face: Face, opened: OpenNotebook) -> None:
    """Say that something is gone, and let it come back as long as memory holds it."""
    face.say("reading.gone")
    if face.yes("reading.back_ask") and opened.undo.bring_back() is not None:
        face.say("reading.back")


def _redate(face: Face, opened: OpenNotebook, entry: Reflection) -> None:
    text = face.ask("reading.when")
    if text:
        clock = face.house.clock
        # What is ahead has not happened yet.
        moment = min(parse_moment(text, clock, needs_time=False, behind=True), clock.now())
        redated = opened.journal.redate(entry.id, moment)
        day = face.house.words.day(clock.local(redated.happened_at).date())
        face.say("reading.redated", day=day)


def _which(face: Face, answers: Sequence[Answer]) -> Answer | None:
    """The answer someone chooses; where there is one alone, that one."""
    if len(answers) == 1:
        return answers[0]
    labels = [
        face.words(
            "reading.answer",
            prompt=excerpt(answer.prompt, _QUESTION),
            words=excerpt(answer.shown, _WORDS),
        )
        for answer in answers
    ]
    chosen = face.choose(labels, "reading.which_answer")
    return None if chosen is None else answers[chosen]
