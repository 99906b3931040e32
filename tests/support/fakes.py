"""Fakes of all ports, in memory, with the semantics that the ports' docstrings promise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.aloud import AloudLine
from companion.domain.errors import (
    BeingWipedError,
    FileExistsAlreadyError,
    FileNotWrittenError,
    NoNotebookError,
    NotebookExistsError,
    NotebookInUseError,
    StorageError,
    UnknownImportError,
    UnknownPathError,
)
from companion.domain.file_errors import FileNotRemovedError
from companion.domain.preferences import Preferences
from companion.domain.printing import Printed
from companion.domain.settings_file import Understood
from support.cards import MemoryCard
from support.keeping import MemoryKeeping
from support.memory import Memory
from support.shelves import after_page, every_path
from support.stores import MemoryStores
from support.time import NOW, CounterIds, FixedClock
from support.wiping import MemoryWiping

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from companion.domain.agreement import AgreementSheet
    from companion.domain.archive import Archive, Incoming
    from companion.domain.book import Book
    from companion.domain.crisis import CrisisCountry
    from companion.domain.errors import CompanionError
    from companion.domain.guide_text import Block
    from companion.domain.journey import Journey
    from companion.domain.page import Page
    from companion.domain.path import ReflectionPath
    from companion.domain.printing import Printing

__all__ = [
    "NOW",
    "PASSPHRASE",
    "CounterIds",
    "FakeArchivist",
    "FakeDirectory",
    "FakeJudge",
    "FakeShelf",
    "FakeVault",
    "FixedClock",
    "Memory",
    "MemoryOutbox",
    "MemoryPreferences",
    "MemoryStores",
    "PlainWords",
    "PlainWriter",
]

PASSPHRASE = "four grey herons by the weir"
"""Strong enough for `FakeJudge`, and nobody's."""


class FakeVault:
    """A notebook's folder that is only remembered; fits `Vault`."""

    def __init__(self, folder: Path = Path("somewhere/notebook")) -> None:
        """Take the folder; nothing is made."""
        self.folder = folder
        self.memory: Memory | None = None
        """What is kept; none: no notebook was made."""
        self.failure: CompanionError | None = None
        """Raised by the next `create` or `open`, once."""
        self._keeping = MemoryKeeping(self)
        self.wiping = MemoryWiping(self)
        """Removes it for good."""
        self.card = MemoryCard(folder)
        """What is left readable before it is opened."""

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.memory is not None and self.memory.open

    def exists(self) -> bool:
        """Whether a notebook was made."""
        return self.memory is not None

    def is_being_wiped(self) -> bool:
        """Whether its wiping was cut off."""
        return self.wiping.begun()

    @property
    def keeping(self) -> MemoryKeeping:
        """What looks after it."""
        return self._keeping

    def create(self, passphrase: str, journey: Journey, code: str = "") -> MemoryStores:
        """Make a notebook with its first journey, and open it."""
        self._fail()
        if self.wiping.begun():
            raise BeingWipedError(folder=str(self.folder))
        if self.memory is not None:
            raise NotebookExistsError(folder=str(self.folder))
        self._keeping.passphrase, self._keeping.code = passphrase, code
        self.memory = Memory(journeys=[journey])
        return MemoryStores(self.memory)

    def open(self, secret: str) -> MemoryStores:
        """Open the notebook."""
        self._fail()
        if self.memory is None:
            raise NoNotebookError(folder=str(self.folder))
        if self.wiping.begun():
            raise BeingWipedError(folder=str(self.folder))
        if self.memory.open:
            raise NotebookInUseError
        self._keeping.prove(secret)
        self.memory.open = True
        return MemoryStores(self.memory)

    def close(self) -> None:
        """Shut it. Safe to call twice."""
        if self.memory is not None:
            self.memory.open = False

    def _fail(self) -> None:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure


class FakeJudge:
    """Judges a passphrase by its length alone; fits `PassphraseJudge`."""

    def strength(self, passphrase: str) -> int:
        """From 0 to 4: one more for every five characters."""
        return min(len(passphrase) // 5, 4)


class FakeShelf:
    """A few small paths made by hand; fits `Shelf`."""

    def __init__(self, paths: Iterable[ReflectionPath] | None = None) -> None:
        """Take the paths; none: one small path of each kind there is in the rhythm."""
        self._paths = tuple((*every_path(), after_page()) if paths is None else paths)

    def path(self, path_id: str) -> ReflectionPath:
        """The path of that id."""
        for path in self._paths:
            if path.id == path_id:
                return path
        raise UnknownPathError(path=path_id)

    def paths(self) -> tuple[ReflectionPath, ...]:
        """Every path, in the order to offer them."""
        return self._paths


class PlainWords:
    """Says the key itself and what fills its gaps; fits `Words`.

    `say("home.session", number=3)` is `home.session(number=3)`.
    """

    code = "en"

    def say(self, key: str, **values: str | int) -> str:
        """The key, and the values in the order they were given."""
        gaps = ", ".join(f"{name}={value}" for name, value in values.items())
        return f"{key}({gaps})" if gaps else key

    def day(self, day: date) -> str:
        """The day as `2026-03-02`."""
        return day.isoformat()

    def day_of_this_year(self, day: date) -> str:
        """A day without its year."""
        return f"{day:%m-%d}"

    def short_day(self, day: date) -> str:
        """The day as `03-02`."""
        return day.strftime("%m-%d")

    def time(self, wall: datetime) -> str:
        """The time as `18:30`."""
        return wall.strftime("%H:%M")


class PlainWriter:
    """Writes a page's lines one below the other; fits `PageWriter` and `LeafletPrinter`."""

    def render(self, page: Page, form: str, columns: int = 72) -> str:
        """The form, then each section with its lines, however long."""
        del columns
        rows = [f"[{section}] {line.text}" for section, lines in page.sections for line in lines]
        return "\n".join([form, *rows])

    def read_aloud(self, page: Page) -> tuple[AloudLine, ...]:
        """Each line under the name of its section."""
        return tuple(AloudLine(one.text, part) for part, lines in page.sections for one in lines)

    def print_page(self, page: Page, printing: Printing) -> Printed:
        """The text in the form of the paper, with the password before it."""
        paper = f"{printing.paper}{'-large' if printing.large else ''}"
        return Printed(f"{printing.password}{self.render(page, paper)}".encode())

    def book(self, book: Book, form: str) -> str:
        """The form, then each passage."""
        return "\n".join([form, *(text for one in book.chapters for text in one.texts)])

    def print_book(self, book: Book, printing: Printing) -> Printed:
        """The text in the form of the paper, with the password before it."""
        paper = f"{printing.paper}{'-large' if printing.large else ''}"
        return Printed(f"{printing.password}{self.book(book, paper)}".encode())

    def agreement(self, sheet: AgreementSheet, form: str) -> str:
        """The form, then each question with its answer."""
        return "\n".join([form, *(f"{one.question} {one.answer}" for one in sheet.points)])

    def print_agreement(self, sheet: AgreementSheet, printing: Printing) -> Printed:
        """The text in the form of the paper, with the password before it."""
        paper = f"{printing.paper}{'-large' if printing.large else ''}"
        names = " names" if sheet.names else ""
        return Printed(f"{printing.password}{self.agreement(sheet, paper)}{names}".encode())

    def print_guide(self, page: Sequence[Block], language: str, printing: Printing) -> Printed:
        """The paper, then each block."""
        del language
        return Printed("\n".join([printing.paper, *(block.text for block in page)]).encode())

    def print_guess(self, printing: Printing) -> Printed:
        """The paper alone."""
        return Printed(printing.paper.encode())

    def card(self, code: str) -> str:
        """The code alone."""
        return code


class MemoryOutbox:
    """Remembers what was written where; fits `Outbox`."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self.files: dict[Path, str] = {}
        """What was written, by file."""
        self.writable = True
        """Set to false to try a disk that refuses."""

    def write(self, file: Path, text: str, *, replace: bool = False) -> None:
        """Remember a text file."""
        if file in self.files and not replace:
            raise FileExistsAlreadyError(file=str(file))
        if not self.writable:
            raise FileNotWrittenError(file=str(file))
        self.files[file] = text

    def write_bytes(self, file: Path, data: bytes, *, replace: bool = False) -> None:
        """Remember a file; what is no text is remembered as well as it can be."""
        self.write(file, data.decode(errors="replace"), replace=replace)

    def write_pieces(self, file: Path, pieces: Iterable[str], *, replace: bool = False) -> None:
        """Remember a text file."""
        self.write(file, "".join(pieces), replace=replace)

    def place(self, file: Path) -> Path:
        """Where it was named; there are no links."""
        return file.absolute()

    def fingerprint(self, file: Path) -> str:
        """The text itself."""
        return next((text for one, text in self.files.items() if one.absolute() == file), "")

    def remove(self, file: Path) -> None:
        """Forget a file."""
        if not self.writable:
            raise FileNotRemovedError(file=str(file))
        self.files = {one: text for one, text in self.files.items() if one.absolute() != file}

    def write_folder(self, folder: Path, files: Iterable[tuple[str, str]]) -> None:
        """Remember a folder of text files."""
        if any(folder in (file, *file.parents) for file in self.files):
            raise FileExistsAlreadyError(file=str(folder))
        for name, text in files:
            self.write(folder / name, text)


class FakeArchivist:
    """Writes the ids of entries, and reads what it was told to; fits `Archivist`."""

    def __init__(self) -> None:
        """Begin with nothing to read."""
        self.incoming: dict[Path, Incoming] = {}
        """What is in which file."""

    def pieces(self, archive: Archive) -> Iterator[str]:
        """The ids, one after the other."""
        for reflection in archive.reflections:
            yield f"{reflection.id}\n"

    def files(self, archive: Archive) -> Iterator[tuple[str, str]]:
        """A file for each entry, with its first words."""
        for reflection in archive.reflections:
            yield f"{reflection.id}.md", reflection.first_words

    def read(self, file: Path) -> Incoming:
        """What is in the file."""
        if file not in self.incoming:
            raise UnknownImportError(file=str(file))
        return self.incoming[file]


class MemoryPreferences:
    """Remembers preferences; fits `PreferenceFile`."""

    def __init__(self, kept: Preferences | None = None) -> None:
        """Take what was kept before; none: nothing."""
        self.kept = kept or Preferences()
        """What is kept."""
        self.writable = True
        """Set to false to try a disk that refuses."""
        self.loads = 0
        """How often it was read."""
        self.read = Understood()
        """What else reading it shows."""
        self.names: list[str] = []
        """What was said to have changed."""

    @property
    def place(self) -> str:
        """A file that is nowhere."""
        return "settings.toml"

    def load(self) -> Understood:
        """What was kept."""
        self.loads += 1
        return self.read._replace(preferences=self.kept)

    def make(self) -> None:
        """Make the file."""
        self.save(self.kept, ())

    def save(self, preferences: Preferences, names: Collection[str]) -> None:
        """Keep them."""
        if not self.writable:
            raise StorageError
        self.kept = preferences
        self.names += names


class FakeDirectory:
    """Knows the countries it is given; fits `CrisisDirectory`."""

    def __init__(self, *countries: CrisisCountry) -> None:
        """Take the countries."""
        self._countries = countries

    def countries(self) -> tuple[CrisisCountry, ...]:
        """All of them."""
        return self._countries
