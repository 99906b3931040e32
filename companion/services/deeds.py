"""What can be undone: each deed with all that it can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.undoing import Deed, Scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.journey import Journey, Session
    from companion.domain.ladder import Rung, Unsaid
    from companion.domain.path import Place
    from companion.services.appointments import Appointments
    from companion.services.drawer import Drawer
    from companion.services.journal import Journal
    from companion.services.journeys import Journeys
    from companion.services.tasks import Agreed
    from companion.services.undo import Undo
    from companion.services.vocabulary import Vocabulary

_WORDS = frozenset({"words"})
_OPEN_JOURNEY = frozenset({"journey.open"})


class Deeds:
    """Does what the services do, in a way that `Undo` can undo."""

    def __init__(
        self,
        undo: Undo,
        journal: Journal,
        appointments: Appointments,
        drawer: Drawer,
        agreed: Agreed,
        journeys: Journeys,
        vocabulary: Vocabulary,
    ) -> None:
        """Take what it works with."""
        self._undo = undo
        self._journal = journal
        self._appointments = appointments
        self._drawer = drawer
        self._agreed = agreed
        self._journeys = journeys
        self._vocabulary = vocabulary

    def remove_entry(self, entry_id: str) -> None:
        """Remove a whole entry, as `Journal.remove` does."""
        call = self._journal.remove
        self._undo.doing(Deed.ENTRY_REMOVED, _entry(entry_id), lambda: call(entry_id), entry_id)

    def let_go(self, entry_id: str, answer_id: str) -> None:
        """Let an answer of an entry go for good; the whole entry, where it is all there is.

        Raises:
            UnknownReflectionError: If there is no such entry.
            StorageError: If it could not be written.
        """
        if [one.id for one in self._journal.entry(entry_id).answers] == [answer_id]:
            self.remove_entry(entry_id)
            return
        call = self._journal.let_go
        self._undo.doing(Deed.ANSWER_LET_GO, _entry(entry_id), lambda: call(answer_id), entry_id)

    def move_answer(self, entry_id: str, answer_id: str, place: Place) -> None:
        """Put an answer of an entry in another place, as `Journal.move` does."""
        call = self._journal.move
        self._undo.doing(
            Deed.ANSWER_MOVED, _entry(entry_id), lambda: call(answer_id, place), entry_id, place
        )

    def move_session(self, at: datetime, number: int | None = None) -> Session:
        """Move a session, as `Appointments.move` does."""
        return self._to_session(
            Deed.SESSION_MOVED, number, lambda: self._appointments.move(at, number)
        )

    def held(self, number: int | None = None) -> Session:
        """Say that a session took place, as `Appointments.held` does."""
        return self._to_session(Deed.SESSION_HELD, number, lambda: self._appointments.held(number))

    def missed(self, number: int | None = None) -> Session:
        """Say that a session did not take place, as `Appointments.missed` does."""
        call = self._appointments.missed
        return self._to_session(Deed.SESSION_MISSED, number, lambda: call(number))

    def move_rung(self, answer_id: str, rung: Rung) -> Unsaid:
        """Move something unsaid to a rung, as `Drawer.move` does."""
        scope = Scope(answers=frozenset({answer_id}))
        return self._undo.doing(
            Deed.RUNG, scope, lambda: self._drawer.move(answer_id, rung), answer_id, rung
        )

    def drop_task(self, task_id: str) -> None:
        """Let a task drop, as `Agreed.let_drop` does."""
        scope = Scope(entries=frozenset({task_id}), settings=_WORDS)
        call = self._agreed.let_drop
        self._undo.doing(Deed.TASK_DROPPED, scope, lambda: call(task_id), task_id)

    def close_journey(self, journey_id: str) -> Journey:
        """Close a therapy, as `Journeys.close` does."""
        scope = Scope(journeys=True, settings=_OPEN_JOURNEY)
        call = self._journeys.close
        return self._undo.doing(Deed.JOURNEY_CLOSED, scope, lambda: call(journey_id), journey_id)

    def add_word(self, word: str, group_id: str) -> None:
        """Offer a word of one's own, as `Vocabulary.add` does."""
        self._to_words(Deed.WORD_ADDED, word, lambda: self._vocabulary.add(word, group_id))

    def move_word(self, word: str, group_id: str) -> None:
        """Put a word in another group, as `Vocabulary.move` does."""
        self._to_words(Deed.WORD_MOVED, word, lambda: self._vocabulary.move(word, group_id))

    def hide_word(self, word: str) -> None:
        """Do not offer a word any more, as `Vocabulary.hide` does."""
        self._to_words(Deed.WORD_HIDDEN, word, lambda: self._vocabulary.hide(word))

    def show_word(self, word: str) -> None:
        """Offer a hidden word again, as `Vocabulary.show` does."""
        self._to_words(Deed.WORD_SHOWN, word, lambda: self._vocabulary.show(word))

    def _to_session(self, deed: Deed, number: int | None, call: Callable[[], Session]) -> Session:
        session = self._appointments.numbered(number)
        # What was ticked while none was planned may come to this one's page.
        scope = Scope(sessions_of=session.journey_id, pages=frozenset({"", session.id}))
        return self._undo.doing(deed, scope, call, session.id, str(session.number))

    def _to_words(self, deed: Deed, word: str, call: Callable[[], None]) -> None:
        self._undo.doing(deed, Scope(settings=_WORDS), call, name=word)


def _entry(entry_id: str) -> Scope:
    return Scope(entries=frozenset({entry_id}))
