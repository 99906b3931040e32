"""The file that opens a notebook without companion, run where companion can't be imported."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2
from storage_builders import (
    JOURNEY,
    PASSPHRASE,
    appointment,
    cheap_vault,
    day,
    draft,
    known_bytes,
    on_the_map,
    parked,
    rated,
    said,
    walk,
)

import companion.content
from companion.domain.journey import SessionState
from companion.domain.page import Line, Mode, Section
from companion.domain.path import Place, StepKind
from companion.domain.recovery_code import new_code
from companion.storage.vault import header as form
from companion.storage.vault import keys
from companion.storage.vault.header import Header, Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Path(next(iter(companion.content.__path__)), "guide", "open_notebook.py")
CODE = "7K3QX-0M1ZA-9TW2B-HD4RN-V8S6C-PG5EY-JF0K1"
LAUNCHER = """
import runpy, sys

class Refuses:
    asked = []
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "companion":
            self.asked.append(name)
            raise ImportError(name)

sys.meta_path.insert(0, Refuses())
sys.path.append(sys.argv.pop(1))
try:
    import companion
except ImportError:
    assert Refuses.asked == ["companion"]
else:
    raise SystemExit("companion was imported")
del sys.argv[0]
Refuses.asked.clear()
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    assert not Refuses.asked and "sqlalchemy" not in sys.modules
"""
WALKS = (
    walk(
        "full",
        said("text", "The ice on the lake sang.\n\n  Then — silence. 🌒 «ß» 湖の氷"),
        parked("parked", "Ask her about the yellow door.", prompt="Что осталось?"),
        said("unsaid", "I was angrier than I said.", Place.UNSAID, prompt="And what did not?"),
        rated("rating", 7),
        on_the_map("map", 3, 9),
        said("words", "", kind=StepKind.WORDS, value=("wary", "mûde"), shown="wary, mûde"),
        said("choice", "", kind=StepKind.CHOICE, value=("b",), shown="Rather not today"),
        at=day(3),
        title="Speaking freely",
    ),
    walk("note", said("line", "A free line, e\u0301 decomposed.", prompt=""), at=day(1), title=""),
    draft("draft", said("begun", "Half a sentence, and th"), at=day(5), title="Hope"),
)
SESSIONS = (
    appointment("two", 2, day(9)),
    appointment("one", 1, day(2), SessionState.HELD),
)
WORDING = "Could we begin with the door?"


@pytest.fixture
def notebook(folder: Path) -> Path:
    """A shut notebook with answers of every kind."""
    vault = cheap_vault(folder)
    stores = vault.create(PASSPHRASE, JOURNEY)
    for one in WALKS:
        stores.reflections.put(one)
    stores.sessions.put(SESSIONS)
    stores.pages.put("two", [Line("parked", Section.TALK, Mode.PLEASE_ASK, WORDING)])
    vault.close()
    return folder


@pytest.fixture
def temporary(tmp_path: Path) -> Iterator[Path]:
    """The folder for temporary files, in which nothing may be left."""
    place = tmp_path / "temporary"
    place.mkdir()
    yield place
    assert list(place.iterdir()) == []


class Run:
    """Runs the file in a process that knows no companion."""

    def __init__(self, temporary: Path) -> None:
        self.temporary = temporary
        self.errors = ""

    def __call__(self, place: Path, secret: str = PASSPHRASE, code: int = 0) -> str:
        """What it writes down."""
        secret_file = self.temporary.parent / "secret"
        secret_file.write_text(f"{secret}\nnot this line\n", encoding="utf-8")
        libraries = Path(dbapi2.__file__).parents[1]
        command = [sys.executable, "-I", "-S", "-c", LAUNCHER, str(libraries), str(GUIDE)]
        ended = subprocess.run(  # noqa: S603 - our own file
            [*command, str(place), "--passphrase-file", str(secret_file)],
            env={"TMPDIR": str(self.temporary), "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        self.errors = ended.stderr.decode()
        assert ended.returncode == code, self.errors
        assert self.errors.count("\n") == (1 if code else 0)
        assert "Traceback" not in self.errors
        return ended.stdout.decode()


@pytest.fixture
def run(temporary: Path) -> Run:
    return Run(temporary)


def header_of(folder: Path) -> Header:
    return form.decode((folder / "keys.json").read_bytes(), allow_cheapest=True)


def key_of(folder: Path) -> bytes:
    header = header_of(folder)
    (slot,) = header.slots
    wrapping = keys.derive(PASSPHRASE, slot.salt, slot.profile)
    tied = form.bound(header.id, slot.kind, slot.profile, slot.salt)
    key = keys.unwrap(slot.wrapped, wrapping, slot.nonce, tied)
    assert key is not None
    return key


def add_recovery_slot(folder: Path, code: str) -> None:
    """Give a notebook a recovery slot, as the format says."""
    header, key, chance = header_of(folder), key_of(folder), known_bytes("recovery")
    salt, nonce = chance(keys.SALT_BYTES), chance(keys.NONCE_BYTES)
    tied = form.bound(header.id, SlotKind.RECOVERY, keys.CHEAPEST, salt)
    wrapped = keys.wrap(key, keys.derive(code, salt, keys.CHEAPEST), nonce, tied)
    slot = Slot(SlotKind.RECOVERY, keys.CHEAPEST, salt, nonce, wrapped)
    more = Header(header.id, (*header.slots, slot))
    signed = keys.mac(key, header.id, b"companion header mac 1", form.signed(more))
    (folder / "keys.json").write_bytes(form.encode(replace(more, mac=signed)))


def backup_of(folder: Path) -> Path:
    """A backup, made by hand as the format says."""
    rest = (folder / "keys.json").read_bytes() + (folder / "notebook.db").read_bytes()
    file = folder.parent / "one.backup"
    checksum = hashlib.sha256(rest).hexdigest()
    file.write_bytes(f"companion backup 1 {checksum}\n".encode() + rest)
    return file


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(file): (file.read_bytes() if file.is_file() else b"", file.stat().st_mtime_ns)
        for file in (folder, *folder.rglob("*"))
    }


def flip(file: Path, at: int) -> None:
    raw = bytearray(file.read_bytes())
    raw[at] ^= 1
    file.write_bytes(raw)


def test_every_word_comes_out_in_the_order_of_time(notebook: Path, run: Run) -> None:
    before = state(notebook)

    written = run(notebook)

    for walked in WALKS:
        for answer in walked.answers:
            assert f"## {answer.prompt}  [{answer.place}]\n{answer.shown}\n" in written
    headings = [line for line in written.splitlines() if line.startswith("# ")]
    assert headings == [
        "# Sessions",
        "# 2026-01-06 17:00 UTC  ",
        "# 2026-01-08 17:00 UTC  Speaking freely",
        "# 2026-01-10 17:00 UTC  Hope  (draft)",
    ]
    assert written.startswith(
        "# Sessions\n\n"
        "2026-01-07 17:00 UTC  Thursdays 1, held\n"
        "2026-01-14 17:00 UTC  Thursdays 2, planned\n"
    )
    assert f"Ask her about the yellow door.\n[for a session] {WORDING}\n" in written
    assert state(notebook) == before


def test_a_wrong_secret_ends_calmly_and_changes_nothing(notebook: Path, run: Run) -> None:
    add_recovery_slot(notebook, CODE.replace("-", ""))
    before = state(notebook)

    assert run(notebook, "eight loud herons", code=3) == ""
    assert run(notebook, "", code=3) == ""
    assert run(notebook, CODE.replace("7", "8"), code=3) == ""
    assert "does not open" in run.errors
    assert state(notebook) == before


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), "7k3qx omlza 9tw2b hd4rn v8s6c pg5ey jfoki"])
def test_the_recovery_code_opens_it_however_it_is_typed(
    notebook: Path, run: Run, typed: str
) -> None:
    add_recovery_slot(notebook, CODE.replace("-", ""))

    assert run(notebook, typed) == run(notebook, PASSPHRASE)


def test_a_backup_opens_like_the_folder(notebook: Path, run: Run) -> None:
    add_recovery_slot(notebook, CODE.replace("-", ""))
    file = backup_of(notebook)
    before = file.read_bytes()

    assert run(file) == run(file, CODE) == run(notebook)
    assert file.read_bytes() == before


@pytest.mark.parametrize("at", [3, 25, 100, 600, 5000, -1])
def test_a_damaged_backup_is_told_from_a_wrong_secret(notebook: Path, run: Run, at: int) -> None:
    file = backup_of(notebook)
    flip(file, at)

    assert run(file, code=4) == ""


def test_a_flipped_byte_in_the_header_is_damage(notebook: Path, run: Run) -> None:
    flip(notebook / "keys.json", 100)

    assert run(notebook, code=4) == ""


def test_every_flipped_bit_in_the_header_is_noticed(notebook: Path) -> None:
    spec = importlib.util.spec_from_file_location("open_notebook", GUIDE)
    assert spec is not None
    assert spec.loader is not None
    guide = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(guide)
    raw = (notebook / "keys.json").read_bytes()
    assert guide.header_from(raw)["format"] == 1

    for at in range(len(raw)):
        for bit in range(8):
            flipped = bytearray(raw)
            flipped[at] ^= 1 << bit
            with pytest.raises((ValueError, LookupError, TypeError)):
                guide.header_from(bytes(flipped))


@pytest.mark.parametrize("at", [0, 20, 4096 + 700])
def test_a_damaged_page_is_damage(notebook: Path, run: Run, at: int) -> None:
    flip(notebook / "notebook.db", at)

    run(notebook, code=4)


@pytest.mark.parametrize("missing", ["keys.json", "notebook.db"])
def test_a_missing_file_is_damage(notebook: Path, run: Run, missing: str) -> None:
    (notebook / missing).unlink()

    assert run(notebook, code=4) == ""


def test_a_place_that_is_not_there_is_said_so(tmp_path: Path, run: Run) -> None:
    assert run(tmp_path / "nowhere", code=1) == ""
    assert "nowhere" in run.errors


def test_a_change_of_keys_that_was_cut_off_opens(notebook: Path, run: Run) -> None:
    whole = run(notebook)
    (notebook / "notebook.db").rename(notebook / "notebook.db.next")
    (notebook / "notebook.db").write_bytes(bytes(range(256)) * 64)

    assert run(notebook) == whole


def test_a_save_that_was_cut_off_is_rolled_back_in_the_copy(notebook: Path, run: Run) -> None:
    whole = run(notebook)
    cut = notebook.parent / "cut"
    cut.mkdir()
    with closing(dbapi2.connect(notebook / "notebook.db", isolation_level=None)) as writing:
        writing.execute(f"PRAGMA key = \"x'{key_of(notebook).hex()}'\"")
        writing.execute("PRAGMA cache_size = 2")
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("CREATE TABLE many (words BLOB)")
        writing.execute("UPDATE answers SET shown = 'never saved'")
        for _ in range(100):  # more than the cache holds, so that pages reach the file
            writing.execute("INSERT INTO many VALUES (randomblob(4000))")
        for file in notebook.iterdir():
            (cut / file.name).write_bytes(file.read_bytes())
        writing.execute("ROLLBACK")
    before = state(cut)
    assert (cut / "notebook.db-journal").stat().st_size > 0

    assert run(cut) == whole
    assert state(cut) == before
    (cut / "notebook.db-journal").unlink()
    assert run(cut, code=4) == ""  # the journal was needed


def test_the_file_is_small_and_stands_alone() -> None:
    text = GUIDE.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 160
    assert "import companion" not in text
    assert "from companion" not in text


def test_what_companion_itself_locks_and_backs_up_opens_without_it(
    notebook: Path, run: Run
) -> None:
    vault = cheap_vault(notebook)
    vault.open(PASSPHRASE)
    code = new_code(known_bytes("its own"))
    vault.keeping.change_code(PASSPHRASE, code)
    vault.keeping.back_up_to(notebook.parent / "own.backup")
    vault.close()

    for secret in (PASSPHRASE, code, code.lower().replace("-", " ")):
        assert run(notebook.parent / "own.backup", secret) == run(notebook, secret)
