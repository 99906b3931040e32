"""The agreement as a sheet for both: to be read, kept or signed, on paper or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import markdown
from companion.domain.text import clean, wrapped

if TYPE_CHECKING:
    from companion.domain.agreement import AgreementSheet
    from companion.export.sheet import PrintedWords

COLUMNS = 78
"""No line of the text takes more terminal cells."""
_INDENT = "  "
_TO_SIGN = "_" * 32
_SIGNING = 2  # lines to sign on, one for each of the two
_TO_WRITE = "_" * 64
_WRITING = 4  # lines below a question that is answered by hand


def agreement_as_text(sheet: AgreementSheet, words: PrintedWords) -> str:
    """The sheet as plain text.

    Args:
        sheet: What was agreed.
        words: The person's language.
    """
    parts = [
        _paragraph(words.say("agreement.sheet.heading")),
        *(f"{_paragraph(one.question)}\n\n{_answered(one.answer)}" for one in sheet.points),
        _paragraph(words.say("agreement.sheet.sign")),
        *(_signing(words, _TO_SIGN) if sheet.names else [_TO_SIGN] * _SIGNING),
    ]
    return "\n\n\n".join(parts) + "\n"


def agreement_as_markdown(sheet: AgreementSheet, words: PrintedWords) -> str:
    """The sheet as Markdown, in which a person's words are never markup.

    Args:
        sheet: What was agreed.
        words: The person's language.
    """
    parts = [f"# {markdown.line(words.say('agreement.sheet.heading'))}"]
    for point in sheet.points:
        parts.append(f"## {markdown.line(point.question)}")
        by_hand = [markdown.line(_TO_WRITE)] * _WRITING
        parts += [markdown.block(point.answer)] if point.answer else by_hand
    parts += ["---", markdown.line(words.say("agreement.sheet.sign"))]
    to_sign = markdown.line(_TO_SIGN)
    parts += _signing(words, to_sign) if sheet.names else [to_sign] * _SIGNING
    return "\n\n".join(parts) + "\n"


def _signing(words: PrintedWords, line: str) -> list[str]:
    """Lines for a name and a signature, for each of the two."""
    named = [words.say(f"agreement.sheet.{one}", line=line) for one in ("name_line", "sign_line")]
    return named * _SIGNING


def _paragraph(text: str) -> str:
    return "\n".join(wrapped(clean(text), COLUMNS))


def _answered(answer: str) -> str:
    return _indented(answer) if answer else "\n\n".join([_TO_WRITE] * _WRITING)


def _indented(text: str) -> str:
    rows = wrapped(clean(text).strip("\n"), COLUMNS - len(_INDENT))
    return "\n".join(f"{_INDENT}{row}".rstrip() for row in rows)
