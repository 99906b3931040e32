"""A PDF can leak in more places than its letters; each of them is looked at."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from support.cases import FULL, WRITER
from support.leaks import leaks
from support.reading_pdf import as_bytes, faults_inside

from companion.domain.printing import Printing
from companion.export.pdf import engine

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN = FULL.candidates[-1]
SHEET = WRITER.print_page(FULL.page, Printing()).data
PASSWORD = "drei graue reiher"


def found(data: bytes) -> list[str]:
    return leaks(data, "pdf", FULL.expected(), FULL.secrets())


def test_the_page_as_it_is_tells_nothing() -> None:
    assert found(SHEET) == []


# What a template could do wrong.

TITLE, DATE, ALT = "title: sheet.title", "date: none", "alt: one.spoken"
TEMPLATES = {
    "the title of the file": (TITLE, "title: sheet.header.text"),
    "its author": (TITLE, f'{TITLE}, author: "Ada L."'),
    "its keywords": (TITLE, f'{TITLE}, keywords: ("3 more",)'),
    "its description": (TITLE, f'{TITLE}, description: "3 more"'),
    "the day": (DATE, "date: datetime(year: 2026, month: 3, day: 9)"),
    "the moment": (DATE, "date: auto"),
    "what is said of a drawing": (ALT, f'{ALT} + " at 23:47"'),
    "a drawing that is said twice": (ALT, f"{ALT} + {ALT.removeprefix('alt: ')}"),
    "a drawing without words": (ALT, 'alt: "-"'),
    "a letter beside a drawing": ("[10 · ", "[10 · 3 "),
    "white letters": ("// The head:", "#place(text(fill: white, size: 1pt)[3 more])//"),
    "letters beyond the edge": ("// The head:", "#place(dx: -99cm)[3 more]//"),
    "a dot outside of a drawing": ("// The head:", "#place(circle(radius: 1pt))//"),
    "a file within": ("// The head:", '#pdf.attach("3.txt", bytes("3"))//'),
    "a link": ("// The head:", '#link("https://a.example/3", sym.space)//'),
    "a heading that is only listed": (
        "// The head:",
        "#place(hide(heading(bookmarked: true)[3]))//",
    ),
    "an empty leaf": ("// The head:", "#page[]//"),
    "another language": ("lang: sheet.language", 'lang: "de"'),
    "how many lines": ("#let front = {", "#let front = { [#sheet.blocks.len()]"),
}


@pytest.mark.parametrize("where", TEMPLATES)
def test_a_leaky_template_is_caught(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = (one.encode() for one in TEMPLATES[where])
    compiled = engine._compiled

    def leaky(source: bytes, *rest: object, **more: object) -> bytes | None:
        assert before in source
        return compiled(source.replace(before, after, 1), *rest, **more)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(engine, "_compiled", leaky)
    made = WRITER.print_page(FULL.page, Printing()).data
    assert made != SHEET
    assert found(made) != []


def test_who_set_it_and_in_which_version_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_unsigned", lambda made: made)
    said = found(WRITER.print_page(FULL.page, Printing()).data)
    assert any(one.startswith("info") for one in said)
    assert any(one.startswith("metadata") for one in said)


# What could be done to the bytes.

START = SHEET.rfind(b"startxref")
BYTES: dict[str, Callable[[bytes], bytes]] = {
    "behind the end": lambda made: made + b"\n% 3 more",
    "an update behind the end": lambda made: made + b"\n9 0 obj\n(3)\nendobj\n" + made[START:],
    "a comment between two parts": lambda made: made.replace(b"endobj", b"endobj\n% 3", 1),
    "a comment within one": lambda made: made.replace(b"/Type/Pages", b"%3\n/Type/Pages", 1),
    "a part that nobody asks for": lambda made: made.replace(b"xref\n", b"(3)\nxref\n", 1),
    "a comment in the metadata": lambda made: made.replace(
        b"> " + b" " * 40, b"><!--" + b"3" * 34 + b"-->", 1
    ),
    "blanks that are none": lambda made: made.replace(b" " * 12, b"<!-- 12 --> ", 1),
    "an id of this copy": lambda made: made.replace(b"==)]>>", b"=3)]>>", 1),
    "a name that says something": lambda made: made.replace(b"/S/Span", b"/S/More", 1),
    "another version": lambda made: made.replace(b"%PDF-1.7", b"%PDF-1.3", 1),
}


@pytest.mark.parametrize("where", BYTES)
def test_a_leak_in_the_bytes_is_caught(where: str) -> None:
    made = BYTES[where](SHEET)
    assert made != SHEET
    try:
        assert found(made) != []
    except Exception as error:  # noqa: BLE001  what no program can read tells nothing
        pytest.fail(f"not read: {error}")


# What another program could put into it.


def information(writer: PdfWriter) -> None:
    writer.add_metadata({"/Producer": "companion 1.0"})


def an_outline(writer: PdfWriter) -> None:
    writer.add_outline_item(title=HIDDEN.origin.title, page_number=0)


def an_attachment(writer: PdfWriter) -> None:
    writer.add_attachment("3", b"3")


def a_note(writer: PdfWriter) -> None:
    note = DictionaryObject({NameObject("/Contents"): TextStringObject("3 more")})
    writer.pages[0][NameObject("/Annots")] = writer._add_object(note)


def said_instead(writer: PdfWriter) -> None:
    _element(writer, "/P")[NameObject("/ActualText")] = TextStringObject("3 more")


def said_of_a_drawing(writer: PdfWriter) -> None:
    _element(writer, "/Figure")[NameObject("/Alt")] = TextStringObject("3 more")


def a_name_in_the_structure(writer: PdfWriter) -> None:
    _element(writer, "/P")[NameObject("/T")] = TextStringObject(HIDDEN.answer_id)


def packed_away(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(HIDDEN.answer_id.encode("utf-16-be"))
    writer.pages[0][NameObject("/Contents_")] = writer._add_object(stream.flate_encode())


def a_number_of_its_own(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/UserUnit")] = NumberObject(3)


def text_that_is_not_painted(writer: PdfWriter) -> None:
    font = next(iter(writer.pages[0]["/Resources"]["/Font"]))  # type: ignore[index]  # a dictionary
    stream = DecodedStreamObject()
    stream.set_data(b"BT 3 Tr %s 1 Tf (\x00\x01\x00\x02) Tj ET" % font.encode())
    _append(writer, stream)


def a_comment_in_the_content(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"% 3\n")
    _append(writer, stream)


def a_dot_in_the_margin(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"1 1 m 1 2 3 4 5 6 c f\n")
    _append(writer, stream)


def _append(writer: PdfWriter, stream: DecodedStreamObject) -> None:
    before = writer.pages[0].get_contents()
    assert before is not None
    stream.set_data(before.get_data() + b"\n" + stream.get_data())
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)


def _element(writer: PdfWriter, kind: str) -> DictionaryObject:
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and one.get("/S") == kind:
            return one
    raise AssertionError(kind)


def rewritten(change: Callable[[PdfWriter], None] | None = None) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(SHEET)))
    if change:
        change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def inside(data: bytes, password: str = "") -> list[str]:
    reader = PdfReader(io.BytesIO(data), password=password or None)
    return list(faults_inside(reader, FULL.expected(), FULL.expected().charts))


def test_the_same_page_written_by_another_program_tells_nothing() -> None:
    assert inside(rewritten()) == []


@pytest.mark.parametrize(
    "change",
    [
        information,
        an_outline,
        an_attachment,
        a_note,
        said_instead,
        said_of_a_drawing,
        a_name_in_the_structure,
        packed_away,
        a_number_of_its_own,
        text_that_is_not_painted,
        a_comment_in_the_content,
        a_dot_in_the_margin,
    ],
)
def test_what_is_put_into_it_is_caught(change: Callable[[PdfWriter], None]) -> None:
    assert inside(rewritten(change)) != []


def test_behind_a_password_it_tells_nothing_more() -> None:
    locked = WRITER.print_page(FULL.page, Printing(password=PASSWORD)).data
    assert inside(locked, PASSWORD) == []


def test_before_the_password_it_tells_nothing_at_all() -> None:
    locked = WRITER.print_page(FULL.page, Printing(password=PASSWORD)).data
    said = {FULL.name, FULL.expected().title, *FULL.expected().words, *FULL.secrets(), "typst"}
    said |= {word for one in FULL.expected().pieces("pdf") for word in one.split() if len(word) > 6}
    read = locked.lower()
    told = [
        one
        for one in said
        for code in ("utf-8", "utf-16-be", "utf-16-le")
        if one.lower().encode(code) in read
    ]
    assert told == []


def test_the_id_of_a_locked_page_is_drawn_by_chance_and_not_from_its_words() -> None:
    ids = set()
    for _ in range(2):
        locked = WRITER.print_page(FULL.page, Printing(password=PASSWORD)).data
        ids |= {as_bytes(one) for one in PdfReader(io.BytesIO(locked)).trailer["/ID"]}
    assert len(ids) == 2
    open_id = as_bytes(PdfReader(io.BytesIO(SHEET)).trailer["/ID"][0])
    assert open_id not in ids
    assert open_id.hex().encode() not in locked.lower()
