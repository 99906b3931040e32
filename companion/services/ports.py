"""What the services need from the rooms below them; those rooms fit these shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from companion.domain.answer import Reflection
    from companion.domain.archive import Archive, Incoming
    from companion.domain.journey import Journey, Session
    from companion.domain.page import Candidate, Line, Page
    from companion.domain.path import Place, ReflectionPath
    from companion.domain.rhythm import Walked
    from companion.domain.summaries import EarlierPoint, Summary


class ReflectionStore(Protocol):
    """Where reflections are kept, drafts included.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def put(self, reflection: Reflection) -> None:
        """Keep a reflection with its answers, replacing any of the same id, durably.

        Answers it had before and has no longer are gone, from the search index too.
        """

    def get(self, reflection_id: str) -> Reflection:
        """The reflection of that id.

        Raises:
            UnknownReflectionError: If there is none.
        """

    def matching(self, prefix: str) -> list[str]:
        """The ids that begin with a prefix, three at most."""

    def remove(self, reflection_id: str) -> None:
        """Remove a reflection and its answers for good; nothing happens if there is none."""

    def newest_draft(self, journey_id: str) -> Reflection | None:
        """The draft that was begun last, or none."""

    def latest(self, journey_id: str, path_id: str) -> Reflection | None:
        """The finished reflection on a path whose moment is the latest, or none."""

    def walked(self, journey_id: str) -> list[Walked]:
        """Every finished reflection of a journey, by moment; notes are left out."""

    def count(self, journey_id: str) -> int:
        """How many reflections there are. For lists to know their height; never shown."""

    def rows(self, journey_id: str, offset: int, limit: int) -> list[Summary]:
        """Some rows of the list of reflections, the latest moment first."""

    def search(self, journey_id: str, words: str, limit: int) -> list[Summary]:
        """The reflections in which every word begins a word, the latest moment first.

        Case and accents make no difference; the words are never read as query syntax.
        """

    def earlier_points(self, journey_id: str, limit: int) -> list[EarlierPoint]:
        """The latest points on the map in finished reflections, the latest first."""

    def move_answer(self, answer_id: str, place: Place | None) -> None:
        """Put an answer in another place; none lets it go for good.

        In the same step a page line made of it goes, unless it is now `parked` or `here`.
        """

    def candidates(
        self, journey_id: str, session_id: str, getting_ready: str, since: datetime | None
    ) -> list[Candidate]:
        """The answers that may become lines of one session's page, by moment, then order.

        They are those already ticked for it; those parked that stand on no page of
        a session held since; and those given in a finished reflection on the
        `getting_ready` path whose moment is at or after `since`. All of them are
        words, belong to a section, and are here or parked. Drafts don't count.

        Args:
            journey_id: The journey.
            session_id: The session; empty: whichever comes next, none being planned.
            getting_ready: The id of the path whose answers need no parking.
            since: From when that path's answers count (aware); none: from the beginning.
        """


class SessionStore(Protocol):
    """Where journeys and sessions are kept."""

    def journey(self) -> Journey:
        """The journey that is open."""

    def sessions(self, journey_id: str) -> list[Session]:
        """All sessions of a journey, by time."""

    def put(self, sessions: Iterable[Session]) -> None:
        """Keep sessions, replacing those of the same id, all or none."""


class PageStore(Protocol):
    """Where the ticked lines of each session's page are kept."""

    def lines(self, session_id: str) -> list[Line]:
        """The ticked lines in the person's order.

        Args:
            session_id: The session; empty: whichever comes next, none being planned.
        """

    def put(self, session_id: str, lines: Sequence[Line]) -> None:
        """Keep the ticked lines, in this order, instead of those before."""

    def carry(self, session_id: str) -> None:
        """Give the lines that were ticked for no session yet to this one."""


class SettingStore(Protocol):
    """Private settings that live inside the notebook."""

    def get(self, name: str) -> str:
        """A setting's value, or the empty string."""

    def put(self, name: str, value: str) -> None:
        """Keep a setting's value."""


class ArchiveStore(Protocol):
    """Everything at once, on its way out or in."""

    def everything(self) -> Archive:
        """Everything that is kept; its reflections are read one after the other, once."""

    def known(self, reflection_ids: Iterable[str]) -> set[str]:
        """Those ids that stand for an entry already."""

    def bring_in(self, archive: Archive) -> None:
        """Keep everything that is not there yet, all of it or nothing.

        Entries, sessions and pages that are there already stay as they are. Where the
        notebook's own journey is still empty, the latest that comes in takes its place.
        Entries without a journey belong to the open one.

        Raises:
            StorageError: If it could not be written.
        """


class Stores(Protocol):
    """An open notebook, as the services see it."""

    @property
    def reflections(self) -> ReflectionStore:
        """Where reflections are kept."""

    @property
    def sessions(self) -> SessionStore:
        """Where journeys and sessions are kept."""

    @property
    def pages(self) -> PageStore:
        """Where the ticked lines of each session's page are kept."""

    @property
    def settings(self) -> SettingStore:
        """Where private settings are kept."""

    @property
    def archive(self) -> ArchiveStore:
        """Everything at once."""


class PassphraseJudge(Protocol):
    """Says how hard a passphrase is to guess."""

    def strength(self, passphrase: str) -> int:
        """From 0 (guessed at once) to 4 (out of reach)."""


class Shelf(Protocol):
    """The reflections there are, in the person's language."""

    def path(self, path_id: str) -> ReflectionPath:
        """The path of that id.

        Raises:
            UnknownPathError: If there is none.
        """

    def paths(self) -> tuple[ReflectionPath, ...]:
        """Every path, in the order to offer them."""


class Words(Protocol):
    """The interface's sentences and dates, in the person's language."""

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of that key with its named gaps filled."""

    def day(self, day: date) -> str:
        """A day in words: "Thursday 26 November 2026"."""

    def short_day(self, day: date) -> str:
        """A day in few words: "Thu 26 Nov"."""

    def time(self, wall: datetime) -> str:
        """A time of day: "17:30"."""


class PageWriter(Protocol):
    """Turns a page into the text of a file."""

    def render(self, page: Page, form: str) -> str:
        """The page in a form: `text`, `md` or `json`. Same page, same text."""

    def card(self, code: str) -> str:
        """A recovery code as a card to print."""


class Outbox(Protocol):
    """Writes files outside the notebook, where the person says, readable by them alone."""

    def write(self, file: Path, text: str, *, replace: bool = False) -> None:
        """Write a text file whole or not at all, mode 0600.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
        """

    def write_pieces(self, file: Path, pieces: Iterable[str], *, replace: bool = False) -> None:
        """Write a text file piece by piece, whole or not at all, mode 0600.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
        """

    def write_folder(self, folder: Path, files: Iterable[tuple[str, str]]) -> None:
        """Write a new folder of text files, whole or not at all, modes 0700 and 0600.

        Args:
            folder: Where; the folder above it must be there.
            files: Names (with `/` between their parts) and texts.

        Raises:
            FileExistsAlreadyError: If something of that name is there.
            FileNotWrittenError: If it could not be written.
        """


class Archivist(Protocol):
    """Turns everything in a notebook into files, and other files into entries."""

    def pieces(self, archive: Archive) -> Iterator[str]:
        """Companion's own JSON of everything, piece by piece."""

    def files(self, archive: Archive) -> Iterator[tuple[str, str]]:
        """A folder of Markdown: names in it, and texts."""

    def read(self, file: Path) -> Incoming:
        """What a file would bring in.

        Raises:
            ImportUnreadError: If it is not there or may not be read.
            ImportTooLargeError: If it is larger than anything that is read.
            UnknownImportError: If it is none of those that can be brought in.
            BrokenImportError: If it is one of them and not whole.
        """
