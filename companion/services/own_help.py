"""A person's own help: people, a rule for contact, their steps, and the open card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.agreement import open_answers
from companion.domain.own_help import (
    PEOPLE,
    RULE,
    STEPS,
    OwnHelp,
    OwnStep,
    Person,
    moved_item,
    people_from_text,
    people_to_text,
    steps_from_text,
    steps_to_text,
    tidy_person,
    tidy_step,
    with_item,
    without_item,
)
from companion.domain.path_ids import AGREEMENT
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from companion.services.ports.stores import SettingStore
    from companion.services.ports.vaults import OpenCard
    from companion.services.reflecting import Reflecting

_REACHING = ("between", "reach")
"""The questions of the agreement about hard days between sessions, and reaching each other."""


class OwnHelpKeeper:
    """Keeps it in the notebook, and beside it only what the person left readable.

    What was read last stays in memory while the notebook is open: whoever presses the key
    for help is not made to wait behind a backup.
    """

    def __init__(
        self,
        settings: SettingStore,
        reflecting: Reflecting,
        card: OpenCard,
        new_id: Callable[[], str],
    ) -> None:
        """Take what it works with; nothing is read yet."""
        self._settings = settings
        self._reflecting = reflecting
        self._card = card
        self._new_id = new_id
        self._known = OwnHelp()

    @property
    def known(self) -> OwnHelp:
        """What was read or kept last, at once and from any thread."""
        return self._known

    def forget(self) -> None:
        """Forget what was read: the notebook is shut."""
        self._known = OwnHelp()

    def read(self) -> OwnHelp:
        """All of it, as it is kept now.

        Raises:
            StorageError: If it could not be read.
        """
        self._known = OwnHelp(
            people=people_from_text(self._settings.get(PEOPLE)),
            rule=self._settings.get(RULE),
            agreed=self._from_agreement(),
            steps=steps_from_text(self._settings.get(STEPS)),
        )
        return self._known

    def new_person(self) -> Person:
        """Someone to be written down; nothing is kept yet."""
        return Person(self._new_id(), "")

    def put_person(self, person: Person) -> Person:
        """Keep a person, in place of the one of the same id; one without words is gone.

        Returns:
            The person as they are kept.

        Raises:
            StorageError: If it could not be written.
        """
        tidy = tidy_person(person)
        self._keep_people(with_item(self.read().people, tidy))
        return tidy

    def remove_person(self, person_id: str) -> None:
        """Take a person off the list.

        Raises:
            StorageError: If it could not be written.
        """
        self._keep_people(without_item(self.read().people, person_id))

    def move_person(self, person_id: str, by: int) -> None:
        """Put a person further down the list, or up.

        Raises:
            StorageError: If it could not be written.
        """
        self._keep_people(moved_item(self.read().people, person_id, by))

    def set_rule(self, text: str) -> None:
        """Keep one's own line about how to reach the therapist; empty: there is none.

        Raises:
            StorageError: If it could not be written.
        """
        self.read()
        self._settings.put(RULE, one_line(clean(text)))
        self._keep_card()

    def new_step(self, heading: str = "") -> OwnStep:
        """A part of the plan to be written; nothing is kept yet."""
        return OwnStep(self._new_id(), heading)

    def put_step(self, step: OwnStep) -> OwnStep:
        """Keep a part of the plan, in place of the one of the same id; an empty one is gone.

        Returns:
            The part as it is kept.

        Raises:
            StorageError: If it could not be written.
        """
        tidy = tidy_step(step)
        self._keep_steps(with_item(self.read().steps, tidy))
        return tidy

    def begin_steps(self, headings: Sequence[str]) -> None:
        """Lay out some headings, each with nothing below it yet, after what is there.

        Raises:
            StorageError: If it could not be written.
        """
        fresh = tuple(tidy_step(self.new_step(heading)) for heading in headings)
        self._keep_steps((*self.read().steps, *fresh))

    def remove_step(self, step_id: str) -> None:
        """Take a part out of the plan.

        Raises:
            StorageError: If it could not be written.
        """
        self._keep_steps(without_item(self.read().steps, step_id))

    def move_step(self, step_id: str, by: int) -> None:
        """Put a part further down the plan, or up.

        Raises:
            StorageError: If it could not be written.
        """
        self._keep_steps(moved_item(self.read().steps, step_id, by))

    @property
    def card_file(self) -> Path:
        """Where the open card is, or would be."""
        return self._card.file

    @property
    def has_card(self) -> bool:
        """Whether an open card lies beside the notebook."""
        return self._card.is_there()

    def leave_card(self) -> None:
        """Leave people and one's own rule readable before the notebook is opened.

        From then on the card follows what is kept. With nobody on it there is none.

        Raises:
            CardNotWrittenError: If it could not be written.
        """
        self._card.write(self.read().card)

    def take_card_back(self) -> None:
        """Take the card away; everything stays in the notebook.

        Raises:
            CardNotRemovedError: If it could not be removed.
        """
        self._card.remove()

    def _keep_people(self, people: tuple[Person, ...]) -> None:
        self._settings.put(PEOPLE, people_to_text(people))
        self._keep_card()

    def _keep_steps(self, steps: tuple[OwnStep, ...]) -> None:
        self._settings.put(STEPS, steps_to_text(steps))
        self.read()

    def _keep_card(self) -> None:
        now = self.read()
        if self._card.is_there():
            self._card.write(now.card)

    def _from_agreement(self) -> tuple[str, ...]:
        """What is in the Unsaid drawer is not shown here either."""
        latest = self._reflecting.versions(AGREEMENT, limit=1)
        said = {a.step_id: a.shown.strip() for one in latest for a in open_answers(one)}
        return tuple(text for one in _REACHING if (text := said.get(one, "")))
