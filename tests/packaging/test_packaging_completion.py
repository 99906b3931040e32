"""What bash, zsh and fish offer at a press of tab, asked of the shells themselves."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from made import HOUSE
from shared import COMPLETIONS
from shells import SHELLS, offers, there

from companion.catalog.files import languages, shipped
from companion.catalog.guide import ORDER
from companion.catalog.language import Language
from companion.catalog.shelf import Bookshelf
from companion.cli.completion import script
from companion.cli.main import main
from companion.cli.parser import COMMANDS, whole
from companion.cli.shells.tree import UnknownLabelError, grown
from companion.cli.shells.values import ANYTHING, known_values
from companion.domain.ladder import Rung
from companion.plain.terminal import Streams

if TYPE_CHECKING:
    from pathlib import Path

PATHS = {path.id for path in Bookshelf().paths()}
FILES = {"a-file.json", "a-folder"}
OFFERED = {
    "companion ": set(COMMANDS),
    "companion ses": {"session"},
    "companion session ": {"list", "add", "held", "missed", "move"},
    "companion --plain --lang es session ": {"list", "add", "held", "missed", "move"},
    "companion --lang ": {"de", "en", "es"},
    "companion session list --lang ": {"de", "en", "es"},
    "companion reflect ": PATHS,
    "companion reflect --form ": {"one", "short", "full"},
    "companion reflect --form one ": PATHS,
    "companion page --paper ": {"a4", "letter"},
    "companion page compose --form": {"--format"},
    "companion page --format pdf -o ": FILES,
    "companion unsaid move anything ": set(map(str, Rung)),
    "companion guide ": set(ORDER),
    "companion guide therapist --pdf ": FILES,
    "companion import ": FILES,
    "companion homework preview ": {
        *FILES,
        *("after-a-bump", "before-we-part", "first-weeks", "week-of-feelings"),
    },
    "companion completion ": set(SHELLS),
    "companion task --lang es list --j": {"--json"},
}
PRIVATE = [
    *("companion show ", "companion edit ", "companion search ", "companion tag anything "),
    *("companion note --tag ", "companion unsaid show ", "companion journey open "),
    *("companion exported remove ", "companion session held ", "companion page --session "),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where it is typed."""
    place = tmp_path / "typed-here"
    place.mkdir()
    (place / "a-file.json").touch()
    (place / "a-folder").mkdir()
    return place


def needs(shell: str) -> None:
    """Skip where the shell is not there."""
    if not there(shell):
        pytest.skip(f"{shell} is not on this machine")


def cleaned(offered: set[str]) -> set[str]:
    """Without the sign that a shell puts behind a folder, and without options."""
    return {one.rstrip("/") for one in offered}


@pytest.mark.parametrize("shell", SHELLS)
def test_what_can_stand_there_is_offered(shell: str, folder: Path) -> None:
    needs(shell)
    found = offers(shell, HOUSE / "share" / COMPLETIONS[shell], list(OFFERED), folder)
    for (line, wanted), offered in zip(OFFERED.items(), found, strict=True):
        words = cleaned(offered) - {".rc", "offered"}
        # What may stand there as well is offered by some shells, and is none of these.
        assert wanted <= words, line
        if not line.endswith("--pdf "):
            assert {one for one in words - wanted if not one.startswith("-")} == set(), line


def test_bash_parts_a_line_at_equals_signs_and_is_understood(folder: Path) -> None:
    needs("bash")
    parted = {
        "companion --lang = ": {"de", "en", "es"},
        "companion --lang = e": {"en", "es"},
        "companion --lang = es completion ": set(SHELLS),
        "companion page --format =": {"text", "md", "html", "pdf", "json"},
    }
    script = HOUSE / "share" / COMPLETIONS["bash"]
    assert offers("bash", script, list(parted), folder) == list(parted.values())


def test_bash_offers_folders_alone_where_a_folder_is_asked_for(folder: Path) -> None:
    needs("bash")
    script = HOUSE / "share" / COMPLETIONS["bash"]
    assert offers("bash", script, ["companion --notebook "], folder) == [{"a-folder"}]


@pytest.mark.parametrize("shell", SHELLS)
def test_of_a_notebook_nothing_is_offered(shell: str, folder: Path) -> None:
    needs(shell)
    found = offers(shell, HOUSE / "share" / COMPLETIONS[shell], PRIVATE, folder)
    for line, offered in zip(PRIVATE, found, strict=True):
        assert {one for one in offered if not one.startswith("-")} == set(), line


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("code", languages(shipped()))
def test_a_shell_understands_the_script_in_every_language(
    shell: str, code: str, tmp_path: Path
) -> None:
    needs(shell)
    file = tmp_path / "script"
    file.write_text(script(shell, Language(code).say), encoding="utf-8")
    done = subprocess.run(  # noqa: S603  our own script
        [shell, "-n", str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_nothing_is_run_when_tab_is_pressed(shell: str) -> None:
    text = script(shell, Language().say)
    rows = [row.strip() for row in text.splitlines() if not row.lstrip().startswith("#")]
    assert not [row for row in rows if row.startswith("companion ") or "$(companion" in row]
    assert "(companion" not in "\n".join(rows)
    assert "eval" not in text


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_of_every_command_is_in_the_script(shell: str) -> None:
    text = script(shell, Language().say)
    tree = grown(whole(Language().say), known_values(), Language().say)
    for place in tree.every():
        for one in place.options:
            for name in one.names:
                assert (f"-l {name[2:]} " if shell == "fish" and name[1] == "-" else name) in text


def test_a_label_that_nobody_explained_is_no_completion() -> None:
    known = {name: one for name, one in known_values().items() if name != "PATH"}
    with pytest.raises(UnknownLabelError, match="PATH"):
        grown(whole(Language().say), known, Language().say)


def test_what_is_explained_is_what_the_parsers_ask_for() -> None:
    tree = grown(whole(Language().say), known_values(), Language().say)
    asked = {
        one.label
        for place in tree.every()
        for one in (*place.options, *place.words)
        if one.label and not one.is_choice
    }
    assert asked == set(known_values())
    assert not any(known_values()[label].words for label in ANYTHING)


def test_explanations_are_in_the_language_that_is_spoken() -> None:
    for shell in ("zsh", "fish"):
        assert "qué reflexiones hay" in script(shell, Language("es").say)
        assert "what reflections there are" in script(shell, Language("en").say)
    assert script("bash", Language("es").say) == script("bash", Language("en").say)


@pytest.mark.parametrize("argv", [["completion", "bash"], ["completion", "bash", "--lang", "es"]])
def test_for_bash_it_is_printed_at_once_or_made_and_is_the_same(argv: list[str]) -> None:
    out = io.StringIO()
    assert main(argv, Streams(io.StringIO(), out, io.StringIO())) == 0
    assert out.getvalue() == script("bash", Language().say)


def test_for_bash_hardly_anything_is_imported() -> None:
    code = "from companion.cli.main import main; import sys; main(['completion', 'bash'])"
    # What measures a process would be among what it imports.
    around = {name: one for name, one in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", f"{code}; print(' '.join(sys.modules), file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
        env=around,
    )
    heavy = {"argparse", "tomllib", "dataclasses", "platformdirs", "companion.bootstrap"}
    assert heavy.isdisjoint(done.stderr.split())
    assert "complete -F _companion companion" in done.stdout
