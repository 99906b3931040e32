"""The real house, real encryption included, on a clock that stands still."""

from __future__ import annotations

import hashlib
import io
import itertools
import os
from functools import cached_property
from typing import TYPE_CHECKING

from companion.bootstrap import Builder, notebook_folder
from companion.cli.main import main
from companion.domain.recovery_code import asked_groups, new_code
from companion.plain.terminal import Streams
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault
from support.time import NOW, FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PASSPHRASE = "quiet lantern over seven rivers"
"""Of the fictional person of these tests."""


class CheapBuilder(Builder):
    """Builds everything as in earnest, but with a key derivation that takes no time."""

    def __init__(
        self,
        clock: FixedClock,
        notebook: str = "",
        language: str = "",
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        """Take the clock that everything shows, and what recovery codes are drawn from."""
        super().__init__(notebook, language)
        self.clock = clock
        self.random_bytes = random_bytes

    @cached_property
    def vault(self) -> FolderVault:
        """The notebook's folder, locked."""
        folder = notebook_folder(self._named)
        return FolderVault(folder, profile=CHEAPEST, allow_cheapest=True)


class Piped(io.TextIOWrapper):
    """What a process writes into a pipe or a file, as text or as bytes."""

    buffer: io.BytesIO


class Keyboard(io.StringIO):
    """Lines that a person types."""

    def isatty(self) -> bool:
        return True


def piped() -> Piped:
    """An empty one; line ends are written as they are."""
    return Piped(io.BytesIO(), encoding="utf-8", newline="", write_through=True)


class Shell:
    """Runs command lines as a person would type them, against one notebook."""

    def __init__(self, home: Path, clock: FixedClock | None = None) -> None:
        """Take a folder for the notebook and the passphrase file.

        Args:
            home: An empty folder.
            clock: What time it is; a standing clock if none.
        """
        self.home = home
        self.clock = clock or FixedClock(NOW)
        self.notebook = home / "notebook"
        self.passphrase_file = home / "passphrase"
        self.passphrase_file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        self.code = 0
        self.errors = ""
        self.raw = b""
        """The bytes that came out last."""
        self._drawn = 0

    def builder(self, notebook: str = "", language: str = "") -> CheapBuilder:
        """What `cli.main` makes its house with."""
        drawn = known_bytes(self._drawn)
        return CheapBuilder(self.clock, notebook or str(self.notebook), language, drawn)

    def next_code(self) -> str:
        """The recovery code that the next command will show, if it shows one."""
        return new_code(known_bytes(self._drawn + 1))

    def groups_of_next_code(self) -> list[str]:
        """The two groups of it that the command will ask back."""
        drawn = known_bytes(self._drawn + 1)
        groups = new_code(drawn).split("-")
        return [groups[number - 1] for number in asked_groups(drawn)]

    def __call__(
        self,
        *argv: str,
        said: str = "",
        sleep: Callable[[float], None] | None = None,
        key: bool = True,
    ) -> str:
        """Run a command line, with some lines piped in.

        Args:
            argv: What is typed after `companion`.
            said: What is piped in.
            sleep: Waits.
            key: Whether the passphrase file is named.

        Returns:
            What came out; the exit code is `code`, what came on the error stream `errors`.
        """
        self._drawn += 1
        out, errors = piped(), io.StringIO()
        line = [*argv, "--passphrase-file", str(self.passphrase_file)] if key else list(argv)
        streams = Streams(io.StringIO(said), out, errors)
        waits = {"sleep": sleep} if sleep else {}
        self.code = main(line, streams, self.builder, **waits)
        self.errors = errors.getvalue()
        self.raw = out.buffer.getvalue()
        return self.raw.decode(errors="replace")


def known_bytes(which: int) -> Callable[[int], bytes]:
    """Bytes that are the same in every run, and others for every command."""
    numbers = itertools.count()
    return lambda length: hashlib.shake_256(f"{which} {next(numbers)}".encode()).digest(length)


def answers(*lines: str) -> str:
    """Lines to pipe in; every text ends with an empty line of its own, given as `""`."""
    return "".join(f"{line}\n" for line in lines)
