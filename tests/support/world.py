"""A whole notebook on fakes: what a face of companion works with, without a disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.services.notebook import Notebook
from companion.services.surroundings import Surroundings
from support.fakes import (
    PASSPHRASE,
    CounterIds,
    FakeArchivist,
    FakeJudge,
    FakeShelf,
    FakeVault,
    FixedClock,
    MemoryOutbox,
    PlainWriter,
)
from support.keeping import counting_bytes
from support.packs import MemoryPacks

if TYPE_CHECKING:
    from companion.services.open_notebook import OpenNotebook
    from companion.services.ports.content import PackShelf, Shelf
    from companion.services.ports.files import PageWriter
    from support.memory import Memory


@dataclass
class World:
    """One notebook and everything around it; change a part before `opened()`."""

    clock: FixedClock = field(default_factory=FixedClock)
    ids: CounterIds = field(default_factory=CounterIds)
    shelf: Shelf = field(default_factory=FakeShelf)
    packs: PackShelf = field(default_factory=MemoryPacks)
    writer: PageWriter = field(default_factory=PlainWriter)
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    archivist: FakeArchivist = field(default_factory=FakeArchivist)
    vault: FakeVault = field(default_factory=FakeVault)

    @property
    def notebook(self) -> Notebook:
        """The notebook's services, locked."""
        around = Surroundings(
            self.shelf,
            self.packs,
            self.writer,
            self.outbox,
            self.archivist,
            FakeJudge(),
            self.clock,
            self.ids,
            counting_bytes(),
        )
        return Notebook(self.vault, lambda: around)

    def opened(self) -> OpenNotebook:
        """The notebook, set up if it was not, and open."""
        if not self.vault.exists():
            return self.notebook.set_up(PASSPHRASE, "Thursdays")
        self.vault.close()
        return self.notebook.unlock(PASSPHRASE)

    @property
    def memory(self) -> Memory:
        """What is kept."""
        assert self.vault.memory is not None
        return self.vault.memory
