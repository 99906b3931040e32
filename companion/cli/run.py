"""What a command works with, and how it gets into the notebook."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from companion.domain.errors import (
    FileExistsAlreadyError,
    NoNotebookError,
    NotebookInUseError,
    WrongPassphraseError,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from companion.bootstrap import Builder
    from companion.plain.face import Face
    from companion.plain.terminal import Terminal
    from companion.services.open_notebook import OpenNotebook

T = TypeVar("T")

PASSPHRASE_VARIABLE = "COMPANION_PASSPHRASE_FILE"  # noqa: S105  names a file, holds no secret
"""The environment's name for a file whose first line is the passphrase."""
_LONGEST_LINE = 64 * 1024  # characters; a device would be read for ever
_TRIES = 3
"""How often someone at a terminal is asked for the passphrase."""
_LOOK_AGAIN = 0.1  # seconds between two looks at whether the notebook is free


class PassphraseFileError(Exception):
    """A file that holds a secret can't be read, or its first line is empty or has no end."""


def first_line(named: str) -> str:
    """The first line of a file that holds a secret.

    Args:
        named: The file.

    Raises:
        PassphraseFileError: If it can't be read, or its first line is empty or has no end.
    """
    from companion.domain.encodings import BY_ITS_MARK
    from companion.system.named import named_path

    try:
        with named_path(named).open(encoding=BY_ITS_MARK) as file:
            line = file.readline(_LONGEST_LINE).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise PassphraseFileError(named) from None
    if not line or len(line) == _LONGEST_LINE:  # none, or a file without lines
        raise PassphraseFileError(named)
    return line


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Run:
    """One command being carried out."""

    asked: argparse.Namespace
    """What was asked for."""
    builder: Builder
    """Builds the house."""
    terminal: Terminal
    """Where lines are said and asked for."""
    environment: dict[str, str]
    """The process's environment."""
    sleep: Callable[[float], None] = field(default=time.sleep)
    """Waits for so many seconds."""

    @property
    def face(self) -> Face:
        """Plain mode's face."""
        from companion.plain.face import Face

        return Face(self.terminal, self.builder.house)

    def say(self, key: str, **values: str | int) -> str:
        """A sentence of the interface."""
        return self.builder.words.say(key, **values)

    def say_faults(self) -> None:
        """Say on the error stream what in the settings file can't be used."""
        from companion.services.settings_sentences import fault_says

        kept = self.builder.preferences
        for fault in kept.faults:
            self.terminal.warn(fault_says(self.builder.words, kept.place, fault))

    def passphrase_from_file(self) -> str:
        """The passphrase in the file that was named; empty where none was.

        Raises:
            PassphraseFileError: If it can't be read, or its first line is empty or has no end.
        """
        named = self.asked.passphrase_file or self.environment.get(PASSPHRASE_VARIABLE, "")
        if not named:
            return ""
        return first_line(named)

    def secret(self, key: str = "plain.passphrase") -> str:
        """The passphrase or recovery code: from the file that was named, or asked for.

        Args:
            key: The question.

        Raises:
            PassphraseFileError: If the passphrase file can't be read.
            InputEndedError: If nothing came in.
        """
        return self.passphrase_from_file() or self.face.ask_hidden(key)

    def happened_at(self) -> datetime | None:
        """The moment typed after `--on` (aware, UTC), now at the latest; none: none was typed.

        Raises:
            BadDateError: If it is no date.
        """
        from companion.domain.dates import parse_moment

        if not self.asked.on:
            return None
        clock = self.builder.clock
        # Nothing that is still ahead has happened.
        return min(parse_moment(self.asked.on, clock, needs_time=False, behind=True), clock.now())

    def written(self, file: Path, write: Callable[[bool], T]) -> T:
        """Write a file, and over one of that name only where somebody says so.

        Args:
            file: Where.
            write: Writes it; told whether a file of that name may be written over.

        Raises:
            FileExistsAlreadyError: If one is there, and it was not said.
            CompanionError: If it could not be written.
        """
        try:
            return write(self.asked.replace)
        except FileExistsAlreadyError:
            # A pipe can't be asked; a person is.
            if not self.terminal.by_hand or not self.face.yes("cli.replace_ask", file=str(file)):
                raise
            return write(True)  # noqa: FBT003  the one thing it is told

    @contextmanager
    def opened(
        self,
        wait: float = 0.0,
        secret: str = "",
        *,
        looked_after: bool = True,
        new_passphrase_offered: bool = False,
    ) -> Iterator[OpenNotebook]:
        """The notebook, open; it is locked again afterwards, whatever happens.

        Args:
            wait: How many seconds to wait for another companion to close it.
            secret: What opens it; empty: it is asked for.
            looked_after: Whether the day's backup is made if it is due.
            new_passphrase_offered: Whether someone who opened it with the recovery code is
                asked to choose a new passphrase.

        Raises:
            CompanionError: As `Notebook.unlock` says.
            PassphraseFileError: If the passphrase file can't be read.
            InputEndedError: If no passphrase came in.
        """
        notebook = self.builder.notebook
        if not notebook.exists():
            raise NoNotebookError(folder=str(notebook.folder))
        notebook.wiping.refuse()
        self.builder.prepare()  # beside the typing, and beside the key
        try:
            typed, opened = self._let_in(secret, wait)
            if looked_after:
                self._look_after()
            if new_passphrase_offered:
                from companion.plain.safekeeping import offer_new_passphrase

                offer_new_passphrase(self.face, typed)
            yield opened
        finally:
            notebook.lock()

    def _look_after(self) -> None:
        from companion.domain.safekeeping import NoticeKind
        from companion.plain.safekeeping import say_notices

        notices = self.builder.notebook.safekeeping.look_after()
        # Where the folder lies is said when a notebook is made, and by `audit`.
        news = tuple(one for one in notices if one.kind is not NoticeKind.SYNCED)
        say_notices(self.face, news)

    def _let_in(self, secret: str, wait: float) -> tuple[str, OpenNotebook]:
        """Ask for the passphrase, and again where it was mistyped; says what opened it."""
        # Read once: what another program hands over through a pipe is there once.
        known = secret or self.passphrase_from_file()
        again = _TRIES - 1 if self.terminal.by_hand and not known else 0
        while True:
            typed = known or self.secret()
            try:
                return typed, self._unlock(typed, wait)
            except WrongPassphraseError as error:
                if not again:
                    raise
                again -= 1
                # A program that ends here leaves the next try to the shell, which shows it
                # and remembers it.
                self.face.tell(error)

    def _unlock(self, passphrase: str, wait: float) -> OpenNotebook:
        for _ in range(math.ceil(wait / _LOOK_AGAIN)):
            try:
                return self.builder.notebook.unlock(passphrase)
            except NotebookInUseError:
                self.sleep(_LOOK_AGAIN)
        return self.builder.notebook.unlock(passphrase)


def print_json(run: Run, value: object) -> None:
    """Print a value as JSON, and nothing else."""
    import json

    run.terminal.show(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
