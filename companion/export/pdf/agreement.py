"""The agreement as a PDF, with what was agreed on it or to be filled in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.text import clean
from companion.export.pdf.engine import set_in_type
from companion.export.pdf.page import said

if TYPE_CHECKING:
    from companion.domain.agreement import AgreementSheet
    from companion.domain.printing import Printed, Printing
    from companion.export.sheet import PrintedWords


def agreement_as_pdf(sheet: AgreementSheet, words: PrintedWords, printing: Printing) -> Printed:
    """The agreement as a PDF, without its password.

    Args:
        sheet: What stands on it.
        words: The person's language.
        printing: Paper, and size of the print.

    Raises:
        PrintingFailedError: If it could not be set.
    """
    heading = words.say("agreement.sheet.heading")
    captions = ("name", "signed") if sheet.names else ("signed",)
    data = {
        "title": heading,
        "language": words.code,
        "heading": said(heading),
        "points": [
            {"question": said(clean(one.question)), "answer": said(clean(one.answer).strip())}
            for one in sheet.points
        ],
        "sign": said(words.say("agreement.sheet.sign")),
        "captions": [said(words.say(f"agreement.sheet.{one}")) for one in captions],
    }
    return set_in_type("agreement.typ", data, printing)
