"""What other systems pipe in is understood, and no encoding of theirs stops what is said."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.real import Shell

from companion.cli import streams
from companion.cli.run import PassphraseFileError, first_line

if TYPE_CHECKING:
    from pathlib import Path

NOTE = "Küche — señal 漢 🕯"
KEPT = """
import sys
from pathlib import Path
from companion.cli.main import main
from support.real import Shell
shell = Shell(Path(sys.argv[1]))
sys.exit(main(
    ["note", "--passphrase-file", str(shell.passphrase_file)], make_builder=shell.builder
))
"""
CLOSED = """
import os, sys
from pathlib import Path
from companion import __main__
from companion.cli import main
from support.real import Shell
shell = Shell(Path(sys.argv[1]))
numbers = Path(sys.argv[2])
really = main.main
def kept(_):
    with numbers.open("w") as file:
        assert file.fileno() > 2
        file.write(" ".join(str(n) for n in range(3) if os.fstat(n)))
    line = ["note", "--passphrase-file", str(shell.passphrase_file)]
    return really(line, make_builder=shell.builder)
main.main = kept
__main__.run()
"""
ENCODINGS = ("ascii", "cp1252", "cp437", "utf-8")


def ran(code: str, *words: str, said: bytes = b"", **environment: str) -> bytes:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONIOENCODING"}
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code, *words],
        input=said,
        capture_output=True,
        check=False,
        env=kept | environment,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize(
    "said",
    [
        NOTE.encode() + b"\n",
        NOTE.encode("utf-8-sig") + b"\r\n",
        b"\xff\xfe" + f"{NOTE}\r\n".encode("utf-16-le"),
    ],
    ids=["a shell's", "Notepad's", "PowerShell's"],
)
def test_a_note_that_is_piped_in_is_kept_as_it_was_written(tmp_path: Path, said: bytes) -> None:
    shell = Shell(tmp_path)
    shell("init")
    tests = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    ran(KEPT, str(tmp_path), said=said, PYTHONPATH=os.pathsep.join([tests, *sys.path]))
    assert f'"{NOTE}"' in shell("list", "--json")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("language", ["de", "en", "es"])
def test_all_that_is_said_can_be_said_in_every_encoding(encoding: str, language: str) -> None:
    code = "from companion.__main__ import run; run()"
    words = ["guide", "--lang", language]
    said = [
        ran(code, *words, *more, PYTHONIOENCODING=encoding).decode(encoding)
        for more in (["security"], ["first-week"], [])
    ]
    assert all(len(one) > 200 for one in said)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_letter_that_an_encoding_lacks_is_replaced(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    own = streams.own_streams()
    own.output.write("漢 heron\n")
    own.output.flush()
    assert out.buffer.getvalue().decode(encoding).split()[1] == "heron"  # type: ignore[attr-defined]


def on_windows(monkeypatch: pytest.MonkeyPatch, **environment: str) -> bytes:
    """What a line becomes that Windows sends to a file."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", newline=None)
    out._CHUNK_SIZE = 1
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    own = streams.own_streams()
    own.output.write("漢 ñ\n")
    own.output.flush()
    return out.buffer.getvalue()  # type: ignore[attr-defined,no-any-return]


def test_into_a_file_windows_writes_what_every_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    assert on_windows(monkeypatch) == "漢 ñ\n".encode()


def test_an_encoding_that_a_person_chose_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_windows(monkeypatch, PYTHONIOENCODING="cp1252") == b"? \xf1\n"


@pytest.mark.parametrize(
    "written",
    [
        "nine öre\n".encode(),
        "nine öre\r\nmore".encode("utf-8-sig"),
        b"\xff\xfe" + "nine öre\r\n".encode("utf-16-le"),
        "nine öre".encode(),
    ],
)
def test_a_passphrase_file_of_any_system_is_read(tmp_path: Path, written: bytes) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(written)
    assert first_line(str(file)) == "nine öre"


@pytest.mark.parametrize("written", [b"", b"\n", b"\xef\xbb\xbf\r\n", b"nine \xf6re\n"])
def test_a_passphrase_file_that_says_nothing_clear_is_refused(
    tmp_path: Path, written: bytes
) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(written)
    with pytest.raises(PassphraseFileError):
        first_line(str(file))


@pytest.mark.skipif(sys.platform == "win32", reason="closes them as a shell of Unix does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_fault_and_no_file_gets_its_number(
    tmp_path: Path, closed: str
) -> None:
    shell = Shell(tmp_path)
    shell("init")
    there = tmp_path / "numbers"
    line = f'"$0" -c "$1" "$2" "$3" {closed}'
    words = ["/bin/sh", "-c", line, sys.executable, CLOSED, str(tmp_path), str(there)]
    tests = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    path = os.pathsep.join([tests, *sys.path])
    done = subprocess.run(  # noqa: S603  our own code
        words,
        input="the weir\n",
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": path},
    )
    assert "fault" not in done.stderr
    assert there.read_text(encoding="ascii").split() == ["0", "1", "2"]
    said = shell("list")
    assert ("the weir" in said) is ("<&-" not in closed)


def test_a_file_whose_first_line_has_no_end_holds_no_passphrase(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    endless.write_text("a" * 70_000, encoding="ascii")
    with pytest.raises(PassphraseFileError):
        first_line(str(endless))
