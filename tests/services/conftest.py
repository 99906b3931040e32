"""What the tests of the services are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.world import World

if TYPE_CHECKING:
    from companion.services.open_notebook import OpenNotebook


@pytest.fixture
def world() -> World:
    """A notebook in memory and everything around it."""
    return World()


@pytest.fixture
def notebook(world: World) -> OpenNotebook:
    """The same, set up and open."""
    return world.opened()
