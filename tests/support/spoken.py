"""Finding words of one language where only another should be spoken."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from companion.catalog.files import names, shipped
from companion.catalog.guide import Guide
from companion.catalog.language import flat, read_sentences
from companion.catalog.loader import path_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"(?m)\S*…|`[^`]*`|\{[^}]*\}|\S*/\S*|^[a-z]+(-[a-z]+)*:|[a-z]+-[a-z]+")
# A word that is cut, a command, a gap, a file, an id.
_NO_PROSE = re.compile(r"citations|author|licence|cli\.epilog|^help\.language|^settings\.language")


def words(text: str) -> set[str]:
    """The words of a text, in small letters; none that are cut, a command, or a file."""
    found = _WORD.findall(_CUT.sub(" ", text))
    return {word.casefold() for word in found if len(word) > 1}


@cache
def only_english(language: str) -> frozenset[str]:
    """The words that companion says in English and never in a language."""
    return frozenset(_vocabulary("en") - _vocabulary(language) - _everywhere(language))


def english_in(shown: str, language: str) -> set[str]:
    """The words of a text that are English and nothing in a language.

    Args:
        shown: What a person sees or hears, their own words included.
        language: The code of the language it is to be in.
    """
    return words(shown) & only_english(language)


@cache
def _vocabulary(language: str) -> frozenset[str]:
    return frozenset(word for text in _said(language) for word in words(text))


def _everywhere(language: str) -> set[str]:
    """The languages' own names."""
    own = read_sentences(shipped(), language)
    named = (text for key, text in own.items() if key.startswith("settings.language"))
    return {word for text in named for word in words(text)}


def _said(language: str) -> Iterator[str]:
    root = shipped()
    for key, text in read_sentences(root, language).items():
        if not _NO_PROSE.search(key):
            yield text
    for path_id in names(root / "paths"):
        for key, text in flat("", path_words(root, path_id, language)):
            if not _NO_PROSE.search(key):
                yield text
    for page in names(root / language / "guide", ".md"):
        yield Guide(language).page(page)
