"""A disk that is full, refuses large files, or may only be read: told, and nothing lost.

Files may grow only so far (a limit of the process), or lie on a small disk in memory that
is filled up, or made read-only, where this system lets a program mount one.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from proof import BEGAN, JOURNEY, PASSPHRASE, asked, entry, tell, texts, vault_in

from companion.domain.errors import CompanionError
from companion.domain.recovery_code import new_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.vault import FolderVault

    Work = Callable[[FolderVault, OpenStores, Path, random.Random], None]

NEW = "eleven loud geese on the lawn"
INSIDE = "COMPANION_PROOF_DISK"
"""Names the small disk, inside the process that may mount one."""


def save(_vault: FolderVault, stores: OpenStores, _home: Path, chance: random.Random) -> None:
    stores.reflections.put(entry("new", "geese " * chance.choice([10, 4000, 40_000])))


def passphrase(vault: FolderVault, _s: OpenStores, _home: Path, _chance: random.Random) -> None:
    vault.keeping.change_passphrase(PASSPHRASE, NEW)


def renew(vault: FolderVault, _s: OpenStores, _home: Path, chance: random.Random) -> None:
    vault.keeping.renew_key(PASSPHRASE, NEW, new_code(chance.randbytes))


def day(vault: FolderVault, _s: OpenStores, _home: Path, _chance: random.Random) -> None:
    vault.keeping.back_up_if_due(BEGAN + timedelta(days=9))


def restore(vault: FolderVault, _s: OpenStores, home: Path, _chance: random.Random) -> None:
    vault.close()
    restoring = vault.keeping.restoring()
    try:
        restoring.prepare(home / "kept.backup", PASSPHRASE)
        restoring.put_in_place()
    finally:
        restoring.abandon()


WORKS: tuple[Work, ...] = (save, passphrase, renew, day, restore)


def made(home: Path) -> None:
    """A notebook and a backup of it, shut."""
    vault = vault_in(home / "notebook")
    stores = vault.create(PASSPHRASE, JOURNEY)
    for number in range(20):
        stores.reflections.put(entry(f"r{number}", f"heron {number} " * 40, number))
    vault.keeping.back_up_to(home / "kept.backup")
    vault.close()


def attempt(home: Path, work: Work, hinder: Callable[[], None], seed: int) -> str:
    """Try a work in a child that is hindered, and look at the notebook afterwards."""
    child = os.fork()
    if child == 0:
        os._exit(_hindered(home, work, hinder, seed))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return {0: "done", 3: "told"}.get(code, f"ended with {code}")


def _hindered(home: Path, work: Work, hinder: Callable[[], None], seed: int) -> int:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    vault = vault_in(home / "notebook")
    try:
        hinder()
        work(vault, vault.open(PASSPHRASE), home, random.Random(seed))
    except CompanionError:
        return 3
    except BaseException as error:  # noqa: BLE001 - this is what must not happen
        tell(f"  {work.__name__}: {error!r}")
        return 4
    return 0


def whole(home: Path) -> bool:
    """Whether the notebook opens with all of what was in it."""
    for secret in (PASSPHRASE, NEW):
        vault = vault_in(home / "notebook")
        try:
            found = texts(vault.open(secret))
        except CompanionError:
            continue
        finally:
            vault.close()
        return all(found.get(f"r{n}") == f"heron {n} " * 40 for n in range(20))
    return False


def limits(want_many: int, seed: int) -> Counter[str]:
    """Let files grow only so far."""
    import resource

    seen, chance = Counter[str](), random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        for number in range(want_many):
            home = Path(place) / str(number)
            home.mkdir()
            made(home)
            work, most = chance.choice(WORKS), chance.randrange(0, 260_000)

            def hinder(most: int = most) -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

            seen[attempt(home, work, hinder, number)] += 1
            seen["lost"] += not whole(home)
            shutil.rmtree(home)
    return seen


def small_disk(home: Path, want_many: int, seed: int) -> Counter[str]:
    """Fill a small disk up, or make it read-only; called where it may be mounted."""
    seen, chance = Counter[str](), random.Random(seed)
    for number in range(want_many):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(home)], check=True)
        try:
            made(home)
            work, read_only = chance.choice(WORKS), chance.random() < 0.2
            filler = home / "filler"
            if not read_only:
                free = shutil.disk_usage(home).free
                filler.write_bytes(bytes(max(0, free - chance.randrange(0, 200_000))))
            else:
                _remount(home, "ro")
            seen[attempt(home, work, lambda: None, number)] += 1
            _remount(home, "rw") if read_only else filler.unlink()
            seen["lost"] += not whole(home)
        finally:
            subprocess.run(["umount", str(home)], check=True)
    return seen


def _remount(home: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(home)], check=True)


def _mounting(arguments: list[str]) -> int | None:
    """Run this file where it may mount a disk; none if the system does not let it."""
    if shutil.which("unshare") is None:
        return None
    tried = subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True)
    if tried.returncode:
        return None
    with tempfile.TemporaryDirectory() as place:
        again = ["unshare", "-rm", sys.executable, __file__, *arguments]
        done = subprocess.run(again, check=False, env=os.environ | {INSIDE: place})
    return done.returncode


def _say(what: str, seen: Counter[str]) -> bool:
    bad = sum(number for name, number in seen.items() if name not in {"done", "told"})
    found = ", ".join(f"{number} {name}" for name, number in sorted(seen.items()))
    tell(f"full disk, {what}: {found}")
    return bad > 0


def main() -> int:
    """Hinder, look, count; say the figures."""
    want = asked(__doc__ or "")
    if not hasattr(os, "fork"):
        tell("full disk: skipped, this system has no fork")
        return 0
    inside = os.environ.get(INSIDE)
    if inside:
        found = small_disk(Path(inside), want.many(400, 25), want.seed)
        return _say("a small disk filled up or read-only", found)
    wrong = _say("files that may not grow", limits(want.many(600, 40), want.seed))
    mounted = _mounting(sys.argv[1:])
    if mounted is None:
        tell("full disk: no small disk, this system lets no program mount one")
    return bool(wrong or mounted)


if __name__ == "__main__":
    sys.exit(main())
