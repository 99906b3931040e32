"""What the screen of one entry shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import UnknownPathError
from companion.domain.path import Place
from companion.domain.path_ids import NOTE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.answer import Answer, Reflection, Wording
    from companion.domain.ladder import Rung
    from companion.services.open_notebook import OpenNotebook


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry, and what is known about its answers."""

    entry: Reflection
    """The entry."""
    wordings: Mapping[str, tuple[Wording, ...]]
    """How answers read before, the latest first, by answer id; only those that were changed."""
    rungs: Mapping[str, Rung]
    """Where those of the Unsaid drawer stand, by answer id."""
    may_be_changed: bool
    """Whether its answers can be put into other words."""
    is_version: bool
    """Whether it can be laid beside earlier ones of its kind."""

    def in_drawer(self, answer: Answer | None) -> bool:
        """Whether an answer stands on the ladder."""
        return answer is not None and answer.id in self.rungs

    def was_changed(self, answer: Answer | None) -> bool:
        """Whether an answer read otherwise before."""
        return answer is not None and answer.id in self.wordings


def look_at(opened: OpenNotebook, entry_id: str) -> EntryView:
    """Read an entry with all that is shown beside it.

    Args:
        opened: The open notebook.
        entry_id: The entry.

    Raises:
        UnknownReflectionError: If there is none.
        StorageError: If it could not be read.
    """
    entry = opened.journal.entry(entry_id)
    wordings = {one.id: tuple(opened.journal.wordings(one.id)) for one in entry.answers}
    unsaid = [one for one in entry.answers if one.place is Place.UNSAID and one.has_words]
    on_ladder = [] if entry.is_draft else unsaid
    known, compared = _path_of(opened, entry)
    return EntryView(
        entry,
        {answer_id: found for answer_id, found in wordings.items() if found},
        {one.id: opened.drawer.item(one.id).standing.rung for one in on_ladder},
        may_be_changed=known and not entry.is_draft and bool(entry.answers),
        is_version=compared and not entry.is_draft,
    )


def _path_of(opened: OpenNotebook, entry: Reflection) -> tuple[bool, bool]:
    """Whether an entry can be walked again, and whether it is one version of several."""
    if entry.path_id == NOTE:
        return True, False
    try:
        return True, opened.reflecting.path(entry.path_id).compared
    except UnknownPathError:
        return False, False


def offered(view: EntryView | None, answer: Answer | None, *, can_undo: bool) -> frozenset[str]:
    """What can be done with an entry as it is.

    Args:
        view: The entry; none: it was removed.
        answer: The answer that has the cursor, or none.
        can_undo: Whether something was done to it that can be undone.
    """
    if view is None:
        return frozenset({"undo"} if can_undo else ())
    can = {
        "undo": can_undo,
        "go_on": view.entry.is_draft,
        "change": view.may_be_changed and answer is not None,
        "place": answer is not None,
        "earlier": view.was_changed(answer),
        "drawer": view.in_drawer(answer),
        "versions": view.is_version,
        "tags": True,
        "day": True,
        "remove": True,
    }
    return frozenset(name for name, may in can.items() if may)
