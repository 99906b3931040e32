"""Pages to print, and what a reader program finds in their PDFs."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.generic import ContentStream

from companion.domain.page import CAPS, PAGE_WORDS, WITH_MODE, Mode, Page, PageLine, Section
from companion.domain.printing import Printing
from companion.export.writer import Writer
from support.words import ENGLISH, bare

if TYPE_CHECKING:
    from companion.domain.printing import Printed

WRITER = Writer(ENGLISH)
"""What renders them."""
DAY = date(2026, 11, 26)
"""The session they are for."""
PLAIN = Printing()
"""On A4, in normal print, without a password."""


def page_of(*texts: str, section: Section = Section.TALK, name: str = "") -> Page:
    """A page with one section of these lines; without any, an empty one."""
    lines = tuple(PageLine(text, Mode.PLEASE_ASK) for text in texts)
    return Page(DAY, ((section, lines),) if lines else (), name)


def full_page() -> Page:
    """A page of 300 words, as many as it may hold, in as many lines of every section as it may."""
    share = PAGE_WORDS / sum(cap.total for cap in CAPS.values())
    words = {section: int(cap.total * share) for section, cap in CAPS.items()}
    words[Section.TRIED] += PAGE_WORDS - sum(words.values())
    sections = []
    for section, cap in CAPS.items():
        mode = Mode.JUST_KNOW if section in WITH_MODE else None
        each, more = divmod(words[section], cap.lines)
        counts = [each + (line < more) for line in range(cap.lines)]
        lines = tuple(PageLine(" ".join(["evening"] * count), mode) for count in counts)
        sections.append((section, lines))
    return Page(DAY, tuple(sections), "Ada Lichtenberg")


def pdf(page: Page, printing: Printing = PLAIN) -> Printed:
    """A page as a PDF."""
    return WRITER.print_page(page, printing)


def reader(data: bytes, password: str = "") -> PdfReader:
    """What reads a PDF."""
    return PdfReader(io.BytesIO(data), password=password or None)


def letters(data: bytes) -> str:
    """Everything that is read in a PDF, without white space."""
    return bare("".join(one.extract_text() for one in reader(data).pages))


def sizes(data: bytes) -> set[float]:
    """The sizes of all letters in a PDF, in points."""
    found = reader(data)
    return {
        float(operands[1])
        for page in found.pages
        for operands, operator in ContentStream(page.get_contents(), found).operations
        if operator == b"Tf"
    }


def fonts(data: bytes) -> dict[str, bool]:
    """The fonts of a PDF by name, and whether each is in it."""
    found = {}
    for page in reader(data).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # a dictionary
            (below,) = font.get_object()["/DescendantFonts"]
            descriptor = below.get_object()["/FontDescriptor"].get_object()
            embedded = {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
            found[str(descriptor["/FontName"])] = bool(embedded)
    return found
