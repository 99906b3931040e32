"""Start, answer, rest and memory in a real pseudo-terminal, beside a hello-world Textual app.

    python tests/bench/bench_terminal.py            every figure, seventeen times each
    python tests/bench/bench_terminal.py --short    what keeps the figures from sliding

Each figure is a ratio to what was measured in the same minutes on the same machine, since
nothing else holds from one machine to the next. With --short it fails where one is far above
its goal: a busy machine is no slide.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import monotonic, sleep
from typing import TYPE_CHECKING

from bench_storage import Words, fill
from figures import Figure, keep, say

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.terminal import Terminal

from companion.domain.journey import Journey
from companion.storage.vault.keys import FLOOR, SALT_BYTES, derive
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PASSPHRASE = "nine quiet herons by the weir"
BEGAN = datetime(2016, 1, 4, 18, tzinfo=UTC)
BETWEEN_KEYS = 0.05  # seconds; who types a passphrase faster does it with a program
AT_REST = 0.03  # of a processor: what is left when nothing is done any more
RESTS = 5.0  # seconds that idleness is watched
LEEWAY = 3.0  # with --short: how many times its goal a figure may be
HELLO = """
from textual.app import App
from textual.widgets import Static, {widget}
class Hello(App):
    def compose(self):
        yield Static("hello, world")
        yield {widget}()
Hello().run()
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how often it is measured."""

    runs: int
    home: Path
    companion: str
    hello_took: list[float] = field(default_factory=list)
    """The seconds that the hello-world app took, once it was measured."""

    @property
    def secret(self) -> Path:
        """The file with the passphrase."""
        return self.home / "passphrase"

    def app(self, notebook: Path) -> Terminal:
        """companion, on a notebook, as a person starts it: by its name alone."""
        named = {"COMPANION_NOTEBOOK": str(notebook)}
        return Terminal([self.companion], self._environment | named)

    def hello(self, widget: str = "Input") -> Terminal:
        """A Textual app that says hello and has one widget."""
        return Terminal([sys.executable, "-c", HELLO.format(widget=widget)], self._environment)

    @property
    def _environment(self) -> dict[str, str]:
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        ours = ("NO_COLOR", "PYTHONDONTWRITEBYTECODE")  # as a person has it: compiled once
        said = {name: value for name, value in os.environ.items() if name not in ours}
        return said | dict.fromkeys(names, str(self.home))

    def turns(self, *works: Callable[[], float]) -> list[list[float]]:
        """Each work in turn, so that what else the machine does troubles all of them."""
        found: list[list[float]] = [[] for _ in works]
        for _ in range(self.runs):
            for work, times in zip(works, found, strict=True):
                times.append(work())
        return found

    def command(self, *argv: str, said: str = "") -> float:
        """The seconds a whole process takes."""
        begun = monotonic()
        subprocess.run(  # noqa: S603 - our own program
            argv, env=self._environment, input=said.encode(), check=True, stdout=subprocess.DEVNULL
        )
        return monotonic() - begun


def notebook_of(folder: Path, entries: int) -> Path:
    """A notebook that asks for the least a real one may, with so many entries of about 1 KB."""
    vault = FolderVault(folder, profile=FLOOR)
    vault.create(PASSPHRASE, Journey("journey", "Thursdays", BEGAN))
    fill(vault._required().database, entries, Words(Random(1)))
    vault.close()
    return folder


def deriving() -> float:
    """The seconds that a passphrase takes to be a key."""
    begun = monotonic()
    derive(PASSPHRASE, bytes(SALT_BYTES), FLOOR)
    return monotonic() - begun


def starts(bench: Bench, notebook: Path) -> Iterator[Figure]:
    """From nothing to a first screen."""

    def painted(terminal: Terminal, words: str) -> float:
        with terminal:
            return terminal.until(words) - terminal.began

    ours, hello, bare, version, completion = bench.turns(
        lambda: painted(bench.app(notebook), "passphrase"),
        lambda: painted(bench.hello(), "hello, world"),
        lambda: bench.command(sys.executable, "-c", "pass"),
        lambda: bench.command(bench.companion, "version"),
        lambda: bench.command(bench.companion, "completion", "bash"),
    )
    yield Figure("version", "version, beside an empty Python", median(version) / median(bare), 2.5)
    yield Figure("", "completion, beside an empty Python", median(completion) / median(bare), 2.5)
    yield Figure(
        "start",
        "start to the unlock screen, beside hello world",
        median(ours) / median(hello),
        1.25,
    )
    bench.hello_took.append(median(hello))


def openings(bench: Bench, notebooks: Mapping[int, Path]) -> Iterator[Figure]:
    """From a passphrase to home, among few entries and among many."""

    def opened(notebook: Path) -> float:
        with bench.app(notebook) as terminal:
            terminal.until("passphrase")
            for letter in PASSPHRASE:
                terminal.type(letter)
                sleep(BETWEEN_KEYS)
            entered = terminal.type("\r")
            return terminal.until("reflect") - entered

    works = [lambda notebook=notebook: opened(notebook) for notebook in notebooks.values()]
    kdf, *took = bench.turns(deriving, *works)
    for entries, times in zip(notebooks, took, strict=True):
        beyond = (median(times) - median(kdf)) / bench.hello_took[0]
        says = f"passphrase to home beyond the key, {entries} entries, in hello worlds"
        yield Figure("home" if times is took[-1] else "", says, beyond, 0.35)


def notes(bench: Bench, notebook: Path) -> Figure:
    """A line from the shell, beyond what is sooner done: the key or the imports."""
    argv = (bench.companion, "--notebook", str(notebook), "--passphrase-file", str(bench.secret))
    imports = "import sqlalchemy, sqlcipher3, cryptography.hazmat.primitives.kdf.argon2"
    kdf, heavy, took = bench.turns(
        deriving,
        lambda: bench.command(sys.executable, "-c", imports),
        lambda: bench.command(*argv, "note", said="One line."),
    )
    beyond = median(took) - max(median(kdf), median(heavy))
    return Figure(
        "note", "a note from the shell beyond key or imports, in ms", beyond * 1000, 100, "ms"
    )


def answers(bench: Bench, few: Path, most: Path) -> Iterator[Figure]:
    """While someone writes: how soon a key is seen; then rest, and memory."""
    with bench.app(few) as ours:
        _home(ours)
        memory = ours.memory()
    with bench.app(most) as ours, bench.hello("TextArea") as bare:
        _home(ours)
        bare.until("hello, world")
        bare.rest()
        yield Figure("memory", "memory at home, beside hello world", memory / bare.memory(), 2.0)
        more = max(ours.memory() - memory, 0.0)
        yield Figure("memory-many", "and what very many entries add, in MiB", more, 15, "MiB")
        both = _idle(ours), _idle(bare)
        yield Figure("idle", "processor at rest, at home", both[0] * 100, 0.5, "%")
        yield Figure("", "processor at rest, hello world with a cursor", both[1] * 100, 0.5, "%")
        ours.type("n")
        ours.until("write down")
        ours.rest()
        keys = [(_key(ours), _key(bare)) for _ in range(bench.runs * 5)]
    slow = [quantiles(times, n=20)[-1] for times in zip(*keys, strict=True)]
    yield Figure(
        "key", "key to repaint while writing, 95th, beside a bare editor", slow[0] / slow[1], 1.5
    )
    yield Figure("", "the same, in ms", slow[0] * 1000, 60, "ms")


def _home(terminal: Terminal) -> None:
    """Open the notebook, and wait until all is done that belongs to it."""
    terminal.until("passphrase")
    terminal.rest()
    terminal.type(f"{PASSPHRASE}\r")
    terminal.until("reflect")
    _done(terminal)


def _done(terminal: Terminal) -> None:
    """Wait until the day's backup is made, which begins when home is painted."""
    while _idle(terminal, 1.0) > AT_REST:
        pass
    terminal.rest()


def _key(terminal: Terminal) -> float:
    terminal.rest()
    typed = terminal.type("e")
    return terminal.answer() - typed


def _idle(terminal: Terminal, seconds: float = RESTS) -> float:
    before, begun = terminal.processor(), monotonic()
    sleep(seconds)
    return (terminal.processor() - before) / (monotonic() - begun)


def main(argv: list[str]) -> int:
    """Measure, print, and with `--short` say whether something slid."""
    short = "--short" in argv
    sizes = (100, 2_000) if short else (100, 10_000, 100_000)
    with tempfile.TemporaryDirectory() as folder:
        companion = str(Path(sys.executable).with_name("companion"))
        bench = Bench(5 if short else 17, Path(folder), companion)
        bench.secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        notebooks = {size: notebook_of(Path(folder, f"n{size}"), size) for size in sizes}
        most = notebooks[sizes[-1]]
        figures: list[Figure] = []
        for measured in (
            starts(bench, most),
            openings(bench, notebooks),
            iter([notes(bench, notebooks[sizes[1]])]),
            answers(bench, notebooks[sizes[0]], most),
        ):
            for figure in measured:
                say(figure.line())
                figures.append(figure)
    keep(argv, figures)
    slid = [figure for figure in figures if figure.measured > figure.goal * LEEWAY]
    return int(short and bool(slid))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
