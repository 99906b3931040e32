"""companion as Windows and a Mac would run it, in processes that take this machine for one.

`support.windows` and `support.mac` say what is simulated there and what is not.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import companion

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="takes Linux for another system")

BECOME = {
    "win32": """
import os
from support.windows import become_windows
lists = become_windows()

def while_open(notebook):
    # The stand-in is as strict as Windows, or what follows would prove nothing.
    for work in (os.rename, os.replace):
        try:
            work(notebook, notebook.with_name("moved"))
        except PermissionError:
            continue
        raise AssertionError(work)
    assert (notebook / "lock").read_bytes() == b"", "what is locked can be read"
""",
    "darwin": """
from support.mac import become_mac
reached = become_mac()

def while_open(notebook):
    pass
""",
}
EVERY_MODULE = """
import importlib, pkgutil, sys
import companion
found = [one.name for one in pkgutil.walk_packages(companion.__path__, "companion.")]
for name in found:
    importlib.import_module(name)
print(len(found))
"""
STORY = """
import json, sys
from pathlib import Path
from companion.domain.errors import NotebookInUseError
from support.real import PASSPHRASE, Shell, answers

NEW = "eleven loud geese on the lawn"
home = Path(sys.argv[1]) / "Mara Höß"
home.mkdir()
shell = Shell(home)

def done(*words, code=0, **more):
    said = shell(*words, **more)
    assert shell.code == code, (words, shell.code, shell.errors, said)
    return said

recovery = done("init")
done("note", said="A heron stood there.\\r\\nStill.\\r\\n")
assert "A heron stood there." in done("list")
done("session", "add", "2026-11-26 17:30")

# While one companion has it open, a second one is told so.
house = shell.builder().house
house.notebook.unlock(PASSPHRASE)
done("list", code=5)
while_open(shell.notebook)
house.notebook.lock()

said = done("verify")
assert "as it was written" in said, said
done("backup", str(home / "away.backup"))
done("passphrase", said=answers(NEW, NEW))
shell.passphrase_file.write_bytes(b"\\xff\\xfe" + f"{NEW}\\r\\n".encode("utf-16-le"))
done("passphrase", "--new-key", said=answers(NEW, NEW, *shell.groups_of_next_code()))
assert "A heron stood there." in done("list")
for name in ("page.txt", "page.html", "page.pdf"):
    done("page", "-o", str(home / name))
    done("page", "-o", str(home / name), "--replace")
done("export", "-o", str(home / "all.json"))
done("export", "--format", "markdown", "-o", str(home / "all"))
done("import", str(home / "all.json"), "--yes")
done("config", "keys")
for file in [home / "page.txt", home / "all.json", *(home / "all").rglob("*.md")]:
    assert b"\\r" not in file.read_bytes(), file
audit = json.loads(done("audit", "--json", key=False))
told = done("audit", key=False)

shell.passphrase_file.write_text(f"{PASSPHRASE}\\n")
done("restore", str(home / "away.backup"), "--yes")
assert "A heron stood there." in done("list")
again = json.loads(done("audit", "--json", key=False))
assert {one["access"] for one in again["files"]} == {"owner"}, again
done("wipe", "--yes")
assert not shell.notebook.exists()
"""
WINDOWS = """
assert {one["mode"] for one in audit["files"]} == {0}
assert {one["access"] for one in audit["files"]} == {"owner"}, audit["files"]
assert audit["folder_access"] == "owner"
assert audit["process"]["no_core_dumps"] is False
assert "open to you alone" in told and "0666" not in told and "chmod" not in told
from companion.system.windows import alone
assert {name: alone(home / name) for name in ("page.pdf", "page.html", "all.json", "all")} == {
    "page.pdf": True, "page.html": True, "all.json": True, "all": True
}
assert alone(home) is False
"""
APP = """
import asyncio, signal, sys
from pathlib import Path
from companion.ui.app import CompanionApp
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, settled, write
from support.time import FixedClock

house = CheapBuilder(FixedClock(), str(Path(sys.argv[1], "n"))).house
house.notebook.set_up(PASSPHRASE)
house.notebook.lock()

async def story():
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await settled(pilot)
        assert app.is_open
        signal.raise_signal(signal.SIGBREAK)
        for _ in range(200):
            if app.return_code is not None:
                break
            await asyncio.sleep(0.02)
    assert app.return_code == 128 + signal.SIGBREAK, app.return_code

asyncio.run(story())
"""
MAC = """
assert {one["mode"] for one in audit["files"]} == {0o600}
assert audit["folder_access"] == "owner"
assert len(reached) > 20, reached
"""


def ran(code: str, *words: str) -> str:
    places = [str(Path(__file__).parents[1]), str(Path(companion.__file__).parents[1])]
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("system", BECOME)
def test_every_module_can_be_imported(system: str) -> None:
    assert int(ran(BECOME[system] + EVERY_MODULE)) > 400


@pytest.mark.parametrize(("system", "holds"), [("win32", WINDOWS), ("darwin", MAC)])
def test_a_notebook_is_made_used_kept_and_removed(tmp_path: Path, system: str, holds: str) -> None:
    ran(BECOME[system] + STORY + holds, str(tmp_path))


def test_the_app_opens_on_windows_and_leaves_when_it_is_told_to(tmp_path: Path) -> None:
    ran(BECOME["win32"] + APP, str(tmp_path))
