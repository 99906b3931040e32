"""Passphrase, recovery code, backups and restoring, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.recovery_code import read_code, read_group
from companion.domain.safekeeping import outcome

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.safekeeping import Notice, Restorable, Verdict
    from companion.plain.face import Face
    from companion.services.ports.vaults import Restoring
    from companion.services.safekeeping import Safekeeping


def ask_new_passphrase(face: Face, key: str = "plain.passphrase") -> str:
    """Ask for a passphrase that holds, twice.

    Args:
        face: Says and asks.
        key: The question.

    Raises:
        InputEndedError: If there are no more lines.
    """
    while True:
        first = face.ask_hidden(key)
        strength = face.house.notebook.strength(first)
        face.say(f"welcome.strength_{strength}")
        if not face.house.notebook.strong_enough(first):
            continue
        if face.ask_hidden("plain.passphrase_again") == first:
            return first
        face.say("plain.differ")


def show_code(face: Face, code: str) -> None:
    """Say a recovery code, a group to a line, each with its number."""
    face.say("safekeeping.code_intro")
    face.say("safekeeping.code_paper")
    face.say()
    for number, group in enumerate(code.split("-"), 1):
        face.say("safekeeping.code_row", number=number, group=group)
    face.say()


def typed_back(face: Face, code: str) -> bool:
    """Ask for two groups of a code from the paper; an empty line is a no.

    Raises:
        InputEndedError: If there are no more lines.
    """
    for number in face.house.notebook.safekeeping.asked_groups():
        while True:
            typed = face.ask("safekeeping.code_back", number=number)
            if not typed:
                return False
            if read_group(typed, code, number):
                break
            face.say("safekeeping.code_differs", number=number)
    return True


def change_passphrase(face: Face, secret: str) -> None:
    """Ask for a new passphrase and let it open the notebook, which is open.

    Raises:
        InputEndedError: If there are no more lines; nothing is changed then.
        CompanionError: As `Safekeeping.change_passphrase` says.
    """
    passphrase = ask_new_passphrase(face, "safekeeping.new")
    left = face.house.notebook.safekeeping.change_passphrase(secret, passphrase)
    face.say("safekeeping.passphrase_changed")
    _say_left(face, left)


def change_code(face: Face, secret: str) -> bool:
    """Show a new recovery code, ask for it back, and let it open the notebook.

    Returns:
        Whether it was kept.

    Raises:
        InputEndedError: If there are no more lines; nothing is changed then.
        CompanionError: As `Safekeeping.change_code` says.
    """
    kept = face.house.notebook.safekeeping
    code = kept.new_code()
    show_code(face, code)
    if not typed_back(face, code):
        face.say("safekeeping.code_left")
        return False
    left = kept.change_code(secret, code)
    face.say("safekeeping.code_kept")
    face.say("safekeeping.code_dead")
    _say_left(face, left)
    return True


def renew_key(face: Face, secret: str) -> bool:
    """Lock every page with a new key, a new passphrase and a new code.

    Returns:
        Whether it was done; the notebook is shut then.

    Raises:
        InputEndedError: If there are no more lines; nothing is changed then.
        CompanionError: As `Safekeeping.renew_key` says.
    """
    kept = face.house.notebook.safekeeping
    passphrase = ask_new_passphrase(face, "safekeeping.new")
    code = kept.new_code()
    show_code(face, code)
    if not typed_back(face, code):
        face.say("safekeeping.code_left")
        return False
    kept.renew_key(secret, passphrase, code)
    face.say("safekeeping.renewed")
    if kept.backups():
        folder = kept.backups()[0].file.parent
        face.say("safekeeping.renewed_old", folder=str(folder))
    return True


def offer_new_passphrase(face: Face, secret: str) -> None:
    """Ask someone who opened the notebook with the recovery code to choose a new passphrase.

    If it could not be kept that is said, and the notebook stays open.

    Args:
        face: Says and asks.
        secret: What opened the notebook; after a passphrase nothing is asked.

    Raises:
        InputEndedError: If there are no more lines; nothing is changed then.
    """
    if not isinstance(read_code(secret), str) or not face.yes("safekeeping.new_passphrase_now"):
        return
    try:
        change_passphrase(face, secret)
    except CompanionError as error:
        face.tell(error)


def say_notices(face: Face, notices: tuple[Notice, ...]) -> None:
    """Say what is worth a sentence, beside the output."""
    for notice in notices:
        key = f"safekeeping.notice.{notice.kind}"
        face.terminal.warn(face.words(key, detail=notice.detail))


def choose_backup(face: Face, kept: Safekeeping) -> Path | None:
    """Let someone choose one of the backups in the notebook's folder; none if they don't.

    Raises:
        InputEndedError: If there are no more lines.
    """
    backups = kept.backups()
    labels = []
    for one in backups:
        wall = face.house.clock.local(one.made_at)
        labels.append(f"{face.house.words.day(wall.date())}, {face.house.words.time(wall)}")
    chosen = face.choose(labels, "safekeeping.backup_which")
    return None if chosen is None else backups[chosen].file


def say_restorable(face: Face, found: Restorable, folder: Path) -> None:
    """Say what is in a backup, and what putting it in place will do."""
    written = face.house.clock.local(found.made_at)
    details: dict[str, str | int] = {
        "file": found.file.name,
        "day": face.house.words.day(written.date()),
        "time": face.house.words.time(written),
    }
    if found.latest is None:
        face.say("safekeeping.restore_empty", **details)
    else:
        latest = face.house.words.day(face.house.clock.local(found.latest).date())
        face.say("safekeeping.restore_entries", **details, entries=found.entries, latest=latest)
    if found.same_notebook is False:
        face.say("safekeeping.restore_other")
    key = "restore_aside" if folder.exists() else "restore_new"
    face.say(f"safekeeping.{key}", folder=str(folder))


def put_in_place(face: Face, restoring: Restoring) -> None:
    """Put a backup that was laid ready in the notebook's place.

    Raises:
        CompanionError: As `Restoring.put_in_place` says.
    """
    before = restoring.put_in_place()
    face.say("safekeeping.restore_done")
    if before is not None:
        face.say("safekeeping.restore_before", folder=str(before))


def say_verdicts(face: Face, verdicts: list[Verdict]) -> None:
    """Say what reading each part showed, and what follows from it."""
    for one in verdicts:
        state = face.words(f"safekeeping.state.{one.state}")
        face.say("safekeeping.verify_line", part=one.part, state=state)
    face.say(f"safekeeping.verify_{outcome(verdicts)}")


def _say_left(face: Face, left: int) -> None:
    if left:
        face.say("safekeeping.backups_left", number=left)
