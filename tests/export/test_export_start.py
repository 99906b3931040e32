"""What makes a PDF is brought in when one is made, and not a moment earlier."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import companion

HEAVY = {"typst", "pypdf"}
BEGINS = """
import sys
from datetime import date
from companion.catalog.language import Language
from companion.domain.book import Book
from companion.domain.page import Page, PageLine, Section
from companion.domain.printing import Printing
from companion.export.writer import Writer
import companion.services.page.pages, companion.services.book, companion.services.notebook
import companion.bootstrap, companion.cli.main, companion.plain.page
writer = Writer(Language("en"))
page = Page(date(2026, 11, 26), ((Section.TALK, (PageLine("a door", None),)),))
"""
EVERY_TEXT = """
for form in ('text', 'md', 'html', 'json'):
    writer.render(page, form)
for form in ('text', 'md', 'html'):
    writer.book(Book(()), form)
"""
DOES = {
    "nothing": ("", set()),
    "every text": (EVERY_TEXT, set()),
    "a PDF": ("writer.print_page(page, Printing())", {"typst"}),
    "a book as a PDF": ("writer.print_book(Book(()), Printing())", {"typst"}),
    "a PDF with a password": ("writer.print_page(page, Printing(password='herons'))", HEAVY),
}


@pytest.mark.parametrize("what", DOES)
def test_what_is_brought_in_by(what: str) -> None:
    code, wanted = DOES[what]
    tells = "print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", f"{BEGINS}\n{code}\n{tells}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert HEAVY & set(done.stdout.split()) == wanted


def test_no_file_but_those_that_make_a_pdf_names_what_makes_it() -> None:
    folder = Path(companion.__file__).parent
    imports = re.compile(rf"(?:import|from) (?:{'|'.join(HEAVY)})\b")
    named = {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*.py")
        if imports.search(file.read_text(encoding="utf-8"))
    }
    assert named == {"export/pdf/engine.py", "export/pdf/password.py"}
