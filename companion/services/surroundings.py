"""What the services of an open notebook are handed besides its stores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.clock import Clock
    from companion.services.ports.content import PackShelf, Shelf
    from companion.services.ports.files import Archivist, Outbox, PageWriter
    from companion.services.ports.vaults import PassphraseJudge


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the services of an open notebook are handed besides its stores."""

    shelf: Shelf
    """The reflections there are."""
    packs: PackShelf
    """Reads homework."""
    writer: PageWriter
    """Turns pages into text."""
    outbox: Outbox
    """Writes files."""
    archivist: Archivist
    """Turns everything into files, and other files into entries."""
    judge: PassphraseJudge
    """Judges passphrases."""
    clock: Clock
    """The time."""
    new_id: Callable[[], str]
    """Gives ids."""
    random_bytes: Callable[[int], bytes]
    """Gives unguessable bytes."""
