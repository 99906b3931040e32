"""Saving something as a file: where, and of a PDF the paper, the print and a password."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from companion.domain.errors import FileExistsAlreadyError, FileNotWrittenError
from companion.domain.printing import Paper, Printing, may_lock
from companion.domain.text import clean
from companion.system.named import is_folder, named_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.plain.face import Face

T = TypeVar("T")


def file_named(named: str, neutral: str) -> Path:
    """The file a name stands for; where it names a folder, a neutral name in it.

    Args:
        named: What was typed.
        neutral: The name of a file.

    Raises:
        FileNotWrittenError: If no file can be called that.
    """
    try:
        file = named_path(named).absolute()
        return file / neutral if is_folder(file) else file
    except (OSError, ValueError):  # what no file can be called
        raise FileNotWrittenError(file=named) from None


def written(face: Face, file: Path, write: Callable[..., T]) -> T | None:
    """Write a file, and over one of that name only once someone says yes.

    Args:
        face: Says and asks.
        file: The file.
        write: Writes it; takes `replace`, whether a file of that name may be written over.

    Returns:
        What `write` gives; none: there is a file of that name, and it stays.

    Raises:
        InputEndedError: If there are no more lines; nothing is written then.
        CompanionError: As `write` says.
    """
    try:
        return write(replace=False)
    except FileExistsAlreadyError:
        if not face.yes("cli.replace_ask", file=str(file)):
            return None
        return write(replace=True)


def ask_print(face: Face, last: Paper) -> Printing:
    """Ask for a PDF's paper and the size of its print.

    Args:
        face: Says and asks.
        last: The paper that was used last; an empty line takes it again.

    Raises:
        InputEndedError: If there are no more lines.
    """
    papers = list(Paper)
    labels = [face.words(f"plain_page.save.size.{one}") for one in papers]
    question = "plain_page.save.paper"
    chosen = face.choose(labels, question, paper=labels[papers.index(last)])
    large = face.yes("plain_page.save.large")
    return Printing(last if chosen is None else papers[chosen], large)


def ask_locked_print(face: Face, last: Paper) -> Printing:
    """The same, and a password.

    Args:
        face: Says and asks.
        last: The paper that was used last; an empty line takes it again.

    Raises:
        InputEndedError: If there are no more lines.
    """
    printing = ask_print(face, last)
    face.say("plain_page.save.password")
    face.say("plain_page.save.password_lost")
    return replace(printing, password=ask_password(face, optional=True))


def ask_password(face: Face, *, optional: bool = False) -> str:
    """Ask for a PDF's password, hidden, twice.

    Args:
        face: Says and asks.
        optional: Whether an empty line is an answer: none.

    Raises:
        InputEndedError: If there are no more lines.
    """
    while True:
        first = clean(face.ask_hidden("plain_page.save.password_ask"))
        if optional and not first:
            return ""
        if not may_lock(first):
            # Beside the output, which may be the PDF itself.
            face.terminal.warn(face.words("plain_page.save.password_unfit"))
            continue
        again = face.ask_hidden("plain_page.save.password_again")
        if clean(again) == first:
            return first
        face.terminal.warn(face.words("plain.differ"))


def unshown_line(face: Face, signs: tuple[str, ...]) -> str:
    """Which characters have no letter shape in a PDF, and where they are all there."""
    return face.words("save.unshown", signs=" ".join(signs))
