"""From the bytes of a file to TOML's own values: what is no pack ends here."""

from __future__ import annotations

import codecs
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.catalog.packs.limits import (
    MOST_BYTES,
    MOST_DEEP,
    MOST_DIGITS,
    MOST_DOTS,
    MOST_SYNTAX,
)
from companion.domain.pack import PackProblem
from companion.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"{3,5}|\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*|[\[{\]}.\n]|\d[\d_]*",
    re.DOTALL,
)
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_CURLY = re.compile("[“”„«»]")
_OF_QUOTES = frozenset({"value", "quotes-open", "left-over"})
_HEADING = re.compile(r"\s*\[")
# How Python's reader begins a complaint, and what a person is told instead.
_SAID = (
    ("Illegal character", "quotes-open"),
    ("Unterminated string", "quotes-open"),
    ('Expected "\'"', "quotes-open"),
    ("Expected '=' after a key", "equals"),
    ("Expected newline or end of document", "left-over"),
    ("Invalid value", "value"),
    ("Invalid initial character", "name-first"),
    ("Invalid statement", "statement"),
    ("Cannot overwrite a value", "twice-here"),
    ("Cannot declare", "twice-here"),
    ("Cannot mutate", "twice-here"),
    ("Duplicate inline table key", "twice-here"),
    ("Expected ']", "bracket"),
    ("Unclosed array", "bracket"),
    ("Unclosed inline table", "bracket"),
    ("Unescaped '\\'", "backslash"),
    ("Invalid hex value", "backslash"),
    ("Escaped character", "backslash"),
    ("Invalid date", "date"),
    ("Found invalid character", "quotes-open"),
)


@dataclass(frozen=True, slots=True)
class RawPack:
    """A file's text, and what it comes to."""

    text: str
    """The text; empty: it is none."""
    values: dict[str, Any] | None = None
    """What could be read of it; none: nothing."""
    problems: tuple[PackProblem, ...] = ()
    """What is wrong with it as TOML."""


def read_raw(data: bytes) -> RawPack:
    """Read a file's bytes as TOML, looking past broken lines to find them all.

    Args:
        data: The whole file, or its first `MOST_BYTES` + 1 bytes.
    """
    if len(data) > MOST_BYTES:
        wrong = PackProblem(0, "", "too-big", (("most", MOST_BYTES // 1024),))
        return RawPack("", problems=(wrong,))
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return RawPack("", problems=(PackProblem(line, "", "not-text"),))
    # TOML's lines end as Unix's or as Windows's do; an old Mac's become these.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refused = (*_unwanted(text), *_too_much(text))
    if refused:
        return RawPack(text, problems=refused)
    values, problems = _parsed(text)
    if values is not None and _depth(values) > MOST_DEEP:
        return RawPack(text, problems=(*problems, PackProblem(0, "", "deep", ())))
    return RawPack(text, values, tuple(problems))


def _unwanted(text: str) -> Iterator[PackProblem]:
    """Characters that a terminal obeys, or that let a line read as another."""
    for number, line in enumerate(text.split("\n"), 1):
        if has_unwanted(line):
            yield PackProblem(number, "", "control")


def has_unwanted(text: str) -> bool:
    """Whether `clean` would leave something out of a text.

    Args:
        text: Any text; line feeds and tabs are wanted.
    """
    return clean(text) != unicodedata.normalize("NFC", text)


def _too_much(text: str) -> Iterator[PackProblem]:
    """Brackets and keys too deep, and numbers that no pack has; each told once.

    Python's reader takes seconds over a key of thousands of parts, so it never sees one.
    """
    depth, dots, line, told = 0, 0, 1, set[str]()
    for found in _TOKEN.finditer(text):
        sign = found[0]
        depth = max(depth + (sign in "[{") - (sign in "]}"), 0)
        dots = 0 if "\n" in sign else dots + (sign == ".")
        deep = depth > MOST_DEEP or dots > MOST_DOTS
        huge = sign[0].isdigit() and len(sign) > MOST_DIGITS
        wrong = "deep" if deep else "huge" if huge else ""
        if wrong and wrong not in told:
            told.add(wrong)
            yield PackProblem(line, "", wrong)
        line += sign.count("\n")


def _parsed(text: str) -> tuple[dict[str, Any] | None, list[PackProblem]]:
    """What TOML says, and every line that is none; broken lines are left out."""
    lines, problems = text.split("\n"), list[PackProblem]()
    while len(problems) < MOST_SYNTAX:
        try:
            return tomllib.loads("\n".join(lines)), problems
        except RecursionError:
            return None, [*problems, PackProblem(0, "", "deep")]
        except ValueError as error:
            line, goes_on = _blamed(str(error), lines)
            said = lines[line - 1]
            problems.append(PackProblem(line, "", _code(str(error), said)))
            if not goes_on:
                return None, problems
            lines[line - 1] = ""
    return None, problems


def _blamed(said: str, lines: list[str]) -> tuple[int, bool]:
    """The line a complaint is about, and whether what stands below still makes sense."""
    found = _AT_LINE.search(said)
    if found is None:  # "at end of document": something opens and never closes
        opened = [n for n, line in enumerate(lines, 1) if line.count('"""') % 2]
        if opened and _code(said, "") == "quotes-open":
            return opened[-1], False
        line = max((n for n, one in enumerate(lines, 1) if one.strip()), default=1)
        return line, "=" in lines[line - 1]
    line = min(int(found[1]), len(lines))
    # What stands below a broken heading belongs nowhere any more.
    return line, bool(lines[line - 1].strip()) and not _HEADING.match(lines[line - 1])


def _code(said: str, line: str) -> str:
    code = next((code for begins, code in _SAID if said.startswith(begins)), "toml")
    curly = _CURLY.search(line) is not None and code in _OF_QUOTES
    return "curly" if curly else code


def _depth(values: object) -> int:
    """How deep the values lie; without recursion, for they may lie deep."""
    deepest, waiting = 0, [(values, 0)]
    while waiting:
        value, depth = waiting.pop()
        deepest = max(deepest, depth)
        below = list(value.values()) if isinstance(value, dict) else value
        if isinstance(below, list):
            waiting += [(one, depth + 1) for one in below]
    return deepest
