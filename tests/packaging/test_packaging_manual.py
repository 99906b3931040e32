"""The manual page: whole, in every language, and as `man` wants it."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from made import HOUSE
from support.real import Shell

from companion.catalog.files import languages, shipped
from companion.catalog.language import Language
from companion.cli import codes
from companion.cli.completion import manual
from companion.cli.manual import FILES, STATUS, VARIABLES
from companion.cli.parser import COMMANDS, whole
from companion.cli.shells.tree import grown
from companion.cli.shells.values import known_values

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = languages(shipped())
SECTIONS = (
    *("name", "synopsis", "description", "commands", "options"),
    *("files", "environment", "status", "privacy", "see_also"),
)


def read(code: str, tmp_path: Path) -> str:
    """The page as it is read on a terminal."""
    if shutil.which("man") is None:
        pytest.skip("man is not on this machine")
    file = tmp_path / "companion.1"
    file.write_text(manual(Language(code).say), encoding="utf-8")
    done = subprocess.run(  # noqa: S603  our own page
        ["man", "--warnings", "-l", str(file)],  # noqa: S607  the man that is there
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C.UTF-8", "MANWIDTH": "90", "PATH": "/usr/bin:/bin"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("code", LANGUAGES)
def test_man_reads_it_without_a_warning_and_no_letter_is_lost(code: str, tmp_path: Path) -> None:
    page = " ".join(read(code, tmp_path).split())
    say = Language(code).say
    found = [page.index(say(f"man.section.{one}")) for one in SECTIONS]
    assert found == sorted(found)
    for key in ("man.about", "man.files.settings", "man.environment.passphrase"):
        assert " ".join(say(key).replace("`", "").split()) in page
    assert say("cli.command.paths") in page
    assert "\\" not in page


@pytest.mark.parametrize("code", LANGUAGES)
def test_groff_has_nothing_to_say_about_it(code: str, tmp_path: Path) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not on this machine")
    file = tmp_path / "companion.1"
    file.write_text(manual(Language(code).say), encoding="utf-8")
    done = subprocess.run(  # noqa: S603  our own page
        ["groff", "-k", "-man", "-ww", "-Tutf8", str(file)],  # noqa: S607  the groff that is there
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_and_every_option_is_in_it() -> None:
    say = Language().say
    page = manual(say)
    tree = grown(whole(say), known_values(), say)
    for place in list(tree.every())[1:]:
        typed = " ".join(place.names).replace("-", r"\-")
        assert re.search(rf"(?m)^\.B companion {re.escape(typed)}\\fR", page), typed
        for one in place.own_options:
            for name in one.names:
                assert name.replace("-", r"\-") in page
    assert len(tree.places) == len(COMMANDS)


def test_every_exit_code_is_in_it() -> None:
    known = {value for name, value in vars(codes).items() if name.isupper() and name[0] != "_"}
    assert set(STATUS.values()) == known
    rows = manual(Language().say).split("\n")
    assert [rows[rows.index(f".B {code}") + 1] for code in (0, 4)] == [
        "It was done.",
        "The notebook is damaged.",
    ]


def test_what_is_said_of_the_environment_is_what_is_read() -> None:
    source = "\n".join(
        file.read_text(encoding="utf-8")
        for file in HOUSE.rglob("*.py")
        if file.name != "manual.py" and "content" not in file.parts
    )
    # The colours are Textual's business.
    for name in ", ".join(VARIABLES.values()).replace("NO_COLOR, ", "").split(", "):
        assert f'"{name}"' in source
    assert {place.rpartition("/")[2] for place in FILES.values()} == {"notebook", "settings.toml"}


def test_no_word_of_it_can_be_taken_for_a_request() -> None:
    from companion.cli.manual import _text

    assert _text(".SH begins like one") == r"\&.SH begins like one"
    assert _text("'quoted'") == r"\&'quoted'"
    assert _text(r"a\b -x `typed` ñ") == r"a\eb \-x \fBtyped\fR ñ"


def test_it_is_printed_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert shell("man", key=False) == manual(Language("en").say)
    assert shell("man", "--lang", "es", key=False) == manual(Language("es").say)
    assert not shell.notebook.exists()
