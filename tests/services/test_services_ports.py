"""The rooms below, and their fakes, have the shapes that the ports ask for."""

from __future__ import annotations

import inspect
from functools import cached_property

import pytest
from support import (
    cards,
    fakes,
    keeping,
    memory,
    movements,
    packs,
    passages,
    reflections,
    stores,
    time,
    undoing,
    ways,
    wiping,
    world,
)

from companion.bootstrap import SystemClock
from companion.catalog.crisis import Directory
from companion.catalog.guide import Guide
from companion.catalog.language import Language
from companion.catalog.packs.shelf import PackFiles
from companion.catalog.shelf import Bookshelf
from companion.domain.clock import Clock
from companion.exchange.archivist import Archivist
from companion.export import outbox, writer
from companion.services import guide, help_now, house, preferences
from companion.services.ports import (
    answer_stores,
    archive_store,
    content,
    files,
    vaults,
    way_stores,
)
from companion.services.ports import stores as shapes
from companion.storage.preferences import PreferencesFile
from companion.storage.store.archive import ArchiveRepository
from companion.storage.store.drawer import DrawerRepository
from companion.storage.store.movement import MovementRepository
from companion.storage.store.open_stores import OpenStores
from companion.storage.store.pages import PageRepository
from companion.storage.store.passages import PassageRepository
from companion.storage.store.reflections import ReflectionRepository
from companion.storage.store.sessions import SessionRepository
from companion.storage.store.settings import SettingRepository
from companion.storage.store.tags import TagRepository
from companion.storage.store.undo import UndoRepository
from companion.storage.store.way import WayRepository
from companion.storage.vault.keeping import Keeping
from companion.storage.vault.open_card import Card
from companion.storage.vault.restoring import Restoring
from companion.storage.vault.strength import ZxcvbnJudge
from companion.storage.vault.vault import FolderVault
from companion.storage.vault.wiping import Wiping
from companion.ui.keyboard import AppKeyboard

FITTING = [
    (Clock, SystemClock, time.FixedClock),
    (help_now.CrisisDirectory, Directory, fakes.FakeDirectory),
    (answer_stores.MovementStore, MovementRepository, movements.MemoryMovement),
    (answer_stores.PassageStore, PassageRepository, passages.MemoryPassages),
    (answer_stores.DrawerStore, DrawerRepository, stores.MemoryDrawer),
    (answer_stores.TagStore, TagRepository, stores.MemoryTags),
    (answer_stores.UndoStore, UndoRepository, undoing.MemoryUndo),
    (way_stores.WayStore, WayRepository, ways.MemoryWay),
    (files.Outbox, outbox.Outbox, fakes.MemoryOutbox),
    (files.Archivist, Archivist, fakes.FakeArchivist),
    (archive_store.ArchiveStore, ArchiveRepository, stores.MemoryArchive),
    (vaults.Keeping, Keeping, keeping.MemoryKeeping),
    (vaults.Wiping, Wiping, wiping.MemoryWiping),
    (vaults.OpenCard, Card, cards.MemoryCard),
    (vaults.Restoring, Restoring, keeping.MemoryRestoring),
    (shapes.PageStore, PageRepository, stores.MemoryPages),
    (files.PageWriter, writer.Writer, fakes.PlainWriter),
    (files.LeafletPrinter, writer.Writer, fakes.PlainWriter),
    (vaults.PassphraseJudge, ZxcvbnJudge, fakes.FakeJudge),
    (shapes.ReflectionStore, ReflectionRepository, reflections.MemoryReflections),
    (shapes.SessionStore, SessionRepository, stores.MemorySessions),
    (shapes.SettingStore, SettingRepository, stores.MemorySettings),
    (content.Shelf, Bookshelf, fakes.FakeShelf),
    (content.PackShelf, PackFiles, packs.MemoryPacks),
    (vaults.Vault, FolderVault, fakes.FakeVault),
    (content.Words, Language, fakes.PlainWords),
    (preferences.PreferenceFile, PreferencesFile, fakes.MemoryPreferences),
    (preferences.Keyboard, AppKeyboard, preferences.NoKeyboard),
    (guide.GuidePages, Guide, guide.NoGuide),
]


def asked(port: type) -> list[str]:
    """What a port asks for, the properties left aside."""
    return [name for name, one in vars(port).items() if inspect.isfunction(one) and name[0] != "_"]


def shape(owner: type, name: str) -> list[tuple[str, object, object]]:
    """The parameters of a method: their names, kinds and defaults."""
    parameters = inspect.signature(getattr(owner, name)).parameters.values()
    return [(one.name, one.kind, one.default) for one in parameters]


@pytest.mark.parametrize(("port", "real", "fake"), FITTING, ids=lambda one: one.__name__)
def test_the_real_room_and_its_fake_fit_the_port(port: type, real: type, fake: type) -> None:
    for name in asked(port):
        assert shape(real, name) == shape(port, name), name
        assert shape(fake, name) == shape(port, name), name


def test_an_open_notebook_holds_every_store() -> None:
    names = {name for name, one in vars(shapes.Stores).items() if isinstance(one, property)}
    kept = vars(OpenStores).items()
    assert names == {name for name, one in kept if isinstance(one, cached_property)}
    assert names <= set(vars(stores.MemoryStores(memory.Memory())))


def test_every_port_has_a_fake() -> None:
    known = {port for port, _, _ in FITTING} | {shapes.Stores}
    for room in (content, files, shapes, answer_stores, way_stores, vaults):
        here = {one for _, one in inspect.getmembers(room, inspect.isclass)}
        assert {one for one in here if one.__module__ == room.__name__} <= known


def test_a_house_is_made_of_what_there_is() -> None:
    clock = time.FixedClock()
    whole = house.House(
        world.World().notebook,
        fakes.PlainWords(),
        help_now.HelpNow(fakes.FakeDirectory(), clock),
        preferences.PreferenceKeeper(fakes.MemoryPreferences()),
        clock,
    )
    assert whole.clock is clock
