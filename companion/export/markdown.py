"""The page as Markdown, in which a person's words are never markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.export.sheet import Sheet

_MARKUP = re.compile(
    r"""
      [\\`*_{}\[\]<>\#+|~&=^$%@]          # means something wherever it stands
    | [.:](?=\S)                          # a web address, a shortcode
    | (?<=-)- | -(?=-)                    # a rule, a dash
    | (?<![\s\S])[-:]                     # a list, a definition
    """,
    re.VERBOSE,
)
# Every mark of ASCII punctuation may be escaped (CommonMark 2.4); those that never are
# markup by themselves are left alone, so that "isn't" stays readable in the file, too.

_NUMBERED = re.compile(r"(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$)", re.ASCII)
# The beginning of a numbered list, of some readers' lettered and Roman ones included.


def escaped(text: str) -> str:
    """Text that a Markdown reader shows letter by letter.

    Args:
        text: Words on one line.
    """
    numbered = _NUMBERED.match(text)
    number = f"{numbered[1]}\\{numbered[2]}" if numbered else ""
    return number + _MARKUP.sub(r"\\\g<0>", text[numbered.end() if numbered else 0 :])


def as_markdown(sheet: Sheet) -> str:
    """The page with a heading for each section and a list of its lines.

    Args:
        sheet: What stands on the page.
    """
    parts = [escaped(sheet.header)]
    for block in sheet.blocks:
        parts.append(f"## {escaped(block.heading)}")
        parts.append("\n".join(f"- {escaped(line)}" for line in block.lines))
    if sheet.nothing:
        parts.append(escaped(sheet.nothing))
    if sheet.footer:
        parts += ["---", escaped(sheet.footer)]
    return "\n\n".join(parts) + "\n"
