"""The throw-away place is gone afterwards, however the demo ends."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import companion
from companion.demo.place import throw_away_folder

LONG_ENOUGH = 20  # seconds after which a helper process counts as stuck

HELPER = """
import os, signal, sys, time
from pathlib import Path
from companion.demo.place import throw_away_folder

with throw_away_folder(Path(sys.argv[1])) as folder:
    (folder / "something").write_text("invented")
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
    time.sleep(20)
"""


def fill(folder: Path) -> None:
    (folder / "notebook").mkdir()
    (folder / "notebook" / "notebook.db").write_bytes(b"invented")


def end_early(within: Path, ending: type[BaseException]) -> None:
    with throw_away_folder(within) as folder:
        fill(folder)
        raise ending


def test_the_folder_is_for_the_person_alone(tmp_path: Path) -> None:
    with throw_away_folder(tmp_path) as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_nothing_is_left_after_the_normal_end(tmp_path: Path) -> None:
    with throw_away_folder(tmp_path) as folder:
        fill(folder)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_after_an_early_end(tmp_path: Path, ending: type[BaseException]) -> None:
    with pytest.raises(ending):
        end_early(tmp_path, ending)
    assert list(tmp_path.iterdir()) == []


def test_two_places_are_two(tmp_path: Path) -> None:
    with throw_away_folder(tmp_path) as first, throw_away_folder(tmp_path) as second:
        assert first != second


def test_a_thread_that_is_not_the_main_one_may_have_a_place_too(tmp_path: Path) -> None:
    seen: list[bool] = []

    def stay() -> None:
        with throw_away_folder(tmp_path) as folder:
            seen.append(folder.is_dir())

    thread = threading.Thread(target=stay)
    thread.start()
    thread.join()
    assert seen == [True]
    assert list(tmp_path.iterdir()) == []


def test_what_happens_on_a_signal_is_afterwards_as_it_was_before(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with throw_away_folder(tmp_path):
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(os.name != "posix", reason="signals that end a program are POSIX's")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_nothing_is_left_when_the_program_is_told_to_end(tmp_path: Path, name: str) -> None:
    ended = subprocess.run(  # noqa: S603  our own interpreter and our own words
        [sys.executable, "-c", HELPER, str(tmp_path), name],
        cwd=Path(companion.__file__).parents[1],
        timeout=LONG_ENOUGH,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert ended.returncode != 0
    assert list(tmp_path.iterdir()) == []
