"""A choice about what was kept back moves it on the ladder, as far as it may come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.fakes import FakeShelf
from support.shelves import path, text
from support.world import World

from companion.domain.ladder import Rung
from companion.domain.page import Section
from companion.domain.path import Option, Place, Step, StepKind

if TYPE_CHECKING:
    from companion.domain.path import ReflectionPath

OPTIONS = (
    Option("say-it", "I'll say it", rung=Rung.REHEARSE),
    Option("show-it", "I'll show it", rung=Rung.BRING),
    Option("no-idea", "I don't know yet"),
)


def kept_back(section: Section | None) -> ReflectionPath:
    return path(
        "kept-back",
        "Kept back",
        text("what", "What did you keep back?", place=Place.UNSAID, section=section),
        Step("do", StepKind.CHOICE, "What now?", options=OPTIONS, rung_of="what", section=None),
    )


def rung_after(section: Section | None, *chosen: str) -> Rung:
    """Where what was kept back stands once something was chosen."""
    notebook = World(shelf=FakeShelf([kept_back(section)])).opened()
    new_id = notebook.reflecting.new_answer_id
    walk = replace(notebook.reflecting.begin("kept-back"), at="what").answered("it hurt", new_id)
    walk = replace(walk, at="do")
    notebook.reflecting.finish(walk.answered(chosen, new_id) if chosen else walk)
    (item,) = notebook.drawer.items()
    return item.standing.rung


@pytest.mark.parametrize(
    ("chosen", "rung"), [("say-it", Rung.REHEARSE), ("show-it", Rung.BRING), ("no-idea", Rung.KEEP)]
)
def test_it_comes_to_the_rung_of_what_was_chosen_or_stays(chosen: str, rung: Rung) -> None:
    assert rung_after(Section.TALK, chosen) is rung


def test_what_is_never_on_a_page_is_not_brought_whatever_was_chosen() -> None:
    assert rung_after(None, "show-it") is Rung.KEEP
    assert rung_after(None, "say-it") is Rung.REHEARSE


def test_without_a_choice_it_stays_in_the_drawer() -> None:
    assert rung_after(Section.TALK) is Rung.KEEP
