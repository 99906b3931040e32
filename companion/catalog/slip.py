"""What is wrong with a piece of content: in a few English words, and as a code."""

from __future__ import annotations

from typing import Self


class Slip(str):
    """What is wrong, for whoever writes companion's own content, and a code beside it.

    The words are enough for somebody who knows these files. A therapist who wrote a pack
    is told by the code, in their language, and what to write instead.
    """

    __slots__ = ("code", "details")

    code: str
    """What is wrong, as `homework_check.problem.<code>` in the interface's sentences."""
    details: tuple[tuple[str, str | int], ...]
    """What fills that sentence's gaps."""

    def __new__(cls, words: str, code: str, /, **details: str | int) -> Self:
        """Say what is wrong.

        Args:
            words: In English, short.
            code: As a code.
            details: What fills the gaps of the code's sentence.
        """
        made = super().__new__(cls, words)
        made.code = code
        made.details = tuple(details.items())
        return made
