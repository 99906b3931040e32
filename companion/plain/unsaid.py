"""The Unsaid drawer, line by line: reading it, and going up and down its ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import UnknownUnsaidError
from companion.domain.ladder import Rung, Size
from companion.domain.path import Place
from companion.domain.text import excerpt, one_line
from companion.domain.typed_number import typed_number
from companion.plain.days import heard_day
from companion.plain.entry import let_go
from companion.plain.lines import by_prefix
from companion.plain.reading import SHORT_ID, read_entry
from companion.plain.reflect import ask_note
from companion.plain.rehearsing import choose_size, choose_words, rehearse, say_what_came

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.ladder import Unsaid
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

_FIRST_WORDS = 50  # characters
_REPAIRS, _WRITE = -1, -2  # what was chosen instead of a thing


def look_into(face: Face, opened: OpenNotebook) -> None:
    """Show what is in the drawer, and let someone take one thing after the other out of it.

    Raises:
        InputEndedError: If there are no more lines; what was written is kept.
        CompanionError: If something could not be read or written.
    """
    face.say("plain_unsaid.title")
    while True:
        items = by_rung(opened.drawer.items())
        face.say()
        if items:
            show_items(face, items)
        else:
            face.say("plain_unsaid.none")
        chosen = _which(face, items)
        if chosen is None:
            return
        if chosen == _REPAIRS:
            show_repairs(face, opened)
        elif chosen == _WRITE:
            ask_note(face, opened, Place.UNSAID)
        else:
            look_at(face, opened, items[chosen])


def by_rung(items: Iterable[Unsaid]) -> list[Unsaid]:
    """The things in the drawer by their rungs, the lowest first; in their order on each."""
    order = tuple(Rung)
    return sorted(items, key=lambda item: order.index(item.standing.rung))


def show_items(face: Face, items: Sequence[Unsaid], *, with_ids: bool = False) -> None:
    """Say things in the drawer, a heading for each rung.

    Args:
        face: Says and asks.
        items: By their rungs, as `by_rung` has them.
        with_ids: Whether each line begins with an id, instead of a number.
    """
    rung = None
    for number, item in enumerate(items, 1):
        if item.standing.rung is not rung:
            rung = item.standing.rung
            if number > 1:
                face.say()
            face.terminal.say(f"{rung_name(face, rung)}: {_about(face, rung)}")
        _say_row(face, item, number=0 if with_ids else number)


def show_repairs(face: Face, opened: OpenNotebook) -> None:
    """Say what was said and got through, with what came of it."""
    repairs = opened.drawer.repairs()
    face.say("plain_unsaid.repairs" if repairs else "plain_unsaid.repairs_none")
    for item in repairs:
        face.say()
        show_item(face, item)


def look_at(face: Face, opened: OpenNotebook, item: Unsaid) -> None:
    """Show one thing, and do with it what someone likes, until they leave it.

    Raises:
        InputEndedError: If there are no more lines; what was written is kept.
        CompanionError: If something could not be read or written.
    """
    face.say()
    show_item(face, item)
    while True:
        face.say()
        offered = _offered(face, item)
        chosen = face.choose(list(offered.values()), "plain_unsaid.what")
        if chosen is None:
            return
        what = list(offered)[chosen]
        if what in {"entry", "let_go"}:
            entry_id = item.origin.reflection_id
            if what == "entry":
                read_entry(face, opened, entry_id)
            else:
                let_go(face, opened, opened.journal.entry(entry_id), item.answer_id)
            still = [one for one in opened.drawer.items() if one.answer_id == item.answer_id]
            if not still:
                return
            (item,) = still
        else:
            item = _do(face, opened, item, what)


def show_item(face: Face, item: Unsaid) -> None:
    """Say everything about one thing: where it is from, its words, where it stands."""
    day = face.house.words.day(face.house.clock.local(item.origin.happened_at).date())
    face.say("plain_unsaid.from", title=item.origin.title, day=day)
    if item.origin.prompt != item.origin.title:
        face.terminal.say(item.origin.prompt)
    face.terminal.say(item.text)
    rung = item.standing.rung
    face.say("plain_unsaid.stands", rung=rung_name(face, rung), about=_about(face, rung))
    if not item.may_be_brought:
        face.say("plain_unsaid.never")
    for size in Size:
        if tried := item.standing.rehearsal.of(size):
            face.say(f"plain_unsaid.tried.{size}")
            face.terminal.say(tried)
    if item.standing.brings is not None and rung is not Rung.SAID:
        face.say("plain_unsaid.brings.now")
        face.terminal.say(item.words_to_bring)
    if item.standing.became is not None:
        face.say(f"plain_unsaid.became_line.{item.standing.became}")
    if item.standing.after:
        face.terminal.say(item.standing.after)


def move(face: Face, opened: OpenNotebook, item: Unsaid, rung: Rung) -> Unsaid:
    """Move a thing to a rung, and say what that means.

    Raises:
        CompanionError: If it could not be written.
    """
    if rung not in item.rungs:
        face.say("plain_unsaid.never")
        return item
    name = rung_name(face, rung)
    if rung is item.standing.rung:
        face.say("plain_unsaid.stays", rung=name)
        return item
    was_brought = item.standing.rung is Rung.BRING
    moved = opened.deeds.move_rung(item.answer_id, rung)
    if rung is Rung.BRING:
        face.say("plain_unsaid.bring", rung=name)
        face.terminal.say(moved.words_to_bring)
        return moved
    face.say("plain_unsaid.moved", rung=name, about=_about(face, rung))
    if was_brought:
        face.say("plain_unsaid.off_pages")
    return moved


def was_said(face: Face, opened: OpenNotebook, item: Unsaid) -> Unsaid:
    """Put a thing on *said*, and let someone write down what came of it.

    Raises:
        InputEndedError: If there are no more lines; what was answered is kept.
        CompanionError: If it could not be written.
    """
    if item.standing.rung is not Rung.SAID:
        item = move(face, opened, item, Rung.SAID)
    return say_what_came(face, opened, item)


def find_item(opened: OpenNotebook, beginning: str) -> Unsaid:
    """A thing in the drawer by its id or the beginning of it.

    Raises:
        UnknownUnsaidError: If there is none.
        AmbiguousReflectionError: If more than one begins so.
    """
    found = by_prefix([item.answer_id for item in opened.drawer.items()], beginning)
    if not found:
        raise UnknownUnsaidError(id=beginning)
    return opened.drawer.item(found)


def rung_name(face: Face, rung: Rung) -> str:
    """What a rung is called."""
    return face.words(f"plain_unsaid.rung.{rung}.name")


def _about(face: Face, rung: Rung) -> str:
    return face.words(f"plain_unsaid.rung.{rung}.about")


def _say_row(face: Face, item: Unsaid, number: int) -> None:
    face.say(
        "plain_unsaid.row" if number else "plain_unsaid.row_id",
        number=number,
        id=item.answer_id[:SHORT_ID],
        day=heard_day(face, item.origin.happened_at),
        title=item.origin.title,
        words=excerpt(one_line(item.text), _FIRST_WORDS),
    )


def _which(face: Face, items: Sequence[Unsaid]) -> int | None:
    """Which thing was chosen (0 or more), `_REPAIRS` or `_WRITE`; none: nothing."""
    repairs, last = any(item.is_repair for item in items), len(items)
    key = "which_repairs" if repairs else "which" if last else "which_none"
    face.say()
    while True:
        answer = face.ask(f"plain_unsaid.{key}")
        if not answer:
            return None
        if repairs and face.means(answer, "plain_unsaid.repairs_letter"):
            return _REPAIRS
        if face.means(answer, "plain_unsaid.write_letter"):
            return _WRITE
        if (number := typed_number(answer, 1, last)) is not None:
            return number - 1
        if last:
            face.say("plain.number_please", last=last)


def _offered(face: Face, item: Unsaid) -> dict[str, str]:
    """What can be done with a thing, and how it is offered."""
    offered = {}
    for name, by in (("up", 1), ("down", -1)):
        rung = item.next_rung(by)
        if rung is not item.standing.rung:
            offered[name] = face.words(f"plain_unsaid.do.{name}", rung=rung_name(face, rung))
    names = _EVERY if item.may_be_brought else _NEVER_BROUGHT
    return offered | {name: face.words(f"plain_unsaid.do.{name}") for name in names}


_EVERY = ("rung", "rehearse", "brings", "said", "entry", "let_go")
_NEVER_BROUGHT = ("rung", "rehearse", "said", "entry", "let_go")


def _do(face: Face, opened: OpenNotebook, item: Unsaid, what: str) -> Unsaid:
    match what:
        case "up" | "down":
            rung = item.next_rung(1 if what == "up" else -1)
            return _to(face, opened, item, rung)
        case "rung":
            named = _ask_rung(face, item)
            return _to(face, opened, item, named) if named is not None else item
        case "rehearse":
            size = choose_size(face)
            return rehearse(face, opened, item, size) if size is not None else item
        case "brings":
            return choose_words(face, opened, item)
    return was_said(face, opened, item)


def _to(face: Face, opened: OpenNotebook, item: Unsaid, rung: Rung) -> Unsaid:
    if rung is Rung.SAID:
        return was_said(face, opened, item)
    return move(face, opened, item, rung)


def _ask_rung(face: Face, item: Unsaid) -> Rung | None:
    names = {rung_name(face, rung).casefold(): rung for rung in Rung}
    listed = ", ".join(rung_name(face, rung) for rung in item.rungs)
    answer = face.ask("plain_unsaid.to_rung", rungs=listed)
    while answer:
        if answer.casefold() in names:
            return names[answer.casefold()]
        answer = face.ask("plain_unsaid.no_rung", rungs=listed)
    return None
