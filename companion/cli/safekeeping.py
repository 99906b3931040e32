"""The commands that look after the notebook: its locks, its backups, what is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.errors import NoBackupError
from companion.domain.safekeeping import Outcome, outcome
from companion.plain.safekeeping import (
    change_code,
    change_passphrase,
    choose_backup,
    put_in_place,
    renew_key,
    say_restorable,
    say_verdicts,
)
from companion.system.named import named_path

if TYPE_CHECKING:
    from companion.cli.run import Run


_CODES = {
    Outcome.GOOD: codes.DONE,
    Outcome.BAD_BACKUP: codes.NOT_DONE,
    Outcome.BAD: codes.DAMAGED,
}


def passphrase(run: Run) -> int:
    """Change the passphrase; with a new key, all the locks there are."""
    secret = run.secret("safekeeping.current")
    with run.opened(secret=secret, looked_after=False):
        if run.asked.new_key:
            return codes.DONE if renew_key(run.face, secret) else codes.NOT_DONE
        change_passphrase(run.face, secret)
    return codes.DONE


def recovery(run: Run) -> int:
    """Make a new recovery code; with a card, write that to a file."""
    secret = run.secret("safekeeping.current")
    with run.opened(secret=secret, looked_after=False):
        if run.asked.card:
            return _write_card(run, secret)
        return codes.DONE if change_code(run.face, secret) else codes.NOT_DONE


def _write_card(run: Run, secret: str) -> int:
    kept, file = run.builder.notebook.safekeeping, named_path(run.asked.card)
    code = kept.new_code()
    # The card first: a code that opens the notebook and stands nowhere helps nobody.
    kept.write_card(code, file)
    kept.change_code(secret, code)
    run.terminal.warn(run.say("plain.page.not_encrypted", file=str(file)))
    run.terminal.say(run.say("safekeeping.code_dead"))
    return codes.DONE


def backup(run: Run) -> int:
    """Write the whole notebook to one encrypted file, and open that once."""
    file = named_path(run.asked.file)
    with run.opened(looked_after=False):
        run.builder.notebook.safekeeping.back_up_to(file, replace=run.asked.replace)
    run.terminal.say(run.say("safekeeping.backup_made", file=str(file)))
    return codes.DONE


def restore(run: Run) -> int:
    """Put a backup in the notebook's place; what was there moves aside."""
    notebook = run.builder.notebook
    kept, face = notebook.safekeeping, run.face
    notebook.exists()  # says so now, in a line, if the place holds other things
    notebook.wiping.refuse()
    if run.asked.file:
        file = named_path(run.asked.file)
    elif not kept.backups():
        raise NoBackupError(folder=str(notebook.folder))
    else:
        chosen = choose_backup(face, kept)
        if chosen is None:
            run.terminal.say(run.say("safekeeping.restore_left"))
            return codes.NOT_DONE
        file = chosen
    restoring = kept.restoring()
    try:
        say_restorable(
            face, restoring.prepare(file, run.secret("safekeeping.backup_secret")), notebook.folder
        )
        if not run.asked.yes and not face.yes("safekeeping.restore_ask"):
            run.terminal.say(run.say("safekeeping.restore_left"))
            return codes.NOT_DONE
        put_in_place(face, restoring)
    finally:
        restoring.abandon()
    return codes.DONE


def verify(run: Run) -> int:
    """Read every page and every row, of the backups too."""
    with run.opened(looked_after=False):
        run.terminal.say(run.say("safekeeping.verify_begins"))
        verdicts = list(run.builder.notebook.safekeeping.verdicts())
    say_verdicts(run.face, verdicts)
    return _CODES[outcome(verdicts)]
