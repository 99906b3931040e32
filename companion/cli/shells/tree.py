"""The command line as a tree: its commands, and what each of them takes."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Say = Callable[..., str]

HELP = "--help"
"""The option that shows how a command is used."""
USUAL = frozenset({"--notebook", "--passphrase-file", "--plain", "--lang", HELP})
"""The options that every command takes."""


@dataclass(frozen=True, slots=True)
class Value:
    """What can stand in a place."""

    words: tuple[str, ...] = ()
    """The words that are known; none: anything."""
    files: bool = False
    """Whether it may be a file."""
    folders: bool = False
    """Whether it is a folder."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An option, or a word that stands for itself."""

    names: tuple[str, ...]
    """How an option is typed; a word that stands for itself has none."""
    label: str
    """What its value is called; empty: an option without one."""
    about: str
    """What it is for."""
    value: Value
    """What can stand there."""
    needed: bool
    """Whether something has to stand there."""
    many: bool
    """Whether more than one word may stand there."""
    is_choice: bool = False
    """Whether nothing else than the words of `value` may stand there."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on the command line: behind `companion`, or behind a command of it."""

    names: tuple[str, ...]
    """The commands that lead here; none: the beginning."""
    about: str
    """What it does."""
    options: tuple[Taken, ...]
    """The options it takes."""
    words: tuple[Taken, ...]
    """The words it takes, in order."""
    places: tuple[Place, ...]
    """The commands behind it."""

    def every(self) -> Iterator[Place]:
        """This place, and all that lie behind it."""
        yield self
        for place in self.places:
            yield from place.every()

    @property
    def own_options(self) -> tuple[Taken, ...]:
        """The options that not every command takes."""
        return tuple(one for one in self.options if USUAL.isdisjoint(one.names))

    @property
    def usual_options(self) -> tuple[Taken, ...]:
        """The options that every command takes."""
        return tuple(one for one in self.options if not USUAL.isdisjoint(one.names))


class UnknownLabelError(LookupError):
    """Nobody said what can stand where a label stands."""


def grown(parser: argparse.ArgumentParser, values: Mapping[str, Value], say: Say) -> Place:
    """The tree of a parser and of those behind it.

    Args:
        parser: The first of them.
        values: What can stand in a place, by its label.
        say: The interface's sentences.

    Raises:
        UnknownLabelError: If a label is not among `values`.
    """
    return _place(parser, (), values, say)


def _place(
    parser: argparse.ArgumentParser, names: tuple[str, ...], values: Mapping[str, Value], say: Say
) -> Place:
    options, words, places = [], [], []
    for action in parser._actions:  # noqa: SLF001  argparse can't be asked in any other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  the same
            places = [
                _place(one, (*names, name), values, say) for name, one in action.choices.items()
            ]
        elif action.option_strings:
            options.append(_taken(action, values, say))
        else:
            words.append(_taken(action, values, say))
    return Place(names, parser.description or "", tuple(options), tuple(words), tuple(places))


def _taken(action: argparse.Action, values: Mapping[str, Value], say: Say) -> Taken:
    names = tuple(action.option_strings)
    taken = Taken(
        names,
        label=_label(action),
        about=say("cli.usage.help") if HELP in names else action.help or "",
        value=Value(),
        needed=action.nargs not in {"?", "*"},
        many=action.nargs in {"+", "*"},
    )
    if action.choices is not None:
        return replace(taken, value=Value(tuple(map(str, action.choices))), is_choice=True)
    if not taken.label:
        return taken
    try:
        return replace(taken, value=values[taken.label])
    except KeyError:
        raise UnknownLabelError(taken.label) from None


def _label(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    return str(action.metavar or action.dest.upper())
