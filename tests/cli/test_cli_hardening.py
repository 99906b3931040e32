"""What the process does so that its memory stays its own, seen from outside."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from companion.storage.vault.memory import Secret

if TYPE_CHECKING:
    from pathlib import Path

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")

LOCKED = """
from companion.storage.vault.memory import Secret
def locked():
    with open("/proc/self/status") as status:
        return [int(line.split()[1]) for line in status if line.startswith("VmLck")][0]
before = locked()
secret = Secret(bytes(range(32)))
during = locked()
secret.wipe()
print(during > before, locked() == before)
"""


def ran(*words: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, *words], capture_output=True, text=True, check=True
    )
    return done.stdout


@linux
def test_no_core_is_dumped_and_no_other_program_reads_its_memory(tmp_path: Path) -> None:
    said = ran("-m", "companion", "audit", "--json", "--notebook", str(tmp_path / "none"))

    process = json.loads(said)["process"]
    assert process["no_core_dumps"] is True
    assert process["not_dumpable"] is True


@linux
def test_a_key_is_kept_out_of_the_swap_file_where_the_system_lets_it() -> None:
    assert ran("-c", LOCKED).split() in (["True", "True"], ["False", "True"])


def test_a_key_can_be_overwritten_more_than_once() -> None:
    secret = Secret(b"k" * 32)
    assert secret.reveal() == b"k" * 32

    secret.wipe()
    secret.wipe()

    assert secret.reveal() == bytes(32)
