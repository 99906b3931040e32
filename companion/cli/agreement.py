"""The command that works on the agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.cli.agreed_options import sheet_form
from companion.cli.printing import PasswordFileError, password_from_file
from companion.domain.printing import Paper, Printing
from companion.plain.agreement import has_words, list_versions, show_version, write_version
from companion.services.writing_out import PDF
from companion.system.named import named_path

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.answer import Reflection
    from companion.services.open_notebook import OpenNotebook


def agreement(run: Run) -> int:
    """Show the agreement, write a version, list the versions, or make a sheet."""
    asked, password = run.asked, ""
    form = sheet_form(asked)
    if form == PDF and not asked.output and run.terminal.shows:
        run.terminal.warn(run.say("cli.page.no_terminal"))
        return codes.NOT_DONE
    try:
        password = password_from_file(asked.pdf_password_file) if asked.pdf_password_file else ""
    except PasswordFileError:
        run.terminal.warn(run.say("cli.page.password_unread", file=asked.pdf_password_file))
        return codes.NOT_DONE
    if asked.blank:
        how = Printing(Paper(asked.paper or Paper.A4), asked.large, password)
        return _blank(run, form, how)
    with run.opened() as opened:
        return _in_notebook(run, opened, form, password)


def _in_notebook(run: Run, opened: OpenNotebook, form: str, password: str) -> int:
    asked = run.asked
    if asked.action == "new":
        write_version(run.face, opened)
        return codes.DONE
    versions = opened.agreed.versions()
    if asked.action == "history":
        list_versions(run.face, versions)
    elif not (asked.output or asked.format):
        show_version(run.face, versions[0] if versions else None)
    elif not versions or not has_words(versions[0]):
        run.terminal.warn(run.say("plain_agreement.nothing_to_write"))
        return codes.NOT_DONE
    else:
        paper = Paper(asked.paper) if asked.paper else opened.pages.paper
        _sheet(run, opened, versions[0], form, Printing(paper, asked.large, password))
    return codes.DONE


def _sheet(
    run: Run, opened: OpenNotebook, version: Reflection, form: str, printing: Printing
) -> None:
    asked, agreed, names = run.asked, opened.agreed, run.asked.names
    unshown: tuple[str, ...] = ()
    if asked.output:
        file = named_path(asked.output)
        unshown = run.written(
            file,
            lambda over: agreed.write(version, form, file, printing, names=names, replace=over),
        )
        key = "agreement.save.locked" if printing.password else "plain.page.not_encrypted"
        run.terminal.warn(run.say(key, file=str(file)))
    elif form == PDF:
        printed = agreed.print_sheet(version, printing, names=names)
        unshown = printed.unshown
        run.terminal.send(printed.data)
    else:
        run.terminal.show(agreed.render(version, form, names=names))
    if unshown:
        run.terminal.warn(run.say("save.unshown", signs=" ".join(unshown)))


def _blank(run: Run, form: str, how: Printing) -> int:
    """An empty sheet: no notebook is opened for it, and none need be there."""
    asked, leaflets = run.asked, run.builder.leaflets
    if asked.output:
        file = named_path(asked.output)
        run.written(
            file,
            lambda over: leaflets.write_empty(form, file, how, names=asked.names, replace=over),
        )
        run.terminal.warn(run.say("leaflets.written", file=str(file)))
    elif form == PDF:
        run.terminal.send(leaflets.print_empty(how, names=asked.names).data)
    else:
        run.terminal.show(leaflets.render_empty(form, names=asked.names))
    return codes.DONE
