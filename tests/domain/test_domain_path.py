"""A path knows its steps and the forms it can be walked in."""

from __future__ import annotations

import pytest
from support.builders import a_path
from support.shelves import CLOSE, FULL_ONLY, every_path, text, trust

from companion.domain.path import Form, ReflectionPath, Step, StepKind

SHORT_ONLY = frozenset({Form.SHORT})
NOT_ONE = frozenset({Form.SHORT, Form.FULL})
ALL = (Form.ONE, Form.SHORT, Form.FULL)
NOTE = Step("said", StepKind.NOTE, "Something is said.")


@pytest.mark.parametrize(
    ("path", "forms"),
    [
        (a_path(text("a", "?"), text("b", "?", forms=NOT_ONE)), (Form.ONE, Form.FULL)),
        (a_path(text("a", "?"), text("b", "?", forms=FULL_ONLY)), ALL),
        (
            a_path(text("a", "?", forms=NOT_ONE), text("b", "?", forms=FULL_ONLY)),
            (Form.SHORT, Form.FULL),
        ),
        (a_path(text("a", "?"), text("b", "?")), (Form.FULL,)),
        (a_path(text("a", "?", forms=FULL_ONLY)), (Form.FULL,)),
        (a_path(NOTE, text("a", "?", forms=FULL_ONLY)), (Form.FULL,)),
        (a_path(text("a", "?", forms=SHORT_ONLY)), (Form.FULL,)),
        (a_path(NOTE), (Form.FULL,)),
        (trust(), ALL),
    ],
)
def test_a_shorter_form_is_offered_where_it_asks_something_and_leaves_something_out(
    path: ReflectionPath, forms: tuple[Form, ...]
) -> None:
    assert path.forms == forms


def test_a_step_is_found_by_its_id() -> None:
    assert trust().step("close") == CLOSE
    assert trust().step("nowhere") is None


def test_an_option_is_found_by_its_id() -> None:
    option = CLOSE.option("look")
    assert option is not None
    assert option.label == "Look around"
    assert CLOSE.option("nowhere") is None


@pytest.mark.parametrize("kind", StepKind)
def test_only_words_have_a_place_of_their_own(kind: StepKind) -> None:
    step = Step("a", kind, "?")
    assert step.asks == (kind not in {StepKind.NOTE, StepKind.CLOSE, StepKind.LOOK_BACK})
    in_words = {StepKind.TEXT, StepKind.WORDS, StepKind.WHEN_THEN, StepKind.CHOICE}
    assert step.placeable == (kind in in_words)


def test_two_paths_of_the_same_data_are_equal() -> None:
    assert every_path() == every_path()
