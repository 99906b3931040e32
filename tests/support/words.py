"""The sentences that a page is made of, and words that stand nowhere by chance."""

from __future__ import annotations

from companion.catalog.files import shipped
from companion.catalog.language import Language, read_sentences

ENGLISH = Language("en")
"""The English that companion ships with."""
SENTENCES = read_sentences(shipped(), "en")
"""Its sentences, by their keys."""


def canary(number: int) -> str:
    """A word that stands nowhere by chance; none of them is part of another."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")
    return f"zq{letters}vx"


def bare(text: str) -> str:
    """A text without its white space, which is nobody's secret."""
    return "".join(text.split())
