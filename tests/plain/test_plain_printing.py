"""Saving the page as a file, line by line: form, paper, print, password, place."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from page_lines import SISTER, told, waiting
from plain_room import Room, says
from pypdf import PdfReader
from support.builders import parked

from companion.domain.errors import StorageError
from companion.domain.file_errors import PrintingFailedError
from companion.domain.page import Line, Section
from companion.domain.printing import LONGEST_PASSWORD, Paper, Printed
from companion.export.outbox import Outbox
from companion.export.writer import Writer
from companion.plain.page import lay
from companion.plain.printing import NAMES, save_page

if TYPE_CHECKING:
    from pathlib import Path

PDF, HTML, TEXT, MARKDOWN = "1", "2", "3", "4"
NO_PASSWORD = ""
PLAIN_PDF = (PDF, "", "no", NO_PASSWORD)


@pytest.fixture
def at() -> Room:
    """A page with one line on it, and a real disk."""
    at = waiting(parked("sister", SISTER))
    at.world.outbox = Outbox()  # type: ignore[assignment]  # fits the port
    at.opened = at.world.opened()
    at.opened.pages.keep(lay(at.opened), [Line("sister", Section.TALK)])
    return at


def saved(at: Room, *said: str) -> str:
    """Type these lines into the saving of the page."""
    out = at(lambda face, opened: save_page(face, opened.pages, lay(opened)), said=said)
    assert not at.ended
    return out


def words_in(file: Path, password: str = "") -> str:
    reader = PdfReader(BytesIO(file.read_bytes()))
    if password:
        assert reader.is_encrypted
        reader.decrypt(password)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("form", [HTML, TEXT, MARKDOWN])
def test_each_form_holds_the_page_and_says_that_it_is_not_encrypted(
    at: Room, form: str, tmp_path: Path
) -> None:
    name = list(NAMES)[int(form) - 1]
    file = tmp_path / NAMES[name]
    out = saved(at, form, str(file))
    assert out.count(says("save.warning")) == 1
    assert told(out, says("plain_page.save.done", file=str(file)))
    assert file.read_text(encoding="utf-8") == at.opened.pages.render(lay(at.opened).page, name)


def test_a_pdf_can_be_read_by_anyone_unless_it_has_a_password(at: Room, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    saved(at, *PLAIN_PDF, str(file))
    assert SISTER in words_in(file)


def test_a_password_is_asked_twice_and_the_file_opens_with_it_alone(
    at: Room, tmp_path: Path
) -> None:
    file = tmp_path / "page.pdf"
    out = saved(at, PDF, "", "no", "blue gate", "blue gaet", "blue gate", "blue gate", str(file))
    assert says("plain.differ") in out
    assert says("save.warning_locked") in out
    assert says("plain_page.save.password_lost") in out
    assert told(out, says("plain_page.save.done_locked", file=str(file)))
    assert says("save.warning") not in out
    assert SISTER.encode() not in file.read_bytes()
    assert SISTER in words_in(file, "blue gate")
    reader = PdfReader(BytesIO(file.read_bytes()))
    assert not reader.decrypt("blue gaet")


def test_a_password_that_readers_would_cut_off_is_asked_again(at: Room, tmp_path: Path) -> None:
    file, long = tmp_path / "page.pdf", "é" * (LONGEST_PASSWORD // 2 + 1)
    out = saved(at, PDF, "", "no", long, "b", "b", str(file))
    assert says("plain_page.save.password_unfit") in out
    assert SISTER in words_in(file, "b")


def test_paper_and_print_are_asked_and_the_paper_is_remembered(at: Room, tmp_path: Path) -> None:
    out = saved(at, PDF, "2", "yes", NO_PASSWORD, str(tmp_path / "one.pdf"))
    assert says("plain_page.save.paper", paper="A4") in out
    assert at.opened.pages.paper is Paper.LETTER
    out = saved(at, *PLAIN_PDF, str(tmp_path / "two.pdf"))
    assert says("plain_page.save.paper", paper="US Letter") in out
    sizes = [PdfReader(tmp_path / name).pages[0].mediabox.width for name in ("one.pdf", "two.pdf")]
    assert [round(size) for size in sizes] == [612, 612]


def test_a_folder_gets_a_neutral_name_in_it(at: Room, tmp_path: Path) -> None:
    assert told(saved(at, TEXT, str(tmp_path)), str(tmp_path / "page.txt"))
    assert (tmp_path / "page.txt").exists()


def test_a_file_that_is_there_is_asked_about_and_stays_without_a_yes(
    at: Room, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine", encoding="utf-8")
    out = saved(at, TEXT, str(file), "no", "")
    assert told(out, says("cli.replace_ask", file=str(file)))
    assert out.endswith(says("plain_page.save.left"))
    assert file.read_text(encoding="utf-8") == "mine"
    saved(at, TEXT, str(file), "yes")
    assert SISTER in file.read_text(encoding="utf-8")


def test_a_place_that_refuses_is_told_and_another_can_be_named(at: Room, tmp_path: Path) -> None:
    out = saved(at, TEXT, str(tmp_path / "no" / "where.txt"), "~nobody-at-all/x.txt", str(tmp_path))
    assert out.count("could not be written") == 2
    assert (tmp_path / "page.txt").exists()


def test_an_empty_line_saves_nothing(at: Room, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    assert saved(at, "") == at.out
    assert saved(at, TEXT, "").endswith(says("plain_page.save.left"))
    assert set(tmp_path.rglob("*")) == before
    assert at.opened.exported.files() == ()


def test_lines_that_end_save_nothing(at: Room) -> None:
    at(lambda face, opened: save_page(face, opened.pages, lay(opened)), said=(PDF, "", "no"))
    assert at.ended
    assert at.opened.exported.files() == ()


def test_a_page_that_holds_too_much_is_not_saved_yet() -> None:
    at = waiting(parked("long", "word " * 21))
    at.opened.pages.keep(lay(at.opened), [Line("long", Section.TALK)])
    assert saved(at) == says("preview.over")


def test_signs_that_a_pdf_lacks_are_named(
    at: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Writer, "print_page", lambda *_: Printed(b"%PDF", ("☃", "⛄")))
    out = saved(at, *PLAIN_PDF, str(tmp_path))
    assert says("save.unshown", signs="☃ ⛄") in out


def test_where_no_pdf_can_be_made_that_is_told_and_the_other_forms_are_there(
    at: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Printed:
        raise PrintingFailedError

    monkeypatch.setattr(Writer, "print_page", broken)
    with pytest.raises(PrintingFailedError):
        saved(at, *PLAIN_PDF, str(tmp_path))
    saved(at, HTML, str(tmp_path))
    assert [file.name for file in tmp_path.glob("page.*")] == ["page.html"]


def test_a_saved_file_is_remembered(at: Room, tmp_path: Path) -> None:
    saved(at, TEXT, str(tmp_path))
    assert [one.file for one in at.opened.exported.files()] == [tmp_path / "page.txt"]


def test_a_notebook_that_refuses_is_told(at: Room, tmp_path: Path) -> None:
    at.memory.writable = False
    with pytest.raises(StorageError):
        saved(at, TEXT, str(tmp_path))
