"""What the guide prints: which of it, as what, and whether it is remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.fakes import MemoryOutbox, PlainWriter
from support.world import World

from companion.catalog.guide import Guide
from companion.catalog.shelf import Bookshelf
from companion.domain.errors import FileExistsAlreadyError
from companion.domain.printing import Paper, Printing
from companion.services.exported import What
from companion.services.leaflets import Leaflets

if TYPE_CHECKING:
    from companion.services.open_notebook import OpenNotebook

FILE = Path("/somewhere/leaflet.pdf").absolute()
QUESTION = "What do you two work on?"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def leaflets(world: World) -> Leaflets:
    return Leaflets(Guide(), PlainWriter(), world.outbox, Bookshelf())


@pytest.fixture
def opened(world: World) -> OpenNotebook:
    return world.opened()


def test_all_but_the_program_can_be_printed(leaflets: Leaflets) -> None:
    left = [topic for topic in Guide().topics() if not leaflets.can_print(topic)]
    assert left == ["open-notebook"]


def test_two_topics_are_printed_as_the_sheet_they_speak_of(
    leaflets: Leaflets, world: World
) -> None:
    sheets = [topic for topic in Guide().topics() if leaflets.is_sheet(topic)]
    assert sheets == ["agreement", "guess-my-number"]
    for topic, holds in (("agreement", QUESTION), ("guess-my-number", "letter")):
        leaflets.write(topic, FILE, Printing(Paper.LETTER), replace=True)
        assert holds in world.outbox.files[FILE]
    leaflets.write("privacy", FILE, replace=True)
    assert "Privacy in plain words" in world.outbox.files[FILE]


def test_it_is_remembered_where_a_notebook_is_open_and_nowhere_else(
    leaflets: Leaflets, opened: OpenNotebook
) -> None:
    leaflets.write("privacy", FILE)
    assert opened.exported.files() == ()
    leaflets.write("privacy", FILE, replace=True, exported=opened.exported)
    assert [(one.file, one.what) for one in opened.exported.files()] == [(FILE, What.GUIDE)]


def test_what_is_there_is_left_and_not_remembered(
    leaflets: Leaflets, world: World, opened: OpenNotebook
) -> None:
    world.outbox.files[FILE] = "a letter"
    with pytest.raises(FileExistsAlreadyError):
        leaflets.write("privacy", FILE, exported=opened.exported)
    with pytest.raises(FileExistsAlreadyError):
        leaflets.write_empty("md", FILE)
    assert world.outbox.files == {FILE: "a letter"}
    assert opened.exported.files() == ()


@pytest.mark.parametrize("names", [False, True])
def test_an_empty_agreement_has_every_question_and_no_answer(
    leaflets: Leaflets, *, names: bool
) -> None:
    sheet = leaflets.empty_agreement(names=names)
    assert [one.answer for one in sheet.points] == ["", "", "", ""]
    assert sheet.points[0].question == QUESTION
    assert sheet.names == names


def test_an_empty_agreement_is_written_in_every_form(leaflets: Leaflets) -> None:
    outbox = MemoryOutbox()
    here = Leaflets(Guide(), PlainWriter(), outbox, Bookshelf())
    for form, begins in (("text", "text\n"), ("md", "md\n"), ("pdf", "a4-large\n")):
        here.write_empty(form, FILE, Printing(large=True), names=True, replace=True)
        assert outbox.files[FILE].startswith(begins)
    assert outbox.files[FILE].endswith(" names")
    assert leaflets.render_empty("text") == here.render_empty("text")
