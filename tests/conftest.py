"""Keeps the machine of whoever runs the tests out of them, and the network out of reach."""

from __future__ import annotations

import gc
import os
import socket
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from support.idle import install

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
# Screens are made of very many small things that live long: looking through them is dear.
gc.set_threshold(50_000, 20, 50)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".run",
}
_USUAL = (80, 24)
"""Columns and rows of the window that nearly every test of a screen looks through."""
_PREFIXES = ("TEXTUAL", "COMPANION_")
_UNSET = ("NO_COLOR", "FORCE_COLOR", "LINES", "LC_ALL", "LC_MESSAGES", "LANGUAGE")


@pytest.fixture(autouse=True)
def clean_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A home of its own for every test, one zone, 80 columns, no settings from outside."""
    for name in list(os.environ):
        if name.startswith(_PREFIXES) or name in _UNSET:
            monkeypatch.delenv(name)
    for name, place in _HOMES.items():
        monkeypatch.setenv(name, str(tmp_path / place))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let what must hold in windows of every size be run by itself."""
    parser.addoption("--windows", action="store_true", help="only what other windows show")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the windows of other sizes to `--windows`, and all the rest to a run without it."""
    other = [item for item in items if _in_another_window(item)]
    rest = [item for item in items if not _in_another_window(item)]
    chosen, left = (other, rest) if config.getoption("--windows") else (rest, other)
    items[:] = chosen
    config.hook.pytest_deselected(items=left)


def _in_another_window(item: pytest.Item) -> bool:
    if item.path.parent.name == "scenes":
        return True
    params = item.callspec.params if hasattr(item, "callspec") else {}
    return params.get("size", _USUAL) != _USUAL


@pytest.fixture(autouse=True, scope="session")
def waits_no_longer_than_it_must() -> Iterator[None]:
    """Tests of screens go on when the app has nothing left to do."""
    with pytest.MonkeyPatch.context() as patch:
        install(patch)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection and every look-up; what a machine does with itself may pass."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _refusing(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield


def _refusing(real: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *arguments: Any) -> Any:  # noqa: ANN401 - a socket's own
        return real(self, *arguments) if _stays_here(self, arguments[-1]) else _refuse()

    return guarded


def _stays_here(one: socket.socket, address: object) -> bool:
    # asyncio wakes itself through a pair of sockets; on Windows that pair is made of two
    # that connect on the machine itself.
    if one.family == getattr(socket, "AF_UNIX", None):
        return True
    host = address[0] if isinstance(address, tuple) else None
    return sys.platform == "win32" and host in {"127.0.0.1", "::1"}


def _refuse(*_: object, **__: object) -> None:
    msg = "companion opens no connection"
    raise AssertionError(msg)
