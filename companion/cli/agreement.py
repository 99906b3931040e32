"""The command that works on the agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from companion.cli import codes
from companion.plain.agreement import has_words, list_versions, show_version, write_version

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.answer import Reflection
    from companion.services.open_notebook import OpenNotebook


def agreement(run: Run) -> int:
    """Show the agreement, write a version, list the versions, or make a sheet."""
    with run.opened() as opened:
        if run.asked.action == "new":
            write_version(run.face, opened)
            return codes.DONE
        versions = opened.agreed.versions()
        if run.asked.action == "history":
            list_versions(run.face, versions)
            return codes.DONE
        if run.asked.output or run.asked.format:
            return _sheet(run, opened, versions)
        show_version(run.face, versions[0] if versions else None)
    return codes.DONE


def _sheet(run: Run, opened: OpenNotebook, versions: list[Reflection]) -> int:
    if not versions or not has_words(versions[0]):
        run.terminal.warn(run.say("plain_agreement.nothing_to_write"))
        return codes.NOT_DONE
    form = run.asked.format or "text"
    if run.asked.output:
        _write(run, opened, versions[0], form)
    else:
        run.terminal.show(opened.agreed.render(versions[0], form))
    return codes.DONE


def _write(run: Run, opened: OpenNotebook, version: Reflection, form: str) -> None:
    file = Path(run.asked.output).expanduser()
    run.written(file, lambda over: opened.agreed.write(version, form, file, replace=over))
    run.terminal.warn(run.say("plain.page.not_encrypted", file=str(file)))
