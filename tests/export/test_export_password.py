"""A PDF with a password opens with it, not without, and is the same page inside."""

from __future__ import annotations

import pytest
from pypdf import PasswordType
from pypdf.constants import UserAccessPermissions
from support.cases import FULL
from support.reading_pdf import text_of
from support.sheets import WRITER, pdf, reader

from companion.domain.book import Book, Chapter, Part
from companion.domain.printing import Paper, Printing

PASSWORD = "drei graue reiher"
OPEN = pdf(FULL.page).data
LOCKED = pdf(FULL.page, Printing(password=PASSWORD)).data


def test_it_opens_with_its_password() -> None:
    found = reader(LOCKED)
    assert found.is_encrypted
    assert found.decrypt(PASSWORD) != PasswordType.NOT_DECRYPTED


@pytest.mark.parametrize("wrong", ["", "drei graue reihe", "Drei graue Reiher", "x" * 200])
def test_it_does_not_open_with_another_one_or_without(wrong: str) -> None:
    assert reader(LOCKED).decrypt(wrong) == PasswordType.NOT_DECRYPTED


@pytest.mark.parametrize("password", ["ä", "漢字 🌱", "(a) \\ <b>", " blanks ", "p" * 127])
def test_a_password_may_be_made_of_any_letters(password: str) -> None:
    locked = pdf(FULL.page, Printing(password=password)).data
    assert reader(locked).decrypt(password) != PasswordType.NOT_DECRYPTED
    assert reader(locked).decrypt(f"{password[:-1]}?") == PasswordType.NOT_DECRYPTED


def test_it_is_locked_with_aes_256_in_revision_6() -> None:
    lock = reader(LOCKED).trailer["/Encrypt"]
    assert (lock["/V"], lock["/R"]) == (5, 6)
    assert lock["/CF"]["/StdCF"]["/CFM"] == "/AESV3"
    assert (lock["/StmF"], lock["/StrF"]) == ("/StdCF", "/StdCF")
    assert lock.get("/EncryptMetadata", True)


def test_it_is_no_pdf_from_before_there_was_such_a_lock() -> None:
    assert LOCKED.startswith(b"%PDF-1.7")


def test_inside_it_is_the_same_page_word_for_word() -> None:
    found = reader(LOCKED, PASSWORD)
    assert text_of(found) == text_of(reader(OPEN))
    assert [str(page.mediabox) for page in found.pages] == [
        str(page.mediabox) for page in reader(OPEN).pages
    ]


def test_it_can_still_be_read_aloud() -> None:
    before, after = reader(OPEN), reader(LOCKED, PASSWORD)
    for found in (before, after):
        root = found.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en"
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert _kinds(after.trailer["/Root"]["/StructTreeRoot"]) == _kinds(
        before.trailer["/Root"]["/StructTreeRoot"]
    )


def _kinds(element: object) -> list[str]:
    """The kinds of all elements of a structure, in the order they are read."""
    found = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(found, list):
        return [kind for one in found for kind in _kinds(one)]
    if not isinstance(found, dict) or ("/S" not in found and "/K" not in found):
        return []
    return [str(found.get("/S")), *_kinds(found.get("/K"))]


def test_whoever_has_it_may_print_it_and_have_it_read_aloud() -> None:
    found = reader(LOCKED, PASSWORD)
    wanted = UserAccessPermissions.PRINT | UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS
    assert found.user_access_permissions is not None
    assert wanted in found.user_access_permissions


def test_it_is_other_bytes_each_time() -> None:
    assert pdf(FULL.page, Printing(password=PASSWORD)).data != LOCKED


def test_paper_print_and_missing_shapes_do_not_depend_on_it() -> None:
    printing = Printing(Paper.LETTER, large=True)
    locked = Printing(Paper.LETTER, large=True, password=PASSWORD)
    found = reader(pdf(FULL.page, locked).data, PASSWORD)
    assert text_of(found) == text_of(reader(pdf(FULL.page, printing).data))


def test_a_book_can_be_locked_as_well() -> None:
    book = Book((Chapter(Part.BEFORE, None, ("the yellow door",)),))
    made = WRITER.print_book(book, Printing(password=PASSWORD)).data
    assert reader(made).decrypt("") == PasswordType.NOT_DECRYPTED
    assert "the yellow door" in text_of(reader(made, PASSWORD))
