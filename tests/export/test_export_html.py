"""The page as one HTML file: nothing is run, nothing is fetched, and whoever listens is led."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from support.cases import FULL, WRITER
from support.sheets import page_of

from companion.domain.book import Book, Chapter, Part
from companion.domain.page import Page

BOOK = Book((Chapter(Part.BEFORE, None, ("a door\na key",)),), "Ada")
SHEETS = {
    "a full page": WRITER.render(FULL.page, "html"),
    "an empty page": WRITER.render(Page(None, (), footer=False), "html"),
    "a book": WRITER.book(BOOK, "html"),
    "an empty book": WRITER.book(Book(()), "html"),
}
FETCHING = {
    *("script", "link", "iframe", "img", "object", "embed", "audio", "video", "source", "base"),
    *("form", "input", "button", "a"),
}


class Outline(HTMLParser):
    """The elements of a file, in order, each with its attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]


@pytest.mark.parametrize("sheet", SHEETS)
def test_there_is_nothing_in_it_that_runs_or_fetches(sheet: str) -> None:
    outline = Outline(SHEETS[sheet])
    assert not FETCHING & set(outline.tags)
    names = {name for _, attributes in outline.elements for name in attributes}
    assert not {"src", "href", "style", "action", "srcset", "data"} & names
    assert not [name for name in names if name.startswith("on")]
    assert set(re.findall(r"\w+://[^\"\s]+", SHEETS[sheet])) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_forbids_every_reader_program_to_fetch_or_run_anything(sheet: str) -> None:
    policies = [
        attributes["content"]
        for tag, attributes in Outline(SHEETS[sheet]).elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_the_style_fetches_nothing_and_ends_nowhere_early() -> None:
    style = files("companion.export").joinpath("sheet.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face|expression|</", style)


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_is_one_whole_file_in_a_named_language_with_a_neutral_title(sheet: str) -> None:
    made = SHEETS[sheet]
    assert made.startswith("<!doctype html>\n")
    assert made.endswith("</html>\n")
    (language,) = [one["lang"] for tag, one in Outline(made).elements if tag == "html"]
    assert language == "en"
    (title,) = re.findall(r"<title>(.*)</title>", made)
    assert title in {"A page for a session", "My own words"}
    assert '<meta charset="utf-8">' in made


@pytest.mark.parametrize("sheet", SHEETS)
def test_there_is_one_main_heading_and_none_is_left_out_below_it(sheet: str) -> None:
    levels = [int(tag[1]) for tag in Outline(SHEETS[sheet]).tags if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_lines_are_a_list_and_quotes_are_quotations() -> None:
    tags = Outline(SHEETS["a full page"]).tags
    assert tags.count("li") == 2
    assert tags.count("blockquote") == 2
    assert tags.count("main") == 1


def test_a_drawing_is_said_in_words() -> None:
    drawn = [one for tag, one in Outline(SHEETS["a full page"]).elements if tag == "svg"]
    assert [one["role"] for one in drawn] == ["img", "img"]
    assert [one["aria-label"] for one in drawn] == [one.spoken for one in FULL.expected().charts]


def test_each_line_runs_the_way_its_words_do() -> None:
    made = WRITER.render(page_of("שלום לך", "a door", "abc שלום", "123 سلام", name="עדה"), "html")
    assert '<li dir="rtl">שלום לך <small>' in made
    assert "<li>a door " in made
    assert "<li>abc שלום " in made
    assert '<li dir="rtl">123 سلام ' in made
    assert "<h1>From עדה, for" in made


def test_lines_of_a_quote_and_of_a_passage_stay_lines() -> None:
    style = files("companion.export").joinpath("sheet.css").read_text(encoding="utf-8")
    assert "one row\n\nand more" in SHEETS["a full page"]
    assert "a door\na key" in SHEETS["a book"]
    assert re.search(r"blockquote \{[^}]*white-space: pre-line", style)
    assert re.search(r"\.passage \{ white-space: pre-line", style)
