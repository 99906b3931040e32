"""What is made is as it would be made now; what is counted and named is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from licences import LOCK, TOP, libraries, pins, wanted
from made import HOUSE, made, main, stale
from shared import DRAWN

from companion import __version__
from companion.catalog.files import languages, shipped
from companion.catalog.guide import Guide
from companion.domain.guide_text import BlockKind, Look, blocks, runs

LANGUAGES = languages(shipped())
SHARE = HOUSE / "share"
COMPATIBLE = {
    *("MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "Zlib"),
    "Apache-2.0 OR BSD-3-Clause",
}
"""Licences under which a library can stand beside a program under MIT and be passed on with it."""


def test_everything_is_as_it_would_be_made_now() -> None:
    assert stale() == []


def test_what_was_not_made_anew_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    file, text = next(iter(made().items()))
    monkeypatch.setattr("made.shared", lambda: {"man/man1/companion.1": "an old one"})
    assert stale() == [SHARE / "man/man1/companion.1"]
    assert main(["--check"]) == 1
    assert file.read_text(encoding="utf-8") == text


def test_nothing_else_lies_there() -> None:
    there = {file for file in SHARE.rglob("*") if file.is_file()}
    assert there == {SHARE / DRAWN, *(file for file in made() if file.is_relative_to(SHARE))}


def test_the_menu_entry_is_valid() -> None:
    tool = shutil.which("desktop-file-validate")
    if tool is None:
        pytest.skip("desktop-file-validate is not on this machine")
    file = SHARE / "applications" / "companion.desktop"
    done = subprocess.run([tool, str(file)], capture_output=True, text=True, check=False)  # noqa: S603  our own file
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_menu_entry_opens_a_terminal_and_is_named_in_every_language() -> None:
    rows = (SHARE / "applications" / "companion.desktop").read_text(encoding="utf-8").split("\n")
    assert {"Terminal=true", "Exec=companion", f"Icon={Path(DRAWN).stem}"} <= set(rows)
    for code in LANGUAGES:
        where = "" if code == "en" else f"[{code}]"
        for name in ("GenericName", "Comment", "Keywords"):
            assert [row for row in rows if row.startswith(f"{name}{where}=")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_newest_change_with_a_number_is_this_version(code: str) -> None:
    page = blocks(Guide(code).page("changes"))
    headings = [block.text for block in page if block.kind is BlockKind.HEADING]
    assert next(one for one in headings if re.match(r"\d", one)) == __version__
    # Above it stands at most what has not been given a number yet.
    assert headings.index(__version__) <= 1


def test_every_library_has_a_licence_that_lets_companion_be_passed_on() -> None:
    assert {one.name: one.licence for one in libraries() if one.licence not in COMPATIBLE} == {}


def test_every_library_is_held_to_one_version() -> None:
    assert [one.name for one in libraries() if not one.version] == []
    rows = [row for row in LOCK.read_text("utf-8").splitlines() if not row.startswith("#")]
    assert [row for row in rows if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][\w.]*", row)] == []
    assert len(rows) == len(dict(pins()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_each_library_is_for_is_said(code: str) -> None:
    page = blocks(Guide(code).page("licences"))
    terms = [block.text for block in page if block.kind is BlockKind.TERM]
    assert sorted(terms) == sorted(one.name for one in wanted())


def test_no_template_of_a_page_asks_for_a_package() -> None:
    templates = list((HOUSE / "export" / "pdf").glob("*.typ"))
    assert len(templates) >= 5
    for file in templates:
        text = file.read_text(encoding="utf-8")
        assert re.findall(r'(?:import|include)\s+"[@/]|\beval\(|plugin\(', text) == [], file.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_that_is_named_to_contributors_is_there(code: str) -> None:
    named = places(Guide(code).page("contributing"))
    assert len(named) > 40
    assert [one for one in named if not (TOP / one).exists()] == []


def test_a_file_that_is_not_there_would_be_found() -> None:
    text = (
        "See `companion/utils.py` and `.ci/run lint`, never `NAMES`.\n\n    tests/no/\n    x = 1\n"
    )
    assert places(text) == [".ci/run", "companion/utils.py", "tests/no/"]


def places(text: str) -> list[str]:
    """The files and folders of the project that a page names."""
    typed = []
    for block in blocks(text):
        if block.kind is BlockKind.CODE:
            typed.append(block.text)
        else:
            typed += [words for words, look in runs(block.text) if look is Look.CODE]
    words = {word for one in typed for word in one.split()}
    tops = ("companion/", "tests/", "screenshots", ".ci/", "pyproject.toml")
    return sorted(word for word in words if word.startswith(tops))
