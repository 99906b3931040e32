"""What real shells offer, asked of the shells themselves."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SHELLS = ("bash", "zsh", "fish")
"""The shells there are scripts for."""
_BASH = """
source "$1"
while IFS= read -r line; do
    IFS=' ' read -ra COMP_WORDS <<<"$line"
    [[ $line == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _companion
    printf '%s\\n' "${COMPREPLY[@]}" ''
done
"""
_FISH = """
source $argv[1]
while read --local line
    complete -C $line | string replace -r '\\t.*' ''
    echo
end
"""
_ZSH = """
PS1='> '; unsetopt beep prompt_sp; autoload -Uz compinit; compinit -u -D; source {script}
compadd() {{
    local one; local -a hits
    for one in "$@"; do
        case $one in
        --) break ;;
        -[a-zA-Z0-9]#[OAD]) builtin compadd "$@"; return ;;
        esac
    done
    builtin compadd -O hits "$@"
    (($#hits)) && print -rl -- $hits >> offered
    builtin compadd "$@"
}}
asked() {{ print >> offered; BUFFER='' }}
zle -N asked; bindkey '^Xa' asked; setopt extended_glob
print >> offered
"""
_WAIT = 20.0  # seconds until a shell that says nothing has failed


def there(shell: str) -> bool:
    """Whether this machine has the shell."""
    return shutil.which(shell) is not None


def offers(shell: str, script: Path, lines: Sequence[str], folder: Path) -> list[set[str]]:
    """What the shell offers behind each line.

    Args:
        shell: One of `SHELLS`.
        script: What it was told.
        lines: What was typed, up to the press of tab.
        folder: Where it was typed.
    """
    if shell == "zsh":
        return _zsh(script, lines, folder)
    argv = {
        "bash": ["bash", "--norc", "-c", _BASH, "bash", str(script)],
        "fish": ["fish", "--no-config", "-c", _FISH, str(script)],
    }[shell]
    done = subprocess.run(  # noqa: S603  our own script
        argv, cwd=folder, input="\n".join((*lines, "")), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return _parted(done.stdout)


def _zsh(script: Path, lines: Sequence[str], folder: Path) -> list[set[str]]:
    # It offers something only to whoever sits at a terminal.
    (folder / ".rc").write_text(_ZSH.format(script=script), encoding="utf-8")
    offered = folder / "offered"
    process, terminal = pty.fork()
    if process == 0:  # pragma: no cover  another process
        os.chdir(folder)
        os.environ["TERM"] = "xterm"
        os.execlp("zsh", "zsh", "-f", "-i")  # noqa: S606, S607  the shell that is there
    try:
        os.write(terminal, b"source ./.rc\n")
        _until(terminal, offered, 1)
        for number, line in enumerate(lines, start=2):
            os.write(terminal, f"{line}\t\x18a".encode())
            _until(terminal, offered, number)
    finally:
        os.close(terminal)
        os.waitpid(process, 0)
    return _parted(offered.read_text(encoding="utf-8"))[1:]


def _until(terminal: int, offered: Path, parts: int) -> None:
    end = monotonic() + _WAIT
    while monotonic() < end:
        if select.select([terminal], [], [], 0.02)[0]:
            os.read(terminal, 65536)
        if offered.exists() and len(_parted(offered.read_text(encoding="utf-8"))) >= parts:
            return
    msg = "the shell did not answer"
    raise AssertionError(msg)


def _parted(text: str) -> list[set[str]]:
    parts: list[set[str]] = [set()]
    for line in text.split("\n")[:-1]:
        if line:
            parts[-1].add(line)
        else:
            parts.append(set())
    return parts[:-1]
