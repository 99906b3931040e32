"""The one place that knows every layer: it reads the clock, gives ids, finds the folders.

Importing it imports none of the heavy rooms; each is imported by what needs it.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.catalog.guide import Guide
    from companion.catalog.language import Language
    from companion.domain.clock import Clock
    from companion.domain.safekeeping import Process
    from companion.services.help_now import HelpNow
    from companion.services.house import House
    from companion.services.leaflets import Leaflets
    from companion.services.notebook import Notebook
    from companion.services.ports.vaults import Vault
    from companion.services.preferences import Keyboard, PreferenceKeeper
    from companion.services.surroundings import Surroundings

NOTEBOOK_VARIABLE = "COMPANION_NOTEBOOK"
"""The environment's name for the notebook's folder."""
_APP = "companion"
_TO_OPEN = (
    "cryptography.hazmat.primitives.kdf.argon2",
    "cryptography.hazmat.primitives.ciphers.aead",
    "companion.storage.vault.slots",
    "companion.storage.vault.rekeying",
    "companion.storage.vault.hot_journal",
    "companion.storage.vault.memory",
    "companion.storage.vault.opened",
    "companion.storage.vault.synced",
    "companion.storage.vault.wiping",
    "companion.storage.machine",
    "cryptography.hazmat.primitives.hmac",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "concurrent.futures.thread",
    "companion.storage.store.opening",
    "companion.storage.store.open_stores",
    "companion.services.open_notebook",
    "companion.services.safekeeping",
)


class SystemClock:
    """The machine's clock and the zone it is set to, summer time included."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    def local(self, moment: datetime) -> datetime:
        """The same moment on the person's wall clock, aware."""
        return moment.astimezone()

    def from_local(self, wall: datetime) -> datetime:
        """The moment a wall-clock time stands for, aware, in UTC."""
        return wall.astimezone().astimezone(UTC)


def new_id() -> str:
    """A new random id (32 hexadecimal digits)."""
    from uuid import uuid4

    return uuid4().hex


def notebook_folder(named: str = "") -> Path:
    """Where the notebook is: where one says, or in the person's data folder.

    Args:
        named: The folder named on the command line, or nothing.
    """
    place = named or os.environ.get(NOTEBOOK_VARIABLE, "")
    if place:
        from companion.system.named import named_path

        return named_path(place).absolute()
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False) / "notebook"


def config_folder() -> Path:
    """Where preferences are kept."""
    from platformdirs import user_config_path

    return user_config_path(_APP, appauthor=False)


def this_machine() -> str:
    """A name for this machine that means nothing anywhere else; empty if none can be kept."""
    from companion.storage.machine import machine_name

    return machine_name(config_folder(), os.urandom)


class Builder:
    """Builds the house, room by room, as each is needed."""

    def __init__(self, notebook: str = "", language: str = "") -> None:
        """Take what was said on the command line; nothing is read yet.

        Args:
            notebook: The notebook's folder, or nothing.
            language: A language code, or nothing.
        """
        self._named = notebook
        self._language = language
        self.clock: Clock = SystemClock()
        """The machine's clock."""
        self.random_bytes: Callable[[int], bytes] = os.urandom
        """Gives unguessable bytes."""

    @cached_property
    def words(self) -> Language:
        """The interface's language."""
        from companion.catalog.language import Language, choose_language

        wanted = self._language or self.preferences.current.language
        return Language(choose_language(wanted, os.environ))

    @cached_property
    def preferences(self) -> PreferenceKeeper:
        """What is set outside the notebook."""
        from companion.services.preferences import PreferenceKeeper
        from companion.storage.preferences import PreferencesFile

        file = PreferencesFile(config_folder(), self._explain)
        return PreferenceKeeper(file, self.keyboard, self.languages)

    def _explain(self, key: str) -> str:
        # The file's sentences are in the person's language, which stands in the file itself:
        # it is asked for when something is written.
        return self.words.say(key)

    def keyboard(self) -> Keyboard:
        """The app's actions and their keys."""
        from companion.ui.keyboard import AppKeyboard

        return AppKeyboard()

    def languages(self) -> list[str]:
        """The codes of the languages there are."""
        from companion.catalog.files import languages, shipped

        return languages(shipped())

    @cached_property
    def help_now(self) -> HelpNow:
        """Help lines."""
        from companion.catalog.crisis import Directory
        from companion.services.help_now import HelpNow

        return HelpNow(Directory(language=self.words.code), self.clock)

    @cached_property
    def vault(self) -> Vault:
        """The notebook's folder, locked."""
        from companion.storage.vault.vault import FolderVault

        return FolderVault(notebook_folder(self._named), machine=this_machine)

    def surroundings(self) -> Surroundings:
        """What the services need besides the vault."""
        from companion.catalog.packs.shelf import PackFiles
        from companion.catalog.shelf import Bookshelf
        from companion.exchange.archivist import Archivist
        from companion.export.outbox import Outbox
        from companion.export.writer import Writer
        from companion.services.surroundings import Surroundings
        from companion.storage.vault.strength import ZxcvbnJudge

        return Surroundings(
            shelf=Bookshelf(self.words.code),
            packs=PackFiles(self.words.code),
            writer=Writer(self.words),
            outbox=Outbox(),
            archivist=Archivist(self.words, self.clock),
            judge=ZxcvbnJudge(),
            clock=self.clock,
            new_id=new_id,
            random_bytes=self.random_bytes,
        )

    @cached_property
    def notebook(self) -> Notebook:
        """The notebook's services, locked."""
        from companion.services.notebook import Notebook

        return Notebook(self.vault, self.surroundings)

    @cached_property
    def guide(self) -> Guide:
        """The guide's pages."""
        from companion.catalog.guide import Guide

        return Guide(self.words.code)

    @cached_property
    def leaflets(self) -> Leaflets:
        """Prints pages of the guide; needs no notebook."""
        from companion.catalog.shelf import Bookshelf
        from companion.export.outbox import Outbox
        from companion.export.writer import Writer
        from companion.services.leaflets import Leaflets

        shelf = Bookshelf(self.words.code)
        return Leaflets(self.guide, Writer(self.words), Outbox(), shelf)

    @cached_property
    def house(self) -> House:
        """Everything a face of companion is handed."""
        from companion.services.house import House

        return House(
            self.notebook,
            self.words,
            self.help_now,
            self.preferences,
            self.clock,
            guide=self.guide,
            leaflets=lambda: self.leaflets,
            inspect=self.inspect,
            prepare=self.prepare_rooms,
            speak=self.speak,
        )

    def prepare(self) -> None:
        """Import what opening a notebook needs, beside whatever is being done."""
        from threading import Thread

        Thread(target=self._prepare, daemon=True).start()

    def prepare_rooms(self) -> None:
        """Import what opening a notebook needs, and then whatever can be done in it."""
        from threading import Thread

        Thread(target=self._prepare_rooms, daemon=True).start()

    def _prepare_rooms(self) -> None:
        self._prepare()
        self.notebook.prepare()
        from companion.services import open_notebook
        from companion.storage.store import open_stores

        # Help and every word are there, then, even if companion is updated or removed meanwhile.
        self.help_now.countries()
        self.words.keep()
        open_stores.import_all()
        open_notebook.import_all()

    def _prepare(self) -> None:
        # In this order: the sums of the key begin as soon as their module is there, and
        # take as long as all the others.
        for name in _TO_OPEN:
            import_module(name)
        self.surroundings()

    def speak(self, code: str) -> House:
        """Say everything in another language from now on; the notebook is to be locked.

        Args:
            code: The language's code; empty: as the preferences or the system say.
        """
        self._language = code
        for room in ("words", "help_now", "notebook", "guide", "leaflets", "house"):
            self.__dict__.pop(room, None)
        return self.house

    @staticmethod
    def inspect() -> Process:
        """Look at this process and at companion's own code."""
        from companion.inspection import inspect_process

        return inspect_process()
