"""How pleasant a notebook of very many entries stays: saving, finding, and taking it out.

python tests/bench/bench_many.py [ENTRIES]
"""

from __future__ import annotations

import gc
import resource
import sys
import tempfile
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from bench_storage import BEGAN, Words, entry, fill
from figures import Figure, keep, say

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.real import PASSPHRASE, CheapBuilder
from support.time import NOW, FixedClock

from companion.domain.journey import Journey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.services.open_notebook import OpenNotebook
    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.vault import FolderVault

MANY = 100_000
RUNS = 41
MIB = 2**20


def timed(work: Callable[[], object], runs: int = 1) -> float:
    """The median of some runs, in seconds."""
    took = []
    for _ in range(runs):
        begun = perf_counter()
        work()
        took.append(perf_counter() - begun)
    return median(took)


def peak() -> float:
    """The most memory that this process ever took, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MIB


def of_the_store(stores: OpenStores, many: int, words: Words) -> Iterator[Figure]:
    """What is done every day."""
    fresh = iter([entry(number, words) for number in range(many, many + RUNS)])
    save = timed(lambda: stores.reflections.put(next(fresh)), RUNS)
    yield Figure("save", "a save that lasts, in ms", save * 1000, 5, "ms")
    common = words.vocabulary[0]
    for key, query in (("search", common[0]), ("", common)):
        search = partial(stores.reflections.search, "journey", query, 200)
        says = f"searching for {len(query)} letters that are everywhere, in ms"
        yield Figure(key, says, timed(search, 7) * 1000, 50, "ms")


def of_the_whole(opened: OpenNotebook, vault: FolderVault, place: Path) -> Iterator[Figure]:
    """What is done now and then, with everything at once."""
    before = peak()
    took = timed(lambda: opened.exchange.as_json(place / "all.json"))
    yield Figure("export", "everything as JSON, in s", took, 3, "s")
    yield Figure("export-memory", "and the memory it adds, in MiB", peak() - before, 20, "MiB")
    took = timed(lambda: vault.keeping.back_up_to(place / "all.backup"))
    yield Figure("backup", "a backup, opened again to see that it holds, in s", took, 10, "s")
    took = timed(lambda: list(vault.keeping.verdicts()))
    yield Figure("verify", "every page and every row read, in s", took, 30, "s")


def main(argv: list[str]) -> int:
    """Measure, print, and keep what the command line asks to be kept."""
    gc.set_threshold(200_000)  # as companion itself begins
    many = int(argv[0]) if argv and argv[0].isdecimal() else MANY
    words = Words(Random(7))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        builder = CheapBuilder(FixedClock(NOW), str(place / "notebook"))
        vault = builder.vault
        stores = vault.create(PASSPHRASE, Journey("journey", "", BEGAN))
        fill(vault._required().database, many, words)
        found = [*of_the_store(stores, many, words)]
        vault.close()
        found += of_the_whole(builder.notebook.unlock(PASSPHRASE), vault, place)
        builder.notebook.lock()
    for figure in found:
        say(figure.line())
    keep(argv, found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
