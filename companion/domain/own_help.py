"""What a person wrote for their own hard moments: people, a rule for contact, their steps.

Whoever helped to make a plan may have given it other headings; so all headings are the
person's own, and the ones that are offered are only a beginning.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from companion.domain.setting_values import from_kept
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = "help.people"
"""The private setting that the people are kept in."""
RULE = "help.rule"
"""The private setting that the own line about contact is kept in."""
STEPS = "help.steps"
"""The private setting that the steps are kept in."""

HEADINGS = ("shows", "do", "with", "ask", "go", "safer")
"""The headings offered to begin with: names of sentences."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who can be reached."""

    id: str
    """The person's id in the list."""
    name: str
    """Who it is, in the person's own words."""
    reach: str = ""
    """A number, or how else to reach them; may be empty."""

    @property
    def line(self) -> str:
        """Both on one line, as it stands on the open card."""
        return ": ".join(part for part in (self.name, self.reach) if part)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of them."""
        return not self.line


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One part of the person's own plan: a heading, and words below it."""

    id: str
    """The part's id in the list."""
    heading: str
    """The heading, in the person's own words; may be empty."""
    text: str = ""
    """What stands below it, in as many lines as they like; may be empty."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not (self.heading or self.text)


@dataclass(frozen=True, slots=True)
class OwnHelp:
    """Everything of one's own that stands before the numbers of a country."""

    people: tuple[Person, ...] = ()
    """People, in the person's order."""
    rule: str = ""
    """Their own line about how to reach their therapist; may be empty."""
    agreed: tuple[str, ...] = ()
    """What the agreement says about reaching each other, and about hard days between."""
    steps: tuple[OwnStep, ...] = ()
    """Their own steps, in their order."""

    @property
    def card(self) -> tuple[str, ...]:
        """The lines of the open card: people and one's own rule, and nothing else."""
        return tuple(part for part in (*(one.line for one in self.people), self.rule) if part)


class Listed(Protocol):
    """One thing in a list of one's own."""

    @property
    def id(self) -> str:
        """Its id in the list."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""


Item = TypeVar("Item", bound=Listed)


def tidy_person(person: Person) -> Person:
    """A person as they are kept: each part on one line, with nothing a terminal would obey."""
    return Person(person.id, one_line(clean(person.name)), one_line(clean(person.reach)))


def tidy_step(step: OwnStep) -> OwnStep:
    """A part of the plan as it is kept: its lines stay as they were written."""
    return OwnStep(step.id, one_line(clean(step.heading)), clean(step.text).strip("\n").rstrip())


def with_item(items: Sequence[Item], item: Item) -> tuple[Item, ...]:
    """The list with an item in the place of the one of the same id, or at its end.

    An empty one is left out: what is emptied is gone.
    """
    known = any(one.id == item.id for one in items)
    put = [item if one.id == item.id else one for one in items]
    return tuple(one for one in (put if known else [*put, item]) if not one.is_empty)


def without_item(items: Sequence[Item], item_id: str) -> tuple[Item, ...]:
    """The list without the item of that id."""
    return tuple(one for one in items if one.id != item_id)


def moved_item(items: Sequence[Item], item_id: str, by: int) -> tuple[Item, ...]:
    """The list with one item moved towards its end; at the ends it stays.

    Args:
        items: The list.
        item_id: The item.
        by: How many places (negative: towards the beginning).
    """
    ids = [one.id for one in items]
    if item_id not in ids:
        return tuple(items)
    rest = list(without_item(items, item_id))
    at = min(max(ids.index(item_id) + by, 0), len(rest))
    return (*rest[:at], items[ids.index(item_id)], *rest[at:])


def people_to_text(people: Sequence[Person]) -> str:
    """People as they are kept in a private setting (JSON); empty: there are none."""
    return json.dumps([asdict(one) for one in people], ensure_ascii=False) if people else ""


def people_from_text(text: str) -> tuple[Person, ...]:
    """People as they were kept; what can't be read any more counts as none."""
    found = (
        tidy_person(Person(row["id"], row.get("name", ""), row.get("reach", "")))
        for row in _rows(text)
    )
    return tuple(one for one in found if not one.is_empty)


def steps_to_text(steps: Sequence[OwnStep]) -> str:
    """Steps as they are kept in a private setting (JSON); empty: there are none."""
    return json.dumps([asdict(one) for one in steps], ensure_ascii=False) if steps else ""


def steps_from_text(text: str) -> tuple[OwnStep, ...]:
    """Steps as they were kept; what can't be read any more counts as none."""
    found = (
        tidy_step(OwnStep(row["id"], row.get("heading", ""), row.get("text", "")))
        for row in _rows(text)
    )
    return tuple(one for one in found if not one.is_empty)


def _rows(text: str) -> list[dict[str, str]]:
    """The rows of a list; rows of another shape, from a file of elsewhere, are passed over."""
    try:
        found = from_kept(text)
    except ValueError:
        return []
    rows = found if isinstance(found, list) else []
    texts = [row for row in rows if isinstance(row, dict) and _all_texts(row)]
    by_id = {row["id"]: row for row in texts if row.get("id")}
    return list(by_id.values())


def _all_texts(row: dict[object, object]) -> bool:
    return all(isinstance(value, str) for value in row.values())
