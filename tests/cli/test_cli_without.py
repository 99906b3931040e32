"""What other people's code would bring into the process, and companion keeps out of it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

BEGUN = """
import sys
from companion.without import do_without
do_without()
"""
ALL_OF_IT = """
import asyncio, hashlib, hmac, pathlib, sqlalchemy, textual.app
import sqlalchemy.dialects.sqlite.pysqlcipher, sqlcipher3
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
"""


def python(code: str) -> str:
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def modules() -> set[str]:
    """What is in the process once everything is imported that an open notebook needs."""
    said = python(f"{BEGUN}{ALL_OF_IT}\nprint(*(n for n, m in sys.modules.items() if m))")
    return set(said.split())


@pytest.mark.parametrize("name", ["ssl", "_ssl", "email", "http", "zipfile", "csv"])
def test_nothing_that_only_a_network_or_a_plug_in_needs_is_brought_in(
    modules: set[str], name: str
) -> None:
    assert "sqlalchemy" in modules
    assert name not in modules


def test_there_is_one_openssl_where_python_has_hashes_of_its_own(modules: set[str]) -> None:
    assert ("_hashlib" in modules) == (importlib.util.find_spec("_sha3") is None)


def test_hashes_are_the_same_without_it() -> None:
    code = "import hashlib; print(hashlib.sha256(b'a').hexdigest(), hashlib.file_digest)"
    assert python(f"{BEGUN}{code}").split()[0] == python(code).split()[0]


def test_a_python_without_hashes_of_its_own_keeps_the_systems() -> None:
    code = """
import sys
import companion.without as without
finders = sys.meta_path
class Without:
    def __init__(self, finder):
        self.finder = finder
    def find_spec(self, name, path=None, target=None):
        return None if name == "_sha3" else self.finder.find_spec(name, path, target)
sys.meta_path = [Without(finder) for finder in finders]
without.do_without()
sys.meta_path = finders
print("_hashlib" in sys.modules)
import hashlib
print(hashlib.new("sha256", b"a").hexdigest()[:6])
"""
    assert python(code).split() == ["False", "ca9781"]


def test_what_is_only_put_off_is_there_as_soon_as_somebody_asks() -> None:
    code = f"""{BEGUN}
import importlib.metadata
print(type(importlib.metadata).__name__)
print(importlib.metadata.version("sqlalchemy"))
from importlib.metadata import version
import importlib.metadata._meta, ipaddress, base64
print(version("sqlalchemy"), ipaddress.ip_address("192.0.2.1"), base64.b64encode(b"a").decode())
print(type(importlib.metadata).__name__, type(sys.modules["ipaddress"]).__name__)
"""
    later, first, second, address, coded, now, also = python(code).split()
    assert (later, now, also) == ("_Later", "module", "module")
    assert (
        first
        == second
        == python("from importlib.metadata import version; print(version('sqlalchemy'))").strip()
    )
    assert (address, coded) == ("192.0.2.1", "YQ==")


def test_what_is_there_already_is_left_alone() -> None:
    code = f"import ssl, importlib.metadata as m, sys\n{BEGUN}\nprint(sys.modules['ssl'] is ssl)"
    assert python(f"{code}\nprint(sys.modules['importlib.metadata'] is m)").split() == [
        "True",
        "True",
    ]


def test_companion_itself_begins_so() -> None:
    code = """
import sys
from companion.__main__ import run
sys.argv = ["companion", "version"]
try:
    run()
except SystemExit:
    print(sys.modules["ssl"])
"""
    assert python(code).split()[-1] == "None"
