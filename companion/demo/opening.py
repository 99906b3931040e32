"""Opening the demo: a notebook made, filled and unlocked in a throw-away place."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from companion.demo.place import remove, throw_away_folder
from companion.demo.stand_ins import DemoVault, PreferencesInMemory
from companion.demo.story import load_story
from companion.demo.telling import Calendar, StoryClock, Teller
from companion.services.notebook import Notebook
from companion.services.preferences import PreferenceKeeper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.bootstrap import Builder
    from companion.services.house import House
    from companion.services.open_notebook import OpenNotebook

_PASSPHRASE_BYTES = 24


@contextmanager
def open_demo(builder: Builder, within: Path | None = None) -> Iterator[tuple[House, OpenNotebook]]:
    """The demo's notebook, open, with everything a face needs to show it.

    At the end it is shut and removed, whatever happened; the person's own
    notebook and preferences are never touched.

    Args:
        builder: Where clock, words, paths and the rest come from.
        within: Where to make the throw-away place; none: where the system puts
            temporary things.

    Raises:
        StorageError: If there is no place for it.
        ContentError: If the story does not fit the paths.
    """
    with throw_away_folder(within) as folder:
        clock = StoryClock(builder.clock)
        vault = DemoVault(folder / "notebook")
        notebook = Notebook(vault, lambda: replace(builder.surroundings(), clock=clock))
        house = builder.house._replace(
            notebook=notebook,
            preferences=_preferences(builder),
            clock=clock,
            is_demo=True,
            abandon=partial(remove, folder),
            speak=None,
        )
        try:
            yield house, _told(builder, notebook, clock)
        finally:
            notebook.lock()


def _preferences(builder: Builder) -> PreferenceKeeper:
    """The person's own preferences, of which no change is kept."""
    kept = PreferencesInMemory(builder.preferences.current)
    return PreferenceKeeper(kept, builder.keyboard, builder.languages)


def _told(builder: Builder, notebook: Notebook, clock: StoryClock) -> OpenNotebook:
    story = load_story(builder.words.code)
    calendar = Calendar(story, clock)
    clock.show(calendar.beginning)
    opened = notebook.set_up(secrets.token_urlsafe(_PASSPHRASE_BYTES), story.name)
    Teller(story, opened, clock, calendar).tell(builder.words.say("plain.note_title"))
    clock.show(None)
    return opened
