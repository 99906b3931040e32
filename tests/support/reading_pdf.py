"""Reading a PDF to the last byte: what is seen, what is said, and what only lies in it."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    StreamObject,
    TextStringObject,
)

from support.drawings import ENOUGH, points
from support.pdf_marks import Marked, marked, without_strings
from support.words import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from support.drawings import Drawn
    from support.expected import Expected, ExpectedBook

_NO_LETTER = "\uffff"
# Every key and every name that a sheet needs. What has another one holds more than a sheet.
_KEY_WORDS = """
A Alt Ascent BBox BaseFont CA CIDSet CIDSystemInfo CIDToGIDMap CMapName CapHeight ColorSpace
Contents Count DW Datetime DescendantFonts Descent Dest Direction DisplayDocTitle Em Encoding
ExtGState Filter First Flags Font FontBBox FontDescriptor FontFile2 FontFile3 FontName ID Info
ItalicAngle K Kids Lang Last Length ListNumbering MCID MarkInfo Marked MediaBox Metadata N Next
Nums O Ordering Outlines P Pages Parent ParentTree ParentTreeNextKey Pg Placement Prev ProcSet
Range Registry Resources RoleMap Root S Size StemV Strong StructParents StructTreeRoot Subtype
Supplement Suspects T Tabs Terms Title ToUnicode Type ViewerPreferences W WMode ca c0 f0 f1 f2
f3 g0 g1
"""
_KEYS = frozenset(f"/{name}" for name in _KEY_WORDS.split())
_VALUE_WORDS = """
Block CIDFontType0 CIDFontType0C CIDFontType2 CMap Catalog Circle Div Document Figure
FlateDecode H1 H2 H3 ICCBased Identity Identity-H ImageB ImageC L L2R LBody LI Layout Lbl List
MCR PDF Page Part Quote Span StructElem Text Type0 XML XYZ
"""
_VALUES = frozenset(f"/{name}" for name in _VALUE_WORDS.split())
_SHAPE = re.compile(
    rb"%PDF-1\.7\n%\x80{4}\n\s*"
    rb"(?:\d+ 0 obj\s(?:(?!endobj).)*+endobj\s*)+"
    rb"xref\s+0 \d+\s+(?:\d{10} \d{5} [fn]\s+)+"
    rb"trailer\s+<<(?:(?!>>).)*>>\s+startxref\s+\d+\s+%%EOF\s*",
    re.DOTALL,
)
_GAPS = re.compile(
    rb"%PDF-1\.7\n%\x80{4}\n(?:[\w/.+\[\]\s-]+|<<|>>|<[0-9A-F]+>)*+%%EOF\s*", re.ASCII
)
_NAME = re.compile(rb"/[^\s/<>\[\]()]+")
_FONT_NAME = re.compile(rb"/[A-Z]{6}\+(?:LibertinusSerif|DejaVuSansMono)(?:-\w+){0,3}")
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_CURVES_OF_A_DOT = 4


def everything(data: bytes) -> bytes:
    """The bytes of a PDF, and behind them all that is packed in it, unpacked."""
    reader = PdfReader(io.BytesIO(data))
    packed = [one.get_data() for one in _objects(reader) if isinstance(one, StreamObject)]
    strings = [str(text).encode() for _, text in _strings(reader) if isinstance(text, str)]
    return b"\n".join([data, *packed, *strings, bare(text_of(reader)).encode()])


def text_of(reader: PdfReader) -> str:
    """The letters on all pages."""
    return "\n".join(page.extract_text() for page in reader.pages)


def faults(
    data: bytes, expected: Expected | ExpectedBook, charts: Iterable[Drawn]
) -> Iterator[str]:
    """Whatever in a PDF is not as it must be.

    Args:
        data: The PDF, without a password.
        expected: What was chosen.
        charts: What is drawn in it.
    """
    gaps = _in_the_gaps(data)
    if not (_SHAPE.fullmatch(data) and _GAPS.fullmatch(gaps)):
        yield "more in the file than its objects"
    yield from (f"name {one.decode()}" for one in set(_NAME.findall(gaps)) if not _is_name(one))
    yield from faults_inside(PdfReader(io.BytesIO(data)), expected, charts)


def faults_inside(
    reader: PdfReader, expected: Expected | ExpectedBook, charts: Iterable[Drawn]
) -> Iterator[str]:
    """The same for what a reader program sees, however the file is made or locked."""
    charts = list(charts)
    yield from _faults_of_letters(reader, expected)
    yield from _faults_of_strings(reader, expected, charts)
    yield from _faults_of_drawings(marked(reader), charts, expected.ornaments)
    yield from _faults_of_metadata(reader, expected)
    keys = {key for one in _objects(reader) for key in _keys(one)} | set(reader.trailer)
    yield from (f"key {key}" for key in sorted(keys - _KEYS - {"/Encrypt"}))


def _is_name(name: bytes) -> bool:
    return name.decode() in _KEYS | _VALUES or bool(_FONT_NAME.fullmatch(name))


def _in_the_gaps(data: bytes) -> bytes:
    """The bytes without the content of streams and strings."""
    return without_strings(_STREAM.sub(b"", data))


def _faults_of_letters(reader: PdfReader, expected: Expected | ExpectedBook) -> Iterator[str]:
    pages = len(reader.pages)
    if not all(page.extract_text().strip() for page in reader.pages):
        yield "an empty leaf"
    wanted = Counter(bare("".join(expected.pieces("pdf", pages))))
    read = Counter(bare(text_of(reader)))
    if read != wanted:
        yield f"letters: {+(read - wanted)} too many, {+(wanted - read)} too few"
    shapes = {letter for one in _objects(reader) for letter in _letters_of_font(one)}
    if more := {one for one in shapes if not one.isspace()} - set(wanted) - {_NO_LETTER}:
        yield f"shapes of letters: {more}"


def _letters_of_font(one: object) -> Iterator[str]:
    if isinstance(one, DictionaryObject) and "/ToUnicode" in one:
        table = one["/ToUnicode"].get_object().get_data()
        for code in re.findall(rb"<[0-9a-fA-F]+>\s*<([0-9a-fA-F]+)>\s*\n", table):
            yield from bytes.fromhex(code.decode()).decode("utf-16-be", "replace")


def _faults_of_strings(
    reader: PdfReader, expected: Expected | ExpectedBook, charts: list[Drawn]
) -> Iterator[str]:
    headings = Counter(map(bare, expected.headings()))
    wanted = {
        "/T": headings,
        "/Title": headings + Counter([bare(expected.title)]),
        "/Alt": Counter(bare(chart.spoken) for chart in charts),
    }
    found = {key: Counter[str]() for key in wanted}
    for key, text in _strings(reader):
        if key in found:
            found[key][bare(str(text))] += 1
        elif not _is_fixed(key, text):
            yield f"{key} says {text!r}"
    for key, texts in found.items():
        if texts != wanted[key]:
            yield f"{key} says {list(texts)} instead of {list(wanted[key])}"


def _is_fixed(key: str, text: str | bytes) -> bool:
    fixed = {"/Registry": {"Adobe"}, "/Ordering": {"Identity"}, "/Lang": {"en"}}
    return text in fixed.get(key, ())


def _faults_of_drawings(content: Marked, charts: list[Drawn], ornaments: int) -> Iterator[str]:
    yield from content.strange
    said = [(key, bare(text)) for key, text in content.said if key == "/Alt"]
    if said != [("/Alt", bare(chart.spoken)) for chart in charts]:
        yield f"said in the place of figures: {said}"
    if content.elsewhere.curves != ornaments * _CURVES_OF_A_DOT:
        yield "dots that are no figure"
    if len(content.figures) != len(charts):
        yield f"{len(content.figures)} figures instead of {len(charts)}"
        return
    for chart, drawn in zip(charts, content.figures, strict=True):
        dots = points(chart)
        marks = [[(16 + one * 0.608, 135.0), (16 + one * 0.608, 142.0)] for one in chart.sessions]
        lines = [[(8.0, 128.0), (632.0, 128.0)], [(8.0, 10.0), (632.0, 10.0)], *marks]
        lines += [dots] if len(dots) >= ENOUGH else []
        if not (_near([drawn.dots], [dots]) and _near(drawn.lines, lines)):
            yield f"drawn: {drawn}"


def _near(found: list[list[tuple[float, float]]], wanted: list[list[tuple[float, float]]]) -> bool:
    """Whether the points are the same, to the last digit that is written."""
    return [len(one) for one in found] == [len(one) for one in wanted] and all(
        abs(one[0] - other[0]) < 0.06 and abs(one[1] - other[1]) < 0.06
        for line, same in zip(found, wanted, strict=True)
        for one, other in zip(line, same, strict=True)
    )


def _faults_of_metadata(reader: PdfReader, expected: Expected | ExpectedBook) -> Iterator[str]:
    info = {key: str(value) for key, value in (reader.metadata or {}).items()}
    if info != {"/Title": expected.title}:
        yield f"info: {info}"
    first, second = (as_bytes(one) for one in reader.trailer["/ID"])
    if first != second:
        yield "an id of its own for this copy"
    wanted = {
        "li": [expected.title, "en"],
        "part": ["1"],
        "NPages": [str(len(reader.pages))],
        "format": ["application/pdf"],
        "RenditionClass": ["proof"],
        "PDFVersion": ["1.7"],
    }
    found = xmp(reader)
    ids = {*found.pop("InstanceID", [""]), *found.pop("DocumentID", [""])}
    if len(ids) != 1 or not re.fullmatch(r"[A-Za-z0-9+/]{22}==", ids.pop()):
        yield f"ids: {ids}"
    if found != wanted:
        yield f"metadata: {found}"


def xmp(reader: PdfReader) -> dict[str, list[str]]:
    """The elements of the metadata that say something, by name, and any attributes of them."""
    stream = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode("utf-8")
    found: dict[str, list[str]] = {}
    inner = re.fullmatch(
        r'<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>(.*)<\?xpacket end="r"\?>',
        stream,
        re.DOTALL,
    )
    if inner is None:
        return {"packet": [stream]}
    if "<!--" in inner[1]:
        found["comment"] = [inner[1]]
    for one in ET.fromstring(inner[1]).iter():  # noqa: S314 - our own file
        name = one.tag.rpartition("}")[2]
        text = "".join([one.text or "", one.tail or ""]).strip()
        known = {"xptk": "xmp-writer", "xmptk": "xmp-writer", "about": "", "lang": "x-default"}
        more = [v for k, v in one.attrib.items() if known.get(k.rpartition("}")[2]) != v]
        if text or more:
            found.setdefault(name, []).extend([text, *more])
    return found


def _objects(reader: PdfReader) -> Iterator[object]:
    lock = reader.trailer.get("/Encrypt")
    for number in range(1, int(reader.trailer["/Size"])):
        one = reader.get_object(number)
        if lock is None or one != lock.get_object():  # how it is locked is nobody's secret
            yield one


def _keys(one: object) -> Iterator[str]:
    if isinstance(one, DictionaryObject):
        for key, value in one.items():
            yield key
            yield from _keys(value)
    elif isinstance(one, ArrayObject):
        for value in one:
            yield from _keys(value)


def _strings(reader: PdfReader) -> Iterator[tuple[str, str | bytes]]:
    for one in _objects(reader):
        yield from _strings_in(one, "")


def _strings_in(one: object, key: str) -> Iterator[tuple[str, str | bytes]]:
    if isinstance(one, DictionaryObject):
        for name, value in one.items():
            yield from _strings_in(value, name)
    elif isinstance(one, ArrayObject):
        for value in one:
            yield from _strings_in(value, key)
    elif isinstance(one, TextStringObject | ByteStringObject):
        yield key, one


def as_bytes(one: object) -> bytes:
    """A string of a PDF as it stands in the file."""
    return one.original_bytes if isinstance(one, TextStringObject) else bytes(one)
