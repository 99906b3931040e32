"""What fish offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.shells.bash import takes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.cli.shells.tree import Place, Taken, Value

_HEAD = """\
# companion in fish: what can be typed next. It runs nothing and reads no notebook.
# Made by `companion completion fish`; put it into ~/.config/fish/completions/companion.fish
"""
_PLACE = """\
# Where the line has come to, and how many words stand there: `/session/add:0`.
function __companion_place
    set -l at ''
    set -l count 0
    set -l takes ''
    for word in (commandline -opc)[2..-1]
        switch $word
            case '-*=*'
                set takes ''
                continue
            case '-*'
                set takes (__companion_takes "$at:$word")
                continue
        end
        if test "$takes" = many
            continue
        else if test -n "$takes"
            set takes ''
        else if contains -- $word (__companion_commands "$at")
            set at "$at/$word"
            set count 0
        else
            set count (math $count + 1)
        end
    end
    echo "$at:$count"
end

function __companion_is
    string match -q -- $argv[1] (__companion_place)
end

complete -c companion -f
"""


def fish(root: Place) -> str:
    """The script.

    Args:
        root: The command line.
    """
    return "\n".join(
        [
            _HEAD,
            *_commands(root),
            "",
            *_takes(root),
            "",
            _PLACE,
            *(_line("*", row) for one in root.usual_options for row in _option(one)),
            *(row for place in root.every() for row in _offers(place)),
            "",
        ]
    )


def _commands(root: Place) -> Iterator[str]:
    yield "# The commands behind a place."
    yield "function __companion_commands"
    yield '    switch "$argv[1]"'
    for place in root.every():
        if place.places:
            yield f"        case {_quoted(_at(place))}"
            yield f"            string split ' ' -- {_quoted(_names(place))}"
    yield from ("    end", "end")


def _takes(root: Place) -> Iterator[str]:
    yield "# How many words follow an option."
    yield "function __companion_takes"
    yield '    switch "$argv[1]"'
    every = [("*", one) for one in root.usual_options if one.label]
    every += [(_at(place), one) for place in root.every() for one in place.own_options if one.label]
    for at, one in every:
        cases = " ".join(_quoted(f"{at}:{name}") for name in one.names)
        yield f"        case {cases}"
        yield f"            echo {takes(one)}"
    yield from ("    end", "end")


def _offers(place: Place) -> Iterator[str]:
    at = _at(place)
    for behind in place.places:
        yield _line(f"{at}:0", f"-a {behind.names[-1]} -d {_quoted(behind.about)}")
    for number, word in enumerate(place.words):
        offered = _value(word.value)
        if offered:
            yield _line(f"{at}:{'*' if word.many else number}", offered)
    for one in place.own_options:
        yield from (_line(f"{at}:*", row) for row in _option(one))


def _option(option: Taken) -> Iterator[str]:
    file = option.value.files
    for name in option.names:
        typed = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
        # Without -x, fish would offer files behind it.
        needed = "" if not option.label else "-r" if file else "-x"
        offered = _value(option.value) if option.label else ""
        yield " ".join(filter(None, (typed, needed, offered, f"-d {_quoted(option.about)}")))


def _value(value: Value) -> str:
    words = f"-a {_quoted(' '.join(value.words))}" if value.words else ""
    if value.folders:
        return f"{words} -a '(__fish_complete_directories)'".strip()
    return f"{words} -F".strip() if value.files else words


def _line(at: str, rest: str) -> str:
    condition = f"__companion_is {_quoted(at)}"
    return f"complete -c companion -n {_quoted(condition)} {rest}"


def _at(place: Place) -> str:
    return "".join(f"/{name}" for name in place.names)


def _names(place: Place) -> str:
    return " ".join(one.names[-1] for one in place.places)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
