"""What many tests of the command line begin with: a shell, without a notebook or with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.real import Shell

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell with no notebook yet."""
    return Shell(tmp_path)


@pytest.fixture
def ready(shell: Shell) -> Shell:
    """A shell with a new notebook."""
    shell("init")
    assert shell.code == 0, shell.errors
    return shell
