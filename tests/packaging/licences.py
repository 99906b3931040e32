"""The libraries that companion is installed with, each with its licence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import companion
from companion.catalog.files import languages, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(companion.__file__).parents[1]
"""The top of the project."""
LOCK = TOP / ".ci" / "lock.txt"
"""The versions that every check runs with."""
_OWN = "companion"
_CLASSIFIERS = {"License :: OSI Approved :: MIT License": "MIT"}
_READ_BY_EYE = {"sqlcipher3": "Zlib"}  # its metadata names none; the text it carries is this one
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Library:
    """One library."""

    name: str
    """What it is called."""
    version: str
    """The version in the lock; empty: it is not there."""
    licence: str
    """Its licence as SPDX writes it; empty: it says none."""
    by: str
    """What brings it in."""


def libraries() -> list[Library]:
    """All of them, by name."""
    pinned = dict(pins())
    found: dict[str, Library] = {}
    waiting = [(one, _OWN) for one in wanted()]
    for requirement, by in waiting:  # grows while it is walked
        name = canonicalize_name(requirement.name)
        if name in found:
            continue
        installed = distribution(name)
        found[name] = Library(name, pinned.get(name, ""), _licence(name, installed), by)
        waiting += [(one, name) for one in _needs(installed, requirement)]
    return sorted(found.values(), key=lambda one: one.name)


def wanted() -> list[Requirement]:
    """What `pyproject.toml` asks for, when companion is installed and no more."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(one) for one in project["dependencies"]]


def pins() -> Iterator[tuple[str, str]]:
    """The lock: each name with its version."""
    for row in LOCK.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            name, _, version = row.partition("==")
            yield canonicalize_name(name), version


def _needs(installed: Distribution, asked: Requirement) -> Iterator[Requirement]:
    for text in installed.requires or ():
        one = Requirement(text)
        extras = asked.extras or {""}
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras):
            yield one


def _licence(name: str, installed: Distribution) -> str:
    said = installed.metadata
    if expression := said.get("License-Expression"):
        return str(expression)
    for one in said.get_all("Classifier") or ():
        if one in _CLASSIFIERS:
            return _CLASSIFIERS[one]
    return _READ_BY_EYE.get(name, "")


def pages() -> dict[Path, str]:
    """The guide's page of them in each language, with its table as it should be."""
    places = [
        TOP / "companion" / "content" / code / "guide" / "licences.md"
        for code in languages(shipped())
    ]
    return {
        place: _with_table(place.read_text(encoding="utf-8")) for place in places if place.exists()
    }


def _with_table(text: str) -> str:
    """The page, its first lines of code put anew."""
    return re.sub(rf"(?m)(^{_INDENT}.*\n)+", lambda _: _table(), text, count=1)


def _table() -> str:
    rows = [(one.name, one.version, one.licence, f"({one.by})") for one in libraries()]
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    lines = ("".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "".join(f"{_INDENT}{line}\n" for line in lines)
