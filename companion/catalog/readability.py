"""How hard a text is to read: the formulas that were made for a language, by name.

Each counts words, sentences and syllables, and each language's are counted in its own way.
A formula says nothing of what a text is about; it finds sentences that ask for too much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word: letters, and apostrophes within."""
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèâêîôû]+")
_VOCALIC = re.compile(r"[aeiouáéíóúü]+(?:y\b)?|y\b")
_STRONG = re.compile(r"[aeoáéíóú]")
_SILENT_U = re.compile(r"(?<=[gq])u(?=[eiéí])")
_GERMAN_VOWELS = re.compile("aa|ee|oo|ie|oy|äu|[ae][iuy]|[aeiouyäöü]")
_NO_VOWEL = re.compile("(?<=q)u|y(?=[aeiouäöü])")
_PARTED = re.compile(
    "^[bg]ee(?!t|re|i)"  # ge-ehrt, be-enden; but Beet, Beere
    "|(?:aktie|familie|folie|linie|studie)(?!r)"  # Famili-e; but studieren
    "|[aeiouäöü].*ien$"  # Feri-en, Therapi-en; but schrien
    "|eum$"  # Muse-um
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A measure of how hard a text is, and how its limit is called."""

    measure: Callable[[str, str], float]
    """From a text and the characters that end a sentence to a number."""
    limit: str
    """The key in `lint.toml` that holds the limit."""
    says: str
    """What the number is, for whoever writes content."""
    ease: bool = False
    """Whether more of it is easier; otherwise more of it is harder."""

    def too_hard(self, text: str, sentence_ends: str, limit: int) -> str:
        """What is wrong with a text; empty: it can be read.

        Args:
            text: One or more sentences.
            sentence_ends: The characters that end one.
            limit: The least ease, or the highest grade.
        """
        found = self.measure(text, sentence_ends)
        if self.ease and found < limit:
            return f"{self.says} {found:.1f}, {limit} at least"
        if not self.ease and found > limit:
            return f"{self.says} {found:.1f}, {limit} at most"
        return ""


def syllables(word: str) -> int:
    """An estimate of an English word's syllables: groups of vowels, a silent final e left out."""
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def spanish_syllables(word: str) -> int:
    """A Spanish word's syllables.

    Vowels that meet are one syllable, but each strong one (a, e, o, and í, ú with their
    accent) begins its own; the u of gue, gui, que and qui is not heard, and y at the end is.
    """
    heard = _SILENT_U.sub("", word.lower())
    runs = _VOCALIC.findall(heard)
    return max(1, sum(max(1, len(_STRONG.findall(run))) for run in runs))


def german_syllables(word: str) -> int:
    """An estimate of a German word's syllables, as a dictionary parts it.

    Each vowel is one, but two that are spoken as one (ei, au, ie, ee and their like) are one
    syllable, except where a word or a prefix ends between them.
    """
    heard = _NO_VOWEL.sub("", word.lower())
    return max(1, len(_GERMAN_VOWELS.findall(heard)) + len(_PARTED.findall(heard)))


def flesch_kincaid(text: str, sentence_ends: str = ".!?:;") -> float:
    """The American school grade an English text asks for.

    0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne,
    Rogers and Chissom 1975).

    Args:
        text: One or more sentences.
        sentence_ends: The characters that end one.
    """
    words, sentences = _counted(text, sentence_ends)
    if not words:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def szigriszt_pazos(text: str, sentence_ends: str = ".!?:;") -> float:
    """The perspicuity of a Spanish text, from about 0 (very hard) to 100 (very easy).

    206.835 − 62.3 × syllables a word − words a sentence (Szigriszt Pazos 1993, Sistemas
    predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad). The INFLESZ
    scale reads it for what patients are given: below 40 very hard, to 55 rather hard, to 65
    normal, to 80 rather easy, above very easy (Barrio-Cantalejo and others 2008, Anales del
    Sistema Sanitario de Navarra 31(2), 135–152).

    Args:
        text: One or more sentences.
        sentence_ends: The characters that end one.
    """
    words, sentences = _counted(text, sentence_ends)
    if not words:
        return 100.0
    spoken = sum(spanish_syllables(word) for word in words)
    return 206.835 - 62.3 * spoken / len(words) - len(words) / sentences


def amstad(text: str, sentence_ends: str = ".!?:;") -> float:
    """The reading ease of a German text, from about 0 (very hard) to 100 (very easy).

    180 − words a sentence − 58.5 × syllables a word (Amstad 1978, Wie verständlich sind
    unsere Zeitungen?, dissertation, University of Zurich). It is Flesch's reading ease with
    German's longer words allowed for, and is read on his scale: below 30 very hard, to 50
    hard, to 60 rather hard, to 70 normal, to 80 rather easy, to 90 easy, above very easy.

    Args:
        text: One or more sentences.
        sentence_ends: The characters that end one.
    """
    words, sentences = _counted(text, sentence_ends)
    if not words:
        return 100.0
    spoken = sum(german_syllables(word) for word in words)
    return 180 - len(words) / sentences - 58.5 * spoken / len(words)


def _counted(text: str, sentence_ends: str) -> tuple[list[str], int]:
    """The words of a text, and how many sentences they stand in (1 or more)."""
    parts = re.split(f"[{re.escape(sentence_ends)}]", text)
    return WORD.findall(text), max(1, sum(1 for part in parts if WORD.search(part)))


FORMULAS: dict[str, Formula] = {
    "flesch-kincaid": Formula(
        flesch_kincaid, "highest_grade", "reading grade by flesch-kincaid of"
    ),
    "szigriszt-pazos": Formula(
        szigriszt_pazos, "lowest_ease", "reading ease by szigriszt-pazos of", ease=True
    ),
    "amstad": Formula(amstad, "lowest_ease", "reading ease by amstad of", ease=True),
}
"""The formulas there are, by name; each language names its own or none."""
