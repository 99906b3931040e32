"""Looking up what a step needs to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.answer import MapPoint
from companion.domain.path import StepKind
from companion.services.help_blocks import HelpBlock, country_blocks, own_blocks
from companion.ui.widgets.steps.asked import Asked

if TYPE_CHECKING:
    from companion.domain.walk import Walk
    from companion.ui.context import Context


async def asked_of(context: Context, walk: Walk, *, look_back: bool = True) -> Asked:
    """The step a walk stands at, with what was said and what it looks back on.

    Args:
        context: What the open notebook offers.
        walk: The walk.
        look_back: Whether to read what earlier reflections have for it.

    Raises:
        StorageError: If the notebook could not be read.
    """
    step, reflecting = walk.step, context.open.reflecting
    said, near = walk.answer(step.id), walk.values.get(step.near)
    on_map = look_back and step.kind is StepKind.MAP
    back = look_back and step.kind is StepKind.LOOK_BACK
    earlier = await context.in_order(reflecting.earlier_points) if on_map else []
    looked_back = await context.in_order(reflecting.look_back, step) if back else ()
    return Asked(
        words=context.house.words,
        clock=context.house.clock,
        step=step,
        value=said.value if said else None,
        place=said.place if said else step.place,
        near=near if isinstance(near, MapPoint) else None,
        earlier=tuple(earlier),
        looked_back=looked_back,
        help=_help(context) if step.shows_help else (),
    )


def _help(context: Context) -> tuple[HelpBlock, ...]:
    """One's own people and the numbers, as they are known without looking anything up."""
    house = context.house
    own = own_blocks(house.words, context.open.own_help.known)
    card = house.help_now.card(house.preferences.current.country)
    if card is None:  # help now asks for the country; here nothing more is asked
        return (*own, HelpBlock("", (house.words.say("help.elsewhere"),)))
    return (*own, *country_blocks(house.words, card))
