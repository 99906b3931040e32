"""A person with a real notebook, who writes in it over weeks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from support.real import PASSPHRASE, CheapBuilder

from companion.domain.page import Line, Mode
from companion.domain.path import Form, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from support.time import FixedClock

    from companion.domain.answer import Reflection, Value
    from companion.services.open_notebook import OpenNotebook


@dataclass
class Person:
    """Everything in it goes through the services, on an encrypted notebook."""

    home: Path
    clock: FixedClock
    opened: OpenNotebook = field(init=False)
    asked: list[str] = field(default_factory=list)
    """The steps of the walk before, in the order they were asked."""

    def __post_init__(self) -> None:
        builder = CheapBuilder(self.clock, str(self.home / "notebook"))
        self.notebook = builder.notebook
        self.opened = self.notebook.set_up(PASSPHRASE)

    def later(self, **time: float) -> None:
        """Some time passes; the notebook is shut in between, as it would be."""
        self.notebook.lock()
        self.clock.advance(**time)
        self.opened = self.notebook.unlock(PASSPHRASE)

    def session(self) -> None:
        """A session takes place now, and the next one is in a week."""
        now = self.clock.now()
        planned = self.opened.appointments.interval().next
        if planned is not None and planned.at - now < timedelta(days=1):
            self.opened.appointments.held(planned.number)
        else:
            self.opened.appointments.add(now)
        self.opened.appointments.add(now + timedelta(days=7))
        self.clock.advance(minutes=50)

    def walk(
        self,
        path_id: str,
        said: Mapping[str, Value],
        form: Form = Form.FULL,
        places: Mapping[str, Place] | None = None,
    ) -> Reflection | None:
        """Walk a path to its end, saying these things and nothing else."""
        reflecting = self.opened.reflecting
        walk = reflecting.begin(path_id, form)
        self.asked = []
        while True:
            step = walk.step.id
            self.asked.append(step)
            if step in said:
                walk = walk.answered(said[step], reflecting.new_answer_id)
                walk = walk.placed((places or {}).get(step, walk.step.place))
                reflecting.keep_draft(walk)
            if walk.at_end:
                return reflecting.finish(walk)
            walk = walk.forward()

    def page(self) -> str:
        """The page as it would be printed now."""
        return self.opened.pages.render(self.opened.pages.desk().page)

    def tick(self, words: str, *, agreed: bool = False) -> bool:
        """Tick the line that begins so; false where there is none to tick."""
        desk = self.opened.pages.desk()
        for one in desk.candidates:
            if one.text.startswith(words):
                line = Line(one.answer_id, one.section, Mode.PLEASE_ASK, agreed=agreed)
                self.opened.pages.keep(desk, [*desk.lines, line])
                return True
        return False
