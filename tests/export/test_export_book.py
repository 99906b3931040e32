"""The book in every form: the person's words as they are, and nothing besides."""

from __future__ import annotations

import html
import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from companion.catalog.language import Language
from companion.domain.book import Book, Chapter, Part
from companion.domain.printing import TEXT_COLUMNS as COLUMNS
from companion.domain.printing import Paper, Printing
from companion.domain.text import cell_width
from companion.export.writer import Writer

DAY = date(2026, 1, 8)
WRITER = Writer(Language("en"))
FORMS = ("text", "md", "html", "pdf")
FIXED = "My own words From the time of a therapy. I chose these words myself."
LONG = "\n\n".join(["There was a bench outside, and I sat on it for a while. " * 8] * 40)
HOSTILE = (
    "<script>alert(1)</script> & <b>bold</b>",
    "#set page(width: 1pt) $x^2$ *strong* _em_ @ref `raw` \\ end",
    "# heading\n- list\n1. one\n![x](http://example.com)",
    "أشعر أنني أستطيع\nأن أقول ذلك",
    "今日は少しだけ軽い",
    "a fox 🦊 and 👩‍👩‍👧‍👦",
    "\ue000 private, \U000e0001 tag",
    "x" * 900,
)


def book(*texts: str, part: Part = Part.WHOLE, day: date | None = None, name: str = "") -> Book:
    return Book((Chapter(part, day, texts),) if texts else (), name)


def pdf_of(one: Book, printing: Printing | None = None) -> bytes:
    return WRITER.print_book(one, printing or Printing()).data


def read(one: Book, form: str) -> str:
    """A book as its reader sees it, on one line."""
    if form == "pdf":
        pages = PdfReader(BytesIO(pdf_of(one))).pages
        found = " ".join(page.extract_text() for page in pages)
    else:
        found = WRITER.book(one, form)
    if form == "html":
        body = found[found.index("<body>") :]
        found = html.unescape(re.sub(r"<[^>]+>", " ", body))
    if form == "md":
        found = re.sub(r"^#+ ", "", found, flags=re.MULTILINE)
        found = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", found)
    return " ".join(found.split())


def test_as_text_it_reads_like_this() -> None:
    whole = Book(
        (
            Chapter(Part.BEFORE, None, ("I rang twice.",)),
            Chapter(Part.AFTER, DAY, ("The plant on the sill.", "That I was asked.\n\nI had no")),
        ),
        "Ada",
    )
    assert (
        WRITER.book(whole, "text")
        == """\
My own words

From the time of a therapy, by Ada. I chose these words myself.



Before the first session


I rang twice.



After Thursday 8 January 2026


The plant on the sill.


That I was asked.

I had no
"""
    )


@pytest.mark.parametrize("form", FORMS)
def test_without_a_session_there_is_no_heading(form: str) -> None:
    said = read(book("The plant."), form)
    assert said.removesuffix(" 1") == f"{FIXED} The plant."


@pytest.mark.parametrize("form", FORMS)
def test_a_day_stands_only_where_it_was_asked_for(form: str) -> None:
    assert "After a session" in read(book("The plant.", part=Part.AFTER), form)
    assert "After Thursday 8 January 2026" in read(book("x", part=Part.AFTER, day=DAY), form)


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_book_says_that_it_is(form: str) -> None:
    assert read(book(), form) == "My own words No words were chosen for it."


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_never_markup(text: str) -> None:
    seen = " ".join(text.split())
    for form in ("text", "md", "html"):
        assert seen.replace(" ", "") in read(book(text), form).replace(" ", "")
    assert "<script" not in WRITER.book(book(text), "html")


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_no_words_fail_a_pdf(text: str, large: bool) -> None:  # noqa: FBT001 - a parameter of the test
    pages = PdfReader(BytesIO(pdf_of(book(text, "after"), Printing(large=large)))).pages
    assert len(pages) >= 2
    assert "after" in pages[-1].extract_text()


def test_plain_words_are_all_in_the_pdf_and_the_file_says_nothing_else() -> None:
    data = pdf_of(book(HOSTILE[0], HOSTILE[1], name="Ada"))
    reader = PdfReader(BytesIO(data))
    said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for text in HOSTILE[:2]:
        assert text in said
    assert {"/Title", "/Creator"} >= set(reader.metadata or {})
    assert "Ada" not in str(reader.metadata)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"


def test_pages_are_numbered_from_the_first_with_words_and_the_title_leaf_is_not() -> None:
    pages = [p.extract_text() for p in PdfReader(BytesIO(pdf_of(book(LONG)))).pages]
    assert "My own words" in pages[0]
    assert not re.search(r"\d", pages[0])
    assert [page.split()[-1] for page in pages[1:]] == [str(n) for n in range(1, len(pages))]


def test_a_short_chapter_shares_its_page_with_the_next() -> None:
    chapters = tuple(Chapter(Part.AFTER, None, (f"line {n}",)) for n in range(4))
    assert len(PdfReader(BytesIO(pdf_of(Book(chapters)))).pages) == 2


def test_the_same_book_is_the_same_bytes() -> None:
    one = book("The plant.", HOSTILE[3], part=Part.AFTER, day=DAY)
    assert pdf_of(one) == pdf_of(one)
    assert pdf_of(one) != pdf_of(one, Printing(Paper.LETTER))


def test_with_a_password_it_asks_for_it() -> None:
    reader = PdfReader(BytesIO(pdf_of(book("The plant."), Printing(password="sesame"))))
    assert reader.is_encrypted
    assert not reader.decrypt("another")
    assert reader.decrypt("sesame")


class Watching(HTMLParser):
    """Notes every element, and whatever could be fetched or run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.fetches: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)
        self.fetches += [name for name, _ in attrs if name in {"src", "href", "style"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_web_page_is_whole_and_fetches_and_runs_nothing() -> None:
    found = WRITER.book(book(*HOSTILE, part=Part.AFTER, day=DAY, name="<i>Ada</i>"), "html")
    watching = Watching()
    watching.feed(found)
    watching.close()
    assert watching.open == []
    assert watching.fetches == []
    assert not {"script", "link", "img", "i", "b"} & set(watching.seen)
    assert "url(" not in found.split("<body>")[0]
    assert found.count(' dir="rtl"') == 1


@given(st.lists(st.text(max_size=200), min_size=1, max_size=4))
def test_no_line_of_the_text_is_wider_than_the_page(texts: list[str]) -> None:
    assert all(cell_width(row) <= COLUMNS for row in WRITER.book(book(*texts), "text").split("\n"))


@given(st.lists(st.integers(0, 99), unique=True, max_size=6), st.integers(0, 6))
@settings(max_examples=25)
def test_what_is_read_is_what_is_in_the_book_in_order(numbers: list[int], cut: int) -> None:
    texts = [f"canary{number}q" for number in numbers]
    parts = (texts[:cut], texts[cut:])
    one = Book(tuple(Chapter(Part.AFTER, None, tuple(part)) for part in parts if part))
    for form in FORMS:
        assert re.findall(r"canary\d+q", read(one, form)) == texts


def test_there_is_no_other_form() -> None:
    with pytest.raises(ValueError, match="json"):
        WRITER.book(book("The plant."), "json")
