"""The rooms one can go to from home, read when somebody goes there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from companion.ui.context import Context
    from companion.ui.screens.inside import NotebookScreen

_ROOMS = {
    "note": "NoteScreen",
    "sessions": "SessionsScreen",
    "page": "PageScreen",
    "journal": "JournalScreen",
    "keeping": "KeepingScreen",
    "unsaid": "UnsaidScreen",
    "tasks": "TasksScreen",
    "homework": "HomeworkScreen",
    "agreement": "AgreementScreen",
    "journeys": "JourneysScreen",
    "journey_map": "JourneyMapScreen",
    "moved": "MovedScreen",
    "rhythm": "RhythmScreen",
    "words": "WordsScreen",
    "book": "BookScreen",
    "parting": "PartingScreen",
    "exported": "ExportedScreen",
    "settings": "SettingsScreen",
    "guide": "GuideScreen",
    "audit": "AuditScreen",
}
# The module of a room in `screens` bears its name.
ROOMS = tuple(_ROOMS)
"""The names of all rooms."""


def room(name: str, context: Context) -> NotebookScreen[Any]:
    """A room, to be entered.

    Args:
        name: One of `ROOMS`.
        context: What the open notebook offers.
    """
    found = getattr(import_module(f"companion.ui.screens.{name}"), _ROOMS[name])
    made: NotebookScreen[Any] = found(context)
    return made
