"""What the composer asks in a dialog before it changes something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain.page import CAPS
from companion.ui.screens.confirm import NO, YES, AskScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.page.composing import Composing, Row
    from companion.ui.page_table import PageTable
    from companion.ui.screens.inside import NotebookScreen


async def says_yes_twice(screen: NotebookScreen[Any], row: Row) -> bool:
    """Whether the second yes is given to a line that needs one.

    Args:
        screen: The composer.
        row: The line.
    """
    question = screen.say(f"composer.second_yes.{row.candidate.section}")
    answers = {one: screen.say(f"composer.second_yes.{one}") for one in (NO, YES)}
    return await screen.app.push_screen_wait(AskScreen(screen.words, question, answers)) == YES


async def shorten(screen: NotebookScreen[Any], table: PageTable, answer_id: str) -> None:
    """Let someone say a ticked line in fewer words.

    Args:
        screen: The composer.
        table: What lies on it.
        answer_id: The line's answer.
    """
    from companion.ui.screens.shorten import ShortenScreen

    row = table.composing.row(answer_id)
    if row is not None:
        cap = CAPS[row.section].words
        keep = partial(table.reword, answer_id)
        asked = ShortenScreen(screen.words, row.candidate.text, row.wording, cap, keep)
        await screen.app.push_screen_wait(asked)


async def fits_or_is_seen(
    screen: NotebookScreen[Any], table: PageTable, keep: Callable[[Composing], None]
) -> bool:
    """Ask which line matters less until the page fits, or they want to see it as it is.

    Args:
        screen: The composer.
        table: What lies on it.
        keep: Shows a change and keeps it.

    Returns:
        Whether to go on to the page.
    """
    from companion.ui.screens.matters_less import Less, MattersLessScreen

    while table.composing.over:
        asked = MattersLessScreen(screen.words, table.composing, table.desk.kind)
        answer = await screen.app.push_screen_wait(asked)
        if answer is None or answer.choice is Less.SEE:
            return answer is not None
        if answer.choice is Less.SHORTEN:
            await shorten(screen, table, answer.answer_id)
        else:
            keep(table.composing.unticked(answer.answer_id))
    return True


async def choose_head(screen: NotebookScreen[Any], table: PageTable) -> None:
    """Let someone choose what stands at the head and the foot of the page.

    Args:
        screen: The composer.
        table: What lies on it.

    Raises:
        StorageError: If what stands there now could not be read.
    """
    from companion.ui.screens.head import HeadScreen

    name, footer = await table.head()
    asked = HeadScreen(screen.words, "composer.head", name, table.set_head, more=footer)
    await screen.app.push_screen_wait(asked)
