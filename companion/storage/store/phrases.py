"""What is asked of the index of words, and what the index alone can't tell.

The index keeps which words stand in which entry and not where: SQLite's way to keep that
as well, together with the beginnings of words and with erasing what is taken out, loses
its own sum now and then. So words that must stand side by side, as in "ex-partner" or in
writing without spaces, are looked for one by one, and `stands_in` looks at each find.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from companion.storage.store.unspaced import apart

_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in the index's own language, and what must be looked at besides."""

    match: str
    """For MATCH; empty: nothing the index knows, every entry must be looked at."""
    phrase: str
    """What every find must be looked at for; empty: nothing."""


def asked(words: list[str]) -> Asked:
    """What to ask the index for some words, each of which begins a word of the entry.

    Args:
        words: Words with a letter or a digit each; never read as query syntax.
    """
    terms, phrases = [], []
    for word in words:
        parts = [part for part in _parts(apart(word)) if part]
        exact = len(parts) == 1 and _known(parts[0]) == parts[0]
        if not exact:
            phrases.append(word)
        for place, part in enumerate(parts):
            known = _known(part)
            begins = place == len(parts) - 1 or known != part
            if known:
                terms.append(f'"{known}"*' if begins else f'"{known}"')
    return Asked(" ".join(terms), " ".join(phrases))


def stands_in(text: str, phrase: str) -> bool:
    """Whether the words of every phrase stand side by side, the last perhaps only begun.

    Case and accents make no difference.

    Args:
        text: An entry's words as the index has them.
        phrase: Phrases with blanks between them.
    """
    there = _tokens(text)
    return all(_stands(_tokens(apart(one)), there) for one in phrase.split())


def _stands(wanted: list[str], there: list[str]) -> bool:
    *whole, last = wanted or [""]
    runs = (there[at : at + len(wanted)] for at in range(len(there) - len(whole)))
    return any(run[:-1] == whole and run[-1].startswith(last) for run in runs)


def _tokens(text: str) -> list[str]:
    bare = unicodedata.normalize("NFD", text)
    plain = "".join(letter for letter in bare if unicodedata.category(letter) != "Mn")
    return _RUN.findall(plain.casefold())


def _parts(word: str) -> list[str]:
    """A word cut at what is surely no letter: punctuation, signs, blanks."""
    cut = (" " if unicodedata.category(letter)[0] in "PSZC" else letter for letter in word)
    return "".join(cut).split()


def _known(part: str) -> str:
    """The beginning of a part that is surely one word to the index, or its beginning."""
    for place, letter in enumerate(part):
        # Letters that Unicode had in 2002 are letters to every SQLite.
        if unicodedata.ucd_3_2_0.category(letter)[0] not in "LN":
            return part[:place]
    return part
