"""Flips bits in the journal that a killed save left: rolled back, or told, never wrong.

SQLite mends a database from this journal, and knows only weak sums over it.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

from proof import JOURNEY, PASSPHRASE, asked, entry, tell, texts, vault_in

from companion.domain.errors import CompanionError, DamagedNotebookError


def torn(folder: Path) -> dict[str, str]:
    """A notebook whose companion was killed with half of a change in the file."""
    vault = vault_in(folder)
    stores = vault.create(PASSPHRASE, JOURNEY)
    for number in range(24):
        stores.reflections.put(entry(f"r{number}", f"heron {number} " * 90, number))
    words = texts(stores)
    vault.close()
    child = os.fork()
    if child == 0:
        vault.open(PASSPHRASE)
        with vault._required().database.writing() as connection:
            for statement in (
                "PRAGMA cache_spill = 1",
                "PRAGMA cache_size = 1",
                "UPDATE answers SET shown = 'half a change ' || shown",
                "UPDATE reflections SET title = 'half a change'",
            ):
                connection.exec_driver_sql(statement)
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    return words


def outcome(folder: Path, words: dict[str, str]) -> str:
    """What opening shows: `mended`, `told`, or what is wrong with it."""
    vault = vault_in(folder)
    try:
        return "mended" if texts(vault.open(PASSPHRASE)) == words else "wrong content"
    except DamagedNotebookError:
        return "told"
    except CompanionError as error:
        return f"told as {type(error).__name__}"
    finally:
        vault.close()


def main() -> int:
    """Flip, open, count; say the figures."""
    want = asked(__doc__ or "")
    if not hasattr(os, "fork"):
        tell("hot journals: skipped, this system has no fork")
        return 0
    chance, seen, tries = random.Random(want.seed), Counter[str](), want.many(3000, 120)
    with tempfile.TemporaryDirectory() as place:
        folder, work = Path(place) / "torn", Path(place) / "work"
        words = torn(folder)
        journal = (folder / "notebook.db-journal").read_bytes()
        assert journal
        for _ in range(tries):
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(folder, work)
            bad = bytearray(journal)
            for _ in range(chance.choice([1, 1, 2, 16])):
                bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
            (work / "notebook.db-journal").write_bytes(bad)
            seen[outcome(work, words)] += 1
    wrong = sum(number for what, number in seen.items() if what not in {"mended", "told"})
    found = ", ".join(f"{number} {what}" for what, number in sorted(seen.items()))
    tell(f"hot journals: {tries} flipped, {found}; {wrong} wrong")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
