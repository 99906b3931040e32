"""Entries of other journals as free lines of this one."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, Reflection
from companion.domain.archive import Archive, Incoming, LeftOut
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.domain.path_ids import NOTE
from companion.domain.setting_values import in_calendar
from companion.domain.text import clean, one_line
from companion.exchange.trees import fields_of, items_of, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from companion.domain.archive import Source
    from companion.exchange.trees import Fields


class Notes:
    """Collects what a file of another journal holds."""

    def __init__(self, source: Source, title: str) -> None:
        """Take where the entries are from and what a free line is called."""
        self._source = source
        self._title = title
        self._found: list[Reflection] = []
        self._left_out: Counter[LeftOut] = Counter()
        self._seen: Counter[tuple[str, ...]] = Counter()

    def add(self, moment: datetime, words: str, own: Iterable[str]) -> None:
        """Take an entry; one without words is counted as left out.

        Args:
            moment: When it was (aware).
            words: What it says.
            own: What tells it from every other entry of that journal, however often and
                in whichever zone the file is brought in.

        Raises:
            ValueError: If the moment is outside `in_calendar`.
        """
        text, at = clean(words).strip(), in_calendar(moment)
        if not text:
            self.leave_out(LeftOut.EMPTY)
            return
        self._found.append(self._free_line(text, at, self._id(tuple(map(clean, own)))))

    def leave_out(self, *kinds: LeftOut) -> None:
        """Count an entry that has something of these kinds."""
        self._left_out.update(set(kinds))

    def taken_from(self, found: object, file: str, take: Callable[[Fields], None]) -> Incoming:
        """Everything in the `entries` of a file in JSON, taken one after the other.

        Args:
            found: The file's contents as Python's own values.
            file: The file, for the error.
            take: Takes one entry's fields into these notes.

        Raises:
            BrokenImportError: If something in it is not as it should be.
        """
        with reading(file):
            entries = items_of(fields_of(found)["entries"])
        for number, entry in enumerate(entries, 1):
            with reading(file, number):
                take(fields_of(entry))
        return self.incoming()

    def incoming(self) -> Incoming:
        """Everything that was taken, by moment, and what was left out."""
        return Incoming(
            source=self._source,
            archive=Archive(tuple(sorted(self._found, key=lambda one: one.happened_at))),
            left_out=tuple(
                (kind, self._left_out[kind]) for kind in LeftOut if self._left_out[kind]
            ),
        )

    def _id(self, own: tuple[str, ...]) -> str:
        # Two entries may be alike to the letter ("good", twice in one minute): both stay.
        self._seen[own] += 1
        return _hashed(self._source.value, *own, str(self._seen[own]))

    def _free_line(self, text: str, moment: datetime, own_id: str) -> Reflection:
        answer = Answer(
            id=_hashed(own_id, NOTE),
            step_id=NOTE,
            kind=StepKind.TEXT,
            prompt=self._title,
            value=text,
            shown=text,
            place=Place.HERE,
            section=Section.TALK,
        )
        return Reflection(
            id=own_id,
            journey_id="",
            path_id=NOTE,
            path_version=1,
            language="",
            title=self._title,
            form=Form.FULL,
            started_at=moment,
            happened_at=moment,
            finished_at=moment,
            at_step="",
            answers=(answer,),
        )


def with_tags(text: str, tags: Iterable[str]) -> str:
    """A text that says its tags; those that it has not said already stand at its end.

    Args:
        text: The entry's words.
        tags: Its tags, with or without the mark before them.
    """
    names = dict.fromkeys(one_line(clean(tag)).lstrip("#@ ") for tag in tags)
    unsaid = [f"#{name}" for name in names if name and not _says(text, name)]
    return "\n\n".join(part for part in (text.strip(), " ".join(unsaid)) if part)


def _says(text: str, name: str) -> bool:
    return re.search(rf"[#@]{re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _hashed(*parts: str) -> str:
    # Texts are clean here: none holds the mark that stands between them.
    return sha256("\0".join(parts).encode()).hexdigest()[:32]
