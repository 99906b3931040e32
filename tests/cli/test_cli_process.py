"""companion as a process: what it imports, what it writes, what no environment makes it do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.cli.parser import SHELLS
from companion.services.open_notebook import SERVICES
from companion.storage.store.open_stores import PARTS

TESTS = Path(__file__).parents[1]

HEAVY = (
    "textual",
    "rich",
    "sqlalchemy",
    "sqlcipher3",
    "cryptography",
    "zxcvbn",
    "typst",
    "tomlkit",
)


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # What measures a process would be among what it imports.
    around = {name: one for name, one in os.environ.items() if not name.startswith("COVERAGE_")}
    return subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=around | environment,
        stdin=subprocess.DEVNULL,
    )


def modules_of(code: str) -> set[str]:
    """Everything that some code brings in."""
    done = python(f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)")
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def imported_by(code: str) -> set[str]:
    """Which of the heavy libraries some code brings in."""
    return set(HEAVY) & {name.partition(".")[0] for name in modules_of(code)}


LIGHT = [
    *(["version"], ["--help"], ["paths"], ["help-now"], ["list"], ["config", "keys"]),
    *(["man"], *(["completion", shell] for shell in SHELLS)),
]


@pytest.mark.parametrize("argv", LIGHT)
def test_what_needs_no_notebook_imports_nothing_heavy(argv: list[str]) -> None:
    assert imported_by(f"from companion.cli.main import main; main({argv!r})") == set()


def test_version_imports_hardly_anything() -> None:
    code = "from companion.cli.main import main; main(['version'])"
    done = python(f"import sys\n{code}\nprint(' '.join(sys.modules), file=sys.stderr)")
    assert not {"argparse", "tomllib", "dataclasses", "platformdirs"} & set(done.stderr.split())


BEFORE_A_PASSPHRASE = {
    *("bootstrap", "hardening"),
    *("catalog.crisis", "catalog.files", "catalog.guide", "catalog.language", "catalog.plurals"),
    *("domain.errors", "domain.keymap", "domain.preferences", "domain.settings_file"),
    "domain.text",
    *("services.guide", "services.help_now", "services.house", "services.notebook"),
    *("services.preferences", "services.settings_sentences", "services.wiping"),
    "system.named",
    *("storage.preferences", "storage.vault.files", "storage.vault.lock"),
    *(
        "storage.vault.open_card",
        "storage.vault.names",
        "storage.vault.place",
        "storage.vault.staged_restore",
        "storage.vault.vault",
    ),
    *("domain.file_errors", "plain.terminal"),
    *("system.here", "system.windows" if sys.platform == "win32" else "system.posix"),
}
"""What every start brings in below the screens; each of them makes every start longer."""


def test_the_unlock_screen_is_drawn_without_the_store(tmp_path: Path) -> None:
    code = f"""
import asyncio, sys
from companion.bootstrap import Builder
from companion.cli import run, starting
from companion.ui.app import CompanionApp
(folder := __import__('pathlib').Path({str(tmp_path / "n")!r})).mkdir()
(folder / 'keys.json').write_text('x')
house = Builder(str(folder)).house._replace(prepare=lambda: None)
async def go():
    async with CompanionApp(house).run_test() as pilot:
        await pilot.pause()
asyncio.run(go())
assert not {{'companion.services.open_notebook', 'companion.cli.reflecting', 'companion.plain.menu',
    'companion.export.writer', 'companion.ui.screens.home'}} & set(sys.modules)
"""
    found = modules_of(code)
    assert set(HEAVY) & {name.partition(".")[0] for name in found} == {"textual", "rich"}
    own = {name.partition("companion.")[2] for name in found if name.startswith("companion.")}
    rooms = {name.rpartition(".")[0] for name in own}
    below = {name for name in own - rooms if not name.startswith(("cli", "ui"))}
    assert below <= BEFORE_A_PASSPHRASE, below - BEFORE_A_PASSPHRASE


PREPARED = """
import threading
from companion.bootstrap import Builder
{}
[one.join() for one in threading.enumerate() if one is not threading.current_thread()]
"""


def test_once_it_is_drawn_what_opening_needs_is_made_ready_and_then_the_rooms() -> None:
    code = PREPARED.format("Builder().house.prepare()")
    assert imported_by(code) == {"sqlalchemy", "sqlcipher3", "cryptography"}
    services = {f"companion.services.{name}" for name in SERVICES}
    parts = {f"companion.storage.store.{name}" for name in PARTS}
    assert services | parts <= modules_of(code)


def test_a_command_has_only_made_ready_what_opening_needs() -> None:
    found = modules_of(PREPARED.format("Builder().prepare()"))
    assert {"companion.services.open_notebook", "companion.storage.store.opening"} <= found
    assert not {"companion.services.home", "companion.storage.store.way"} & found


OF_A_NOTE = {
    *("shared_services", "notebook", "open_notebook", "packed_shelf", "reflecting", "vocabulary"),
    *(
        "guide",
        "help_now",
        "house",
        "preferences",
        "safekeeping",
        "settings_sentences",
        "surroundings",
    ),
    "wiping",
}
"""The services that a line from the shell brings in."""


def test_a_line_from_the_shell_brings_in_its_own_services_alone(tmp_path: Path) -> None:
    code = f"""
import io
from companion.cli.main import main
from companion.domain.journey import Journey
from companion.plain.terminal import Streams
from datetime import UTC, datetime
from pathlib import Path
from support.real import PASSPHRASE, CheapBuilder
from support.time import FixedClock
folder = {str(tmp_path / "n")!r}
begun = datetime(2026, 1, 5, 18, tzinfo=UTC)
vault = CheapBuilder(FixedClock(begun), folder).vault
vault.create(PASSPHRASE, Journey('journey', '', begun))
vault.close()
secret = Path(folder).with_name('secret')
secret.write_text(PASSPHRASE)
streams = Streams(io.StringIO('One line.'), io.StringIO(), io.StringIO())
make = lambda notebook='', language='': CheapBuilder(FixedClock(begun), folder)
done = main(['--passphrase-file', str(secret), 'note'], streams, make)
assert done == 0, streams.errors.getvalue()
"""
    found = modules_of(f"sys.path.insert(0, {str(TESTS)!r})\n{code}")
    services = {name for name in found if name.startswith("companion.services.")}
    assert {name.removeprefix("companion.services.") for name in services} == OF_A_NOTE
    assert (
        not {"companion.plain.reflect", "companion.export.sheet", "companion.domain.pack"} & found
    )


def test_python_looks_for_rubbish_when_there_may_be_some() -> None:
    code = """
import gc, sys
from companion.__main__ import run
sys.argv = ['companion', 'version']
try:
    run()
except SystemExit:
    print(gc.get_threshold()[0], gc.isenabled())
"""
    assert python(code).stdout.split()[-2:] == ["200000", "True"]


def test_textual_is_never_told_to_log_what_is_typed(tmp_path: Path) -> None:
    log = tmp_path / "typed.log"
    code = (
        "import companion.__main__, os, textual.constants as c;"
        "print(repr(c.LOG_FILE), os.environ.get('TEXTUAL'))"
    )
    done = python(code, TEXTUAL_LOG=str(log), TEXTUAL="devtools,debug")
    assert done.stdout.split() == ["None", "None"]
    assert not log.exists()


def test_textual_is_told_nothing_but_how_a_terminal_is_drawn_to(tmp_path: Path) -> None:
    code = (
        "import companion.__main__, textual.constants as c;"
        "print(c.SCREENSHOT_DELAY, c.SCREENSHOT_LOCATION, repr(c.PRESS), c.DRIVER, c.DEBUG);"
        "print(c.MAX_FPS, c.SMOOTH_SCROLL)"
    )
    done = python(
        code,
        TEXTUAL_SCREENSHOT="1",
        TEXTUAL_SCREENSHOT_LOCATION=str(tmp_path),
        TEXTUAL_PRESS="j,enter",
        TEXTUAL_DRIVER="somebody.elses:Driver",
        TEXTUAL_DEBUG="1",
        TEXTUAL_FPS="30",
        TEXTUAL_SMOOTH_SCROLL="0",
    )
    assert done.stdout.splitlines() == ["-1 None '' None False", "30 False"]


def test_a_closed_pipe_is_no_fault() -> None:
    code = "from companion.cli.main import main; import sys; sys.exit(main(['paths']))"
    done = subprocess.run(  # noqa: S603  our own code
        ["/bin/sh", "-c", f'"{sys.executable}" -c "{code}" | true'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


def test_without_a_terminal_and_input_it_ends_in_a_sentence(tmp_path: Path) -> None:
    done = python(
        "from companion.__main__ import run; run()", COMPANION_NOTEBOOK=str(tmp_path / "n")
    )
    assert done.returncode == 1
    assert "input ended" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "n").exists()
