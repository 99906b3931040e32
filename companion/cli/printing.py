"""The command for the page: printing it in every form, and everything around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.cli.printing_options import form_of
from companion.cli.run import PassphraseFileError, first_line
from companion.domain.page import Kind
from companion.domain.printing import Paper, Printing, may_lock
from companion.domain.text import clean
from companion.plain.page import compose_page, lay, offer_to_sleep
from companion.plain.page_table import say_excess
from companion.plain.saving import ask_password, unshown_line
from companion.services.writing_out import PDF
from companion.system.named import named_path

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.services.open_notebook import OpenNotebook
    from companion.services.page.desk import Desk
    from companion.services.page.pages import Pages


class PasswordFileError(Exception):
    """The first line of the PDF's password file is none that can lock it, or can't be read."""


def page(run: Run) -> int:
    """Print the page as it stands, write it to a file, or do what belongs to it."""
    asked, by_file = run.asked, ""
    if form_of(asked) == PDF and not asked.output and run.terminal.shows:
        run.terminal.warn(run.say("cli.page.no_terminal"))
        return codes.NOT_DONE
    try:
        by_file = password_from_file(asked.pdf_password_file) if asked.pdf_password_file else ""
    except PasswordFileError:
        run.terminal.warn(run.say("cli.page.password_unread", file=asked.pdf_password_file))
        return codes.NOT_DONE
    with run.opened() as opened:
        if asked.action == "head":
            from companion.plain.page_head import ask_head

            ask_head(run.face, opened.pages)
            return codes.DONE
        kind = Kind.HANDOVER if asked.handover else Kind.SESSION
        desk = lay(opened, kind, asked.session)
        if asked.action:
            _choose(run, opened, desk)
        else:
            _print(run, opened.pages, desk, by_file)
            opened.resting.looked_at(desk)
    return codes.DONE


def _choose(run: Run, opened: OpenNotebook, desk: Desk) -> None:
    if run.asked.action == "aloud":
        from companion.plain.aloud import read_aloud

        read_aloud(run.face, opened.pages.read_aloud(desk.page))
    elif run.asked.action == "compose":
        offer_to_sleep(run.face, opened, compose_page(run.face, opened, desk))
    else:
        from companion.plain.second_sheet import choose_second

        choose_second(run.face, opened.pages, desk)


def _print(run: Run, pages: Pages, desk: Desk, by_file: str) -> None:
    asked, form = run.asked, form_of(run.asked)
    say_excess(run.face, desk.page)
    password = ask_password(run.face) if asked.ask_pdf_password else by_file
    paper = Paper(asked.paper) if asked.paper else pages.paper
    printing = Printing(paper, asked.large, password)
    unshown: tuple[str, ...] = ()
    if asked.output:
        unshown = _write(run, pages, desk, form, printing)
    elif form == PDF:
        printed = pages.print_page(desk.page, printing)
        unshown = printed.unshown
        run.terminal.send(printed.data)
    else:
        run.terminal.show(pages.render(desk.page, form))
    if unshown:
        run.terminal.warn(unshown_line(run.face, unshown))
    if form == PDF:
        pages.set_paper(paper)


def _write(run: Run, pages: Pages, desk: Desk, form: str, printing: Printing) -> tuple[str, ...]:
    file = named_path(run.asked.output)
    unshown = run.written(
        file, lambda over: pages.write(desk.page, form, file, printing, replace=over)
    )
    key = "plain_page.save.done_locked" if printing.password else "plain.page.not_encrypted"
    run.terminal.warn(run.say(key, file=str(file)))
    return unshown


def password_from_file(named: str) -> str:
    """A PDF's password: the first line of a file.

    Args:
        named: The file.

    Raises:
        PasswordFileError: If it can't be read, or can't lock a PDF.
    """
    try:
        password = clean(first_line(named))
    except PassphraseFileError:
        raise PasswordFileError from None
    if not may_lock(password):
        raise PasswordFileError
    return password
