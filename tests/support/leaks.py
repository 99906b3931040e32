"""What may stand in an exported page, counted out to the last letter; all else is a leak."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.catalog.language import Language
from companion.domain.page import WITH_MODE, Line, Mode, Section
from companion.export.sheet import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

ENGLISH = Language("en")
"""The sentences that a page is made of."""
MODES = {
    Mode.DISCUSS: "(to talk about)",
    Mode.JUST_KNOW: "(just so you know)",
    Mode.PLEASE_ASK: "(please ask me)",
}


@dataclass(frozen=True)
class Expected:
    """What somebody chose to have printed, said without any code of the page's own."""

    lines: tuple[tuple[Line, str], ...]
    """The lines that may be printed, in the person's order, each with its words."""
    session_on: date | None
    name: str
    footer: bool

    def sections(self) -> list[tuple[Section, list[tuple[Line, str]]]]:
        """The lines by section, in printing order."""
        by_section = [(s, [one for one in self.lines if one[0].section is s]) for s in Section]
        return [(section, lines) for section, lines in by_section if lines]


def canary(number: int) -> str:
    """A word that stands nowhere by chance; none of them is part of another."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")
    return f"zq{letters}vx"


def leaks(text: str, form: str, expected: Expected, secrets: Iterable[str]) -> list[str]:
    """Everything about an exported page that is not as it must be; empty when all is well.

    Args:
        text: The exported page.
        form: Its form.
        expected: What was chosen.
        secrets: Words that must not be in it, whatever else is.
    """
    raw = text.encode("utf-8")
    found = [f"told: {secret}" for secret in secrets if secret.encode("utf-8") in raw]
    read = _bare(_read(text, form))
    found += [f"lost: {w}" for _, w in expected.lines if _bare(printable(w)) not in read]
    left = _left_over_json(text, expected) if form == "json" else _left_over(read, expected)
    return [*found, *([f"left over: {left}"] if left else [])]


def _read(text: str, form: str) -> str:
    """A page as its reader sees it."""
    if form == "md":
        return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return re.sub(r'\\(["\\])', r"\1", text) if form == "json" else text


def _bare(text: str) -> str:
    return "".join(text.split())


def _left_over(rest: str, expected: Expected) -> str:
    """What remains of a page once everything that was chosen is taken out of it, once."""
    for part in sorted(map(_bare, _parts(expected)), key=len, reverse=True):
        if part not in rest:
            return f"no {part}"
        rest = rest.replace(part, "", 1)
    return rest.strip("-#")


def _parts(expected: Expected) -> list[str]:
    name = printable(expected.name)
    day = ENGLISH.day(expected.session_on) if expected.session_on else ""
    who = f"From {name}, for " if name else "For "
    parts = [f"{who}{day or 'our next session'}."]
    for section, lines in expected.sections():
        parts.append(ENGLISH.say(f"print.section.{section}"))
        parts += [f"{printable(words)}{_mode(line)}" for line, words in lines]
    if expected.lines:
        parts.append("I chose these lines myself. It isn't everything and it isn't a record.")
    else:
        parts.append("Nothing on the page this time, and that is fine. We can simply begin.")
    return parts + (["How will you keep this page?"] if expected.footer else [])


def _mode(line: Line) -> str:
    if line.section not in WITH_MODE or (line.section, line.mode) == (Section.TALK, Mode.DISCUSS):
        return ""
    return MODES[line.mode]


def _left_over_json(text: str, expected: Expected) -> str:
    whole = {
        "session_on": expected.session_on.isoformat() if expected.session_on else None,
        "name": printable(expected.name),
        "footer": expected.footer,
        "sections": [
            {
                "section": str(section),
                "heading": ENGLISH.say(f"print.section.{section}"),
                "lines": [
                    {
                        "text": printable(words),
                        "mode": str(line.mode) if section in WITH_MODE else None,
                    }
                    for line, words in lines
                ],
            }
            for section, lines in expected.sections()
        ],
    }
    same = text == json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return "" if same else text
