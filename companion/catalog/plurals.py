"""Which form of a sentence a number asks for, in each language.

The rules are those of the Unicode CLDR for whole numbers, by its names for the forms, but
that `many` is here whatever CLDR calls `other`: a sentence has the forms `one` and `many`,
and `few` where its language needs it. A language that is not named counts as English does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

ONE, FEW, MANY = "one", "few", "many"
"""The forms there are."""
FORMS = frozenset({ONE, FEW, MANY})
"""All of them."""
_A_FEW = range(2, 5)
_TEENS = range(11, 15)


def plural_form(language: str, number: int) -> str:
    """The form that a number asks for.

    Args:
        language: The language's code.
        number: How many (0 or more).
    """
    return _RULES.get(language, _as_english)(number)


def forms(language: str) -> frozenset[str]:
    """The forms that a language has."""
    return frozenset(plural_form(language, number) for number in range(200))


def only_counted(key: str, english: Collection[str]) -> bool:
    """Whether a key is a plural form that English does without.

    Args:
        key: The whole key of a sentence.
        english: The keys there are in English.
    """
    above, _, form = key.rpartition(".")
    return form == FEW and f"{above}.{MANY}" in english


def _as_english(number: int) -> str:
    return ONE if number == 1 else MANY


def _as_french(number: int) -> str:
    return ONE if number in {0, 1} else MANY


def _never(number: int) -> str:
    del number
    return MANY


def _as_czech(number: int) -> str:
    return ONE if number == 1 else FEW if number in _A_FEW else MANY


def _as_polish(number: int) -> str:
    return ONE if number == 1 else FEW if _ends_in_a_few(number) else MANY


def _as_russian(number: int) -> str:
    if number % 10 == 1 and number % 100 not in _TEENS:
        return ONE
    return FEW if _ends_in_a_few(number) else MANY


def _ends_in_a_few(number: int) -> bool:
    return number % 10 in _A_FEW and number % 100 not in _TEENS


_RULES: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("fr", "pt"), _as_french),
    **dict.fromkeys(("id", "ja", "ko", "ms", "th", "vi", "zh"), _never),
    **dict.fromkeys(("cs", "sk"), _as_czech),
    "pl": _as_polish,
    **dict.fromkeys(("ru", "uk", "be"), _as_russian),
}
