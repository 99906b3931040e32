"""Paths as people type them: homes, homes of nobody, and what no file can be called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from companion.system.named import named_path

if TYPE_CHECKING:
    import pytest


def test_a_home_is_the_persons_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert named_path("~/page.pdf") == tmp_path / "page.pdf"


def test_the_home_of_nobody_is_a_name_like_any_other() -> None:
    assert named_path("~nobody-of-that-name/a.pdf").parts[-1] == "a.pdf"


def test_a_name_that_no_file_can_have_is_no_error_yet() -> None:
    assert named_path("~a\0b") == Path("~a\0b")
