"""Finding beginnings of words in a handful of texts: slowly, and plainly right."""

from __future__ import annotations

import re
import unicodedata

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
# In writing without spaces every letter counts as a word.


def found(words: str, texts: list[str]) -> bool:
    """Whether every word begins a word of the texts; one without letters asks for nothing."""
    asked = [tokens for tokens in (_tokens(word) for word in words.split()) if tokens]
    there = _tokens("\n".join(texts))
    return bool(asked) and all(_stands(phrase, there) for phrase in asked)


def _stands(phrase: list[str], there: list[str]) -> bool:
    *whole, last = phrase
    runs = (there[at : at + len(phrase)] for at in range(len(there) - len(whole)))
    return any(run[:-1] == whole and run[-1].startswith(last) for run in runs)


def _tokens(text: str) -> list[str]:
    apart = unicodedata.normalize("NFD", text)
    plain = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return _WORD.findall(plain.casefold())
