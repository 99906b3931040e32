"""Exports everything in a notebook to files, and reads files that are to be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain.archive import Archive, Incoming
    from companion.domain.clock import Clock
    from companion.exchange.as_markdown import FileWords


class Archivist:
    """Writes and reads everything; fits `services.ports.files.Archivist`.

    Its formats are imported when they are first asked for.
    """

    def __init__(self, words: FileWords, clock: Clock) -> None:
        """Take the person's language and the clock on their wall."""
        self._words = words
        self._clock = clock

    def pieces(self, archive: Archive) -> Iterator[str]:
        """Companion's own JSON of everything, piece by piece."""
        from companion.exchange.as_json import pieces

        return pieces(archive)

    def files(self, archive: Archive) -> Iterator[tuple[str, str]]:
        """A folder of Markdown: names in it, and texts."""
        from companion.exchange.as_markdown import files

        return files(archive, self._clock.local, self._words)

    def read(self, file: Path) -> Incoming:
        """What a file would bring in.

        Raises:
            ImportUnreadError: If it is not there or may not be read.
            ImportTooLargeError: If it is larger than anything that is read.
            UnknownImportError: If it is none of those that can be brought in.
            BrokenImportError: If it is one of them and not whole.
        """
        from companion.exchange.incoming import Reader

        return Reader(self._clock.from_local).read(file, self._words.say("plain.note_title"))
