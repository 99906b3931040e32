"""Tells random notebooks, ticks some of what is in them, and reads what leaves to the last byte.

Each has words that stand nowhere else in every field and every place: in answers of all kinds
and their questions, titles, tags and ids, in the drawer and what was rehearsed there, in
earlier wordings, on other pages and in another journey. A page, with its second sheet or for
someone new, and a book are made in every form. Whatever is in one that was not ticked, or is
missing, is a leak: a letter, a number, a mark, an attribute, a name, a byte of metadata.

With --prove the second yes is forgotten, which must be found.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from proof import asked, tell
from support.leaks import BOOK_FORMS, FORMS, leaks
from support.played import Played
from support.stories import Teller

from companion.domain.printing import Paper, Printing
from companion.export.outbox import Outbox
from companion.services.page.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.domain.page import Line, Page
    from companion.services.page.desk import Desk


class ForgetsTheSecondYes(Pages):
    """Prints what is about the two as if it had been said twice."""

    def _compose(self, desk: Desk, lines: Sequence[Line]) -> Page:
        return super()._compose(desk, [replace(line, agreed=True) for line in lines])


def told(played: Played, printing: Printing, seen: Counter[str]) -> Iterator[str]:
    """What the page and the book of a notebook tell besides what was chosen."""
    page, book = played.expected(), played.expected_book()
    for form in FORMS:
        made = played.printed(form, printing)
        seen[f"page as {form}"] += 1
        seen["bytes"] += len(made)
        yield from (f"page, {form}: {one}" for one in leaks(made, form, page, secrets(played)))
    for form in BOOK_FORMS:
        made = played.book(form, printing)
        seen[f"book as {form}"] += 1
        seen["bytes"] += len(made)
        yield from (
            f"book, {form}: {one}" for one in leaks(made, form, book, played.secrets(book.words))
        )
    seen["lines"] += len(page.lines)
    seen["quotes"] += len(page.quotes)
    seen["drawings"] += len(page.charts)
    seen["words that were not ticked"] += len(secrets(played))


def secrets(played: Played) -> set[str]:
    """Every word of a notebook that is not on its page."""
    return played.secrets(played.expected().words)


def written(played: Played, folder: Path) -> Iterator[str]:
    """Whether a file that is written is what was seen, in a folder where nothing else stays."""
    pages = played.open.pages
    pages._outbox = Outbox()
    page = played.desk().page
    for form in FORMS:
        file = folder / f"page.{form}"
        pages.write(page, form, file, replace=True)
        made = file.read_bytes()
        seen = played.printed(form, Printing())
        if made != (seen if isinstance(seen, bytes) else seen.encode("utf-8")):
            yield f"file, {form}: not what was seen"
    if more := {one.name for one in folder.iterdir()} - {f"page.{form}" for form in FORMS}:
        yield f"left in the folder: {more}"


def main() -> int:
    """Tell, tick, read; say the figures."""
    want, seen, found = asked(__doc__ or ""), Counter[str](), list[str]()
    pages = ForgetsTheSecondYes if want.prove else Pages
    tries = want.many(2000, 60)
    with tempfile.TemporaryDirectory() as place:
        for number in range(tries):
            chance = random.Random(f"{want.seed} {number}")
            story = Teller(chance).story()
            printing = Printing(chance.choice(list(Paper)), large=chance.random() < 0.3)
            played = Played(story, pages)
            leaking = [*told(played, printing, seen), *written(played, Path(place))]
            found += [f"notebook {number}: {one[:300]}" for one in leaking]
    for one in found[:20]:
        tell(f"  {one}")
    for name, number in sorted(seen.items()):
        tell(f"leaks, {name}: {number}")
    tell(
        f"leaks: {tries} notebooks, {tries * len((*FORMS, *BOOK_FORMS))} sheets, {len(found)} leaks"
    )
    return not found if want.prove else bool(found)


if __name__ == "__main__":
    sys.exit(main())
