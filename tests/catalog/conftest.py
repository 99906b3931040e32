"""A small content folder, to plant mistakes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from catalog_planting import FILES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content folder with two languages, one path and one country."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path
