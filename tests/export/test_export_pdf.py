"""The page as a PDF: for paper of either kind, for every eye and for whoever listens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support.cases import FULL
from support.reading_pdf import xmp
from support.sheets import WRITER, fonts, full_page, letters, page_of, pdf, reader, sizes
from support.words import bare

import companion
from companion.domain.book import Book, Chapter, Part
from companion.domain.file_errors import PrintingFailedError
from companion.domain.page import Page, Section
from companion.domain.printing import Paper, Printing
from companion.export.pdf import engine

A4, LETTER = (595.28, 841.89), (612.0, 792.0)
SCRIPTS = {
    "Latin": "Zwölf Boxkämpfer, naïve façade, žluťoučký kůň, łódź, ığdır",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία, Ἀρχή",
    "Cyrillic": "Съешь же ещё этих мягких французских булок, їжак ґанок",
    "Vietnamese": "Tiếng Việt: những điều tôi chưa nói, ệ ữ ặ",
    "Hebrew": "שלום לך, מה שלומך היום",
    "signs": "→ ✓ ★ ∞ ≤ … – — “quoted” ‘so’ € ½",
}
IN_ANOTHER_PROCESS = """
import hashlib
from support.cases import FULL
from support.sheets import WRITER
from companion.domain.printing import Paper, Printing
print(hashlib.sha256(WRITER.render(FULL.page, "html").encode()).hexdigest())
for paper in Paper:
    for large in (False, True):
        made = WRITER.print_page(FULL.page, Printing(paper, large)).data
        print(hashlib.sha256(made).hexdigest())
"""


def test_the_same_page_is_the_same_bytes_in_every_process() -> None:
    def printed(seed: str) -> str:
        return subprocess.run(  # noqa: S603  our own code
            [sys.executable, "-c", IN_ANOTHER_PROCESS],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ
            | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)},
        ).stdout

    first, second = printed("1"), printed("2")
    assert first == second
    assert len(set(first.split())) == 5


@pytest.mark.parametrize("printing", [Printing(), Printing(large=True)])
@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, A4), (Paper.LETTER, LETTER)])
def test_every_leaf_has_the_size_of_the_paper(
    paper: Paper, size: tuple[float, float], printing: Printing
) -> None:
    for leaf in reader(pdf(FULL.page, replace(printing, paper=paper)).data).pages:
        assert (float(leaf.mediabox.width), float(leaf.mediabox.height)) == pytest.approx(
            size, abs=0.1
        )


@pytest.mark.parametrize("paper", Paper)
def test_in_large_print_no_letter_is_smaller_than_18_points(paper: Paper) -> None:
    book = Book((Chapter(Part.BEFORE, None, ("a door", "a key")),), "Ada")
    printing = Printing(paper, large=True)
    for made in (pdf(FULL.page, printing), WRITER.print_book(book, printing)):
        assert min(sizes(made.data)) >= 18
    assert min(sizes(pdf(FULL.page).data)) < 18


@pytest.mark.parametrize("paper", Paper)
def test_a_page_of_300_words_with_every_section_stays_on_one_side(paper: Paper) -> None:
    page = full_page()
    assert page.words == 300
    assert [section for section, _ in page.sections] == list(Section)
    made = pdf(page, Printing(paper)).data
    assert len(reader(made).pages) == 1
    assert letters(made).count("evening") == 300


@pytest.mark.parametrize("paper", Paper)
def test_in_large_print_all_of_it_is_there_on_as_many_sides_as_it_takes(paper: Paper) -> None:
    made = pdf(full_page(), Printing(paper, large=True)).data
    assert 1 < len(reader(made).pages) < 5
    assert letters(made).count("evening") == 300


@pytest.mark.parametrize("printing", [Printing(), Printing(Paper.LETTER, large=True)])
def test_it_says_that_it_can_be_read_aloud(printing: Printing) -> None:
    found = reader(pdf(FULL.page, printing).data)
    root = found.trailer["/Root"]
    assert xmp(found)["part"] == ["1"]  # PDF/UA-1
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert found.metadata
    assert found.metadata.title == "A page for a session"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_whoever_listens_hears_headings_lists_quotes_and_what_is_drawn() -> None:
    made = pdf(FULL.page).data
    kinds = [str(one["/S"]) for one in _elements(made)]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 4 + 2
    assert kinds.count("/H3") == 2
    assert kinds.count("/LI") == 2
    assert kinds.count("/Quote") == 2
    assert [one["/Alt"] for one in _elements(made) if one["/S"] == "/Figure"] == [
        chart.spoken for chart in FULL.expected().charts
    ]


def _elements(data: bytes) -> list[dict[str, object]]:
    found = reader(data)
    objects = (found.get_object(n) for n in range(1, int(found.trailer["/Size"])))
    return [one for one in objects if isinstance(one, dict) and one.get("/Type") == "/StructElem"]


def test_its_letters_are_in_it_and_no_more_of_them_than_it_needs() -> None:
    found = fonts(pdf(FULL.page).data)
    assert found
    assert all(found.values())
    assert all(re.fullmatch(r"/[A-Z]{6}\+.+", name) for name in found)
    assert len(pdf(page_of("a door")).data) < 40_000


@pytest.fixture
def without_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """No letters but the shipped ones, whatever this machine has."""
    letters_of = engine._letters
    monkeypatch.setattr(engine, "_letters", lambda *, own: letters_of(own=True))  # noqa: ARG005  as asked


@pytest.mark.usefixtures("without_system")
@pytest.mark.parametrize("script", SCRIPTS)
def test_the_shipped_letters_have_shapes_for(script: str) -> None:
    made = pdf(page_of(SCRIPTS[script]))
    assert made.unshown == ()
    assert all("Libertinus" in name or "DejaVu" in name for name in fonts(made.data))
    assert xmp(reader(made.data))["part"] == ["1"]
    assert sorted(letters(made.data)) == sorted(bare(_all_of(SCRIPTS[script])))


def _all_of(text: str) -> str:
    header = "For Thursday 26 November 2026. I chose these lines myself."
    more = "It isn't everything and it isn't a record. I'd like to talk about"
    return f"{header} {more} {text} (please ask me) How will you keep this page?"


@pytest.mark.usefixtures("without_system")
@pytest.mark.parametrize("sign", ["\U000f1234", "\u0378", "\U0010ffff", "漢", "🌱", "ก"])
def test_a_sign_without_a_shape_is_named_and_all_else_is_there(sign: str) -> None:
    made = pdf(page_of(f"before {sign} after", "the next line"))
    assert made.unshown == (sign,)
    assert "before" in letters(made.data)
    assert "after" in letters(made.data)
    assert "thenextline" in letters(made.data)
    assert reader(made.data).trailer["/Root"]["/MarkInfo"]["/Marked"]  # still read aloud


@pytest.mark.usefixtures("without_system")
def test_each_sign_is_named_once_in_the_order_they_come() -> None:
    made = pdf(page_of("漢 é 🌱 字 漢", "ok \u0378"))
    assert made.unshown == ("漢", "🌱", "字", "\u0378")


@pytest.mark.usefixtures("without_system")
def test_marks_that_have_no_shape_of_their_own_are_not_named() -> None:
    made = pdf(page_of("a\u200db\u00adc\u200ed"))
    assert made.unshown == ()


def test_the_systems_letters_are_asked_only_for_what_the_shipped_ones_lack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, compiled = [], engine._compiled

    def tried(*given: object, own: bool, declared: bool) -> bytes | None:
        asked.append((own, declared))
        return compiled(*given, own=own, declared=declared)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(engine, "_compiled", tried)
    pdf(page_of(" ".join(SCRIPTS.values())))
    assert asked == [(True, True)]
    asked.clear()
    pdf(page_of("a\u0378b"))
    assert asked[:3] == [(True, True), (False, True), (False, False)]


def test_if_nothing_can_be_set_it_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_compiled", lambda *_, **__: None)
    with pytest.raises(PrintingFailedError):
        pdf(page_of("a door"))


def test_without_the_typesetter_it_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PrintingFailedError):
        pdf(page_of("a door"))


def test_an_empty_page_is_a_real_page() -> None:
    made = pdf(Page(None, (), footer=False))
    said = "For our next session. Nothing on the page this time, and that is fine."
    assert letters(made.data) == bare(f"{said} We can simply begin.")


def test_no_file_of_ours_names_an_address_on_the_network() -> None:
    folder = Path(companion.__file__).parent / "export"
    files = [file for file in folder.rglob("*") if file.suffix in {".py", ".typ", ".css"}]
    assert len(files) > 15
    known = "http://www.w3.org/2000/svg"  # the name of a format, which nothing fetches
    found = {
        address
        for file in files
        for address in re.findall(r"\w+://[^\s\"']+|@preview\S*", file.read_text(encoding="utf-8"))
    }
    assert found == {known}
