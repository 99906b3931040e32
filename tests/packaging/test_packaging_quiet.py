"""No library reaches out by itself, as far as Python can tell: of what is in C or Rust it can't."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

from licences import libraries
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

_REFUSING = """
import sys

def refuse(event, _):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind",
                 "socket.sendto", "urllib.Request", "webbrowser.open"}:
        sys.exit(f"reaches out: {event}")

sys.addaudithook(refuse)
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", f"{_REFUSING}{code}"], capture_output=True, text=True, check=False
    )


def test_whoever_reaches_out_would_be_found() -> None:
    done = run("import socket; socket.create_connection(('192.0.2.1', 9), 0.1)")
    assert done.returncode == 1
    assert "reaches out" in done.stderr


def test_no_library_reaches_out_when_it_is_imported() -> None:
    own = {one.name for one in libraries()}
    modules = sorted(
        module
        for module, names in packages_distributions().items()
        if own & {canonicalize_name(name) for name in names} and module.isidentifier()
    )
    assert {"textual", "sqlcipher3", "typst", "zxcvbn", "pypdf", "rich"} <= set(modules)
    code = f"import importlib\nfor one in {modules!r}: importlib.import_module(one)"
    done = run(code)
    assert (done.returncode, done.stderr) == (0, "")


def test_printing_a_page_reaches_out_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    argv = ["guide", "first-week", "--pdf", str(file)]
    done = run(f"from companion.cli.main import main; sys.exit(main({argv!r}))")
    assert done.returncode == 0, done.stderr
    assert file.read_bytes().startswith(b"%PDF")
