"""Walking a path line by line. Every step is kept as a draft before the next is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.page import may_be_parked
from companion.domain.path import Place, StepKind
from companion.domain.path_ids import NOTE
from companion.domain.saying import shown
from companion.plain.help_now import show_help
from companion.plain.lines import ask_lines
from companion.plain.steps import Turn, ask_place, ask_step

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.answer import Reflection, Value
    from companion.domain.path import Step
    from companion.domain.walk import Walk
    from companion.plain.face import Face
    from companion.plain.steps import Heard
    from companion.services.open_notebook import OpenNotebook
    from companion.services.previewing import WalkedIn


def walk_path(face: Face, opened: WalkedIn, walk: Walk, became: str = "") -> Reflection | None:
    """Walk a path to its end, or until someone stops; either way it is kept.

    Args:
        face: Says and asks.
        opened: The open notebook, or a preview that keeps nothing.
        walk: Where to begin.
        became: The key of what is said at the end; empty: what has become of it.

    Returns:
        The finished reflection; none if it was stopped or nothing was said.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept as a draft.
        StorageError: If the end could not be written.
    """
    return _Walking(face, opened, walk, became).to_the_end()


def change_entry(face: Face, opened: OpenNotebook, entry_id: str) -> None:
    """Change what was written: step by step, or the words of a free line.

    What is not touched stays, and how it read before is kept beside it. A draft is gone
    on with.

    Args:
        face: Says and asks.
        opened: The open notebook.
        entry_id: The entry's id, whole.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept.
        UnknownReflectionError: If there is none of that id.
        UnknownPathError: If its path is not there any more.
        StorageError: If it could not be written.
    """
    entry = opened.journal.entry(entry_id)
    if entry.path_id != NOTE:
        walk_path(face, opened, opened.reflecting.change(entry.id))
        return
    face.say("plain_reflect.note_now")
    for answer in entry.answers:
        face.terminal.say(answer.shown)
    face.say("plain_reflect.note_change")
    begun_at = face.house.clock.now()
    if ask_lines(face, lambda text: change_note(opened, entry, text, begun_at)):
        face.say("reflect.changed")
    else:
        face.say("plain_reflect.note_same")


def change_note(opened: OpenNotebook, entry: Reflection, text: str, at: datetime) -> None:
    """Give a free line other words, and keep how it read before.

    Args:
        opened: The open notebook.
        entry: The free line as it was kept.
        text: Its words from now on.
        at: When this changing began (aware).

    Raises:
        NothingWrittenError: If there are no words.
        StorageError: If it could not be written.
    """
    place = entry.answers[0].place
    opened.reflecting.note(text, entry.title, place, again=entry, changed_at=at)


def ask_note(face: Face, opened: OpenNotebook, place: Place = Place.HERE) -> None:
    """Ask for a free line and where it goes. Every line is kept before the next is asked.

    Args:
        face: Says and asks.
        opened: The open notebook.
        place: Where it goes if nothing else is said.

    Raises:
        InputEndedError: If there are no more lines; what was written is kept.
        StorageError: If it could not be written.
    """
    title, kept = face.words("plain.note_title"), None

    def keep(text: str) -> Reflection:
        nonlocal kept
        kept = opened.reflecting.note(text, title, place, again=kept)
        return kept

    face.say("plain.write")
    text = ask_lines(face, keep)
    if not text:
        face.say("plain.nothing_said")
        return
    entry = keep(text)
    answer = entry.answers[0]
    wanted, _ = ask_place(face, answer.place)
    if wanted is None:
        opened.journal.remove(entry.id)
        face.say("plain.let_go")
        return
    if wanted is not answer.place:
        opened.journal.move(answer.id, wanted)
    face.say(f"plain.place.{wanted}.said")


class _Walking:
    """Holds the walk as it is at every moment, so that whatever ends it finds the words."""

    def __init__(self, face: Face, opened: WalkedIn, walk: Walk, became: str) -> None:
        self._face = face
        self._said_at_the_end = became
        self._opened = opened
        self._changes = walk.changed_at is not None
        self._walk = walk
        if self._changes and not walk.step.asks:
            self._walk = self._beyond(walk, Turn.NEXT) or walk
        self._sat_down: datetime | None = face.house.clock.now()

    def to_the_end(self) -> Reflection | None:
        self._face.terminal.say(self._walk.path.title)
        self._face.say("plain_reflect.change" if self._changes else "plain.how")
        finished, is_finished = None, False
        try:
            if self._ask_all():
                finished = self._opened.reflecting.finish(self._walk)
                is_finished = True
        finally:
            # A closed pipe, Ctrl+C and a full disk included: the words are kept first.
            if not is_finished:
                self._keep_draft()
        self._face.say(self._became(finished, is_finished=is_finished))
        return finished

    def _became(self, finished: Reflection | None, *, is_finished: bool) -> str:
        if self._said_at_the_end:
            return self._said_at_the_end
        if self._changes and self._walk.said:
            return "reflect.changed"
        if not is_finished:
            return "plain.stopped"
        return "plain.finished" if finished else "plain.nothing_said"

    def _ask_all(self) -> bool:
        """Ask step after step; says whether the end was reached."""
        while True:
            self._show_step()
            heard = ask_step(self._face, self._walk, self._so_far)
            turn = self._take(heard)
            if turn is Turn.STOP:
                return False
            there = self._beyond(self._walk, turn)
            if there is None:
                return True
            self._keep_draft()
            self._walk = there
            if turn is Turn.NEXT and self._wants_to_stop():
                return False

    def _beyond(self, walk: Walk, turn: Turn) -> Walk | None:
        """Where a turn leads; none: to the end.

        Whoever changes an answer from before has read the words around it already.
        """
        if turn is Turn.SAME:
            return walk
        there = walk
        while not (there.at_end if turn is Turn.NEXT else there.at_start):
            there = there.forward() if turn is Turn.NEXT else there.back()
            if there.step.asks or not self._changes:
                return there
        return None if turn is Turn.NEXT else walk

    def _wants_to_stop(self) -> bool:
        """After ten minutes, once, between two questions: stopping is offered."""
        sat_down = self._sat_down
        if sat_down is None or self._walk.step.kind is StepKind.CLOSE:
            return False
        if not self._opened.pacing.long_enough(sat_down):
            return False
        self._sat_down = None
        self._face.say()
        self._face.say("walking.long.question")
        labels = [self._face.words(f"walking.long.{one}") for one in ("stay", "stop")]
        return self._face.choose(labels, "plain_reflect.again") == 1

    def _so_far(self, value: Value) -> None:
        self._walk = self._walk.answered(value, self._opened.reflecting.new_answer_id)

    def _take(self, heard: Heard) -> Turn:
        """Take what was heard, and ask where it goes; says where to go then."""
        if heard.cleared:
            self._let_go()
        if heard.value is None:
            return heard.turn
        self._so_far(heard.value)
        step = self._walk.step
        said = self._walk.answer(step.id)
        if said is None or not step.placeable or _has_no_place(step):
            return heard.turn
        if heard.turn is Turn.STOP:
            return Turn.STOP  # whoever stops is asked nothing more
        place, turn = ask_place(self._face, said.place, _places(step, said.place))
        if place is None:
            self._let_go()
        else:
            self._walk = self._walk.placed(place)
        return heard.turn if turn is Turn.NEXT else turn

    def _let_go(self) -> None:
        if self._walk.answer(self._walk.step.id) is not None:
            self._face.say("plain.let_go")
        self._walk = self._walk.let_go()

    def _keep_draft(self) -> None:
        try:
            self._opened.reflecting.keep_draft(self._walk)
        except CompanionError as error:
            self._face.tell(error)

    def _show_step(self) -> None:
        face, step = self._face, self._walk.step
        face.say()
        if not step.aside:
            number, of = self._progress()
            face.say("plain.progress", number=number, of=of)
        face.terminal.say(step.prompt)
        if step.help:
            face.terminal.say(step.help)
        if step.shows_help:
            show_help(face, led_to=bool(step.help))
        if step.kind is StepKind.LOOK_BACK:
            _show_look_back(face, self._opened, step)
        said = self._walk.answer(step.id)
        if said is not None:
            face.say("plain.said_before", answer=shown(step, said.value))

    def _progress(self) -> tuple[int, int]:
        if not self._changes:
            return self._walk.progress
        asked = [step.id for step in self._walk.steps if step.asks]
        here = self._walk.step.id
        return (asked.index(here) + 1 if here in asked else 1), max(len(asked), 1)


def _has_no_place(step: Step) -> bool:
    """Whether an answer is only a turning of the path, and goes nowhere."""
    return step.kind is StepKind.CHOICE and step.section is None


def _places(step: Step, now: Place) -> tuple[Place, ...]:
    """Where an answer can go; what may not wait for the session is not asked to."""
    parks = may_be_parked(step.section) or now is Place.PARKED
    return tuple(place for place in Place if parks or place is not Place.PARKED)


def _show_look_back(face: Face, opened: WalkedIn, step: Step) -> None:
    answers = opened.reflecting.look_back(step)
    if not answers:
        face.say("plain.nothing_to_look_at")
    for answer in answers:
        face.terminal.say(answer.prompt)
        face.terminal.say(answer.shown)
