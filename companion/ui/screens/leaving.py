"""Leaving a screen whose last words could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.ui.screens.confirm import AskScreen

if TYPE_CHECKING:
    from companion.ui.screens.base import CompanionScreen
    from companion.ui.screens.inside import CompanionDialog

STAY, LEAVE = "stay", "leave"


async def leaves_without(screen: CompanionScreen[Any] | CompanionDialog[Any]) -> bool:
    """Ask whether someone would rather leave without the last words than stay.

    Called from a worker of the screen, after saving failed twice.
    """
    answers = {one: screen.say(f"reflect.not_kept.{one}") for one in (STAY, LEAVE)}
    question = AskScreen(screen.words, screen.say("reflect.not_kept.question"), answers)
    return await screen.app.push_screen_wait(question) == LEAVE
