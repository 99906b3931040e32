"""What the process does so that its memory stays its own, seen from outside."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from companion.storage.vault.memory import Secret

if TYPE_CHECKING:
    from pathlib import Path

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
glibc = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="asks its C library")

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
FREED = """
import gc, re
from companion.hardening import give_back
def held():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmRSS:\\s+(\\d+)", status.read())[1]) / 1024
words = [bytearray(3000) for _ in range(10_000)]
last = bytearray(3000)
before = held()
del words
freed = held()
give_back()
print(freed > before - 5, held() < before - 20)
"""
THREADS = """
import ctypes, sys, threading
from companion.hardening import harden
harden()
def work():
    kept.append([bytearray(3000) for _ in range(100)])
    met.wait()
kept, met = [], threading.Barrier(4)
working = [threading.Thread(target=work) for _ in range(4)]
[one.start() for one in working]
[one.join() for one in working]
c = ctypes.CDLL(None)
c.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(c.fopen(sys.argv[1].encode(), b"w"))
c.malloc_info(0, file)
c.fclose(file)
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


@glibc
def test_what_was_freed_is_given_back_to_the_system() -> None:
    assert ran("-c", FREED).split() == ["True", "True"]


@glibc
def test_the_threads_share_one_heap_so_that_all_that_is_free_can_be_given_back(
    tmp_path: Path,
) -> None:
    ran("-c", THREADS, str(tmp_path / "heaps"))

    assert (tmp_path / "heaps").read_text(encoding="utf-8").count("<heap nr=") == 1
