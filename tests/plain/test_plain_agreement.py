"""What the two agreed on, line by line, in its versions, and as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from support.lines import Lines
from support.words import bare

from companion.plain.agreement import show_agreement

if TYPE_CHECKING:
    from pathlib import Path

WRITE, SHEET_OF_ONE = "1", "2"
HISTORY = "2"


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    return Lines(tmp_path)


def write(lines: Lines, *work_on: str, place: str = "") -> str:
    """Write a version in which only the first question is answered."""
    return lines(show_agreement, WRITE, *work_on, "", place, "", "", "", "")


def test_without_one_it_says_what_it_may_be_and_an_empty_line_leaves(lines: Lines) -> None:
    out = lines(show_agreement, "")
    assert "it can stand here in your own words" in out
    assert "1. Write it" in out
    assert "2." not in out


def test_what_was_written_is_shown_with_its_questions_and_its_day(lines: Lines) -> None:
    out = write(lines, "Sleeping")
    assert "What do you two work on? Sleeping" in out.split("Saved and locked.")[1]
    assert "As of Monday 2 March 2026" in out


def test_a_new_version_begins_with_the_words_before_and_the_old_one_stays(lines: Lines) -> None:
    write(lines, "Sleeping")
    lines.clock.advance(days=7)
    out = lines(show_agreement, WRITE, "Sleeping and trains", "", "", "", "", "", "")
    assert "You wrote: Sleeping" in out
    out = lines(show_agreement, HISTORY, "1", "")
    assert "This is an earlier version. The agreement As of Monday 2 March 2026" in out
    versions = lines.opened.agreed.versions()
    assert [one.answers[0].shown for one in versions] == ["Sleeping and trains", "Sleeping"]


def test_what_is_in_the_drawer_is_neither_read_out_nor_on_the_sheet(lines: Lines) -> None:
    out = write(lines, "what is mine alone", place="u")
    shown = out.split("Saved and locked.")[1]
    assert "what is mine alone" not in shown
    assert "There are no words to show" in shown
    assert "As a sheet" not in shown


def test_the_sheet_is_written_where_one_says_and_told_not_to_be_encrypted(
    lines: Lines, tmp_path: Path
) -> None:
    write(lines, "Sleeping")
    for name, heading in (("sheet.txt", "What we agreed"), ("sheet.md", "# What we agreed")):
        out = lines(show_agreement, SHEET_OF_ONE, str(tmp_path / name), "", "")
        assert "not encrypted" in out
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.startswith(f"{heading}\n")
        assert "Sleeping" in text


def test_a_file_that_is_there_is_replaced_only_by_a_yes(lines: Lines, tmp_path: Path) -> None:
    write(lines, "Sleeping")
    file = tmp_path / "sheet.txt"
    file.write_text("before", encoding="utf-8")
    lines(show_agreement, SHEET_OF_ONE, str(file), "", "no", "")
    assert file.read_text(encoding="utf-8") == "before"
    lines(show_agreement, SHEET_OF_ONE, str(file), "", "yes", "")
    assert "Sleeping" in file.read_text(encoding="utf-8")


def test_a_pdf_asks_for_its_paper_and_a_password_and_has_room_for_names(
    lines: Lines, tmp_path: Path
) -> None:
    write(lines, "Sleeping")
    file = tmp_path / "sheet.pdf"
    typed = (str(file), "yes", "2", "no", "sesame", "sesame", "")
    out = lines(show_agreement, SHEET_OF_ONE, *typed)
    said = f"The sheet is saved: {file}. It opens with its password alone."
    assert bare(said) in bare(out)  # a long name is broken
    reader = PdfReader(file)
    assert reader.decrypt("sesame")
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [612, 792]
    said = reader.pages[0].extract_text()
    assert "Sleeping" in said
    assert said.split().count("name") == 2
    assert [one.file for one in lines.opened.exported.files()] == [file]
    assert lines.opened.pages.paper == "letter"


def test_no_file_named_writes_none(lines: Lines, tmp_path: Path) -> None:
    write(lines, "Sleeping")
    before = sorted(tmp_path.iterdir())
    assert "not encrypted" not in lines(show_agreement, SHEET_OF_ONE, "", "")
    assert sorted(tmp_path.iterdir()) == before
