"""The services that other services need, each imported and made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.services.appointments import Appointments
    from companion.services.exported import Exported
    from companion.services.movement import Movement
    from companion.services.own_help import OwnHelpKeeper
    from companion.services.pack_keeping import PackKeeping
    from companion.services.packed_shelf import PackedShelf
    from companion.services.page.marks import PageMarks
    from companion.services.page.second_sheets import SecondSheets
    from companion.services.ports.stores import Stores
    from companion.services.ports.vaults import OpenCard
    from companion.services.reflecting import Reflecting
    from companion.services.rhythm import Rhythm
    from companion.services.surroundings import Surroundings
    from companion.services.tasks import Agreed
    from companion.services.undo import Undo
    from companion.services.vocabulary import Vocabulary


class SharedServices:
    """The services of an open notebook that others of them need."""

    def __init__(self, stores: Stores, surroundings: Surroundings, card: OpenCard) -> None:
        """Take what is kept, what is around it, and the card that is open to read."""
        self._stores = stores
        self._around = surroundings
        self._card = card

    @cached_property
    def reflecting(self) -> Reflecting:
        """Begins, keeps and finishes reflections."""
        from companion.services.reflecting import Reflecting

        return Reflecting(
            self._stores.reflections,
            self._stores.sessions,
            self._stores.drawer,
            self.vocabulary,
            self._shelf,
            self._around.clock,
            self._around.new_id,
        )

    @cached_property
    def appointments(self) -> Appointments:
        """The sessions."""
        from companion.services.appointments import Appointments
        from companion.services.page.second_sheets import BothSheets

        return Appointments(
            self._stores.sessions,
            BothSheets(self._stores.pages, self._second),
            self._around.clock,
            self._around.new_id,
        )

    @cached_property
    def agreed(self) -> Agreed:
        """Agreed tasks, and the agreement in its versions."""
        from companion.services.tasks import Agreed

        return Agreed(
            self._stores.reflections,
            self._stores.sessions,
            self.reflecting,
            self._around.writer,
            self._around.outbox,
            self.exported,
            self._around.clock,
            self._around.new_id,
        )

    @cached_property
    def rhythm(self) -> Rhythm:
        """What is offered when."""
        from companion.services.rhythm import Rhythm

        return Rhythm(self._stores.settings, self._around.clock)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Words for feelings, one's own among them."""
        from companion.services.vocabulary import Vocabulary

        return Vocabulary(self._stores.settings, self._around.shelf)

    @cached_property
    def movement(self) -> Movement:
        """How the ratings moved over time."""
        from companion.services.movement import Movement

        return Movement(
            self._stores.movement, self._stores.sessions, self._around.shelf, self._around.clock
        )

    @cached_property
    def exported(self) -> Exported:
        """Where exported files were put."""
        from companion.services.exported import Exported

        return Exported(self._stores.settings, self._around.outbox, self._around.clock)

    @cached_property
    def undo(self) -> Undo:
        """What can be undone."""
        from companion.services.undo import Undo

        return Undo(self._stores.undo)

    @cached_property
    def own_help(self) -> OwnHelpKeeper:
        """What someone wrote for their hard moments."""
        from companion.services.own_help import OwnHelpKeeper

        return OwnHelpKeeper(
            self._stores.settings, self.reflecting, self._card, self._around.new_id
        )

    @cached_property
    def _second(self) -> SecondSheets:
        from companion.services.page.second_sheets import SecondSheets

        return SecondSheets(
            self._stores.reflections,
            self._stores.sessions,
            self._stores.settings,
            self.movement,
            self._around.clock,
        )

    @cached_property
    def _marks(self) -> PageMarks:
        from companion.services.page.marks import PageMarks

        return PageMarks(self._stores.settings, self._stores.sessions, self._around.clock)

    @cached_property
    def _packs(self) -> PackKeeping:
        from companion.services.pack_keeping import PackKeeping

        return PackKeeping(
            self._stores.settings, self._stores.sessions, self._around.packs, self._around.clock
        )

    @cached_property
    def _shelf(self) -> PackedShelf:
        from companion.services.packed_shelf import PackedShelf

        return PackedShelf(self._around.shelf, lambda: self._packs)
