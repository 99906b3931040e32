"""Flips bits in header, database, backup and hot journal, cuts files, and opens them.

Each must be told as what it is (damage, by part), or be harmless: then every word that is
read is as it was written. A wrong word, or another error, is a failure.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from proof import JOURNEY, PASSPHRASE, asked, entry, tell, texts, vault_in

from companion.domain.errors import (
    CompanionError,
    DamagedBackupError,
    DamagedNotebookError,
    NotABackupError,
)
from companion.domain.recovery_code import new_code

NAMED = {
    "keys.json": DamagedNotebookError,
    "notebook.db": DamagedNotebookError,
    "kept.backup": DamagedBackupError,
}
"""What damage in each file is told as."""


def made(home: Path, chance: random.Random) -> dict[str, str]:
    """A notebook and a backup of it, shut; and what is in them."""
    vault = vault_in(home / "notebook")
    stores = vault.create(PASSPHRASE, JOURNEY, new_code(chance.randbytes))
    for number in range(40):
        text = f"heron {number} " * chance.choice([3, 60, 700])
        stores.reflections.put(entry(f"r{number}", text, number))
    stores.settings.put("name", "M.")
    vault.keeping.back_up_to(home / "kept.backup")
    found = texts(stores)
    vault.close()
    return found


def outcome(home: Path, part: str, words: dict[str, str]) -> str:
    """What opening a damaged thing shows: `told`, `harmless`, or what is wrong with it."""
    vault = vault_in(home / "notebook")
    try:
        if part == "kept.backup":
            restoring = vault_in(home / "elsewhere").keeping.restoring()
            try:
                restoring.prepare(home / part, PASSPHRASE)
            finally:
                restoring.abandon()
            # A checksum goes over all of it, so that nothing in it can be harmless.
            return "a damaged backup was taken for a whole one"
        read = texts(vault.open(PASSPHRASE))
        # Opening reads some pages; verifying reads them all.
        damaged = any(one.state == "damaged" for one in vault.keeping.verdicts())
    except NAMED[part]:
        return "told"
    except NotABackupError:
        return "told" if part == "kept.backup" else "told as something else"
    except CompanionError as error:
        return f"told as {type(error).__name__}"
    finally:
        vault.close()
    if read == words:
        return "told" if damaged else "harmless"
    return "wrong content"


def flipped(content: bytes, chance: random.Random) -> bytes:
    """The bytes with one bit, or a few, the other way."""
    found = bytearray(content)
    for _ in range(chance.choice([1, 1, 1, 2, 8])):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def cut(content: bytes, chance: random.Random) -> bytes:
    """The bytes without their end."""
    places = [0, chance.randrange(len(content)), chance.randrange(len(content)) // 4096 * 4096]
    return content[: chance.choice(places)]


def main() -> int:
    """Damage, open, count; say the figures."""
    want = asked(__doc__ or "")
    chance, seen = random.Random(want.seed), Counter[tuple[str, str]]()
    flips, cuts = want.many(10_000, 300), want.many(500, 40)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        words = made(home, chance)
        whole = {part: _file(home, part).read_bytes() for part in NAMED}
        _damage_all(home, words, whole, chance, (flips, cuts), seen)
    for (kind, what), number in sorted(seen.items()):
        tell(f"{kind}: {number} {what}")
    wrong = sum(n for (_, what), n in seen.items() if what not in {"told", "harmless"})
    tell(f"flips: {flips} bit flips and {cuts} truncations, {wrong} of them told wrongly")
    return bool(wrong)


def _damage_all(
    home: Path,
    words: dict[str, str],
    whole: dict[str, bytes],
    chance: random.Random,
    numbers: tuple[int, int],
    seen: Counter[tuple[str, str]],
) -> None:
    damages = [("flip in", flipped)] * numbers[0] + [("cut", cut)] * numbers[1]
    for kind, damage in damages:
        part = chance.choice(list(NAMED))
        file = _file(home, part)
        file.write_bytes(damage(whole[part], chance))
        seen[f"{kind} {part}", outcome(home, part, words)] += 1
        for leftover in ("aside", "backups"):
            shutil.rmtree(home / "notebook" / leftover, ignore_errors=True)
        file.write_bytes(whole[part])


def _file(home: Path, part: str) -> Path:
    return home / part if part == "kept.backup" else home / "notebook" / part


if __name__ == "__main__":
    sys.exit(main())
