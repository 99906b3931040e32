"""Whatever is done to a notebook, the one in memory and the encrypted one tell the same."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from support.builders import JOURNEY, a_reflection, a_session, an_answer
from support.fakes import PASSPHRASE, FakeVault
from support.time import NOW

from companion.domain.answer import Answer, MapPoint, Reflection
from companion.domain.errors import CompanionError
from companion.domain.journey import Session, SessionState
from companion.domain.ladder import Became, Rehearsal, Rung, Size, Standing
from companion.domain.page import Line, Mode, Section
from companion.domain.path import Place, StepKind
from companion.domain.undoing import Change, Scope
from companion.domain.way_gathered import Stretch
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault

REFLECTIONS = [f"r{number}" for number in range(4)]
SESSIONS = ["", "s1", "s2"]
WORDS = ["red kite", "blue door", "Kite at the café", "don't", "漢字", "..."]
MOMENTS = [NOW + timedelta(hours=hours) for hours in (-30, -1, 0, 0, 1, 40)]

STRETCHES = [Stretch(None, NOW), Stretch(NOW, None), Stretch(MOMENTS[0], MOMENTS[4])]

moments = st.sampled_from(MOMENTS)


@st.composite
def answers(draw: st.DrawFn, answer_id: str) -> Answer:
    """An answer of any kind, in any place, in any section or none."""
    kind = draw(st.sampled_from([StepKind.TEXT, StepKind.WORDS, StepKind.RATING, StepKind.MAP]))
    words = draw(st.sampled_from(WORDS))
    value: Any = {
        StepKind.TEXT: words,
        StepKind.WORDS: (words,),
        StepKind.RATING: draw(st.integers(0, 10)),
        StepKind.MAP: MapPoint(draw(st.integers(0, 10)), 5),
    }[kind]
    shown = words if kind in {StepKind.TEXT, StepKind.WORDS} else str(value)
    return an_answer(
        answer_id,
        value,
        kind=kind,
        shown=shown,
        place=draw(st.sampled_from(Place)),
        section=draw(st.sampled_from([None, Section.TALK, Section.ABOUT_US])),
    )


@st.composite
def reflections(draw: st.DrawFn) -> Reflection:
    """A reflection or a draft, with up to three answers."""
    reflection_id = draw(st.sampled_from(REFLECTIONS))
    numbers = draw(st.lists(st.integers(0, 2), unique=True, max_size=3))
    found = a_reflection(
        reflection_id,
        when=draw(moments),
        happened_at=draw(moments),
        path_id=draw(st.sampled_from(["getting-ready", "trust", "note", "bump"])),
        answers=tuple(draw(answers(f"{reflection_id}.{number}")) for number in numbers),
    )
    return replace(found, finished_at=None) if draw(st.booleans()) else found


answer_ids = st.builds(
    lambda one, number: f"{one}.{number}", st.sampled_from(REFLECTIONS), st.integers(0, 2)
)
lines = st.builds(
    Line,
    answer_ids,
    st.sampled_from([Section.TALK, Section.ABOUT_US]),
    st.sampled_from(Mode),
    st.sampled_from(["", "shorter"]),
    st.booleans(),
)
sessions = st.builds(
    lambda number, at, state: a_session(number, at, state, f"s{number}"),
    st.integers(1, 2),
    moments,
    st.sampled_from(SessionState),
)


standings = st.builds(
    Standing,
    st.sampled_from(Rung),
    st.builds(Rehearsal, sentence=st.sampled_from(["", "one"]), lines=st.sampled_from(["", "a"])),
    st.sampled_from([None, Size.SENTENCE, Size.LINES]),
    st.sampled_from([None, *Became]),
    st.sampled_from(["", "They asked."]),
    st.none() | moments,
)


class TwoNotebooks(RuleBasedStateMachine):
    """Does everything twice and compares."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name) / "notebook"
        self._vaults = (
            FakeVault(folder),
            FolderVault(folder, profile=CHEAPEST, allow_cheapest=True),
        )
        self.both = tuple(vault.create(PASSPHRASE, JOURNEY) for vault in self._vaults)

    def same(self, store: str, method: str, *given: object) -> None:
        """Call both; what they give, or refuse, must be the same."""
        found = []
        for stores in self.both:
            try:
                found.append(getattr(getattr(stores, store), method)(*given))
            except CompanionError as error:
                found.append((type(error), error.details))
        assert found[0] == found[1], (method, given)

    @rule(reflection=reflections())
    def put_reflection(self, reflection: Reflection) -> None:
        self.same("reflections", "put", reflection)

    @rule(reflection_id=st.sampled_from(REFLECTIONS))
    def remove_reflection(self, reflection_id: str) -> None:
        self.same("reflections", "remove", reflection_id)

    @rule(answer_id=answer_ids, place=st.sampled_from([None, *Place]))
    def move_answer(self, answer_id: str, place: Place | None) -> None:
        self.same("reflections", "move_answer", answer_id, place)

    @rule(kept=st.lists(sessions, max_size=2))
    def put_sessions(self, kept: list[Session]) -> None:
        self.same("sessions", "put", kept)

    @rule(session_id=st.sampled_from(SESSIONS), kept=st.lists(lines, max_size=3))
    def put_lines(self, session_id: str, kept: list[Line]) -> None:
        self.same("pages", "put", session_id, kept)

    @rule(session_id=st.sampled_from(SESSIONS))
    def carry_lines(self, session_id: str) -> None:
        self.same("pages", "carry", session_id)

    @rule(answer_id=answer_ids, standing=standings)
    def stand(self, answer_id: str, standing: Standing) -> None:
        if any(answer_id == one.answer_id for one in self.both[0].drawer.items(JOURNEY.id)):
            self.same("drawer", "stand", answer_id, standing)

    @rule(reflection=reflections(), at=moments)
    def revise(self, reflection: Reflection, at: datetime) -> None:
        self.same("reflections", "revise", reflection, at)

    @rule(reflection_id=st.sampled_from(REFLECTIONS), tags=st.sets(st.sampled_from(["sea", "été"])))
    def tag(self, reflection_id: str, tags: set[str]) -> None:
        self.same("tags", "put", reflection_id, sorted(tags))

    @rule(reflection_id=st.sampled_from(REFLECTIONS), put=lines)
    def take_out_and_bring_back(self, reflection_id: str, put: Line) -> None:
        scope = Scope(entries=frozenset({reflection_id}))
        earlier = [stores.undo.held(scope) for stores in self.both]
        self.same("reflections", "remove", reflection_id)
        afters = [
            stores.undo.held(scope, one) for stores, one in zip(self.both, earlier, strict=True)
        ]
        self.same("pages", "put", "s2", [put])  # a page that is composed anew in between
        for stores, before, after in zip(self.both, earlier, afters, strict=True):
            stores.undo.put_back(Change(scope, before, after))

    @rule(since=st.none() | moments, session_id=st.sampled_from([*SESSIONS, "s9"]))
    def look_for_candidates(self, since: datetime | None, session_id: str) -> None:
        self.same("reflections", "candidates", JOURNEY.id, session_id, "getting-ready", since)
        self.same("reflections", "quotable", JOURNEY.id, since, 1, 3)
        self.same("reflections", "count_quotable", JOURNEY.id, since)
        self.same("passages", "passages", JOURNEY.id)

    @rule(words=st.sampled_from([*WORDS, "k", "KITES", "red door", "cafe", "t", "字", '"', ""]))
    def search(self, words: str) -> None:
        self.same("reflections", "search", JOURNEY.id, words, 3)

    @invariant()
    def they_tell_the_same(self) -> None:
        for reflection_id in REFLECTIONS:
            self.same("reflections", "get", reflection_id)
        for session_id in SESSIONS:
            self.same("pages", "lines", session_id)
        self.same("drawer", "items", JOURNEY.id)
        self.same("tags", "all", JOURNEY.id)
        self.same("tags", "tagged", JOURNEY.id, "sea", 3)
        lately = [
            Counter(stores.reflections.lately(JOURNEY.id, NOW - timedelta(hours=2)))
            for stores in self.both
        ]
        assert lately[0] == lately[1]
        self.same("reflections", "of_path", JOURNEY.id, "trust", 2)
        for number in range(3):
            self.same("reflections", "wordings", f"r0.{number}")
        for method in ("newest_draft", "last_walks", "count"):
            self.same("reflections", method, JOURNEY.id)
        for path_id in ("getting-ready", "trust", "note"):
            self.same("reflections", "latest", JOURNEY.id, path_id)
        self.same("reflections", "walks_within", JOURNEY.id, None, MOMENTS[4], 2)
        self.same("reflections", "walks_within", JOURNEY.id, NOW, None, 9)
        self.same("reflections", "rows", JOURNEY.id, 0, 9)
        self.same("reflections", "rows", JOURNEY.id, 1, 2)
        self.same("reflections", "earlier_points", JOURNEY.id, 3)
        self.same("reflections", "matching", "r")
        self.same("sessions", "sessions", JOURNEY.id)
        self.same("way", "versions", JOURNEY.id, [("trust", "step-r0.0"), ("bump", "none")], 2)
        self.same("way", "bumps", JOURNEY.id, 2)
        self.same("way", "reflected", JOURNEY.id, STRETCHES)
        for stretch in STRETCHES:
            self.same("way", "count", JOURNEY.id, stretch)
            self.same("way", "rows", JOURNEY.id, stretch, 1, 2)

    def teardown(self) -> None:
        for vault in self._vaults:
            vault.close()
        self._folder.cleanup()


TestTwoNotebooks = TwoNotebooks.TestCase
TestTwoNotebooks.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
