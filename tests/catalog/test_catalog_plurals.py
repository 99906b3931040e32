"""Each language counts in its own way."""

from __future__ import annotations

import pytest

from companion.catalog.plurals import forms, plural_form


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        ("en", 1, "one"), ("en", 0, "many"), ("en", 21, "many"),
        ("es", 1, "one"), ("es", 2, "many"), ("xx", 1, "one"),
        ("fr", 0, "one"), ("fr", 2, "many"),
        ("ja", 1, "many"),
        ("cs", 2, "few"), ("cs", 5, "many"),
        ("pl", 1, "one"), ("pl", 22, "few"), ("pl", 12, "many"), ("pl", 21, "many"),
        ("ru", 21, "one"), ("ru", 11, "many"), ("ru", 23, "few"), ("ru", 113, "many"),
    ],
)  # fmt: skip
def test_the_form_is_the_one_that_the_language_has(language: str, number: int, form: str) -> None:
    assert plural_form(language, number) == form


def test_a_language_has_the_forms_that_its_numbers_ask_for() -> None:
    assert forms("es") == {"one", "many"}
    assert forms("pl") == {"one", "few", "many"}
    assert forms("ja") == {"many"}
