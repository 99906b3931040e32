"""Plain mode on a real notebook: lines go in, and what was said and asked is looked at."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from companion.plain.face import Face
from companion.plain.terminal import Streams, Terminal
from support.real import PASSPHRASE, CheapBuilder, answers
from support.time import NOW, FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.ladder import Unsaid
    from companion.services.open_notebook import OpenNotebook


class Lines:
    """Someone who types lines into an open notebook."""

    def __init__(self, home: Path) -> None:
        """Make the notebook.

        Args:
            home: An empty folder.
        """
        self.clock = FixedClock(NOW)
        builder = CheapBuilder(self.clock, str(home / "notebook"))
        self.house = builder.house
        self.opened: OpenNotebook = self.house.notebook.set_up(PASSPHRASE, "Thursdays")
        """The notebook, open."""
        self.asked = ""
        """What was asked the last time."""

    def __call__(self, part: Callable[[Face, OpenNotebook], object], *typed: str) -> str:
        """Walk through a part of plain mode.

        Args:
            part: The part.
            typed: The lines that are typed; then there are no more.

        Returns:
            What was said, on one line.
        """
        out, errors = io.StringIO(), io.StringIO()
        try:
            part(
                Face(Terminal(Streams(io.StringIO(answers(*typed)), out, errors)), self.house),
                self.opened,
            )
        finally:
            self.asked = " ".join(errors.getvalue().split())
        return " ".join(out.getvalue().split())

    def unsaid(self, words: str) -> Unsaid:
        """Put a free line into the drawer."""
        from companion.domain.path import Place

        note = self.opened.reflecting.note(words, "A free line", Place.UNSAID)
        return self.opened.drawer.item(note.answers[0].id)

    def walked(self, path_id: str, step_id: str, words: str) -> str:
        """Answer one question of a reflection, in the drawer; gives the id of the answer."""
        from dataclasses import replace

        from companion.domain.path import Place

        reflecting = self.opened.reflecting
        walk = replace(reflecting.begin(path_id), at=step_id)
        walk = walk.answered(words, reflecting.new_answer_id).placed(Place.UNSAID)
        reflecting.finish(walk)
        return walk.said[step_id].id
