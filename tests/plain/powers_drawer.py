"""Homework and the drawer, by typed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from by_ear import Pick, pick
from powers import Power, menu, more

from companion.domain.ladder import Became, Rung, Size

if TYPE_CHECKING:
    from pathlib import Path

    from powers import Kept

    from companion.domain.ladder import Unsaid
    from companion.services.open_notebook import OpenNotebook

_BORED = Pick("Wednesday 4 February, What stayed")
_BUMP = Pick("After a bump")
_ADDED = (_BUMP, "yes", _BUMP)


def packs(number: int, *, aside: bool | None = None) -> Kept:
    """Whether there is so much homework in the notebook, and the first is set aside or not."""

    def kept(opened: OpenNotebook, _: Path) -> bool:
        found = opened.homework.kept()
        return len(found) == number and (aside is None or found[0].aside is aside)

    return kept


def agreed_of_pack(*now: str) -> Kept:
    """Whether a task of the pack was taken, and how it begins."""

    def kept(opened: OpenNotebook, _: Path) -> bool:
        (pack,) = opened.homework.kept()
        tasks = opened.homework.tasks(pack)
        return [one.agreed.now for one in tasks if one.agreed is not None] == list(now)

    return kept


BADLY = "Write down what you would have liked to say, badly and in one go."
_HOMEWORK = (
    Power("home.homework homework.look", more("homework", *_ADDED), "homework_plain.aside"),
    Power("consent.add", more("homework", _BUMP, "yes"), "homework.added", packs(1)),
    Power(
        "homework.file",
        more("homework", pick("homework_plain.from_file"), "{home}/pack.toml", "yes"),
        "homework_plain.which_file",
    ),
    Power(
        "homework.aside",
        more("homework", *_ADDED, pick("homework_plain.aside")),
        "homework.is_aside",
        packs(1, aside=True),
    ),
    Power(
        "homework.remove",
        more("homework", *_ADDED, pick("homework_plain.remove"), "yes"),
        "homework.removed",
        packs(0),
    ),
    Power(
        "pack.begin",
        more("homework", *_ADDED, Pick("That moment, seen again"), Pick("A few"), "6"),
        "plain.progress",
    ),
    Power(
        "pack.take",
        more("homework", *_ADDED, Pick("Write down what you"), pick("homework_plain.take")),
        "homework.taken",
        agreed_of_pack(BADLY),
    ),
    Power(
        "pack.tiny",
        more("homework", *_ADDED, Pick("Write down what you"), pick("homework_plain.tiny")),
        "homework.tiny_taken",
        agreed_of_pack("Write only the first four words."),
    ),
    Power(
        "pack.leave",
        more("homework", *_ADDED, Pick("Write down what you"), pick("homework_plain.leave")),
        "homework.left",
        agreed_of_pack(),
    ),
)


_TEXT = "I thought you were bored."


def bored(opened: OpenNotebook) -> Unsaid:
    """What the drawer's rows are about."""
    return next(one for one in opened.drawer.items() if one.text == _TEXT)


def on_rung(rung: Rung) -> Kept:
    """Whether it stands there."""
    return lambda opened, _: bored(opened).standing.rung is rung


def drawer(doing: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with something done with one thing in the drawer."""
    return menu("unsaid", _BORED, pick(f"plain_unsaid.do.{doing}"), *lines)


def to(rung: Rung) -> tuple[str | Pick, ...]:
    """Lines that name a rung."""
    return drawer("rung", str(rung))


_DRAWER = (
    Power("home.unsaid unsaid.read", menu("unsaid", _BORED), "plain_unsaid.stands =I thought you"),
    Power(
        "unsaid.write",
        menu("unsaid", "w", "A gull on the ledge", "", ""),
        "plain.place.unsaid.said",
        lambda opened, _: any(one.text.startswith("A gull") for one in opened.drawer.items()),
    ),
    Power("unsaid.repairs", menu("unsaid", "r"), "plain_unsaid.repairs"),
    Power("unsaid_item.up", drawer("up"), "plain_unsaid.moved", on_rung(Rung.MAYBE)),
    Power(
        "unsaid_item.down",
        drawer("up", pick("plain_unsaid.do.down")),
        "plain_unsaid.moved",
        on_rung(Rung.KEEP),
    ),
    Power(
        "unsaid_item.keep",
        (*to(Rung.MAYBE), pick("plain_unsaid.do.rung"), "keep"),
        "plain_unsaid.moved",
        on_rung(Rung.KEEP),
    ),
    Power("unsaid_item.maybe", to(Rung.MAYBE), "plain_unsaid.moved", on_rung(Rung.MAYBE)),
    Power("unsaid_item.try_words", to(Rung.REHEARSE), "plain_unsaid.moved", on_rung(Rung.REHEARSE)),
    Power("unsaid_item.bring", to(Rung.BRING), "plain_unsaid.bring", on_rung(Rung.BRING)),
    Power(
        "unsaid_item.rehearse rehearse.start rehearse.keep",
        drawer("rehearse", pick("plain_unsaid.size.sentence"), "It was long for me.", ""),
        "plain_unsaid.rehearse.starters plain_unsaid.kept",
        lambda o, _: bored(o).standing.rehearsal.of(Size.SENTENCE) == "It was long for me.",
    ),
    Power(
        "unsaid_item.bring_as",
        drawer("brings", pick("plain_unsaid.size.written")),
        "plain_unsaid.brings.now",
    ),
    Power(
        "unsaid_item.said happened.keep",
        drawer("said", pick("plain_unsaid.became.partly"), "We both laughed.", ""),
        "plain_unsaid.said.kept",
        lambda o, _: (
            bored(o).standing.became is Became.PARTLY
            and bored(o).standing.after == "We both laughed."
        ),
    ),
    Power("unsaid_item.read", drawer("entry"), "reading.what"),
    Power(
        "unsaid_item.let_go",
        drawer("let_go", "yes", ""),
        "reading.gone",
        lambda opened, _: all(one.text != _TEXT for one in opened.drawer.items()),
    ),
)
POWERS = (*_HOMEWORK, *_DRAWER)
"""The rows."""
