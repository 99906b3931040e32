"""Keep, print and wipe, or wipe, line by line: never by one key, with a way back at each step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from plain_room import Room, room, says
from support.builders import a_reflection, an_answer
from support.fakes import PASSPHRASE
from support.reflections import MemoryReflections

from companion.domain.errors import WrongPassphraseError
from companion.domain.wiping import Staying
from companion.plain.menu import MORE, menu
from companion.plain.shut import NotebookShutError
from companion.plain.wiping import part_with
from companion.services.exported import What

KEEP, PRINT, WIPE = "1", "2", "3"
FILES = (Path("page.txt").absolute(), Path("words.txt").absolute())


@pytest.fixture
def at() -> Room:
    at = room()
    made = a_reflection("one", an_answer("a", "plum"))
    MemoryReflections(at.memory).put(replace(made, journey_id=at.memory.journeys[0].id))
    return at


def gone(at: Room, *said: str) -> str:
    """Wipe it, and say what was said."""
    with pytest.raises(NotebookShutError) as shut:
        at(part_with, said=said)
    assert shut.value.is_gone
    assert not at.world.vault.exists()
    return at.out


def saved(at: Room) -> None:
    for file in FILES:
        at.world.outbox.write(file, "words")
        at.opened.exported.remember(file, What.PAGE)


@pytest.mark.parametrize("chosen", [KEEP, ""])
def test_keeping_does_nothing(at: Room, chosen: str) -> None:
    out = at(part_with, said=(chosen,))
    assert says("parting.kept") in out
    assert at.world.vault.is_open


def test_the_three_ways_are_said_alike_with_what_they_mean(at: Room) -> None:
    out = at(part_with, said=("",))
    for way in ("keep", "print-and-wipe", "wipe"):
        assert f"{says(f'parting.{way}')}. {says(f'parting.{way}_about')}" in out


def test_wiping_asks_for_the_passphrase_and_for_the_word(at: Room) -> None:
    gone(at, WIPE, PASSPHRASE, " Wipe ")


def test_what_stays_is_named(at: Room) -> None:
    at.world.vault.wiping.stays = Staying((Path("notebook.before-1"),), (Path("poem.txt"),))
    saved(at)
    out = at(part_with, said=(WIPE, "", PASSPHRASE, ""))
    for named in ("page.txt", "words.txt", "notebook.before-1", "poem.txt"):
        assert named in out
    assert says("wipe.goes_about", folder=str(at.world.vault.folder)) in out
    assert says("wipe.plain.left") in out
    assert at.world.vault.is_open


def test_saved_files_are_removed_one_by_one_if_one_likes(at: Room) -> None:
    saved(at)
    at(part_with, said=(WIPE, "1", "", PASSPHRASE, ""))
    assert len(at.world.outbox.files) == 1
    (left,) = at.opened.exported.files()
    assert left.file.name in {file.name for file in at.world.outbox.files}


def test_another_passphrase_removes_nothing(at: Room) -> None:
    with pytest.raises(WrongPassphraseError):
        at(part_with, said=(WIPE, "a guess", "wipe"))
    assert at.world.vault.is_open


def test_another_word_is_asked_again_and_an_empty_one_is_a_no(at: Room) -> None:
    out = at(part_with, said=(WIPE, PASSPHRASE, "yes", ""))
    assert says("wipe.word_differs", word="wipe") in out
    assert at.world.vault.is_open


@pytest.mark.parametrize("count", range(3))
def test_input_that_ends_anywhere_removes_nothing(at: Room, count: int) -> None:
    at(part_with, said=(WIPE, PASSPHRASE, "wipe")[:count])
    assert at.ended
    assert at.world.vault.is_open


def test_printing_comes_first_and_wiping_after_a_yes(at: Room) -> None:
    file = FILES[1]
    at(part_with, said=(PRINT, "1", "", str(file), "no"))
    assert "plum" in at.world.outbox.files[file]
    assert at.world.vault.is_open
    gone(at, PRINT, "", "", "yes", "", PASSPHRASE, "wipe")
    assert list(at.world.outbox.files) == [file]


def test_a_disk_that_refuses_is_told_and_the_notebook_is_shut(at: Room) -> None:
    at.world.vault.wiping.refuses = True
    with pytest.raises(NotebookShutError) as shut:
        at(part_with, said=(WIPE, PASSPHRASE, "wipe"))
    assert not shut.value.is_gone
    assert at.world.notebook.wiping.begun()


def test_from_the_menu_it_ends_once_it_is_gone(at: Room) -> None:
    more = (str(8), str(MORE.index("parting") + 1))
    out = at(menu, said=(*more, WIPE, PASSPHRASE, "wipe"))
    assert out.endswith(says("wiped.left_elsewhere"))
    assert not at.ended


def test_the_demo_wipes_nothing(at: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    house = at.house._replace(is_demo=True)
    monkeypatch.setattr(Room, "house", house)
    for said in ((WIPE,), (PRINT, "")):
        assert says("parting.demo") in at(part_with, said=said)
    assert at.world.vault.is_open
