"""What bash offers."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.cli.shells.tree import Place, Taken, Value

_HEAD = """\
# companion in bash: what can be typed next. It runs nothing and reads no notebook.
# Made by `companion completion bash`; load it with  source <(companion completion bash)
"""
_MAIN = """\
_companion() {
    local cur=${COMP_WORDS[COMP_CWORD]} at='' count=0 option='' takes='' i word
    local commands options words also
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
        =) continue ;;
        -*=*) takes='' && continue ;;
        -*) option=$word && _companion_option "$at" "$option" && continue ;;
        esac
        if [[ $takes == many ]]; then continue; fi
        if [[ -n $takes ]]; then takes='' && continue; fi
        _companion_here "$at" "$count"
        case " $commands " in
        *" $word "*) at=${at:+$at/}$word count=0 ;;
        *) count=$((count + 1)) ;;
        esac
    done
    [[ $cur == = ]] && cur=''
    if [[ $cur == -* ]]; then
        _companion_here "$at" "$count"
        words=$options also=''
    elif [[ -n $takes ]]; then
        _companion_option "$at" "$option"
    else
        _companion_here "$at" "$count"
        words="$commands $words"
    fi
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(
        compgen -W "$words" -- "$cur"
        [[ $also == files ]] && compgen -f -- "$cur"
        [[ $also == folders ]] && compgen -d -- "$cur"
    )
    if [[ -n $also ]]; then
        compopt -o filenames 2>/dev/null
        # What is quoted, or begins with a tilde, bash finds by itself.
        ((${#COMPREPLY[@]})) || compopt -o default 2>/dev/null
    fi
    return 0
}
complete -F _companion companion
"""


def bash(root: Place) -> str:
    """The script.

    Args:
        root: The command line.
    """
    return "\n".join([_HEAD, *_here(root), "", *_option(root), "", _MAIN])


def _here(root: Place) -> Iterator[str]:
    yield "# What can stand at a place: $1 names the place, $2 says how many words stand there."
    yield "_companion_here() {"
    yield "    commands='' options='' words='' also=''"
    yield "    case $1 in"
    for place in root.every():
        commands = " ".join(one.names[-1] for one in place.places)
        options = " ".join(name for one in place.options for name in one.names)
        yield f"    {quote('/'.join(place.names))})"
        yield f"        commands={quote(commands)} options={quote(options)}"
        yield from _words(place)
        yield "        ;;"
    yield from ("    esac", "}")


def _words(place: Place) -> Iterator[str]:
    offered = [
        ("*" if word.many else str(at), word.value)
        for at, word in enumerate(place.words)
        if _is_known(word.value)
    ]
    if offered:
        yield "        case $2 in"
        yield from (f"        {at}) {_set(value)} ;;" for at, value in offered)
        yield "        esac"


def _option(root: Place) -> Iterator[str]:
    yield "# What follows an option: $1 names the place, $2 the option."
    yield "_companion_option() {"
    yield "    takes='' words='' also=''"
    yield "    case $1:$2 in"
    for one in root.usual_options:
        if one.label:
            yield f"    {_pattern('*', one)}) takes={takes(one)} {_set(one.value)} ;;"
    for place in root.every():
        for one in place.own_options:
            if one.label:
                where = _pattern("/".join(place.names), one)
                yield f"    {where}) takes={takes(one)} {_set(one.value)} ;;"
    yield from ("    esac", "}")


def takes(option: Taken) -> str:
    """How many words follow an option: `one`, `maybe` one, or `many`."""
    return "many" if option.many else "one" if option.needed else "maybe"


def _pattern(place: str, option: Taken) -> str:
    return " | ".join(f"{place}:{name}" for name in option.names)


def _is_known(value: Value) -> bool:
    return bool(value.words or value.files or value.folders)


def _set(value: Value) -> str:
    also = "files" if value.files else "folders" if value.folders else ""
    return f"words={quote(' '.join(value.words))} also={quote(also)}"
