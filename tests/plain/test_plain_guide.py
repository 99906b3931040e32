"""The guide line by line: its pages part by part, and what can be printed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from support.lines import Lines

from companion.domain.errors import InputEndedError
from companion.plain.guide import read_guide
from companion.services.exported import What

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    return Lines(tmp_path)


def number(lines: Lines, topic: str) -> str:
    return str(lines.house.guide.topics().index(topic) + 1)


def test_the_pages_are_numbered_with_what_they_are_about(lines: Lines) -> None:
    out = lines(read_guide, "")
    assert "1. Your first week: what to do at first, and doing nothing" in out
    assert "15. Without companion: a program that opens a notebook" in out


def test_a_page_is_read_part_by_part_and_one_can_go_back(lines: Lines) -> None:
    out = lines(read_guide, "1", "", "b", "x", "")
    assert out.count("You don't owe this notebook anything.") == 2
    assert out.count("To begin with") == 1
    assert "The rhythm" not in out
    assert out.count("1. Your first week:") == 2


def test_at_its_end_it_says_so(lines: Lines) -> None:
    out = lines(read_guide, number(lines, "guess-my-number"), "", "", "", "", "")
    assert "Where it goes" in out
    assert out.index("That was all of it.") > out.index("Where it goes")


def test_a_program_is_shown_as_it_is(lines: Lines) -> None:
    assert "import dbapi2" in lines(read_guide, number(lines, "open-notebook"), "")


def test_a_page_is_saved_as_a_pdf_and_remembered(lines: Lines, tmp_path: Path) -> None:
    file = tmp_path / "leaflet.pdf"
    out = lines(read_guide, number(lines, "therapist"), "pdf", str(file), "2", "no", "")
    assert "nothing of yours is in it" in out
    found = PdfReader(file)
    assert len(found.pages) == 2
    assert round(found.pages[0].mediabox[3]) == 792
    assert [(one.file, one.what) for one in lines.opened.exported.files()] == [(file, What.GUIDE)]
    assert lines.opened.pages.paper == "letter"


def test_of_a_page_about_a_sheet_the_sheet_is_saved(lines: Lines, tmp_path: Path) -> None:
    file = tmp_path / "leaflet.pdf"
    out = lines(read_guide, number(lines, "agreement"), "pdf", str(tmp_path), "", "yes", "")
    assert "pdf saves the sheet as a PDF" in out
    assert "What do you two work on?" in PdfReader(file).pages[0].extract_text()


def test_a_file_that_is_there_is_replaced_only_by_a_yes(lines: Lines, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_text("a letter", encoding="utf-8")
    page = number(lines, "privacy")
    lines(read_guide, page, "pdf", str(file), "", "no", "no", "")
    assert file.read_text(encoding="utf-8") == "a letter"
    lines(read_guide, page, "pdf", str(file), "", "no", "yes", "")
    assert file.read_bytes().startswith(b"%PDF")


def test_no_file_named_writes_none_and_a_place_that_is_not_there_is_told(
    lines: Lines, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    lines(read_guide, "1", "pdf", "", "")
    out = lines(read_guide, "1", "pdf", str(tmp_path / "no" / "x.pdf"), "", "no", "")
    assert "could not be written" in out
    assert sorted(tmp_path.iterdir()) == before
    assert lines.opened.exported.files() == ()


def test_lines_that_end_leave_nothing_behind(lines: Lines, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InputEndedError):
        lines(read_guide, "1", "pdf", str(tmp_path / "x.pdf"))
    assert sorted(tmp_path.iterdir()) == before
