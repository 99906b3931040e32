"""The page as it comes out of the printer, as a picture."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import typst
from stage import a_machine, evening_builder
from support.real import PASSPHRASE

from companion.domain.page import Line
from companion.domain.printing import Printing
from companion.export.pdf import engine

if TYPE_CHECKING:
    from typst import Fonts

    from companion.services.page.desk import Desk
    from companion.services.page.pages import Pages

SHARP = 100.0
"""Dots to the inch."""


def printed(told: Path, own: Path) -> bytes:
    """The page of the next session as a PNG, set by the template and the letters of the PDF.

    Args:
        told: The folder that the notebook was told in; it stays as it is.
        own: An empty folder for a copy.
    """
    shutil.copytree(told, own, dirs_exist_ok=True)
    taken: list[bytes] = []

    def picture(source: bytes, words: str, printing: Printing, **_: bool) -> bytes:
        inputs = {"sheet": words, "paper": printing.paper, "size": "normal", "fonts": "own"}
        made = typst.Compiler(root=str(Path(engine.__file__).parent), font_paths=_own_letters())
        drawn = made.compile(source, format="png", ppi=SHARP, sys_inputs=inputs, timestamp=0)
        taken.append(drawn if isinstance(drawn, bytes) else drawn[0])
        return taken[-1]

    with a_machine(own), patch.object(engine, "_compiled", picture):
        builder = evening_builder()
        opened = builder.notebook.unlock(PASSPHRASE)
        try:
            opened.pages.print_page(_fuller(opened.pages).page, Printing())
        finally:
            builder.notebook.lock()
    return taken[0]


def _fuller(pages: Pages) -> Desk:
    """The page of the evening with a little more ticked, as on the day before a session."""
    desk = pages.desk()
    ticked = {line.answer_id for line in desk.lines}
    more = [one for one in desk.candidates if one.answer_id not in ticked][-3:]
    return pages.keep(desk, [*desk.lines, *(Line(one.answer_id, one.section) for one in more)])


def _own_letters() -> Fonts:
    return engine._letters(own=True)
