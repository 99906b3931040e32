"""A person's words are never run, fetched or lost, whatever they are made of, in any form."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from support import reading_html
from support.sheets import WRITER, letters, page_of, pdf, reader
from support.words import bare

from companion.domain.book import Book, Chapter, Part
from companion.domain.page import Page, PageLine, Section
from companion.domain.printing import Printing
from companion.domain.second_sheet import SecondSheet
from companion.domain.text import clean
from companion.export.sheet import printable

if TYPE_CHECKING:
    from pathlib import Path

FORMS = ("text", "md", "html", "json")
FEW = settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
HOSTILE = {
    "typst markup": "= Not\n*not strong* _not_ `not` $x^2$ <label> @ref // not /* hidden */",
    "typst code": '#import "common.typ": * #let x = 1; #panic("no") #eval("1") #{1 + 1}',
    "typst packages": '#import "@preview/tablex:0.0.8": tablex',
    "typst files": '#read("/etc/passwd") #include "../engine.py" #image("x.svg") #json("keys")',
    "typst settings": "#set page(width: 1pt) #show: none #sys.inputs.sheet #pagebreak()",
    "typst escapes": "\\ \\u{1f600} ~ -- --- ... 'quoted' \"quoted\" \\#",
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "tags": "</p></main></body></html><!-- hidden --><b>not bold</b>",
    "entities": "&lt;b&gt; &amp;amp; &#60; &nbsp;",
    "an attribute": '" onload="alert(1)" x="',
    "a style": "</style><style>body{display:none}</style>",
    "a base": '<base href="https://a.example/"><link rel=stylesheet href=x><iframe src=x>',
    "Markdown": "# no\n- no\n> no\n[no](https://a.example) ![no](x.png) `no` | no |",
    "JSON": '"}], "sections": [{"\\u0022 \\ \\n \b \f',
    "PDF": ") Tj ET endstream endobj /OpenAction <</S/JavaScript/JS(app.alert(1))>> %%EOF",
    "right to left": "שלום (לך) 12 abc, سلام",
    "directions": "\u202eabc\u202c \u2066abc\u2069 \u200fabc\u200e",
    "a family": "👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 👍🏽",
    "controls": "a\x00b\x1b[31mc\x07d\x85e\x9bf",
    "marks upon marks": "Z" + "\u0301\u0327\u0489" * 60,
    "halves": "a\ud83db\udc00c",
    "a byte order mark": "\ufeffabc\ufeff",
    "odd blanks": "a\u00a0b\u2003c\u2028d\u2029e\u200bf\u3000g",
    "a sign for nothing": "\U0010ffff\ue000\u0378",
}
WORDS = st.text(
    st.one_of(
        st.sampled_from("#@$*_`\\<>[](){}&\"'=-+/~^|%;:.,! \n\t0aéжשع漢🌱\u200d\u0301\u202e"),
        st.characters(),
    ),
    max_size=60,
)


def everywhere(words: str) -> Page:
    """A page with these words wherever a person's words may stand."""
    lines = (PageLine(words, None), PageLine("the next line", None))
    second = SecondSheet((words, "the next quote"))
    return Page(None, ((Section.SINCE, lines),), words, second=second)


def book_of(words: str) -> Book:
    return Book((Chapter(Part.BEFORE, None, (words, "the next passage")),), words)


def shown(words: str) -> str:
    return bare(clean(words))


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_shown_letter_by_letter_in_html(kind: str) -> None:
    assert_html(HOSTILE[kind])


@given(WORDS)
@example("&#x3c;script&#x3e;")
def test_any_words_are_shown_letter_by_letter_in_html(words: str) -> None:
    assert_html(words)


def assert_html(words: str) -> None:
    for made in (WRITER.render(everywhere(words), "html"), WRITER.book(book_of(words), "html")):
        body = made[made.index("<body>") :]
        seen = bare(reading_html.read(made))
        assert seen.count(shown(words)) >= 2
        assert "thenext" in seen
        # Of all that is markup, nothing is the person's: the same page of other words has it too.
        assert _tags(body) <= _tags(WRITER.render(everywhere("a"), "html")) | {
            *_tags(WRITER.book(book_of("a"), "html"))
        }


def _tags(markup: str) -> set[str]:
    return set(re.findall(r"<[^>]*>", re.sub(r' (?:dir="rtl"|class="\w+")', "", markup)))


@given(WORDS)
def test_any_words_are_the_same_words_in_json(words: str) -> None:
    found = json.loads(WRITER.render(everywhere(words), "json"))
    assert found["name"] == printable(words)
    assert found["sections"][0]["lines"][0] == {"text": printable(words), "mode": None}
    assert found["second"]["quotes"][0] == clean(words).strip()


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_shown_letter_by_letter_in_a_pdf(kind: str) -> None:
    made = pdf(page_of(HOSTILE[kind], "the next line"))
    seen, header = letters(made.data), bare("For Thursday 26 November 2026.")
    assert seen.startswith(header)
    assert "thenextline" in seen
    if not made.unshown:
        wanted = Counter(letter for letter in shown(HOSTILE[kind]) if _is_seen(letter))
        assert wanted <= Counter(seen)
    if kind.startswith(("typst", "PDF", "JSON", "a script", "Markdown")):
        assert bare(HOSTILE[kind].replace("\b", "").replace("\f", "")) in seen
        assert len(reader(made.data).pages) == 1


def _is_seen(letter: str) -> bool:
    # What is in no font by itself: marks that stand above others, and signs of direction.
    return letter.isprintable() and letter not in "\u0301\u0327\u0489"


@given(WORDS)
@FEW
@example("#" * 200)
@example("[" * 200)
@example("\\" * 200)
def test_no_words_keep_a_pdf_from_being_made(words: str) -> None:
    seen = letters(pdf(everywhere(words)).data)
    assert "thenextline" in seen
    assert "thenextquote" in seen
    assert "thenextpassage" in letters(WRITER.print_book(book_of(words), Printing()).data)


def test_typst_can_read_nothing_but_its_own_templates(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("zeisigflug", encoding="utf-8")
    words = f'#read("{secret}") #include "{secret}" #image("{secret}")'
    assert "zeisigflug" not in letters(pdf(everywhere(words)).data)


@pytest.mark.parametrize("form", FORMS)
def test_a_word_without_end_is_written_whole(form: str) -> None:
    words = "word" * 50_000
    assert words[:1000] in bare(WRITER.render(page_of(words), form)).replace("\\", "")
    assert bare(WRITER.render(page_of(words), form)).count("word") >= 50_000


def test_a_word_without_end_is_broken_at_the_edge_of_the_paper_and_printed_whole() -> None:
    made = pdf(page_of("word" * 20_000))
    assert made.unshown == ()
    shorter = pdf(page_of("word" * 1000)).data
    rows = [row for page in reader(shorter).pages for row in page.extract_text().splitlines()]
    assert "".join(rows).count("word") == 1000
    assert max(len(row) for row in rows) < 120


@pytest.mark.parametrize("printing", [Printing(), Printing(large=True)])
def test_a_word_a_little_too_long_for_a_line_is_broken(printing: Printing) -> None:
    made = pdf(page_of("W" * 90), printing).data
    rows = [row for row in reader(made).pages[0].extract_text().splitlines() if "WW" in row]
    assert len(rows) > 1
    assert "".join(rows).count("W") == 90


def test_a_long_text_goes_on_over_as_many_leaves_as_it_takes() -> None:
    quote = "\n".join(f"row {number}" for number in range(400))
    made = pdf(Page(None, (), second=SecondSheet((quote,)))).data
    seen = letters(made)
    assert len(reader(made).pages) > 5
    assert [number for number in range(400) if f"row{number}" not in seen] == []
