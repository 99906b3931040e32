"""How long saving and finding take among few entries and among many; run as a script.

python tests/bench/bench_storage.py [MOST_ENTRIES]
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from figures import say

from companion.domain.answer import Answer, MapPoint, Reflection
from companion.domain.journey import Journey
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.storage.store.reflections import keep
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.storage.store.engine import Database
    from companion.storage.store.open_stores import OpenStores

BEGAN = datetime(2016, 1, 4, 18, tzinfo=UTC)
VOCABULARY = 20_000
WORDS_EACH = 150
RUNS = 41


class Words:
    """Texts in which words are as common and as rare as they are in a language."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        letters = "etaoinshrdlucmfwypvbgkjqxz"
        weights = [26 - place for place in range(26)]
        self.vocabulary = [
            "".join(chance.choices(letters, weights, k=chance.randint(2, 10)))
            for _ in range(VOCABULARY)
        ]
        # Added up once: for each text anew, that takes as long as it takes to save one.
        self._weights = list(accumulate(1 / (place + 1) for place in range(VOCABULARY)))

    def some(self, count: int) -> str:
        found = self._chance.choices(self.vocabulary, cum_weights=self._weights, k=count)
        return " ".join(found)


def entry(number: int, words: Words) -> Reflection:
    """A note, or every fifth time an echo with three answers."""
    at = BEGAN + timedelta(minutes=52 * number, seconds=number % 60)
    is_note = number % 5 != 0
    texts = [words.some(WORDS_EACH)] if is_note else [words.some(WORDS_EACH // 2) for _ in "ab"]
    answers = tuple(
        Answer(
            f"a{number}-{place}",
            f"step-{place}",
            StepKind.TEXT,
            "What stayed with you?",
            text,
            text,
            Place.PARKED if number % 500 == 0 else Place.HERE,
            Section.TALK,
        )
        for place, text in enumerate(texts)
    )
    point = MapPoint(number % 11, number % 7)
    where = Answer(f"a{number}-m", "map", StepKind.MAP, "Where are you?", point, "")
    return Reflection(
        id=f"{number:032x}",
        journey_id="journey",
        path_id="note" if is_note else "echo",
        path_version=1,
        language="en",
        title="A free line" if is_note else "Echo",
        form=Form.FULL,
        started_at=at,
        happened_at=at,
        finished_at=at,
        at_step="",
        answers=answers if is_note else (*answers, where),
    )


def timed(work: Callable[[], object], runs: int = RUNS) -> str:
    """The median and the longest of some runs, in milliseconds."""
    took = []
    for _ in range(runs):
        begun = perf_counter()
        work()
        took.append((perf_counter() - begun) * 1000)
    return f"{median(took):8.2f} ms   (longest {max(took):.1f})"


def fill(database: Database, count: int, words: Words) -> float:
    begun = perf_counter()
    for first in range(0, count, 2_000):
        with database.writing() as connection:
            for number in range(first, min(first + 2_000, count)):
                keep(connection, entry(number, words))
    return perf_counter() - begun


def saves(stores: OpenStores, count: int, words: Words) -> Iterator[tuple[str, str]]:
    fresh = iter(range(count, count + 100_000))
    yield "save a new entry", timed(lambda: stores.reflections.put(entry(next(fresh), words)))
    draft = replace(entry(count + 200_000, words), finished_at=None, at_step="step-0")

    def save_draft() -> None:
        text = words.some(WORDS_EACH)
        changed = replace(draft.answers[0], value=text, shown=text)
        stores.reflections.put(replace(draft, answers=(changed, *draft.answers[1:])))

    yield "save a draft again", timed(save_draft)
    yield "finish it", timed(lambda: stores.reflections.put(entry(count + 200_000, words)), 1)
    old = iter(range(1, count))
    yield (
        "edit an old entry",
        timed(lambda: stores.reflections.put(entry(next(old), words)), 11),
    )
    yield (
        "remove an old entry",
        timed(lambda: stores.reflections.remove(f"{next(old):032x}"), 11),
    )


def looks(stores: OpenStores, count: int, words: Words) -> Iterator[tuple[str, str]]:
    known = words.vocabulary
    queries = {
        "one letter": known[0][0],
        "two letters": known[0][:2],
        "a common word": known[0],
        "a rare word": known[-1],
        "a common and a rare word": f"{known[0]} {known[-1]}",
        "two common words": f"{known[0]} {known[1]}",
        "three single letters": "e t a",
        "a word that is nowhere": "qqqqqqqq",
        "a run of ideographs": "今日",
    }
    for name, query in queries.items():
        search = partial(stores.reflections.search, "journey", query, 200)
        yield f"search {name}", timed(search, 7)
    rows = stores.reflections.rows
    yield "40 rows at the top", timed(lambda: rows("journey", 0, 40), 7)
    yield "40 rows at the end", timed(lambda: rows("journey", max(count - 40, 0), 40), 7)
    yield "how many there are", timed(lambda: stores.reflections.count("journey"), 7)
    yield "the last walk on each path", timed(lambda: stores.reflections.last_walks("journey"), 7)
    yield (
        "candidates for a page",
        timed(lambda: stores.reflections.candidates("journey", "", "getting-ready", None), 7),
    )
    yield "earlier points", timed(lambda: stores.reflections.earlier_points("journey", 5), 7)


def measure(count: int) -> None:
    words = Words(Random(7))
    with tempfile.TemporaryDirectory() as place:
        vault = FolderVault(Path(place) / "notebook", profile=CHEAPEST, allow_cheapest=True)
        stores = vault.create("a fictional passphrase", Journey("journey", "", BEGAN))
        database = vault._required().database
        assert database is not None
        took = fill(database, count, words)
        size = (vault.folder / "notebook.db").stat().st_size / 2**20
        say(f"\n{count} entries, {size:.0f} MiB, filled in {took:.0f} s")
        for name, figure in (*saves(stores, count, words), *looks(stores, count, words)):
            say(f"  {name:<42}{figure}")
        vault.close()

        def reopen() -> None:
            vault.open("a fictional passphrase")
            vault.close()

        reopening = timed(reopen, 5)
        say(f"  {'open and shut (without the key)':<42}{reopening}")


if __name__ == "__main__":
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for entries in sorted({min(1_000, most), most}):
        measure(entries)
