"""An open notebook on fakes, and someone who types lines into plain mode."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from support.fakes import FakeDirectory, FakeShelf, MemoryPreferences
from support.world import World

from companion.catalog.language import Language
from companion.catalog.shelf import Bookshelf
from companion.domain.errors import InputEndedError
from companion.plain.face import Face
from companion.plain.terminal import Streams, Terminal
from companion.services.help_now import HelpNow
from companion.services.house import House
from companion.services.preferences import PreferenceKeeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.memory import Memory

    from companion.domain.answer import Answer, Reflection
    from companion.domain.path import ReflectionPath
    from companion.services.open_notebook import OpenNotebook

WORDS = Language("en")
"""The interface's own sentences."""


@dataclass
class Room:
    """What lies behind the lines, to look at in a test."""

    world: World
    opened: OpenNotebook = field(init=False)
    out: str = ""
    """What was said by the last call, its questions included."""
    ended: bool = False
    """Whether the last call had no more lines to read."""

    def __post_init__(self) -> None:
        self.opened = self.world.opened()

    def __call__(self, call: Callable[..., object], *args: object, said: tuple[str, ...]) -> str:
        """Call something with a face and the notebook; lines that run out end it.

        Args:
            call: Takes a face, the open notebook and `args`.
            args: What else it takes.
            said: The lines that are typed.
        """
        out = io.StringIO()
        lines = io.StringIO("".join(f"{line}\n" for line in said))
        self.ended = False
        try:
            call(Face(Terminal(Streams(lines, out, out)), self.house), self.opened, *args)
        except InputEndedError:
            self.ended = True
        self.out = " ".join(out.getvalue().split())
        return self.out

    @property
    def house(self) -> House:
        world, keeper = self.world, PreferenceKeeper(MemoryPreferences())
        return House(
            world.notebook, WORDS, HelpNow(FakeDirectory(), world.clock), keeper, world.clock
        )

    @property
    def memory(self) -> Memory:
        return self.world.memory

    def kept(self) -> Reflection:
        """The one reflection in the notebook."""
        (found,) = self.memory.reflections.values()
        return found

    def answer(self, step_id: str) -> Answer:
        """What the notebook has for a step of the one reflection."""
        return next(a for a in self.kept().answers if a.step_id == step_id)

    def finish(self, path_id: str, said: dict[str, object]) -> Reflection:
        """Walk a path to its end through the services, saying these things."""
        reflecting = self.opened.reflecting
        walk = reflecting.begin(path_id)
        while True:
            if walk.step.id in said:
                walk = walk.answered(said[walk.step.id], reflecting.new_answer_id)  # type: ignore[arg-type]  # checked there
            if walk.at_end:
                break
            walk = walk.forward()
        finished = reflecting.finish(walk)
        assert finished is not None
        return finished


def room(*paths: ReflectionPath) -> Room:
    """A notebook with these paths; none named: all the small ones."""
    return Room(World(shelf=FakeShelf(paths or None)))


def real_room() -> Room:
    """A notebook with the reflections that companion ships with."""
    return Room(World(shelf=Bookshelf()))


def says(key: str, **values: str | int) -> str:
    """A sentence of the interface as one line."""
    return " ".join(WORDS.say(key, **values).split())
