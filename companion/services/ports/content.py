"""What the services need of the content: paths, packs, and the interface's sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from companion.domain.pack import PackReading
    from companion.domain.path import ReflectionPath


class Shelf(Protocol):
    """The reflections there are, in the person's language."""

    def path(self, path_id: str) -> ReflectionPath:
        """The path of that id.

        Raises:
            UnknownPathError: If there is none.
        """

    def paths(self) -> tuple[ReflectionPath, ...]:
        """Every path, in the order to offer them."""


class PackShelf(Protocol):
    """Reads homework that therapists wrote."""

    def read_file(self, file: Path) -> PackReading:
        """What a file holds; whatever is wrong in it is told in what is returned.

        Raises:
            PackUnreadError: If it is not there, is no file, or may not be read.
        """

    def read_kept(self, text: str) -> PackReading:
        """What a text holds that was in order when it was added, whatever a notebook holds now."""

    def shipped(self) -> tuple[str, ...]:
        """The names of the packs that companion ships with."""

    def read_shipped(self, name: str) -> PackReading:
        """One of the packs that companion ships with.

        Raises:
            UnknownPackError: If there is none of that name.
        """

    def to_fill_in(self) -> str:
        """A pack with a remark beside each line, for whoever writes their first."""


class Words(Protocol):
    """The interface's sentences and dates, in the person's language."""

    @property
    def code(self) -> str:
        """The language's code: `en`."""

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of that key with its named gaps filled."""

    def day(self, day: date) -> str:
        """A day in words: "Thursday 26 November 2026"."""

    def day_of_this_year(self, day: date) -> str:
        """A day in words, without its year: "Thursday 26 November"."""

    def short_day(self, day: date) -> str:
        """A day in few words: "Thu 26 Nov"."""

    def time(self, wall: datetime) -> str:
        """A time of day: "17:30"."""
