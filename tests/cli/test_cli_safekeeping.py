"""Locks, backups and facts on the command line, as a person would use them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, Shell, answers

from companion.inspection import NETWORK, network_modules

if TYPE_CHECKING:
    from pathlib import Path

LEAVE = "/lock"
ASKED = "You came in with the recovery code."
NEW = "eleven loud geese on the lawn"
CODE = re.compile(r"(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}")


def code_in(text: str) -> str:
    """The recovery code in what was said: in one line, or group by group."""
    found = CODE.search(text)
    if found:
        return found[0]
    return "-".join(re.findall(r"^\d\. ([0-9A-Z]{5})$", text, re.MULTILINE))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.code_shown = code_in(shell("init"))
    return shell


def opens(shell: Shell, secret: str) -> bool:
    file = shell.home / "tried"
    file.write_text(f"{secret}\n", encoding="utf-8")
    shell("list", "--passphrase-file", str(file), key=False)
    assert shell.code in {0, 3}
    return shell.code == 0


def test_init_from_a_file_says_the_code_once_and_it_opens_the_notebook(shell: Shell) -> None:
    assert opens(shell, shell.code_shown)
    assert opens(shell, shell.code_shown.lower().replace("-", " "))
    assert opens(shell, PASSPHRASE)
    assert not opens(shell, "a guess")


def test_a_slip_in_the_code_is_named(shell: Shell) -> None:
    groups = shell.code_shown.split("-")
    groups[4] = groups[4][1:] + groups[4][0]
    if groups[4] == shell.code_shown.split("-")[4]:
        groups[4] = "00000"
    assert not opens(shell, "-".join(groups))
    assert "slip in group 5" in shell.errors


def test_the_passphrase_is_changed_after_the_old_one_was_given(shell: Shell) -> None:
    said = shell("passphrase", said=answers("weak", NEW, "another", NEW, NEW))

    assert shell.code == 0, shell.errors
    assert "the new passphrase opens the notebook" in " ".join(said.split())
    assert opens(shell, NEW)
    assert opens(shell, shell.code_shown)
    assert not opens(shell, PASSPHRASE)


def test_who_comes_with_the_code_can_choose_a_new_passphrase(shell: Shell) -> None:
    shell("passphrase", said=answers(shell.code_shown, NEW, NEW), key=False)

    assert shell.code == 0, shell.errors
    assert opens(shell, NEW)


def test_plain_mode_opened_with_the_code_asks_for_a_new_passphrase(shell: Shell) -> None:
    shell("--plain", said=answers(shell.code_shown, "yes", NEW, NEW, LEAVE), key=False)

    assert shell.code == 0, shell.errors
    assert ASKED in shell.errors
    assert opens(shell, NEW)
    assert not opens(shell, PASSPHRASE)


def test_whoever_keeps_their_passphrase_says_no_and_is_let_in(shell: Shell) -> None:
    shell("--plain", said=answers(shell.code_shown, "no", LEAVE), key=False)

    assert shell.code == 0, shell.errors
    assert ASKED in shell.errors
    assert opens(shell, PASSPHRASE)


def test_plain_mode_opened_with_the_passphrase_asks_for_none(shell: Shell) -> None:
    shell("--plain", said=answers(PASSPHRASE, LEAVE), key=False)

    assert shell.code == 0, shell.errors
    assert ASKED not in shell.errors


def test_a_change_without_an_answer_changes_nothing(shell: Shell) -> None:
    shell("passphrase", said=answers(NEW))

    assert shell.code == 1
    assert opens(shell, PASSPHRASE)


def test_a_wrong_passphrase_changes_no_lock(shell: Shell) -> None:
    shell("passphrase", said=answers("a guess", NEW, NEW), key=False)

    assert shell.code == 3
    assert not opens(shell, NEW)


def test_a_new_code_must_be_typed_back_from_the_paper(shell: Shell) -> None:
    shown = shell("recovery", said=answers("XXXXX", ""))
    flat = " ".join((shown + shell.errors).split())

    assert shell.code == 1
    assert "as it was shown" in flat
    assert "The code was not kept" in flat
    assert not opens(shell, code_in(shown))
    assert opens(shell, shell.code_shown)


def test_a_new_code_that_is_typed_back_kills_the_old_one(shell: Shell) -> None:
    code = shell.next_code()

    said = shell("recovery", said=answers(*shell.groups_of_next_code()))

    assert shell.code == 0, shell.errors
    assert code_in(said) == code
    assert opens(shell, code)
    assert not opens(shell, shell.code_shown)


def test_a_card_is_written_for_the_printer_and_opens_the_notebook(shell: Shell) -> None:
    card = shell.home / "card.txt"

    shell("recovery", "--card", str(card))

    assert shell.code == 0, shell.errors
    assert "not encrypted" in shell.errors
    text = card.read_text(encoding="utf-8")
    assert {len(line) for line in text.splitlines()} == {64}
    groups = re.findall(r"\d\.  ((?:[0-9A-Z] ){4}[0-9A-Z])", text)
    assert opens(shell, "".join(groups))
    assert card.stat().st_mode & 0o777 == 0o600


def test_a_card_that_can_not_be_written_leaves_the_old_code(shell: Shell) -> None:
    shell("recovery", "--card", str(shell.home / "none" / "card.txt"))

    assert shell.code == 1
    assert opens(shell, shell.code_shown)


def test_a_new_key_needs_a_new_passphrase_and_a_new_code(shell: Shell) -> None:
    before = (shell.notebook / "notebook.db").read_bytes()
    code = shell.next_code()

    shell("passphrase", "--new-key", said=answers(NEW, NEW, *shell.groups_of_next_code()))

    assert shell.code == 0, shell.errors
    assert (shell.notebook / "notebook.db").read_bytes()[4096:8192] != before[4096:8192]
    assert opens(shell, NEW)
    assert opens(shell, code)
    assert not opens(shell, PASSPHRASE)
    assert not opens(shell, shell.code_shown)


def test_a_day_of_use_makes_a_backup_and_says_nothing(shell: Shell) -> None:
    assert shell("note", said="a quiet line") == "kept\n"
    assert shell.errors == ""
    assert [one.name for one in (shell.notebook / "backups").iterdir()] == ["1.backup"]


def test_a_backup_opens_elsewhere_with_the_code(shell: Shell, tmp_path: Path) -> None:
    shell("note", said="a quiet line")
    shell("backup", str(tmp_path / "mine.backup"))
    assert shell.code == 0, shell.errors
    (tmp_path / "laptop").mkdir()
    elsewhere = Shell(tmp_path / "laptop")

    said = elsewhere(
        "restore", str(tmp_path / "mine.backup"), said=answers(shell.code_shown, "yes"), key=False
    )

    assert elsewhere.code == 0, elsewhere.errors
    assert "Entries in it: 1" in " ".join(said.split())
    assert "a quiet line" in elsewhere("list")


def test_a_backup_never_goes_over_a_file_unless_told_so(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.backup"
    file.write_text("something dear")

    shell("backup", str(file))
    assert shell.code == 1
    assert file.read_text() == "something dear"

    shell("backup", str(file), "--replace")
    assert shell.code == 0
    assert file.read_bytes().startswith(b"companion backup 1 ")


def test_restore_says_what_it_will_do_and_takes_no_for_an_answer(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "mine.backup"
    shell("backup", str(file))
    shell("note", said="a later line")
    before = {one.name for one in tmp_path.iterdir()}

    said = shell("restore", str(file), said=answers("no"))

    assert shell.code == 1
    assert "not overwritten" in " ".join(said.split())
    assert "a later line" in shell("list")
    assert {one.name for one in tmp_path.iterdir()} == before


def test_restore_offers_the_backups_in_the_folder(shell: Shell) -> None:
    shell("note", said="the first line")
    shell.clock.advance(days=2)
    shell("note", said="the second line")

    said = shell("restore", said=answers("2", "yes"))

    assert shell.code == 0, shell.errors
    assert "Wednesday 4 March 2026" in said
    assert "Monday 2 March 2026" in said
    assert "first line" not in shell("list")
    assert (shell.home / "notebook.before-1").is_dir()


def test_restore_without_a_backup_says_so(shell: Shell) -> None:
    shell("restore")
    assert shell.code == 1
    assert "no backup" in " ".join(shell.errors.split())


def test_restore_leaves_all_as_it_was_where_none_is_chosen(shell: Shell) -> None:
    shell("note", said="a line")
    shell("restore", said=answers(""))
    assert shell.code == 1


def test_a_damaged_notebook_is_put_right_by_what_the_errors_say(shell: Shell) -> None:
    shell("note", said="the first line")
    shell.clock.advance(days=2)
    shell("list")
    database = shell.notebook / "notebook.db"
    content = bytearray(database.read_bytes())
    content[3000] ^= 1
    database.write_bytes(content)

    shell("list")
    assert shell.code == 4
    assert "companion restore" in shell.errors
    shell("restore", said=answers("1", "yes"))

    assert shell.code == 0, shell.errors
    assert "the first line" in shell("list")


def test_verify_reads_all_and_says_what_is_damaged(shell: Shell) -> None:
    shell("note", said="a line")
    assert "Everything is as it was written" in shell("verify")
    assert shell.code == 0

    backup = shell.notebook / "backups" / "1.backup"
    backup.write_bytes(backup.read_bytes()[:-1])
    said = shell("verify")
    assert shell.code == 1
    assert "backups/1.backup: not as it was written" in said
    assert "notebook.db: as it was written" in said

    database = shell.notebook / "notebook.db"
    content = bytearray(database.read_bytes())
    content[-3000] ^= 1
    database.write_bytes(content)
    assert "notebook.db: not as it was written" in shell("verify")
    assert shell.code == 4


def test_a_second_copy_is_named_beside_the_output(shell: Shell) -> None:
    (shell.notebook / "notebook (1).db").write_bytes(b"theirs")

    assert shell("note", said="a line") == "kept\n"

    assert "notebook (1).db" in " ".join(shell.errors.split())


def test_audit_asks_nothing_and_says_what_is_true(shell: Shell) -> None:
    shell("note", said="a line")
    (shell.notebook / "lock").chmod(0o644)

    said = " ".join(shell("audit", key=False).split())

    assert shell.code == 0
    assert "notebook.db:" in said
    assert "Backup of Monday 2 March 2026" in said
    assert "Recovery code: Argon2id" in said
    assert "No module of companion opens a socket" in said
    assert "lock is open to others on this machine (0644)" in said
    assert "a line" not in said


def test_audit_as_json_has_the_keys_that_are_promised(shell: Shell) -> None:
    found = json.loads(shell("audit", "--json", key=False))
    assert list(found) == [
        "folder",
        "folder_mode",
        "folder_access",
        "files",
        "header",
        "slots",
        "backups",
        "synced_by",
        "copies",
        "card",
        "being_wiped",
        "process",
    ]
    assert [slot["kind"] for slot in found["slots"]] == ["passphrase", "recovery"]
    assert found["process"]["network_modules"] == []


def test_audit_of_a_place_without_a_notebook_says_what_is_missing(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert "Header: not there" in shell("audit", key=False)
    assert shell.code == 0


def test_network_code_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "bad.py").write_text("from urllib.request import urlopen\nimport ssl\n")
    (tmp_path / "fine.py").write_text("from . import socket\nimport json\n")

    assert network_modules(tmp_path) == ["ssl", "urllib"]
    assert network_modules() == []
    assert "socket" in NETWORK


def test_a_notebook_without_a_code_is_told_so(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("init", said=answers(PASSPHRASE, PASSPHRASE, "no"), key=False)
    assert shell.code == 0, shell.errors

    assert "Recovery code: none" in shell("audit", key=False)


def test_init_by_hand_shows_the_code_before_the_notebook_is_made(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    code = shell.next_code()
    groups = shell.groups_of_next_code()

    said = shell("init", said=answers(PASSPHRASE, PASSPHRASE, "yes", *groups), key=False)

    assert shell.code == 0, shell.errors
    assert code_in(said) == code
    assert opens(shell, code)


def test_init_goes_on_without_a_code_where_the_paper_is_wrong(tmp_path: Path) -> None:
    shell = Shell(tmp_path)

    said = shell("init", said=answers(PASSPHRASE, PASSPHRASE, "yes", "ABCDE", ""), key=False)

    assert shell.code == 0, shell.errors
    assert "makes one whenever you like" in " ".join(said.split())
    assert not opens(shell, code_in(said))


def test_the_guide_lists_its_pages_and_shows_them(shell: Shell) -> None:
    listed = shell("guide", key=False)
    for topic in (line.partition(":")[0] for line in listed.splitlines()):
        assert len(shell("guide", topic, key=False)) > 500
    assert "import dbapi2" in shell("guide", "open-notebook", key=False)


def test_a_page_that_is_not_there_is_refused(shell: Shell) -> None:
    shell("guide", "nothing", key=False)
    assert shell.code == 1
    assert "companion guide" in shell.errors


def test_a_folder_that_is_kept_in_step_is_said_when_the_notebook_is_made(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    shell = Shell(tmp_path / "Dropbox")

    shell("init")
    assert "kept in step by Dropbox" in " ".join(shell.errors.split())
    shell("note", said="a line")
    assert shell.errors == ""
    assert "kept in step by Dropbox" in shell("audit", key=False)
