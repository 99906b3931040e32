"""No sentence is written and translated that nothing ever says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from support.words import SENTENCES

from companion.catalog.plurals import FORMS

ROOT = Path(__file__).parent.parent.parent
SAYING = (*(ROOT / "companion").rglob("*.py"), *(ROOT / "tests/packaging").glob("*.py"))


def texts() -> Iterator[ast.Constant | ast.JoinedStr]:
    for file in SAYING:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                yield node


def shape(text: ast.JoinedStr) -> str:
    """What a text with gaps may come to: anything without a blank, or nothing, stands in a gap."""
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\S*"
        for part in text.values
    )


FIXED = {text.value for text in texts() if isinstance(text, ast.Constant)}
SHAPES = {shape(text) for text in texts() if isinstance(text, ast.JoinedStr)}
# Without a word beside a dot it is the shape of nearly anything.
MADE = [re.compile(one) for one in SHAPES if re.search(r"[a-z_]{2}\\\.|\\\.[a-z_]{2}", one)]


def is_said(key: str) -> bool:
    above, _, form = key.rpartition(".")
    names = {key, above} if form in FORMS else {key}
    return bool(names & FIXED) or any(one.fullmatch(name) for one in MADE for name in names)


def test_every_sentence_is_said_somewhere() -> None:
    assert [key for key in SENTENCES if not is_said(key)] == []


def test_a_sentence_that_nothing_says_would_be_found() -> None:
    assert is_said("plain.kept")
    assert not is_said("composer.said_by_nobody")
