"""The manual page, written for `man`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion import __version__
from companion.bootstrap import NOTEBOOK_VARIABLE
from companion.cli import codes
from companion.cli.run import PASSPHRASE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.cli.shells.tree import Place, Taken

    Say = Callable[..., str]

FILES = {
    "notebook": "~/.local/share/companion/notebook",
    "settings": "~/.config/companion/settings.toml",
}
"""Where things lie on Linux, by the key of what they are."""
VARIABLES = {
    "notebook": NOTEBOOK_VARIABLE,
    "passphrase": PASSPHRASE_VARIABLE,
    "language": "LC_ALL, LC_MESSAGES, LANG",
    "colour": "NO_COLOR",
    "terminal": "TERM",
}
"""What is read in the environment, by the key of what it is for."""
STATUS = {
    "done": codes.DONE,
    "not_done": codes.NOT_DONE,
    "usage": codes.WRONG_USAGE,
    "passphrase": codes.WRONG_PASSPHRASE,
    "damaged": codes.DAMAGED,
    "in_use": codes.IN_USE,
    "newer": codes.NEWER,
    "interrupted": codes.INTERRUPTED,
}
"""The exit codes, by the key of what each says."""
_TYPED = re.compile(r"`([^`]+)`")


def page(root: Place, say: Say) -> str:
    """The page.

    Args:
        root: The command line.
        say: The interface's sentences.
    """
    return "\n".join([*_rows(root, say), ""])


def _rows(root: Place, say: Say) -> Iterator[str]:
    yield r"""'\" -*- coding: utf-8 -*-"""
    yield f'.TH COMPANION 1 "" "companion {__version__}" "{_text(say("man.book"))}"'
    yield from (".nh", ".ad l")  # what is typed is never broken, nor the blanks in it widened
    yield from _section(say, "name", [rf"companion \- {_text(say('man.about'))}"])
    synopsis = rf".B companion\fR [{_called(say, 'options')}] [{_label(say('cli.metavar'))} ...]"
    yield from _section(say, "synopsis", [synopsis])
    yield from _section(say, "description", _paragraphs(say("man.description")))
    yield from _section(say, "commands", _commands(root, say))
    yield from _section(say, "options", _options((*root.usual_options, *root.own_options)))
    yield from _section(say, "files", _listed(say, "files", FILES))
    yield from _section(say, "environment", _listed(say, "environment", VARIABLES))
    yield from _section(say, "status", _listed(say, "status", STATUS))
    yield from _section(say, "privacy", _paragraphs(say("man.privacy")))
    yield from _section(say, "see_also", _paragraphs(say("man.see_also")))


def _section(say: Say, key: str, rows: Iterable[str]) -> Iterator[str]:
    yield f".SH {_text(say(f'man.section.{key}'))}"
    yield from rows


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        if number:
            yield ".PP"
        yield _text(" ".join(paragraph.split()))


def _listed(say: Say, group: str, names: dict[str, str] | dict[str, int]) -> Iterator[str]:
    for key, name in names.items():
        yield from (".TP", f".B {_text(str(name))}", _text(say(f"man.{group}.{key}")))


def _commands(root: Place, say: Say) -> Iterator[str]:
    for place in root.every():
        if place is root:
            continue
        yield from (".TP", _usage(place, say), _text(place.about))
        takes = (*(one for one in place.words if one.about), *place.own_options)
        if takes:
            yield from (".RS", *_options(takes), ".RE")


def _usage(place: Place, say: Say) -> str:
    parts = [rf".B companion {_text(' '.join(place.names))}\fR"]
    if place.own_options:
        parts.append(f"[{_called(say, 'options')}]")
    if place.places:
        parts.append(f"[{_label(say('cli.metavar'))} ...]")
    for one in place.words:
        label = _shown(one) + (" ..." if one.many else "")
        parts.append(label if one.needed else f"[{label}]")
    return " ".join(parts)


def _options(taken: Iterable[Taken]) -> Iterator[str]:
    for one in taken:
        names = ", ".join(rf"\fB{_text(name)}\fR" for name in one.names)
        value = _shown(one) + (" ..." if one.many else "") if one.label else ""
        behind = value if one.needed or not value or not names else f"[{value}]"
        yield from (".TP", " ".join(filter(None, (names, behind))), _text(one.about))


def _shown(one: Taken) -> str:
    """The words that can stand there where they are few, or what it is called."""
    if one.value.words and one.is_choice:
        return " | ".join(rf"\fB{_text(word)}\fR" for word in one.value.words)
    return _label(one.label)


def _label(text: str) -> str:
    return rf"\fI{_text(text)}\fR"


def _called(say: Say, key: str) -> str:
    return _label(say(f"man.{key}"))


def _text(text: str) -> str:
    """Words as `man` takes them: nothing in them is a request."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    escaped = _TYPED.sub(r"\\fB\1\\fR", escaped)
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
