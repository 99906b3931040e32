"""The commands at the end: the book, and removing the notebook for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.cli.book_options import book_form
from companion.cli.printing import PasswordFileError, password_from_file
from companion.domain.errors import DamagedNotebookError, NoNotebookError
from companion.domain.printing import Paper, Printing
from companion.plain.book import compose_book
from companion.plain.wiping import (
    choose_files,
    finish_wiping,
    say_gone,
    say_what_goes,
    there,
    typed_word,
)
from companion.services.writing_out import PDF
from companion.system.named import named_path

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.book import Book
    from companion.services.exported import ExportedFile
    from companion.services.open_notebook import OpenNotebook


def book(run: Run) -> int:
    """Print the book as it stands, write it to a file, or choose its passages."""
    asked = run.asked
    form = book_form(asked)
    if form == PDF and not asked.output and not asked.action:
        run.terminal.warn(run.say("book.cli.needs_file"))
        return codes.WRONG_USAGE
    named = asked.pdf_password_file
    try:
        password = password_from_file(named) if named else ""
    except PasswordFileError:
        run.terminal.warn(run.say("cli.page.password_unread", file=named))
        return codes.NOT_DONE
    with run.opened() as opened:
        if asked.action == "compose":
            compose_book(run.face, opened)
            return codes.DONE
        made = opened.books.bound(opened.books.desk())
        if not asked.output:
            run.terminal.show(opened.books.render(made, form))
            return codes.DONE
        paper = Paper(asked.paper) if asked.paper else opened.pages.paper
        _write(run, opened, made, form, Printing(paper, asked.large, password))
    return codes.DONE


def _write(run: Run, opened: OpenNotebook, made: Book, form: str, printing: Printing) -> None:
    file, books = named_path(run.asked.output), opened.books
    unshown = run.written(file, lambda over: books.write(made, form, file, printing, replace=over))
    locked = form == PDF and printing.password
    key = "book.cli.locked" if locked else "plain.page.not_encrypted"
    run.terminal.warn(run.say(key, file=str(file)))
    if unshown:
        run.terminal.warn(run.say("save.unshown", signs=" ".join(unshown)))


def wipe(run: Run) -> int:
    """Remove the notebook for good; where that was cut off, go on with it."""
    notebook, face = run.builder.notebook, run.face
    if not notebook.exists():
        raise NoNotebookError(folder=str(notebook.folder))
    if notebook.wiping.begun():
        return codes.DONE if finish_wiping(face, sure=run.asked.yes) else codes.NOT_DONE
    secret = run.secret("wipe.passphrase")
    notebook.wiping.check(secret)
    files = _told(run, secret)
    if not run.asked.yes and not typed_word(face):
        face.say("wipe.plain.left")
        return codes.NOT_DONE
    say_gone(face, notebook.wiping.wipe(secret), files)
    return codes.DONE


def _told(run: Run, secret: str) -> tuple[ExportedFile, ...]:
    """Say what goes and what stays; by hand, files outside can be removed first."""
    face = run.face
    try:
        with run.opened(secret=secret, looked_after=False) as opened:
            say_what_goes(face, there(opened))
            if run.terminal.by_hand and not run.asked.yes:
                choose_files(face, opened)
            return there(opened)
    except DamagedNotebookError:  # what can't be read any more can be wiped all the same
        say_what_goes(face, ())
        return ()
