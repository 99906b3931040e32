"""Cuts the power at every system call of a run, in many ways, and opens what is left.

A scenario runs once under strace. For every prefix of what it did to files, the states are
made that a disk may be left in (see `disk_model`), and each is opened: all that was
acknowledged must be there, what was under way wholly or not at all.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disk_model import ALL, CALLS, NONE, DeafDisk, Disk, Kept, read_trace
from proof import BEGAN, JOURNEY, PASSPHRASE, asked, entry, tell, texts, vault_in

from companion.domain.errors import CompanionError, NoNotebookError
from companion.domain.safekeeping import State as Found
from companion.storage.store import migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHILD = "--in-a-child"
NEW = "eleven loud geese on the lawn"
CODE = "34564-789AX-BCDEA-FGHJA-KMNPR-QRST1-VWXYP"
Texts = dict[str, str]


@dataclass(frozen=True)
class Step:
    """A state of the notebook: what is in it, and what opens it; none: there may be none."""

    texts: Texts | None
    secret: str = PASSPHRASE


class Run:
    """A scenario in the child: what it does is told step by step."""

    def __init__(self, home: Path, acks: Path) -> None:
        self.home, self.folder = home, home / "notebook"
        self.vault = vault_in(self.folder)
        self._acks = os.open(acks, os.O_WRONLY | os.O_CREAT)

    def step(self, work: Callable[[], object], texts: Texts, secret: str = PASSPHRASE) -> None:
        """Do something, and tell before and after it what is true then."""
        for word in ("begin", "done"):
            if word == "done":
                work()
            said = json.dumps([word, texts, secret])
            os.write(self._acks, said.encode() + b"\n")


def saves(run: Run) -> None:
    """Saves, edits and a removal, small and large."""
    stores, kept = run.vault.open(PASSPHRASE), dict(FIRST)
    for number, size in enumerate((1, 40, 900, 3, 4000, 2)):
        name, text = f"s{number % 4}", f"heron {number} " * size
        kept = kept | {name: text}
        one = entry(name, text)
        run.step(lambda one=one: stores.reflections.put(one), kept)
    kept = {name: text for name, text in kept.items() if name != "s1"}
    run.step(lambda: stores.reflections.remove("s1"), kept)


def locks(run: Run) -> None:
    """A new passphrase, a new code, with a backup in the folder that follows them."""
    run.vault.open(PASSPHRASE)
    keeping = run.vault.keeping
    run.step(lambda: keeping.back_up_if_due(BEGAN), FIRST)
    run.step(lambda: keeping.change_passphrase(PASSPHRASE, NEW), FIRST, NEW)
    run.step(lambda: keeping.change_code(NEW, CODE), FIRST, CODE)


def renewal(run: Run) -> None:
    """A new key for every page."""
    run.vault.open(PASSPHRASE)
    run.step(lambda: run.vault.keeping.renew_key(PASSPHRASE, NEW, CODE), FIRST, NEW)


def backups(run: Run) -> None:
    """Three days, each with a backup."""
    stores, kept = run.vault.open(PASSPHRASE), dict(FIRST)
    for number in range(3):
        kept = kept | {f"d{number}": f"day {number}"}
        one = entry(f"d{number}", f"day {number}")
        run.step(lambda one=one: stores.reflections.put(one), kept)
        day = BEGAN + timedelta(days=number)
        run.step(lambda day=day: run.vault.keeping.back_up_if_due(day), kept)


def restore(run: Run) -> None:
    """A backup takes the notebook's place."""
    stores = run.vault.open(PASSPHRASE)
    run.vault.keeping.back_up_to(run.home / "kept.backup")
    later = FIRST | {"later": "after the backup"}
    run.step(lambda: stores.reflections.put(entry("later", "after the backup")), later)
    run.vault.close()
    restoring = run.vault.keeping.restoring()
    restoring.prepare(run.home / "kept.backup", PASSPHRASE)
    run.step(restoring.put_in_place, FIRST)


def migration(run: Run) -> None:
    """The tables change, after a backup."""
    one_step_more()
    run.step(lambda: run.vault.open(PASSPHRASE), FIRST)


def creation(run: Run) -> None:
    """A notebook is made where there was none."""
    run.step(lambda: run.vault.create(PASSPHRASE, JOURNEY, CODE), {})


def one_step_more() -> None:
    """Give the tables one change more than they have in earnest."""

    def step(connection: Any) -> None:
        connection.exec_driver_sql("CREATE TABLE letters (id TEXT NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("UPDATE reflections SET title = title || ', anew'")

    migrations.STEPS = (*migrations.STEPS[:2], step)


FIRST = {f"r{number}": f"bridge {number} " * 30 for number in range(12)}
SCENARIOS = {
    one.__name__: one for one in (saves, locks, renewal, backups, restore, migration, creation)
}


def prepare(name: str, home: Path) -> None:
    """What is there before a scenario begins."""
    home.mkdir(parents=True)
    if name == "creation":
        return
    vault = vault_in(home / "notebook")
    stores = vault.create(PASSPHRASE, JOURNEY)
    for number, (one, text) in enumerate(FIRST.items()):
        stores.reflections.put(entry(one, text, number))
    vault.close()


def outcome(task: tuple[str, dict[str, bytes | None], list[Step]]) -> str:
    """What opening one state shows: nothing, or what is wrong with it."""
    name, state, allowed = task
    if name == "migration":
        one_step_more()
    within = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - only quick
    with tempfile.TemporaryDirectory(dir=within) as place:
        for path, content in sorted(state.items()):
            file = Path(place) / path
            if content is None:
                file.mkdir(parents=True, exist_ok=True)
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        wrong = [_looked_at(Path(place) / "notebook", step) for step in allowed]
        return "" if "" in wrong else wrong[0]


def _looked_at(folder: Path, step: Step) -> str:
    vault = vault_in(folder)
    try:
        if step.texts is None and not vault.exists():
            vault.create(PASSPHRASE, JOURNEY)
            return ""
        found = texts(vault.open(step.secret))
        damaged = [one.part for one in vault.keeping.verdicts() if one.state is Found.DAMAGED]
    except NoNotebookError:
        return "unreadable: there is none"
    except CompanionError as error:
        return f"unreadable: {error!r}"
    finally:
        vault.close()
    if damaged:
        return f"unreadable: {damaged}"
    return "" if found == (step.texts or {}) else "lost"


def states(
    name: str,
    record: Path,
    start: Path,
    ways: list[Kept],
    chance: random.Random,
    make: type[Disk] = Disk,
) -> Iterator[tuple[str, dict[str, bytes | None], list[Step]]]:
    """Every distinct state that a power cut may leave, with what it may hold."""
    files = [one for one in start.rglob("*") if one.is_file()]
    folders = [str(one.relative_to(start)) for one in start.rglob("*") if one.is_dir()]
    disk = make({str(one.relative_to(start)): one.read_bytes() for one in files}, folders)
    first = Step(None if name == "creation" else FIRST)
    done, begun, seen = first, first, set[bytes]()
    with record.open(encoding="ascii", errors="replace") as lines:
        for did in read_trace(lines, str(start.with_name("home")), str(start.with_name("acks"))):
            if did.call == "ack":
                word, kept, secret = json.loads(did.content)
                begun = Step(kept, secret)
                done = begun if word == "done" else done
                continue
            disk.do(did)
            for way in ways:
                state = disk.after(way, chance)
                digest = _digest(state, done, begun)
                if digest not in seen:
                    seen.add(digest)
                    yield name, state, [done] if done == begun else [done, begun]


def _digest(state: dict[str, bytes | None], *steps: Step) -> bytes:
    digest = hashlib.sha256(repr(steps).encode())
    for path, content in sorted(state.items()):
        digest.update(path.encode() + b"\0" + hashlib.sha256(content or b"-").digest())
    return digest.digest()


def recorded(name: str, place: Path) -> Path:
    """Run a scenario once under strace."""
    home, acks, record = place / "home", place / "acks", place / "record"
    prepare(name, home)
    shutil.copytree(home, place / "start")
    child = [sys.executable, __file__, CHILD, name, str(home), str(acks)]
    watched = ["strace", "-f", "-y", "-xx", "-s", "20000000", "-e", f"trace={CALLS}"]
    subprocess.run([*watched, "-o", str(record), *child], check=True)
    return record


def main() -> int:
    """Record, cut, open; say the figures."""
    want = asked(__doc__ or "")
    if shutil.which("strace") is None:
        tell("power cuts: skipped, strace is not here")
        return 0
    some = [Kept(1, 0), Kept(0, 1), Kept(1, 0.5), Kept(0.5, 0.5), Kept(1, 0.9, torn=True)]
    more = want.many(6, 0) * [Kept(1, 0.7, torn=True)]
    ways = [ALL, NONE, *some[: want.many(5, 3)], *more]
    bad, make = 0, DeafDisk if want.prove else Disk
    for name in ["saves"] if want.prove else SCENARIOS:
        with tempfile.TemporaryDirectory() as place:
            record = recorded(name, Path(place))
            chance, start = random.Random(want.seed), Path(place) / "start"
            found = states(name, record, start, ways, chance, make)
            chosen = found if not want.short else _some(found, 150)
            with multiprocessing.Pool() as pool:
                wrong = list(pool.imap_unordered(outcome, chosen, 8))
        lost = sum(one == "lost" for one in wrong)
        unreadable = sum(one.startswith("unreadable") for one in wrong)
        bad += lost + unreadable
        tell(f"power cuts, {name}: {len(wrong)} states, {lost} lost, {unreadable} unreadable")
        for one in sorted({one for one in wrong if one}):
            tell(f"  {one}")
    if want.prove:
        told = "fails, as it must" if bad else "finds nothing: it proves nothing"
        tell(f"power cuts: on a disk that ignores syncing this proof {told}")
        return not bad
    return bool(bad)


def _some(found: Iterator[Any], many: int) -> list[Any]:
    every = list(found)
    return every[:: max(1, len(every) // many)]


if __name__ == "__main__":
    if sys.argv[1:2] == [CHILD]:
        SCENARIOS[sys.argv[2]](Run(Path(sys.argv[3]), Path(sys.argv[4])))
        os._exit(0)
    sys.exit(main())
