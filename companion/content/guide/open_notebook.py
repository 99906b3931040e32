# ruff: noqa: INP001 - this file stands alone
"""Opens a notebook without companion: all that it takes is this file and two libraries.

    python -m pip install cryptography sqlcipher3
    python open_notebook.py FOLDER_OR_BACKUP > my_words.txt

Close companion first. It asks for the passphrase or the recovery code (or takes the first line of
a FILE named with `--passphrase-file`) and writes down, as plain text, everything in the notebook:
keep that where only you read it. The notebook is never changed: a copy is opened, which is still
encrypted, and deleted at the end. Exit codes: 0 done, 1 not done, 2 usage, 3 secret, 4 damage.

The format, for whoever has to write this again: a FOLDER holds `keys.json` (the header),
`notebook.db` (the words) and, after a crash, `notebook.db-journal`, which SQLite rolls back by
itself; should the words look damaged, try a copy of the folder without it. If the data key does
not fit `notebook.db`, a change of keys was cut off, and `notebook.db.next` is the words. A BACKUP
is one file: the line `companion backup 1 <SHA-256 of all that follows this line, in hexadecimal
digits>`, then `keys.json`, then `notebook.db`.

The HEADER is canonical JSON (sorted keys, no blanks, ASCII) and a line feed; bytes are lower-case
hexadecimal digits. It has `format` (1), `id` (16 bytes), `slots`, `mac`, and `checksum`: SHA-256
of the canonical JSON of the others. `mac`, not needed for reading, is HMAC-SHA256 of the canonical
JSON of `format`, `id` and `slots`; its key is HKDF-SHA256 of the data key (salt: `id`; info:
`companion header mac 1`; 32 bytes). A SLOT holds the data key (32 bytes), locked with a secret.
Its `kind` is `passphrase` (in Unicode form NFC) or `recovery` (the recovery code in capitals, only
letters and digits, O read as 0, I and L as 1). Argon2id makes 32 bytes from the secret in UTF-8
with `kdf`: `name` (argon2id), `salt` (16 bytes), `lanes`, `memory_kib`, `iterations`. With them
AES-256-GCM unlocks `wrapped` (48 bytes, the tag last) with `nonce` (12 bytes); associated data is
the canonical JSON of the header's `format` and `id` and the slot's `kind` and `kdf`.

The WORDS are a SQLite database in SQLCipher 4's standard form; its raw key is the data key.
Moments are ISO 8601 in UTC. `sessions` are appointments, `reflections` the entries; a draft has no
`finished_at`. `answers`: what was asked (`prompt`) and said (`shown`; on a map: how pleasant, how
much energy), by `position`; `place` is here, parked (for the next session) or unsaid (the drawer).
`page_lines`: how it was put for a session. Views and indexes need more than SQLite.
"""

import argparse
import hashlib
import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import closing, suppress
from getpass import getpass
from pathlib import Path
from typing import Any

try:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    from sqlcipher3 import dbapi2
except ImportError:
    sys.exit("First: python -m pip install cryptography sqlcipher3")

FILES = ("keys.json", "notebook.db", "notebook.db-journal", "notebook.db.next")


def files_of(place: Path) -> dict[str, bytes]:
    """The notebook's files by name, from its folder or out of a backup."""
    if place.is_dir():
        return {name: (place / name).read_bytes() for name in FILES if (place / name).exists()}
    first, _, rest = place.read_bytes().partition(b"\n")
    if first != b"companion backup 1 " + hashlib.sha256(rest).hexdigest().encode():
        raise ValueError
    header, line_feed, words = rest.partition(b"\n")
    return {"keys.json": header + line_feed, "notebook.db": words}


def canonical(value: object) -> bytes:
    """The one way in which a value is written as JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def header_from(raw: bytes) -> dict[str, Any]:
    """The header, if it is as it was written."""
    header: dict[str, Any] = json.loads(raw)
    others = {name: header[name] for name in header if name != "checksum"}
    checksum = hashlib.sha256(canonical(others)).hexdigest()
    if raw != canonical(others | {"checksum": checksum}) + b"\n" or header["format"] != 1:
        raise ValueError
    return header


def data_key(header: dict[str, Any], secret: str) -> bytes:
    """The key to the words, from the first slot that the secret opens."""
    code = re.sub("[^0-9A-Z]", "", secret.upper()).translate(str.maketrans("OIL", "011"))
    secrets = {"passphrase": unicodedata.normalize("NFC", secret), "recovery": code}
    for slot in header["slots"]:
        kdf, typed = slot["kdf"], secrets[slot["kind"]].encode("utf-8", "surrogatepass")
        salt, nonce, wrapped = map(bytes.fromhex, (kdf["salt"], slot["nonce"], slot["wrapped"]))
        cost = {"memory_cost": kdf["memory_kib"], "iterations": kdf["iterations"]}
        lock = AESGCM(Argon2id(salt=salt, length=32, lanes=kdf["lanes"], **cost).derive(typed))
        tied = {"format": 1, "id": header["id"], "kind": slot["kind"], "kdf": kdf}
        with suppress(InvalidTag):
            return lock.decrypt(nonce, wrapped, canonical(tied))
    raise InvalidTag


def opened(file: Path, key: bytes) -> dbapi2.Connection:
    """A connection to the words; SQLite may roll a journal back in their folder."""
    words = dbapi2.connect(f"{file.as_uri()}?mode=rw", uri=True)
    words.execute("PRAGMA cipher_log_level = NONE")
    words.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    words.executescript("PRAGMA cipher_compatibility = 4; PRAGMA temp_store = MEMORY")
    words.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return words


def told(words: dbapi2.Connection) -> Iterator[str]:
    """Everything that was written, in the order of time."""
    yield "# Sessions\n\n"
    sessions = "SELECT at, name, number, state FROM sessions JOIN journeys j ON j.id = journey_id"
    for at, name, number, state in words.execute(f"{sessions} ORDER BY at, number"):
        yield f"{at[:16].replace('T', ' ')} UTC  {name} {number}, {state}\n"
    entries = "SELECT happened_at, title, finished_at, id FROM reflections ORDER BY 1, number"
    for at, title, finished, entry in words.execute(entries):
        yield f"\n\n# {at[:16].replace('T', ' ')} UTC  {title}{'' if finished else '  (draft)'}\n"
        answers = "SELECT prompt, place, shown, id FROM answers WHERE reflection_id = ?"
        for prompt, place, shown, answer in words.execute(f"{answers} ORDER BY position", [entry]):
            yield f"\n## {prompt}  [{place}]\n{shown}\n"
            wordings = "SELECT wording FROM page_lines WHERE answer_id = ? AND wording <> ''"
            for (wording,) in words.execute(wordings, [answer]):
                yield f"[for a session] {wording}\n"


def write_down(place: Path, secret: Path | None) -> None:
    """Ask for the secret, and write everything in a notebook to the standard output."""
    files = files_of(place)
    header = header_from(files["keys.json"])
    typed = secret.read_text("utf-8-sig", "replace") if secret else getpass("Passphrase or code: ")
    key = data_key(header, typed.partition("\n")[0])
    with tempfile.TemporaryDirectory() as private:
        for name, content in files.items():
            Path(private, name).write_bytes(content)
        try:
            words = opened(Path(private, "notebook.db"), key)
        except dbapi2.Error:
            words = opened(Path(private, "notebook.db.next"), key)
        with closing(words), open(1, "w", encoding="utf-8", closefd=False) as out:
            out.writelines(told(words))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write down everything in a notebook.")
    parser.add_argument("place", type=Path, metavar="FOLDER_OR_BACKUP")
    parser.add_argument("--passphrase-file", dest="secret", type=Path, metavar="FILE")
    code, why = 0, ""
    try:
        write_down(**vars(parser.parse_args()))
    except InvalidTag:
        code, why = 3, "This does not open the notebook. Nothing was changed; try once more.\n"
    except (ValueError, LookupError, TypeError, RecursionError, dbapi2.Error):
        code, why = 4, "This is damaged, or no notebook. Nothing was changed. Try a backup.\n"
    except (OSError, MemoryError, KeyboardInterrupt, EOFError) as error:
        code, why = 1, f"It could not be done: {str(error) or type(error).__name__}.\n"
    sys.stderr.write(why)
    sys.exit(code)
