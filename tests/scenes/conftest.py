"""The demo's three months, told once for all scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from stage import tell_once

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the notebook in it; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("told")
    tell_once(folder)
    return folder
