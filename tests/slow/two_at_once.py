"""Two programs at one notebook: one works, the other is told so, and nothing is mixed."""

from __future__ import annotations

import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from proof import JOURNEY, PASSPHRASE, asked, entry, tell, texts, vault_in

from companion.domain.errors import CompanionError, NotebookInUseError


def work(folder: str, name: str, seed: int, until: float, done: multiprocessing.Queue) -> None:
    """Open, save a few, shut, again and again; tell what was saved and what was refused."""
    chance, saved, seen = random.Random(seed), [], Counter[str]()
    while time.monotonic() < until:
        vault = vault_in(Path(folder))
        try:
            stores = vault.open(PASSPHRASE)
            for _ in range(chance.randrange(1, 5)):
                one = f"{name}{len(saved)}"
                stores.reflections.put(entry(one, f"heron {one}"))
                saved.append(one)
            if chance.random() < 0.1:
                vault.keeping.change_code(PASSPHRASE, "-".join(["00000"] * 7))
            seen["opened"] += 1
        except NotebookInUseError:
            seen["refused"] += 1
        except CompanionError as error:
            seen[f"wrong: {error!r}"] += 1
        finally:
            vault.close()
    done.put((saved, seen))


def main() -> int:
    """Let them work; say the figures."""
    want = asked(__doc__ or "")
    seconds, seen, saved = want.many(60, 2), Counter[str](), []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "notebook"
        vault = vault_in(folder)
        vault.create(PASSPHRASE, JOURNEY)
        vault.close()
        done: multiprocessing.Queue = multiprocessing.Queue()
        until = time.monotonic() + seconds
        workers = [
            multiprocessing.Process(
                target=work, args=(str(folder), name, want.seed + n, until, done)
            )
            for n, name in enumerate("abc")
        ]
        for worker in workers:
            worker.start()
        for _ in workers:
            own, counted = done.get()
            saved += own
            seen += counted
        for worker in workers:
            worker.join()
        kept = texts(vault.open(PASSPHRASE))
        vault.close()
    lost = sum(kept.get(one) != f"heron {one}" for one in saved)
    wrong = sum(number for name, number in seen.items() if name.startswith("wrong"))
    tell(
        f"two at once: {seen['opened']} times open, {seen['refused']} times refused, "
        f"{len(saved)} saves, {lost} lost, {wrong} told wrongly"
    )
    return bool(lost or wrong or len(kept) != len(saved))


if __name__ == "__main__":
    sys.exit(main())
