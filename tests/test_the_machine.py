"""The tests themselves keep to the rules: no network, no home but a throw-away one."""

from __future__ import annotations

import asyncio
import os
import socket
from pathlib import Path

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_connection_can_be_opened(family: socket.AddressFamily) -> None:
    with socket.socket(family, socket.SOCK_DGRAM) as one:
        for attempt in (one.connect, one.connect_ex):
            with pytest.raises(AssertionError, match="no connection"):
                attempt(("192.0.2.1", 9))
        with pytest.raises(AssertionError, match="no connection"):
            one.sendto(b"", ("192.0.2.1", 9))


def test_no_name_can_be_looked_up() -> None:
    with pytest.raises(AssertionError, match="no connection"):
        socket.getaddrinfo("companion.example", 443)
    with pytest.raises(AssertionError, match="no connection"):
        socket.create_connection(("companion.example", 443))


async def test_asyncio_still_wakes_itself() -> None:
    loop = asyncio.get_running_loop()
    assert await loop.run_in_executor(None, str.upper, "awake") == "AWAKE"


def test_home_is_a_throw_away_place(tmp_path: Path) -> None:
    assert Path.home() == tmp_path
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA"):
        assert Path(os.environ[name]).is_relative_to(tmp_path)


def test_nothing_comes_in_from_outside() -> None:
    assert not [name for name in os.environ if name.startswith(("TEXTUAL", "COMPANION_"))]
    assert "NO_COLOR" not in os.environ
    assert (os.environ["TZ"], os.environ["COLUMNS"]) == ("UTC", "80")
