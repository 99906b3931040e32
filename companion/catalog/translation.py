"""What a translation lacks, or has too much of, beside English: file by file and key by key."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from companion.catalog.crisis import FILE as CRISIS
from companion.catalog.crisis import NAMES as COUNTRIES
from companion.catalog.files import FALLBACK, names, read, read_if_there
from companion.catalog.language import flat
from companion.catalog.lint import Problem, check_sentence, rules
from companion.catalog.plurals import FORMS, MANY, ONE, forms
from companion.catalog.readability import WORD
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from companion.catalog.lint import Rules

_STORY = "demo.toml"
_GAP = re.compile(r"\{[^}]*\}")
_A_SENTENCE = 4
# Words from which on a text that is the same in both was forgotten rather than meant.
# What a language has as many of as it likes, and in words of its own.
_FREE = ("words.groups.", "words.outside.")


def untranslated(root: Traversable, language: str) -> Iterator[Problem]:
    """What is not as it is in English: missing, left over, or with other gaps.

    English itself is looked at for its plural forms alone.

    Args:
        root: The content folder.
        language: The language's code.
    """
    yield from _interface(root, language)
    if language == FALLBACK:
        return
    yield from _paths(root, language)
    yield from _pages(root, language)
    yield from _countries(root, language)
    yield from _story(root, language)


def _interface(root: Traversable, language: str) -> Iterator[Problem]:
    rule = _rules(root, language)
    there = set(names(root / FALLBACK / "ui")) | set(names(root / language / "ui"))
    for name in sorted(there):
        file = f"{language}/ui/{name}.toml"
        own, english = _flat(root, file), _flat(root, f"{FALLBACK}/ui/{name}.toml")
        yield from _plurals(file, own, english, language)
        for key, sentence in own.items():
            if rule is not None:
                yield from (Problem(file, key, wrong) for wrong in check_sentence(sentence, rule))
        counted = _counted(own) | _counted(english)
        yield from _keys(file, _whole(own, counted), _whole(english, counted))
        for key in own.keys() & english.keys():
            yield from _gaps(file, key, own[key], english[key])
        if language != FALLBACK:
            yield from _same(file, own, english)


def _rules(root: Traversable, language: str) -> Rules | None:
    try:
        return rules(root, language)
    except ContentError:
        return None  # told where the paths are checked


def _paths(root: Traversable, language: str) -> Iterator[Problem]:
    for name in names(root / FALLBACK / "paths"):
        file = f"{language}/paths/{name}.toml"
        own, english = _flat(root, file), _flat(root, f"{FALLBACK}/paths/{name}.toml")
        yield from _keys(file, _fixed(own), _fixed(english))
        yield from _same(file, own, english)
        for group in _groups(english) - _groups(own):
            yield Problem(file, group, "missing, said in English")


def _pages(root: Traversable, language: str) -> Iterator[Problem]:
    own, english = (_markdown(root, code) for code in (language, FALLBACK))
    yield from (Problem(f"{language}/guide/{one}.md", "", "missing") for one in english - own)
    yield from (Problem(f"{language}/guide/{one}.md", "", "no such page") for one in own - english)
    rule = _rules(root, language)
    if rule is None:
        return
    for one in sorted(own):
        text = root.joinpath(language, "guide", f"{one}.md").read_text(encoding="utf-8")
        for wrong in check_sentence(text, rule):
            yield Problem(f"{language}/guide/{one}.md", "", wrong)


def _markdown(root: Traversable, language: str) -> set[str]:
    folder = root / language / "guide"
    return set(names(folder, ".md")) if folder.is_dir() else set()


def _countries(root: Traversable, language: str) -> Iterator[Problem]:
    file = f"{language}/{COUNTRIES}"
    own = set(read_if_there(root, file))
    there = {row["code"] for row in read(root, CRISIS).get("countries", ()) if "code" in row}
    yield from (Problem(file, code, "missing, said in English") for code in sorted(there - own))
    yield from (Problem(file, code, "no such country") for code in sorted(own - there))


def _story(root: Traversable, language: str) -> Iterator[Problem]:
    if not (root / FALLBACK / _STORY).is_file():
        return
    file = f"{language}/{_STORY}"
    own, english = _flat(root, file), _flat(root, f"{FALLBACK}/{_STORY}")
    if not own:
        yield Problem(file, "", "missing, told in English")
        return
    yield from _keys(file, own, english)


def _keys(file: str, own: Mapping[str, str], english: Mapping[str, str]) -> Iterator[Problem]:
    yield from (Problem(file, one, "missing, said in English") for one in english.keys() - own)
    yield from (Problem(file, one, "English has no such key") for one in own.keys() - english)


def _gaps(file: str, key: str, own: str, english: str) -> Iterator[Problem]:
    try:
        lost = _named(english) - _named(own)
    except ValueError:
        return  # told where the sentences are checked
    yield from (Problem(file, key, f"lacks the gap {gap}") for gap in sorted(lost))


def _same(file: str, own: Mapping[str, str], english: Mapping[str, str]) -> Iterator[Problem]:
    """Sentences that were copied and never said anew; works that are cited keep their names."""
    for key, text in own.items():
        said = WORD.findall(_GAP.sub("", text))
        copied = text == english.get(key) and len(said) >= _A_SENTENCE
        if copied and "citations" not in key:
            yield Problem(file, key, "the very words of English")


def _named(text: str) -> set[str]:
    return {gap for _, gap, _, _ in Formatter().parse(text) if gap is not None}


def _plurals(
    file: str, own: Mapping[str, str], english: Mapping[str, str], language: str
) -> Iterator[Problem]:
    """A sentence with plural forms has all those of its language, and no other."""
    needed = forms(language)
    for key in sorted(_counted(own) | _counted(english)):
        has = {form for form in FORMS if f"{key}.{form}" in own}
        yield from (
            Problem(file, f"{key}.{form}", "a plural form is missing")
            for form in sorted(needed - has)
        )
        yield from (
            Problem(file, f"{key}.{form}", "a plural form that the language has not")
            for form in sorted(has - needed)
        )


def _counted(sentences: Mapping[str, str]) -> set[str]:
    """The keys that have plural forms below them."""
    return {
        _above(key)
        for key in sentences
        if key.endswith(f".{ONE}") and f"{_above(key)}.{MANY}" in sentences
    }


def _whole(sentences: Mapping[str, str], counted: set[str]) -> dict[str, str]:
    """The sentences, those with plural forms under one key."""
    return {
        _above(key) if key.rpartition(".")[2] in FORMS and _above(key) in counted else key: text
        for key, text in sentences.items()
    }


def _above(key: str) -> str:
    return key.rpartition(".")[0]


def _fixed(words: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in words.items() if not key.startswith(_FREE)}


def _groups(words: Mapping[str, str]) -> set[str]:
    return {_above(key) for key in words if key.startswith(_FREE)}


def _flat(root: Traversable, name: str) -> dict[str, str]:
    return dict(flat("", read_if_there(root, name)))
