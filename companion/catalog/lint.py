"""The wording rules, as checks over every sentence a path shows.

Rules and their reasons: at most so many words, or a tired person stops reading;
no "why", for abstract questions feed rumination; no jargon; no digits, for
numbers live in the crisis file alone; no praise, advice, promise or assumed
feeling; no gender for the therapist; no exclamation marks; and a reading grade
that an exhausted person can follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.catalog.files import FALLBACK, read, read_if_there

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from companion.domain.path import ReflectionPath

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèâêîôû]+")
_KINDS_OF_PHRASE = ("praise", "advice", "promise", "leading")
_KINDS_OF_WORD = ("why", "jargon", "gendered")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the content that is not as it should be."""

    file: str
    """The file it is in."""
    key: str
    """Where in the file."""
    text: str
    """What is wrong, for whoever writes content."""


def rules(root: Traversable, language: str) -> dict[str, Any]:
    """The wording rules of a language; English ones where it has none of its own."""
    own = read_if_there(root / language / "lint.toml")
    return own or read(root / FALLBACK / "lint.toml")


def syllables(word: str) -> int:
    """An estimate of a word's syllables: its groups of vowels, a silent final e left out."""
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def reading_grade(text: str, sentence_ends: str = ".!?:;") -> float:
    """The school grade a text asks for.

    The Flesch–Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word
    − 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975).

    Args:
        text: One or more sentences.
        sentence_ends: The characters that end one.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    parts = re.split(f"[{re.escape(sentence_ends)}]", text)
    sentences = max(1, sum(1 for part in parts if _WORD.search(part)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def check_sentence(text: str, rule: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one sentence, in words.

    Args:
        text: What a person would read.
        rule: The language's wording rules.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    lower = " ".join(words)
    if len(words) > rule["longest"]:
        yield f"{len(words)} words, {rule['longest']} at most"
    if any(character.isdigit() for character in text):
        yield "a digit"
    if "!" in text:
        yield "an exclamation mark"
    for kind in _KINDS_OF_WORD:
        yield from (f"{kind}: {word}" for word in rule[kind] if word in words)
    for kind in _KINDS_OF_PHRASE:
        yield from (f"{kind}: {phrase}" for phrase in rule[kind] if f" {phrase} " in f" {lower} ")
    grade = reading_grade(text, rule["sentence_ends"])
    if len(words) > 3 and grade > rule["highest_grade"]:  # noqa: PLR2004  a grade of three words says nothing
        yield f"reading grade {grade:.1f}, {rule['highest_grade']} at most"


def check_path(path: ReflectionPath, rule: dict[str, Any]) -> list[Problem]:
    """What is wrong with the wording of a path.

    Args:
        path: The path, in its language.
        rule: That language's wording rules.
    """
    return [
        Problem(f"{path.language}/paths/{path.id}.toml", key, wrong)
        for key, text in shown_sentences(path)
        for wrong in check_sentence(text, rule)
    ]


def shown_sentences(path: ReflectionPath) -> Iterator[tuple[str, str]]:
    """Every sentence a path shows, with where it stands.

    A longer help text is looked at sentence by sentence: the limit is a question's.
    """
    yield "about", path.about
    for step in path.steps:
        yield f"{step.id}.prompt", step.prompt
        for part in re.split(r"(?<=[.?])\s+", step.help):
            yield f"{step.id}.help", part
        for option in step.options:
            yield f"{step.id}.options.{option.id}", option.label
            yield f"{step.id}.options.{option.id}.text", option.text
        for scale in step.scales:
            yield f"{step.id}.low", scale.low
            yield f"{step.id}.high", scale.high
