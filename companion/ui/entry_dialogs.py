"""What is asked over an entry: its tags, its day, whether to close it; and how it read before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.ui.screens.ask_day import AskDayScreen
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.earlier import EarlierScreen
from companion.ui.screens.tag_entry import TagScreen

if TYPE_CHECKING:
    from companion.domain.answer import Answer, Reflection
    from companion.ui.entry_view import EntryView
    from companion.ui.screens.inside import NotebookScreen

CLOSE, READ_ON = "close", "read-on"


async def show_earlier(screen: NotebookScreen[Any], view: EntryView, answer: Answer) -> None:
    """Show how an answer read before it was changed; nothing, if it never was."""
    wordings = view.wordings.get(answer.id, ())
    if wordings:
        clock = screen.context.house.clock
        earlier = EarlierScreen(screen.words, clock, answer, wordings)
        await screen.app.push_screen_wait(earlier)


async def tagged(screen: NotebookScreen[Any], entry: Reflection) -> bool:
    """Ask for an entry's tags; says whether they were kept.

    Raises:
        StorageError: If they could not be written.
    """
    journal, in_order = screen.context.open.journal, screen.context.in_order
    asked = TagScreen(screen.words, entry.tags, await in_order(journal.tags))
    chosen = await screen.app.push_screen_wait(asked)
    if chosen is None:
        return False
    await in_order(journal.tag, entry.id, chosen)
    return True


async def redated(screen: NotebookScreen[Any], entry_id: str) -> bool:
    """Ask which day an entry is about; says whether that was kept.

    Raises:
        StorageError: If it could not be written.
    """
    asked = AskDayScreen(screen.words, screen.context.house.clock, screen.say("paths.day_question"))
    moment = await screen.app.push_screen_wait(asked)
    if moment is None:
        return False
    await screen.context.in_order(screen.context.open.journal.redate, entry_id, moment)
    return True


async def closes_again(screen: NotebookScreen[Any], entry_id: str) -> bool:
    """Where an entry was opened often today, ask whether it shall be closed."""
    opened = screen.context.open.pacing.opened
    if not await screen.context.in_order(opened, entry_id):
        return False
    answers = {CLOSE: screen.say("entry.again.close"), READ_ON: screen.say("entry.again.read-on")}
    asked = AskScreen(screen.words, screen.say("entry.again.question"), answers)
    return await screen.app.push_screen_wait(asked) == CLOSE
