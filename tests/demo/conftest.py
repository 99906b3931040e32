"""What the demo's tests share: a still clock, and a machine with nothing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from demo_machine import a_builder, keep_out

if TYPE_CHECKING:
    from pathlib import Path

    from companion.bootstrap import Builder


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place where this machine's own things would be kept."""
    home = tmp_path / "home"
    home.mkdir()
    keep_out(monkeypatch, home)
    return home


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where throw-away folders are made; empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def builder(config: Path) -> Builder:
    """The pieces of a house, with a clock that stands still."""
    del config
    return a_builder()
