"""Turns a page into the text of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.export.agreement import agreement_as_markdown, agreement_as_text
from companion.export.as_json import as_json
from companion.export.card import as_card
from companion.export.markdown import as_markdown
from companion.export.sheet import sheet_of
from companion.export.text import as_text

if TYPE_CHECKING:
    from companion.domain.agreement import AgreementSheet
    from companion.domain.page import Page
    from companion.export.sheet import PrintedWords

FORMS = ("text", "md", "json")
"""The forms a page can have."""


class Writer:
    """Renders pages in one language; fits `PageWriter`."""

    def __init__(self, words: PrintedWords) -> None:
        """Take the person's language."""
        self._words = words

    def render(self, page: Page, form: str) -> str:
        """The page in a form. Same page, same text.

        Args:
            page: What is printed.
            form: `text`, `md` or `json`.

        Raises:
            ValueError: If there is no such form.
        """
        sheet = sheet_of(page, self._words)
        match form:
            case "text":
                return as_text(sheet)
            case "md":
                return as_markdown(sheet)
            case "json":
                return as_json(page, sheet)
        msg = f"no form of a page: {form}"
        raise ValueError(msg)

    def agreement(self, sheet: AgreementSheet, form: str) -> str:
        """The agreement in a form. Same agreement, same text.

        Args:
            sheet: What is printed.
            form: `text` or `md`.

        Raises:
            ValueError: If there is no such form.
        """
        match form:
            case "text":
                return agreement_as_text(sheet, self._words)
            case "md":
                return agreement_as_markdown(sheet, self._words)
        msg = f"no form of an agreement: {form}"
        raise ValueError(msg)

    def card(self, code: str) -> str:
        """A recovery code as a card to print, cut out and put away."""
        return as_card(code, self._words)
