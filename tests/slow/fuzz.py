"""Feeds rubbish to whatever reads: header, recovery code, backup, homework, files to bring in.

Each answers with one of its own errors, or reads it; never with another exception, and
never with much time.
"""

from __future__ import annotations

import json
import random
import string
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from proof import JOURNEY, asked, entry, tell

from companion.catalog.files import shipped
from companion.catalog.packs.reader import read_pack
from companion.domain.archive import Archive
from companion.domain.errors import CompanionError
from companion.domain.pack_errors import PackRefusedError
from companion.domain.recovery_code import new_code, read_code
from companion.exchange.as_json import pieces
from companion.exchange.incoming import Reader
from companion.storage.vault import backup
from companion.storage.vault.header import decode, encode
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.slots import Locksmith

if TYPE_CHECKING:
    from collections.abc import Callable

SLOWEST = 2.0
"""How many seconds reading a small piece of rubbish may take."""


def bent(content: bytes, chance: random.Random) -> bytes:
    """The bytes, changed in one of the ways in which files go wrong or are made to."""
    found = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5])):
        place, end = sorted(chance.randrange(len(found) + 1) for _ in range(2))
        match chance.randrange(7):
            case 0 if found:
                found[min(place, len(found) - 1)] ^= 1 << chance.randrange(8)
            case 1:
                del found[place:end]
            case 2:
                found[place:place] = found[place:end][:4000]
            case 3:
                found[place:place] = chance.randbytes(chance.randrange(1, 40))
            case 4:
                found[place:place] = chance.choice([b"[" * 3000, b"\x00", b"9" * 5000, b"\xff\xfe"])
            case 5:
                found[place:end] = b""
            case 6:
                found = bytearray(bytes(found).replace(b'"', b"'", 1))
    return bytes(found)


def bent_tree(value: Any, chance: random.Random) -> Any:
    """A JSON value with something in it that does not belong there."""
    if chance.random() < 0.15:
        return chance.choice([None, True, -1, 10**40, 1.5, "", "\u0000", [], {}, "9999-99-99"])
    if isinstance(value, dict):
        return {key: bent_tree(one, chance) for key, one in value.items() if chance.random() > 0.03}
    if isinstance(value, list):
        return [bent_tree(one, chance) for one in value]
    return value


def readers(place: Path, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What reads, each with rubbish of its kind."""
    smith = Locksmith(CHEAPEST, chance.randbytes)
    header = encode(smith.new_header("herons", new_code(chance.randbytes))[0])
    entries = tuple(entry(f"r{n}", "heron " * n, n) for n in range(4))
    own = "".join(pieces(Archive(entries, (JOURNEY,)))).encode()
    file, reader = place / "rubbish", Reader(lambda wall: wall.replace(tzinfo=UTC), largest=10**6)
    samples = [own, *_journals()]
    packs = [file.read_bytes() for file in (shipped() / "en" / "packs").iterdir()]

    def header_with(found: bytes) -> object:
        return decode(found, allow_cheapest=True)

    def bring(found: bytes) -> object:
        file.write_bytes(found)
        return reader.read(file, "A line")

    def open_backup() -> object:
        file.write_bytes(bent(b"companion backup 1 " + b"0" * 64 + b"\n" + header, chance))
        return backup.read(file, allow_cheapest=True)

    def judge(found: bytes) -> object:
        reading = read_pack(found, shipped())
        if reading.pack is None:
            raise PackRefusedError(file="")
        return reading

    def bent_json(content: bytes) -> bytes:
        tree = bent_tree(json.loads(content), chance)
        return json.dumps(tree).encode()

    letters = string.ascii_letters + string.digits + " -–_\u0000üΩ😀"
    sizes = range(60)
    return {
        "header": lambda: header_with(bent(header, chance)),
        "header tree": lambda: header_with(bent_json(header)),
        "recovery code": lambda: read_code(
            "".join(chance.choices(letters, k=chance.choice(sizes)))
        ),
        "backup": open_backup,
        "homework": lambda: judge(bent(chance.choice(packs), chance)),
        "file": lambda: bring(bent(chance.choice(samples), chance)),
        "file tree": lambda: bring(bent_json(chance.choice(samples[:3]))),
        "noise": lambda: bring(chance.randbytes(chance.randrange(2000))),
    }


def _journals() -> list[bytes]:
    jrnl = {
        "tags": {},
        "entries": [{"title": "A", "body": "b", "date": "2026-01-05", "time": "18:30", "tags": []}],
    }
    day_one = {
        "metadata": {"version": "1.0"},
        "entries": [{"uuid": "A1", "creationDate": "2026-01-05T17:00:00Z", "text": "heron"}],
    }
    daylio = (
        b"full_date,date,weekday,time,mood,activities,note_title,note\n"
        b"2026-01-05,Jan 5,Mon,6:30 PM,good,walk,,heron\n"
    )
    return [json.dumps(jrnl).encode(), json.dumps(day_one).encode(), daylio]


def main() -> int:
    """Feed, count; say the figures."""
    want, seen, wrong = asked(__doc__ or ""), Counter[str](), 0
    chance, tries = random.Random(want.seed), want.many(40_000, 1500)
    with tempfile.TemporaryDirectory() as place:
        table = readers(Path(place), chance)
        for number in range(tries):
            name = list(table)[number % len(table)]
            began = time.monotonic()
            try:
                table[name]()
                seen[f"{name}: read"] += 1
            except CompanionError:
                seen[f"{name}: refused"] += 1
            except BaseException as error:  # noqa: BLE001 - this is what must not happen
                wrong += 1
                tell(f"  {name}: {type(error).__name__}")
            if time.monotonic() - began > SLOWEST:
                wrong += 1
                tell(f"  {name}: took {time.monotonic() - began:.1f} s")
    for name, number in sorted(seen.items()):
        tell(f"fuzz, {name} {number}")
    tell(f"fuzz: {tries} pieces of rubbish, {wrong} answered wrongly")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
