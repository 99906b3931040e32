"""What zsh offers."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.cli.shells.tree import Place, Taken, Value

_HEAD = """\
#compdef companion
# companion in zsh: what can be typed next. It runs nothing and reads no notebook.
# Made by `companion completion zsh`; put it into a folder of $fpath as _companion.
"""
_TAIL = """\
if [[ $funcstack[1] == _companion ]]; then
    _companion "$@"
else
    compdef _companion companion
fi
"""
_ANYTHING = " "  # the message is shown, and nothing is offered


def zsh(root: Place) -> str:
    """The script.

    Args:
        root: The command line.
    """
    return "\n".join([_HEAD, *(row for place in root.every() for row in _function(place)), _TAIL])


def _function(place: Place) -> Iterator[str]:
    yield f"{_called(place)}() {{"
    if not place.places:
        yield "    _arguments \\"
        yield from _lines([*_options(place), *_words(place)])
    else:
        yield "    local curcontext=$curcontext state line"
        yield "    local -a known"
        yield "    typeset -A opt_args"
        yield "    _arguments -C \\"
        yield from _lines([*_options(place), "1: :->command", "*:: :->rest"])
        yield "    case $state in"
        yield "    command)"
        yield "        known=("
        for one in place.places:
            yield f"            {quote(f'{one.names[-1]}:{one.about}')}"
        yield "        )"
        yield f"        _describe -t commands {quote(' '.join(('companion', *place.names)))} known"
        yield "        ;;"
        yield "    rest)"
        yield "        case $words[1] in"
        for one in place.places:
            yield f"        {one.names[-1]}) {_called(one)} ;;"
        yield from ("        esac", "        ;;", "    esac")
    yield from ("}", "")


def _called(place: Place) -> str:
    return "_".join(("_companion", *place.names))


def _lines(specs: list[str]) -> Iterator[str]:
    for at, spec in enumerate(specs, start=1):
        yield f"        {quote(spec)}{' ' + chr(92) if at < len(specs) else ''}"


def _options(place: Place) -> Iterator[str]:
    for one in place.options:
        others = f"({' '.join(one.names)})" if len(one.names) > 1 else ""
        for name in one.names:
            yield f"{others}{name}[{_bracketed(one.about)}]{_value(one)}"


def _value(option: Taken) -> str:
    if not option.label:
        return ""
    colon = ":*-*:" if option.many else ":" if option.needed else "::"
    return f"{colon}{_message(option.label)}:{_offer(option.value)}"


def _words(place: Place) -> Iterator[str]:
    for at, one in enumerate(place.words, start=1):
        where = "*:" if one.many else f"{at}:" if one.needed else f"{at}::"
        yield f"{where}{_message(one.label)}:{_offer(one.value)}"


def _offer(value: Value) -> str:
    if value.words and value.files:
        words = " ".join(value.words)
        return f"_alternative {quote(f'words:name:({words})')} {quote('files:file:_files')}"
    if value.words:
        return f"({' '.join(value.words)})"
    return "_files" if value.files else "_files -/" if value.folders else _ANYTHING


def _message(text: str) -> str:
    return text.replace("\\", r"\\").replace(":", r"\:")


def _bracketed(text: str) -> str:
    return text.replace("\\", r"\\").replace("[", r"\[").replace("]", r"\]")
