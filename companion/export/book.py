"""The book at the end as text and as Markdown, in which a person's words are never markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain import markdown
from companion.domain.book import Part
from companion.domain.printing import TEXT_COLUMNS
from companion.domain.text import clean, one_line, wrapped

if TYPE_CHECKING:
    from companion.domain.book import Book, Chapter
    from companion.export.sheet import PrintedWords

_BETWEEN_CHAPTERS = "\n\n\n\n"
_BETWEEN_PASSAGES = "\n\n\n"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """Everything that is read in a book, in words."""

    title: str
    """What it is called; fixed words."""
    opening: str
    """The line it opens with, in the person's voice: fixed words, and the name if there is one."""
    language: str
    """The code of the language its fixed words are in."""
    chapters: tuple[tuple[str, tuple[str, ...]], ...]
    """The heading of each chapter, which may be empty, and its passages; each of these may be
    several lines."""


def book_sheet(book: Book, words: PrintedWords) -> BookSheet:
    """A book in words.

    Args:
        book: What was ticked.
        words: The person's language.
    """
    name = one_line(clean(book.name))
    key = "nothing" if book.is_empty else "opening_named" if name else "opening"
    opening = words.say(f"book.print.{key}", name=name)
    chapters = tuple(
        (_heading(one, words), tuple(clean(text).strip() for text in one.texts))
        for one in book.chapters
    )
    return BookSheet(words.say("book.print.title"), opening, words.code, chapters)


def book_as_text(sheet: BookSheet) -> str:
    """The book as plain text; the person's lines stay lines.

    Args:
        sheet: What is read in it.
    """
    parts = ["\n\n".join([_rows(sheet.title), _rows(sheet.opening)])]
    for heading, texts in sheet.chapters:
        passages = _BETWEEN_PASSAGES.join(_rows(text) for text in texts)
        parts.append(f"{_rows(heading)}\n\n\n{passages}" if heading else passages)
    return _BETWEEN_CHAPTERS.join(parts) + "\n"


def book_as_markdown(sheet: BookSheet) -> str:
    """The book as Markdown, with a heading for each chapter.

    Args:
        sheet: What is read in it.
    """
    parts = [f"# {markdown.line(sheet.title)}", markdown.line(sheet.opening)]
    for heading, texts in sheet.chapters:
        parts.append(f"## {markdown.line(heading)}" if heading else "")
        parts.append("\n\n\\* \\* \\*\n\n".join(markdown.block(text) for text in texts))
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(chapter: Chapter, words: PrintedWords) -> str:
    match chapter.part:
        case Part.WHOLE:
            return ""
        case Part.BEFORE:
            return words.say("book.print.before")
    if chapter.session_on is None:
        return words.say("book.print.after")
    return words.say("book.print.after_day", day=words.day(chapter.session_on))


def _rows(text: str) -> str:
    return "\n".join(row.rstrip() for row in wrapped(clean(text).strip(), TEXT_COLUMNS))
