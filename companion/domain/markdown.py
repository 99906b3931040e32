"""A person's words as Markdown that shows them and does nothing else."""

from __future__ import annotations

import re

from companion.domain.text import clean, one_line

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
_HARD_BREAK = "  \n"
# Two blanks at the end of a line: every reader knows them, and nobody has to see them.


def line(text: str) -> str:
    """Words on one line, of which a Markdown reader shows every letter.

    Args:
        text: Any text; its white space is folded.
    """
    # Folded first: some of what separates lines is taken out by cleaning.
    return escaped(one_line(clean(one_line(text))))


def block(text: str) -> str:
    """Words with their lines and empty lines, of which a reader shows every letter.

    Args:
        text: Any text; the blanks at both ends of its lines are left out, because at the
            beginning of one they would turn it into a listing.
    """
    lines = [escaped(row.strip()) for row in clean(text).split("\n")]
    paragraphs, open_one = [], list[str]()
    for row in [*lines, ""]:
        if row:
            open_one.append(row)
        elif open_one:
            paragraphs.append(_HARD_BREAK.join(open_one))
            open_one = []
    return "\n\n".join(paragraphs)


def escaped(text: str) -> str:
    """Text that a Markdown reader shows letter by letter.

    Args:
        text: Clean words on one line.
    """
    numbered = _NUMBERED.match(text)
    number = f"{numbered[1]}\\{numbered[2]}" if numbered else ""
    return number + _MARKUP.sub(r"\\\g<0>", text[numbered.end() if numbered else 0 :])
