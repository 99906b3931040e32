"""What can stand where the command line has a label: never anything of a notebook's."""

from __future__ import annotations

from companion.catalog.crisis import Directory
from companion.catalog.files import languages, names, shipped
from companion.catalog.guide import Guide
from companion.catalog.shelf import Bookshelf
from companion.cli.shells.tree import Value

FILE = "FILE"
"""A file."""
ANYTHING = ("DATE", "ID", "N", "NAME", "NUMBER", "SECONDS", "TAG", "TASK", "WHICH", "WORD")
"""What a person names, or what stands in a notebook: a shell is told nothing of it."""


def known_values() -> dict[str, Value]:
    """What can stand in a place, by its label."""
    root = shipped()
    packs = tuple(names(root / "en" / "packs"))
    return {
        **dict.fromkeys(ANYTHING, Value()),
        "DIR": Value(folders=True),
        FILE: Value(files=True),
        "FILE|NAME": Value(packs, files=True),
        "CODE": Value(tuple(languages(root))),
        "CC": Value(tuple(one.code for one in Directory().countries())),
        "PATH": Value(tuple(path.id for path in Bookshelf().paths())),
        "TOPIC": Value(tuple(Guide().topics())),
    }
