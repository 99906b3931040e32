"""What every part of plain mode works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.slash_commands import Call, call_of, country_of
from companion.domain.text import unaccented
from companion.domain.typed_number import typed_number
from companion.plain.shut import LockAskedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.domain.errors import CompanionError
    from companion.plain.terminal import Terminal
    from companion.services.house import House


def helped(face: Face, line: str) -> bool:
    """Whether a line was a call for help, which was then given, and no answer.

    Args:
        face: Says and asks.
        line: What was typed.

    Raises:
        LockAskedError: If it was the call to lock at once.
    """
    match call_of(line):
        case Call.HELP:
            from companion.plain.help_now import help_in

            help_in(face, country_of(line))
        case Call.STEADY:
            from companion.plain.help_now import walk_steady

            walk_steady(face)
        case Call.LOCK:
            raise LockAskedError
        case None:
            return False
    face.say()
    return True


@dataclass(frozen=True, slots=True)
class Face:
    """A terminal, and the house behind it."""

    terminal: Terminal
    """Where lines are said and asked for."""
    house: House
    """Everything from the layers below."""

    def say(self, key: str = "", **values: str | int) -> None:
        """Say a sentence of the interface; no key: an empty line."""
        self.terminal.say(self.words(key, **values) if key else "")

    def words(self, key: str, **values: str | int) -> str:
        """A sentence of the interface."""
        return self.house.words.say(key, **values)

    def tell(self, error: CompanionError) -> None:
        """Say what could not be done."""
        self.terminal.say(self.words(error.key, **error.details))

    def ask(self, key: str = "plain.prompt", **values: str | int) -> str:
        """Ask for one line. Help now, typed in its place, is shown; then it is asked again.

        Raises:
            InputEndedError: If there are no more lines.
            LockAskedError: If the call to lock was typed, here and wherever something is asked.
        """
        return self._answer(self.terminal.ask, f"{self.words(key, **values)} ")

    def ask_hidden(self, key: str, **values: str | int) -> str:
        """Ask for a passphrase, not showing what is typed; help now is there as well.

        Raises:
            InputEndedError: If there are no more lines.
        """
        return self._answer(self.terminal.ask_hidden, f"{self.words(key, **values)} ")

    def _answer(self, ask: Callable[[str], str], question: str) -> str:
        while helped(self, line := ask(question)):
            pass
        return line

    def yes(self, key: str, **values: str | int) -> bool:
        """Ask something that only a clear yes agrees to.

        Raises:
            InputEndedError: If there are no more lines.
        """
        return self.means(self.ask(key, **values), "plain.yes_words")

    def means(self, typed: str, key: str) -> bool:
        """Whether what was typed is a word that means something here.

        Capitals and accents make no difference: not every keyboard has them at hand.

        Args:
            typed: What was typed.
            key: The word, or several with blanks between.
        """
        return unaccented(typed.strip()) in unaccented(self.words(key)).split()

    def choose(
        self,
        labels: Sequence[str],
        key: str = "plain.which",
        *,
        needed: bool = False,
        **values: str | int,
    ) -> int | None:
        """Let someone choose from a numbered list; an empty line chooses nothing.

        Args:
            labels: What there is to choose from.
            key: The question asked after the list.
            needed: Whether an empty line is asked again, instead.
            values: What fills the question's named gaps.

        Returns:
            The index of the choice (0 or more), or none.

        Raises:
            InputEndedError: If there are no more lines.
        """
        for number, label in enumerate(labels, 1):
            self.terminal.say(f"{number}. {label}")
        while True:
            answer = self.ask(key, **values)
            if not answer:
                if needed:
                    continue
                return None
            if (chosen := typed_number(answer, 1, len(labels))) is not None:
                return chosen - 1
            self.say("plain.number_please", last=len(labels))
