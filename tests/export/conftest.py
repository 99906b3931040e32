"""What the tests of the printed page are handed."""

from __future__ import annotations

import pytest

from companion.catalog.language import Language
from companion.export.writer import Writer


@pytest.fixture(scope="session")
def words() -> Language:
    """The English that companion ships with."""
    return Language("en")


@pytest.fixture(scope="session")
def writer(words: Language) -> Writer:
    """What renders pages."""
    return Writer(words)
