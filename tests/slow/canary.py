"""Writes words that stand nowhere else, and looks for them everywhere they must not be.

The real program, with its real key derivation, in a home of its own and, where the system
lets a program make one, in an empty network. Afterwards every file of that home is read,
in every encoding a program might write, and everything the program said.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from proof import asked, tell

CANARY = "zeisigflug hinter dem wehr"
"""The words of an entry."""
PASSPHRASE = "elf laute gänse am rasen 77"
"""What opens the notebook."""


class Home:
    """A home of its own, and the program in it."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.said: list[tuple[str, bytes]] = []
        self.secret = place / "secret"
        self.secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        (place / "tmp").mkdir()
        self.environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(place),
            "TMPDIR": str(place / "tmp"),
            "XDG_DATA_HOME": str(place / "data"),
            "XDG_CONFIG_HOME": str(place / "config"),
            "XDG_CACHE_HOME": str(place / "cache"),
            "LANG": "C.UTF-8",
            "TEXTUAL_LOG": str(place / "textual.log"),  # must be ignored
        }
        self.alone = _empty_network()

    def command(self, *words: str, secret: Path | None = None) -> list[str]:
        program = [sys.executable, "-m", "companion", *words]
        return [*self.alone, *program, "--passphrase-file", str(secret or self.secret)]

    def __call__(
        self, *words: str, typed: str = "", shows: bool = False, secret: Path | None = None
    ) -> bytes:
        """Run a command; what it says must not hold the words, unless it shows them."""
        done = subprocess.run(
            self.command(*words, secret=secret),
            input=typed.encode(),
            capture_output=True,
            check=False,
            env=self.environment,
            cwd=self.place,
        )
        if not shows:
            self.said += [(words[0], done.stdout), (words[0], done.stderr)]
        if done.returncode not in {0, 3}:
            tell(f"  {words[0]}: ended with {done.returncode}: {done.stderr.decode()[:200]}")
        return done.stdout

    def killed(self, number: int) -> None:
        """Abort the program in the middle of a reflection."""
        running = subprocess.Popen(
            self.command("note"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
            cwd=self.place,
            start_new_session=True,
        )
        assert running.stdin is not None
        running.stdin.write(CANARY.encode())
        running.stdin.flush()
        time.sleep(2)
        os.killpg(running.pid, number)
        out, errors = running.communicate()
        self.said += [(f"signal {number}", out), (f"signal {number}", errors)]


def _empty_network() -> list[str]:
    if shutil.which("unshare") is None:
        return []
    tried = subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True)
    return [] if tried.returncode else ["unshare", "-rn"]


def traces(content: bytes) -> list[str]:
    """Which of the secrets are in some bytes, in any encoding a program might write."""
    return [
        f"{name} in {coding}"
        for name, secret in (("words", CANARY), ("passphrase", PASSPHRASE))
        for piece in (secret, secret.split(" ", 1)[0], secret.upper())
        for coding in ("utf-8", "utf-16-le", "utf-16-be")
        if piece.encode(coding) in content
    ]


def lived_in(home: Home, *, short: bool) -> None:
    """A small interval: everything that writes."""
    home("init")
    home("note", typed=CANARY)
    home("note", "--park", typed=f"{CANARY} again")
    home("session", "add", "2030-01-07 17:30")
    home("reflect", "trust", "--short", typed=f"{CANARY}\n\n\n" * 12)
    found = home("list", shows=True)
    assert b"zeisigflug" in found, "the words were not kept at all"
    home("page", shows=True)
    home("backup", str(home.place / "kept.backup"))
    home("verify")
    home("audit")
    if short:
        return
    home("recovery", "--card", str(home.place / "tmp" / "card"))
    (home.place / "tmp" / "card").unlink()
    home("restore", str(home.place / "kept.backup"), "--yes")
    home("note", "--unsaid", typed=CANARY)
    for number in (signal.SIGABRT, signal.SIGSEGV, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        home.killed(number)
    home("note", "--lang", "xx", typed=CANARY)
    wrong = home.place / "wrong"
    wrong.write_text(f"{PASSPHRASE}x\n", encoding="utf-8")
    home("list", secret=wrong)
    wrong.unlink()


def main() -> int:
    """Write, look; say the figures."""
    want = asked(__doc__ or "")
    with tempfile.TemporaryDirectory() as place:
        home = Home(Path(place))
        lived_in(home, short=want.short)
        home.secret.unlink()
        files = [file for file in Path(place).rglob("*") if file.is_file()]
        found = [f"{file.name}: {one}" for file in files for one in traces(file.read_bytes())]
        found += [f"name {file.name}" for file in files if traces(str(file).encode())]
        found += [f"said by {who}: {one}" for who, said in home.said for one in traces(said)]
        bytes_read = sum(file.stat().st_size for file in files)
        cores = [file.name for file in files if file.name.startswith("core")]
    where = "in an empty network" if home.alone else "in the network as it is"
    tell(f"canary: {len(files)} files, {bytes_read} bytes, {len(home.said)} outputs, {where}")
    tell(f"canary: {len(found)} traces of the words, {len(cores)} core files")
    for one in found:
        tell(f"  {one}")
    return bool(found or cores)


if __name__ == "__main__":
    sys.exit(main())
