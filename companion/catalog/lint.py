"""The wording rules, as checks over every sentence a path shows.

Rules and their reasons: at most so many words, or a tired person stops reading;
no "why", for abstract questions feed rumination; no jargon; no digits, for
numbers live in the crisis file alone; no praise, advice, promise or assumed
feeling; no gender for the therapist; no exclamation marks; and a reading grade
that an exhausted person can follow. Which words break a rule is data, a file a
language (`<language>/lint.toml`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.catalog.files import read
from companion.catalog.slip import Slip
from companion.catalog.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable

    from companion.domain.path import ReflectionPath

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèâêîôû]+")
_SENTENCE_END = re.compile(r"(?<=[.?])\s+")
_LOUD = frozenset("!¡！‼❗")
_KINDS_OF_PHRASE = ("praise", "advice", "promise", "leading")
_KINDS_OF_WORD = ("why", "jargon", "gendered")
_TOO_SHORT_TO_GRADE = 3
_CARD = "card.text"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the content that is not as it should be."""

    file: str
    """The file it is in."""
    key: str
    """Where in the file; empty where the text says it, or it is the whole file."""
    text: str
    """What is wrong, for whoever writes content."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The wording rules of one language."""

    longest: int
    """The most words of one prompt."""
    formula: str
    """The name of the formula for the reading grade; empty: none is measured."""
    highest_grade: int
    """The highest reading grade, by that formula (0 where there is none)."""
    sentence_ends: str
    """The characters that end a sentence."""
    words: tuple[tuple[str, frozenset[str]], ...]
    """Whole words that break a rule, by the name of the rule."""
    phrases: tuple[tuple[str, tuple[str, ...]], ...]
    """Phrases that break a rule, by the name of the rule."""
    allowed: tuple[str, ...]
    """Phrases in which a forbidden word is in order."""


def rules(root: Traversable, language: str) -> Rules:
    """The wording rules of a language.

    Raises:
        ContentError: If it has none, or they make no sense: words that are harmless
            in one language are forbidden in another, so no language borrows them.
    """
    name = f"{language}/lint.toml"
    made = Table(name, read(root, name))
    formula = made.text("formula", "")
    if formula and formula not in FORMULAS:
        made.refuse("formula", f"{formula} is none of {', '.join(FORMULAS)}")
    found = Rules(
        longest=made.number("longest"),
        formula=formula,
        highest_grade=made.number("highest_grade") if formula else 0,
        sentence_ends=made.text("sentence_ends"),
        words=tuple((kind, frozenset(made.texts(kind))) for kind in _KINDS_OF_WORD),
        phrases=tuple((kind, made.texts(kind)) for kind in _KINDS_OF_PHRASE),
        allowed=made.texts("allowed"),
    )
    made.done()
    return found


def syllables(word: str) -> int:
    """An estimate of a word's syllables: its groups of vowels, a silent final e left out."""
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def flesch_kincaid(text: str, sentence_ends: str = ".!?:;") -> float:
    """The American school grade an English text asks for.

    0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne,
    Rogers and Chissom 1975).

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


FORMULAS: dict[str, Callable[[str, str], float]] = {"flesch-kincaid": flesch_kincaid}
"""The formulas for a reading grade, by name; each language names its own or none."""


def check_prompt(text: str, rule: Rules) -> Iterator[Slip]:
    """What is wrong with one prompt, or one label, in words.

    Args:
        text: What a person would read.
        rule: The language's wording rules.
    """
    yield from _length(text, rule)
    yield from _wording(text, rule)
    yield from _grade(text, rule)


def check_longer(text: str, rule: Rules, *, graded: bool = True) -> Iterator[Slip]:
    """What is wrong with a text of several sentences: the limit of words is each one's.

    Args:
        text: What a person would read.
        rule: The language's wording rules.
        graded: Whether its reading grade counts.
    """
    for part in _SENTENCE_END.split(text):
        yield from _length(part, rule)
    yield from _wording(text, rule)
    if graded:
        yield from _grade(text, rule)


def _length(text: str, rule: Rules) -> Iterator[Slip]:
    count = len(_words(text))
    if count > rule.longest:
        words = f"{count} words, {rule.longest} at most"
        yield Slip(words, "long", words=count, most=rule.longest)


def _wording(text: str, rule: Rules) -> Iterator[Slip]:
    if any(character.isdigit() for character in text):
        yield Slip("a digit", "digit")
    if _LOUD.intersection(text):
        yield Slip("an exclamation mark", "loud")
    yield from _forbidden(f" {' '.join(_words(text))} ", rule)


def _grade(text: str, rule: Rules) -> Iterator[Slip]:
    if rule.formula and len(_words(text)) > _TOO_SHORT_TO_GRADE:
        grade = FORMULAS[rule.formula](text, rule.sentence_ends)
        if grade > rule.highest_grade:
            words = f"reading grade {grade:.1f} by {rule.formula}, {rule.highest_grade} at most"
            yield Slip(words, "grade", most=rule.highest_grade)


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _forbidden(said: str, rule: Rules) -> Iterator[Slip]:
    for kind, phrases in rule.phrases:
        there = (phrase for phrase in phrases if f" {phrase} " in said)
        yield from (Slip(f"{kind}: {phrase}", kind, found=phrase) for phrase in there)
    for phrase in rule.allowed:
        said = said.replace(f" {phrase} ", " ")
    # "why's" is "why" too.
    words = {part for word in said.split() for part in (word, word.partition("'")[0])}
    for kind, forbidden in rule.words:
        wrong = sorted(forbidden & words)
        yield from (Slip(f"{kind}: {word}", kind, found=word) for word in wrong)


def check_path(path: ReflectionPath, rule: Rules) -> Iterator[tuple[str, Slip]]:
    """What is wrong with the wording of a path: where, and what.

    The limit of words is a prompt's; in longer texts it holds for each sentence.
    The evidence card speaks of studies and is not graded; works cited are names.

    Args:
        path: The path, in its language.
        rule: That language's wording rules.
    """
    for key, text in _prompts(path):
        yield from ((key, wrong) for wrong in check_prompt(text, rule))
    for key, text in _longer_texts(path):
        found = check_longer(text, rule, graded=key != _CARD)
        yield from ((key, wrong) for wrong in found)


def _prompts(path: ReflectionPath) -> Iterator[tuple[str, str]]:
    yield "title", path.title
    for step in path.steps:
        yield f"{step.id}.prompt", step.prompt
        for option in step.options:
            yield f"{step.id}.options.{option.id}", option.label
        for scale in step.scales:
            yield f"{step.id}.low", scale.low
            yield f"{step.id}.high", scale.high
        for group in step.groups:
            yield from ((f"{step.id}.groups.{group.id}", word) for word in group.words)
        yield from ((f"{step.id}.outside", word) for word in step.outside)


def _longer_texts(path: ReflectionPath) -> Iterator[tuple[str, str]]:
    yield "about", path.about
    if path.card is not None:
        yield _CARD, path.card.text
    for step in path.steps:
        yield f"{step.id}.help", step.help
        for option in step.options:
            yield f"{step.id}.options.{option.id}.text", option.text
