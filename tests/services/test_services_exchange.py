"""Everything goes out, and other entries come in after a look at them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.builders import a_reflection, an_answer
from support.fakes import NOW, PASSPHRASE
from support.world import World

from companion.domain.archive import Archive, Arrival, Incoming, LeftOut, Source
from companion.domain.errors import (
    FileExistsAlreadyError,
    FileNotWrittenError,
    StorageError,
    UnknownImportError,
)
from companion.domain.journey import Journey
from companion.domain.pack import kept_as

OUT = Path("everything.json")
THEIRS = Path("theirs.json")


@pytest.fixture
def world() -> World:
    world = World()
    opened = world.opened()
    for number in range(3):
        opened.reflecting.note(f"Heron {number}", "A free line")
    return world


def opened(world: World) -> object:
    world.vault.close()
    return world.notebook.unlock(PASSPHRASE).exchange


def theirs(*ids: str) -> Incoming:
    entries = tuple(
        replace(a_reflection(one, an_answer(f"{one}-a", "The mill.")), journey_id="") for one in ids
    )
    return Incoming(Source.JRNL, Archive(entries), ((LeftOut.STARS, 2),))


def test_everything_goes_out_in_one_file(world: World) -> None:
    exchange = opened(world)
    exchange.as_json(OUT)
    assert len(world.outbox.files[OUT].splitlines()) == 3


def test_progress_is_told_every_thousand(world: World) -> None:
    for number in range(2100):
        reflection = a_reflection(f"r{number}", an_answer(f"a{number}", "x"), when=NOW)
        world.memory.reflections[reflection.id] = reflection
        world.memory.order[reflection.id] = number + 10
    told: list[int] = []

    opened(world).as_json(OUT, progress=told.append)

    assert told == [1000, 2000]


def test_a_file_is_replaced_only_on_request(world: World) -> None:
    exchange = opened(world)
    exchange.as_json(OUT)
    with pytest.raises(FileExistsAlreadyError):
        exchange.as_json(OUT)
    exchange.as_json(OUT, replace_it=True)
    world.outbox.writable = False
    with pytest.raises(FileNotWrittenError):
        exchange.as_json(Path("elsewhere"))


def test_everything_goes_out_as_a_folder(world: World) -> None:
    exchange = opened(world)
    exchange.as_markdown(Path("words"))
    assert sorted(world.outbox.files.values()) == ["Heron 0", "Heron 1", "Heron 2"]
    with pytest.raises(FileExistsAlreadyError):
        exchange.as_markdown(Path("words"))


def test_a_look_changes_nothing_and_says_what_would_come_in(world: World) -> None:
    own = next(iter(world.memory.reflections))
    world.archivist.incoming[THEIRS] = theirs("x1", "x2", own)
    saves = world.memory.saves

    incoming, arrival = opened(world).look(THEIRS)

    assert arrival == Arrival(Source.JRNL, 2, 1, 0, 0, ((LeftOut.STARS, 2),))
    assert world.memory.saves == saves
    assert incoming.archive.reflections


def test_what_was_looked_at_comes_in_once(world: World) -> None:
    world.archivist.incoming[THEIRS] = theirs("x1", "x2")
    exchange = opened(world)

    for expected in (2, 0):
        incoming, arrival = exchange.look(THEIRS)
        assert arrival.new == expected
        exchange.bring_in(incoming)

    journey = world.memory.journeys[0].id
    assert world.memory.reflections["x1"].journey_id == journey
    assert len(world.memory.reflections) == 5


def test_a_file_of_no_known_kind_and_a_full_disk_change_nothing(world: World) -> None:
    exchange = opened(world)
    with pytest.raises(UnknownImportError):
        exchange.look(Path("picture.png"))
    world.memory.writable = False
    with pytest.raises(StorageError):
        exchange.bring_in(theirs("x1"))
    assert len(world.memory.reflections) == 3


def of_another_journey(*ids: str) -> Incoming:
    other = Journey("other", "Mondays", NOW - timedelta(days=400))
    entries = tuple(replace(one, journey_id="other") for one in theirs(*ids).archive.reflections)
    return Incoming(Source.COMPANION, Archive(entries, (other,)))


def test_entries_that_will_stand_apart_are_said_so_before_they_come_in(world: World) -> None:
    world.archivist.incoming[THEIRS] = of_another_journey("x1", "x2")

    _, arrival = opened(world).look(THEIRS)

    assert (arrival.new, arrival.apart) == (2, 2)


def test_in_a_new_notebook_they_stand_in_front() -> None:
    world = World()
    world.opened()
    world.archivist.incoming[THEIRS] = of_another_journey("x1", "x2")
    exchange = opened(world)

    incoming, arrival = exchange.look(THEIRS)
    exchange.bring_in(incoming)

    assert (arrival.new, arrival.apart) == (2, 0)
    assert [one.id for one in world.memory.journeys] == ["other"]


def test_homework_that_would_come_in_is_said_before_it_does(world: World) -> None:
    here = kept_as(world.memory.journeys[0].id, "windows")
    world.memory.settings[here] = "{}"
    settings = ((here, "{}"), (kept_as("other", "doors"), "{}"), ("page.name", "M."))
    world.archivist.incoming[THEIRS] = Incoming(Source.COMPANION, Archive((), settings=settings))

    _, arrival = opened(world).look(THEIRS)

    assert arrival.packs == 1
    assert not arrival.is_empty
