"""`companion version --json`: all that a report of a fault needs, and nothing about a person."""

from __future__ import annotations

import getpass
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from licences import wanted
from support.real import Shell

from companion import __version__
from companion.catalog.language import Language
from companion.cli import about

if TYPE_CHECKING:
    from typing import Any


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def reported(shell: Shell) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shell("version", "--json", key=False))
    return found


def test_every_part_is_named_with_its_version(shell: Shell) -> None:
    said = reported(shell)
    assert said["companion"] == __version__
    assert said["python"] == platform.python_version()
    assert set(said["libraries"]) == {one.name for one in wanted()}
    assert all(said["libraries"].values())
    assert said["openssl"].startswith("OpenSSL ")
    assert said["sqlcipher"]["version"].startswith("4.")
    assert said["sqlcipher"]["provider"]
    assert said["sqlcipher"]["sqlite"].startswith("3.")
    assert said["formats"] == {"header": 1, "schema": 3}
    assert not shell.notebook.exists()


def test_nothing_in_it_says_who_or_where(shell: Shell) -> None:
    said = json.dumps(reported(shell))
    assert set(json.loads(said)["system"]) == {"name", "release"}
    own = {platform.node(), str(Path.home()), str(shell.notebook), sys.prefix, getpass.getuser()}
    assert not [one for one in own if len(one) > 2 and one in said]
    assert "/" not in said


def test_its_keys_are_documented() -> None:
    help_text = Language().say("cli.epilog")
    line = help_text[help_text.index("version: ") :].split(";")[0]
    for key, value in about.report().items():
        assert key in line
        if isinstance(value, dict) and key != "libraries":
            assert all(one in line for one in value)


@pytest.mark.parametrize("broken", ["sqlcipher3", "cryptography", "sqlalchemy"])
def test_a_library_that_cannot_be_loaded_stops_no_report(broken: str) -> None:
    code = f"""
import sys
sys.modules[{broken!r}] = None
from companion.cli.main import main
sys.exit(main(["version", "--json"]))
"""
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert said["libraries"][broken]
    assert (said["openssl"] == "") == (broken == "cryptography")
    assert (said["sqlcipher"]["version"] == "") == (broken == "sqlcipher3")


def test_a_library_that_is_not_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "PARTS", ("no-such-library",))
    assert about.report()["libraries"] == {"no-such-library": ""}
