"""What is done on Windows, with stand-ins for Windows's own modules and programs."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.access_lists import INHERITED, SID, Icacls

from companion.domain.errors import FileNotWrittenError
from companion.export.outbox import Outbox
from companion.storage.store.engine import address_of
from companion.system import here, windows, windows_access
from companion.system.windows_access import (
    alone,
    alone_within,
    close_to_others,
    shuts_others_out,
)
from companion.system.windows_names import fit_for_a_name

if TYPE_CHECKING:
    from collections.abc import Callable

OWN = f"(A;OICI;FA;;;{SID})"


@pytest.mark.parametrize("times", range(len(windows.PAUSES) + 1))
def test_what_a_virus_scanner_has_open_is_tried_again(times: int) -> None:
    left, slept = [PermissionError()] * times, list[float]()

    def work() -> str:
        if left:
            raise left.pop()
        return "done"

    assert windows.patiently(work, slept.append) == "done"
    assert tuple(slept) == windows.PAUSES[:times]


def test_what_stays_open_is_told_after_a_while() -> None:
    slept = list[float]()

    def refuse() -> None:
        raise PermissionError

    with pytest.raises(PermissionError):
        windows.patiently(refuse, slept.append)
    assert 0.5 < sum(slept) < 2


def test_nothing_else_is_tried_again() -> None:
    def refuse() -> None:
        raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        windows.patiently(refuse, pytest.fail)


@pytest.mark.parametrize(
    "name",
    [
        *("CON", "con.txt", "Aux", "nul.pdf", "NUL .txt", "com1", "COM9.tar.gz", "lpt¹", "CONIN$"),
        *("page: mine.pdf", "what?.txt", "a<b", 'quo"te', "a|b", "st*r", "back\\slash", "tab\t"),
        *("ends with a dot.", "ends with a blank ", "..", ""),
    ],
)
def test_what_windows_takes_for_something_else_is_no_name(name: str) -> None:
    assert not fit_for_a_name(name)


@pytest.mark.parametrize(
    "name",
    ["page.pdf", ".new-0", "Konzept.md", "console.txt", "com10", "nullo", "Höß 漢.json", "a.b"],
)
def test_other_names_are_names(name: str) -> None:
    assert fit_for_a_name(name)


@given(st.text())
def test_a_name_that_is_fit_is_one_part_of_a_path(name: str) -> None:
    if fit_for_a_name(name):
        assert Path(name).name == name


def test_a_page_is_not_written_into_a_hidden_part_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(here, "fit_for_a_name", fit_for_a_name)
    for name in ("page: mine.txt", "nul.txt"):
        with pytest.raises(FileNotWrittenError):
            Outbox().write(tmp_path / name, "a line")
    with pytest.raises(FileNotWrittenError):
        Outbox().write_folder(tmp_path / "aux", [("a.md", "a line")])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_closed_with_all_that_comes_into_it(tmp_path: Path) -> None:
    lists, folder = Icacls(), tmp_path / "notebook"
    (folder / "backups").mkdir(parents=True)
    assert alone(folder, lists.run) is False

    close_to_others(folder, lists.run)
    (folder / "backups" / "1.backup").touch()

    assert alone_within(folder, lists.run) == {
        folder: True,
        folder / "backups": True,
        folder / "backups" / "1.backup": True,
    }


def test_one_that_is_closed_is_left_as_it_is(tmp_path: Path) -> None:
    lists = Icacls()
    close_to_others(tmp_path, lists.run)
    lists.asked.clear()

    close_to_others(tmp_path, lists.run)

    assert [words[2] for words in lists.asked if words[0] == "icacls"] == ["/save"]


def test_a_file_is_closed_by_itself(tmp_path: Path) -> None:
    lists, page = Icacls(), tmp_path / "page.pdf"
    page.touch()

    close_to_others(page, lists.run)

    assert lists.sddl(page) == f"D:PAI(A;;FA;;;{SID})"
    assert alone(tmp_path, lists.run) is False


def test_the_owner_is_let_in_before_the_others_are_shut_out(tmp_path: Path) -> None:
    lists = Icacls()
    close_to_others(tmp_path, lists.run)
    changes = [words[2] for words in lists.asked if words[0] == "icacls"]
    assert changes == ["/save", "/reset", "/grant:r", "/inheritance:r"]


def test_where_windows_says_nothing_nothing_is_claimed(tmp_path: Path) -> None:
    lists = Icacls()
    lists.broken = True
    close_to_others(tmp_path, lists.run)
    assert alone(tmp_path, lists.run) is None
    assert alone_within(tmp_path, lists.run) == {}


def test_where_the_programs_are_missing_nothing_is_claimed(tmp_path: Path) -> None:
    # As it is on this machine, where nothing is simulated.
    if sys.platform != "win32":
        windows_access._remembered.cache_clear()
        assert alone(tmp_path) is None
        close_to_others(tmp_path)


@pytest.mark.parametrize(
    ("sddl", "shut"),
    [
        (f"D:PAI{OWN}", True),
        (f"D:PAI{OWN}(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", True),
        (f"D:AI{INHERITED}", False),
        (f"D:PAI{OWN}(A;;0x1200a9;;;WD)", False),
        (f"D:PAI{OWN}(D;;FA;;;WD)", True),
        (f"D:PAI{OWN}(A;;FR;;;S-1-5-21-1-2-3-1002)", False),
        ("D:PAI", True),
        ("D:NO_ACCESS_CONTROL", False),
        (f"D:PAI{OWN}S:AI(AU;SAFA;FA;;;WD)", True),
        # What is not understood is not called closed.
        (f'D:PAI{OWN}(XA;;FR;;;WD;(@User.Title=="x"))', None),
        ("", None),
        ("nonsense", None),
    ],
)
def test_an_access_list_is_read_as_it_is_meant(sddl: str, shut: bool | None) -> None:  # noqa: FBT001
    assert shuts_others_out(sddl, SID) is shut


def test_an_account_that_windows_writes_shorter_is_known() -> None:
    assert shuts_others_out("D:PAI(A;;FA;;;LA)", "S-1-5-21-1-2-3-500")
    assert not shuts_others_out("D:PAI(A;;FA;;;LA)", SID)


def test_windows_own_programs_are_run_from_windows_own_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "System32"
    folder.mkdir()
    program = folder / "whoami.exe"
    program.write_text('#!/bin/sh\necho "mara,$1"\n')
    program.chmod(0o700)
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert windows_access._asked("whoami", ["/user"]) == "mara,/user\n"
    program.write_text("#!/bin/sh\nexit 5\n")
    assert windows_access._asked("whoami", ["/user"]) is None
    assert windows_access._asked("icacls", []) is None


class Kernel:
    """Windows's own library, as far as it is called."""

    def __init__(self) -> None:
        self.locked: list[str] = []
        self.handler: Callable[[int], int] = lambda _: -1
        self.GetTickCount64 = Ticks()

    def VirtualLock(self, _view: object, _size: object) -> int:  # noqa: N802
        self.locked.append("locked")
        return 1

    def VirtualUnlock(self, _view: object, _size: object) -> int:  # noqa: N802
        self.locked.append("given back")
        return 1

    def QueryUnbiasedInterruptTime(self, found: object) -> int:  # noqa: N802
        found._obj.value = 70 * 10_000_000  # type: ignore[attr-defined]
        return 1

    def SetConsoleCtrlHandler(self, handler: Callable[[int], int], add: int) -> int:  # noqa: N802
        assert add == 1
        self.handler = handler
        return 1


class Ticks:
    restype: object = None

    def __call__(self) -> int:
        assert self.restype is ctypes.c_ulonglong  # it would be cut after 49 days
        return 100_000


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Kernel:
    kernel = Kernel()
    monkeypatch.setattr(ctypes, "WinDLL", {"kernel32": kernel}.__getitem__, raising=False)
    monkeypatch.setattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE, raising=False)
    return kernel


def test_a_key_is_held_in_memory_and_given_back(kernel: Kernel) -> None:
    key = bytearray(32)
    assert windows.hold_in_memory(key, held=True)
    assert windows.hold_in_memory(key, held=False)
    assert kernel.locked == ["locked", "given back"]


def test_the_time_a_machine_slept_is_the_difference_of_its_clocks(kernel: Kernel) -> None:
    assert kernel.GetTickCount64.restype is None
    assert windows.seconds_slept() == pytest.approx(30)


@pytest.mark.parametrize(("event", "leaves"), [(0, 0), (1, 0), (2, 1), (5, 1), (6, 1)])
def test_a_window_that_closes_gives_time_to_leave(
    kernel: Kernel, monkeypatch: pytest.MonkeyPatch, event: int, leaves: int
) -> None:
    slept, left = list[float](), list[str]()
    monkeypatch.setattr(time, "sleep", slept.append)
    windows.on_console_closing(lambda: left.append("left"))

    assert kernel.handler(event) == leaves

    assert len(left) == len(slept) == leaves
    assert sum(slept) < 5  # then Windows ends the process


def test_without_windows_library_nothing_is_claimed() -> None:
    if sys.platform != "win32":
        assert windows.hold_in_memory(bytearray(32), held=True) is False
        assert windows.seconds_slept() == 0
        windows.on_console_closing(pytest.fail)


def test_the_byte_that_is_locked_is_none_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[tuple[int, int, int]]()

    def locking(handle: int, mode: int, count: int) -> None:
        asked.append((os.lseek(handle, 0, os.SEEK_CUR), mode, count))
        if len(asked) > 1:
            raise PermissionError

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "platform", "win32")
    handle = os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    try:
        assert windows.take(handle)
        assert not windows.take(handle)
    finally:
        os.close(handle)
    assert asked == [(windows.LOCKED_AT, 2, 1)] * 2
    assert 1_000_000 < windows.LOCKED_AT < 2**31  # Windows counts no further there


@pytest.mark.parametrize(
    ("file", "address"),
    [
        (r"C:\Users\Mara Höß\n.db", "file:///C:/Users/Mara%20H%C3%B6%C3%9F/n.db"),
        (r"\\server\share\n.db", "file:////server/share/n.db"),
        (r"C:\100%\a?b#c.db", "file:///C:/100%25/a%3Fb%23c.db"),
    ],
)
def test_sqlite_is_given_addresses_that_it_takes(file: str, address: str) -> None:
    from pathlib import PureWindowsPath

    assert address_of(PureWindowsPath(file)) == address


def test_both_systems_have_the_same_functions() -> None:
    from companion.system import posix

    assert set(here.__all__) == set(windows.__all__)
    assert all(callable(getattr(posix, name)) for name in here.__all__)
