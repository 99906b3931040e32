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
from companion.catalog.readability import FORMULAS, WORD
from companion.catalog.slip import Slip
from companion.catalog.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from companion.domain.path import ReflectionPath

_SENTENCE_END = re.compile(r"(?<=[.?])\s+")
_LOUD = frozenset("!¡！‼❗")
_KINDS = ("why", "jargon", "gendered", "praise", "advice", "promise", "leading")
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
    """The name of the formula for how hard it reads; empty: none is measured."""
    limit: int
    """The highest grade, or the least ease, by that formula (0 where there is none)."""
    sentence_ends: str
    """The characters that end a sentence."""
    words: tuple[tuple[str, frozenset[str]], ...]
    """Whole words that break a rule, by the name of the rule."""
    phrases: tuple[tuple[str, tuple[str, ...]], ...]
    """Phrases, words with blanks between, that break a rule, by the name of the rule."""
    allowed: tuple[str, ...]
    """Phrases in which a forbidden word is in order."""
    nowhere: tuple[str, ...] = ()
    """Words and phrases that stand neither in a path nor in the interface."""


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
    forbidden = {kind: made.texts(kind) for kind in _KINDS}
    found = Rules(
        longest=made.number("longest"),
        formula=formula,
        limit=made.number(FORMULAS[formula].limit) if formula else 0,
        sentence_ends=made.text("sentence_ends"),
        words=tuple((kind, frozenset(_single(all_))) for kind, all_ in forbidden.items()),
        phrases=tuple((kind, tuple(_several(all_))) for kind, all_ in forbidden.items()),
        allowed=made.texts("allowed"),
        nowhere=made.texts("nowhere"),
    )
    made.done()
    return found


def _single(forbidden: tuple[str, ...]) -> list[str]:
    return [one for one in forbidden if " " not in one]


def _several(forbidden: tuple[str, ...]) -> list[str]:
    return [one for one in forbidden if " " in one]


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
        wrong = FORMULAS[rule.formula].too_hard(text, rule.sentence_ends, rule.limit)
        if wrong:
            yield Slip(wrong, "grade", most=rule.limit)


def check_sentence(text: str, rule: Rules) -> Iterator[Slip]:
    """What is wrong with one sentence of the interface, in words.

    Help, errors and options say what they have to, digits and all; only what is out of
    place everywhere is looked for.

    Args:
        text: What a person would read.
        rule: The language's wording rules.
    """
    if _LOUD.intersection(text):
        yield Slip("an exclamation mark", "loud")
    yield from _nowhere(f" {' '.join(_words(text))} ", rule)


def _nowhere(said: str, rule: Rules) -> Iterator[Slip]:
    there = (one for one in rule.nowhere if f" {one} " in said)
    yield from (Slip(f"nowhere: {one}", "no-place", found=one) for one in there)


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def _forbidden(said: str, rule: Rules) -> Iterator[Slip]:
    yield from _nowhere(said, rule)
    for phrase in rule.allowed:
        said = said.replace(f" {phrase} ", " ")
    for kind, phrases in rule.phrases:
        there = (phrase for phrase in phrases if f" {phrase} " in said)
        yield from (Slip(f"{kind}: {phrase}", kind, found=phrase) for phrase in there)
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
