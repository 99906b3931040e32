"""What the tests of bringing in and taking out are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from exchange_samples import TITLE
from support.time import FixedClock

from companion.catalog.language import Language
from companion.domain.errors import (
    BrokenImportError,
    ImportTooLargeError,
    ImportUnreadError,
    UnknownImportError,
)
from companion.exchange.incoming import Reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.archive import Incoming


@pytest.fixture(scope="session")
def words() -> Language:
    """The English that companion ships with."""
    return Language("en")


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Incoming]:
    """Reads bytes as the file that they would be, in Lisbon."""

    def reading(raw: bytes | str, zone: str = "Europe/Lisbon", **more: int) -> Incoming:
        file = tmp_path / "brought-in"
        file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
        return Reader(FixedClock(zone=zone).from_local, **more).read(file, TITLE)

    return reading


@pytest.fixture
def refused(read: Callable[..., Incoming]) -> Callable[..., str]:
    """The name of the error, and the entry, with which bytes are refused; else nothing."""

    def refusing(raw: bytes | str, **more: int) -> str:
        try:
            read(raw, **more)
        except (ImportTooLargeError, ImportUnreadError, UnknownImportError) as error:
            return type(error).__name__
        except BrokenImportError as error:
            return f"broken at {error.details['entry']}"
        return ""

    return refusing
