"""Whatever was done and undone, every store is as it was: in memory as on a disk."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from support.builders import JOURNEY, a_reflection, an_answer, parked
from support.cards import MemoryCard
from support.fakes import (
    PASSPHRASE,
    CounterIds,
    FakeArchivist,
    FakeJudge,
    FakeVault,
    FixedClock,
    MemoryOutbox,
    PlainWriter,
)
from support.keeping import counting_bytes
from support.time import NOW
from test_contract_model import (
    REFLECTIONS,
    SESSIONS,
    WORDS,
    answer_ids,
    lines,
    moments,
    reflections,
    sessions,
    standings,
)

from companion.catalog.packs.shelf import PackFiles
from companion.catalog.shelf import Bookshelf
from companion.domain.errors import CompanionError
from companion.domain.ladder import Rung, Standing
from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.domain.undoing import ChangedSinceError, Deed, Scope
from companion.services.open_notebook import OpenNotebook
from companion.services.surroundings import Surroundings
from companion.services.undo import MOST, Undo
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.answer import Reflection
    from companion.domain.journey import Session
    from companion.services.deeds import Deeds
    from companion.services.ports.stores import Stores

SHELF = Bookshelf()
DEEDS: dict[str, st.SearchStrategy[Callable[[Deeds], object]]] = {
    "remove_entry": st.builds(
        lambda one: lambda do: do.remove_entry(one), st.sampled_from(REFLECTIONS)
    ),
    "let_go": st.builds(lambda one: lambda do: do.let_go(one.split(".")[0], one), answer_ids),
    "move_answer": st.builds(
        lambda one, place: lambda do: do.move_answer(one.split(".")[0], one, place),
        answer_ids,
        st.sampled_from(Place),
    ),
    "move_session": st.builds(
        lambda at, number: lambda do: do.move_session(at, number), moments, st.integers(1, 2)
    ),
    "held": st.builds(lambda number: lambda do: do.held(number), st.integers(1, 2)),
    "missed": st.builds(lambda number: lambda do: do.missed(number), st.integers(1, 2)),
    "move_rung": st.builds(
        lambda one, rung: lambda do: do.move_rung(one, rung), answer_ids, st.sampled_from(Rung)
    ),
    "drop_task": st.builds(lambda one: lambda do: do.drop_task(one), st.sampled_from(REFLECTIONS)),
    "close_journey": st.just(lambda do: do.close_journey(JOURNEY.id)),
    "add_word": st.builds(
        lambda word: lambda do: do.add_word(word, "calm"), st.sampled_from(WORDS)
    ),
    "move_word": st.builds(lambda word: lambda do: do.move_word(word, "x"), st.sampled_from(WORDS)),
    "hide_word": st.builds(lambda word: lambda do: do.hide_word(word), st.sampled_from(WORDS)),
    "show_word": st.builds(lambda word: lambda do: do.show_word(word), st.sampled_from(WORDS)),
}
"""Every deed there is, with whatever it may be done to."""


def everything(stores: Stores) -> list[object]:
    """All that any store can tell."""
    whole = stores.archive.everything()
    told: list[object] = [replace(whole, reflections=iter(())), list(whole.reflections)]
    told += [stores.reflections.rows(JOURNEY.id, 0, 99), stores.drawer.items(JOURNEY.id)]
    told += [stores.reflections.search(JOURNEY.id, words, 9) for words in WORDS]
    told += [stores.pages.lines(one) for one in SESSIONS]
    told += [stores.sessions.sessions(JOURNEY.id), stores.sessions.journey()]
    told += [stores.tags.all(JOURNEY.id), stores.settings.get("words")]
    return told


def kept_without_archive(told: list[object]) -> list[object]:
    archive: Any = told[0]
    return [replace(archive, reflections=None), *told[1:]]


class DoneAndUndone(RuleBasedStateMachine):
    """Does some deeds in both notebooks, undoes them all, and compares with before."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name) / "notebook"
        self._vaults = (
            FakeVault(folder),
            FolderVault(folder, profile=CHEAPEST, allow_cheapest=True),
        )
        self.both = [(one.create(PASSPHRASE, JOURNEY), one) for one in self._vaults]
        self.opened = [opened(stores) for stores, _ in self.both]

    def each(self, call: Callable[[Stores], object]) -> None:
        for stores, _ in self.both:
            try:
                call(stores)
            except CompanionError:
                continue

    @rule(reflection=reflections(), path_id=st.sampled_from(["task", "trust", "note"]))
    def put_reflection(self, reflection: Reflection, path_id: str) -> None:
        self.each(lambda stores: stores.reflections.put(replace(reflection, path_id=path_id)))

    @rule(reflection=reflections(), at=moments)
    def revise(self, reflection: Reflection, at: datetime) -> None:
        self.each(lambda stores: stores.reflections.revise(reflection, at))

    @rule(kept=st.lists(sessions, max_size=2))
    def put_sessions(self, kept: list[Session]) -> None:
        self.each(lambda stores: stores.sessions.put(kept))

    @rule(session_id=st.sampled_from(SESSIONS), kept=st.lists(lines, max_size=3))
    def put_lines(self, session_id: str, kept: list[Line]) -> None:
        self.each(lambda stores: stores.pages.put(session_id, kept))

    @rule(answer_id=answer_ids, standing=standings)
    def stand(self, answer_id: str, standing: Standing) -> None:
        if any(answer_id == one.answer_id for one in self.both[0][0].drawer.items(JOURNEY.id)):
            self.each(lambda stores: stores.drawer.stand(answer_id, standing))

    @rule(reflection_id=st.sampled_from(REFLECTIONS), tags=st.sets(st.sampled_from(["sea", "été"])))
    def tag(self, reflection_id: str, tags: set[str]) -> None:
        self.each(lambda stores: stores.tags.put(reflection_id, sorted(tags)))

    @rule(done=st.lists(st.sampled_from(sorted(DEEDS)).flatmap(DEEDS.get), min_size=1, max_size=3))
    def do_and_undo(self, done: list[Callable[[Deeds], object]]) -> None:
        counts = []
        for (stores, _), notebook in zip(self.both, self.opened, strict=True):
            before = kept_without_archive(everything(stores))
            for call in done:
                try:
                    call(notebook.deeds)
                except CompanionError:
                    continue
            undone = 0
            while notebook.undo.bring_back() is not None:
                undone += 1
            counts.append(undone)
            assert kept_without_archive(everything(stores)) == before
        assert counts[0] == counts[1]

    def teardown(self) -> None:
        for vault in self._vaults:
            vault.close()
        self._folder.cleanup()


TestDoneAndUndone = DoneAndUndone.TestCase
TestDoneAndUndone.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


def opened(stores: Stores) -> OpenNotebook:
    """All services over some stores."""
    around = Surroundings(
        SHELF,
        PackFiles(),
        PlainWriter(),
        MemoryOutbox(),
        FakeArchivist(),
        FakeJudge(),
        FixedClock(),
        CounterIds(),
        counting_bytes(),
    )
    return OpenNotebook(stores, around, MemoryCard(Path("nowhere")))


def test_a_line_comes_back_to_its_place_among_the_others(stores: Stores) -> None:
    for one in ("a", "b", "c"):
        stores.reflections.put(a_reflection(one, parked(f"{one}.1", one)))
    ticked = [Line(f"{one}.1", Section.TALK) for one in ("a", "b", "c")]
    stores.pages.put("", ticked)
    notebook = opened(stores)
    notebook.deeds.remove_entry("b")
    assert stores.pages.lines("") == [ticked[0], ticked[2]]
    notebook.undo.bring_back()
    assert stores.pages.lines("") == ticked


def test_on_a_page_that_was_composed_anew_it_comes_to_the_end(stores: Stores) -> None:
    for one in ("a", "b", "c"):
        stores.reflections.put(a_reflection(one, parked(f"{one}.1", one)))
    a, b, c = (Line(f"{one}.1", Section.TALK) for one in ("a", "b", "c"))
    stores.pages.put("", [a, b])
    notebook = opened(stores)
    notebook.deeds.let_go("a", "a.1")
    stores.pages.put("", [c, b])
    notebook.undo.bring_back()
    assert stores.pages.lines("") == [c, b, a]


def test_a_page_on_which_nothing_was_ticked_before_is_bare_again(stores: Stores) -> None:
    stores.reflections.put(a_reflection("a", parked("a.1", "a")))
    undo, ticked = Undo(stores.undo), [Line("a.1", Section.TALK)]
    scope = Scope(pages=frozenset({""}))
    undo.doing(Deed.SESSION_MOVED, scope, lambda: stores.pages.put("", ticked))
    undo.bring_back()
    assert stores.pages.lines("") == []


def test_what_was_changed_since_stays_as_it_is_and_nothing_more_is_undone(stores: Stores) -> None:
    unsaid = an_answer("u", "what I kept back", place=Place.UNSAID)
    stores.reflections.put(a_reflection("r", unsaid))
    notebook = opened(stores)
    notebook.deeds.hide_word("numb")
    notebook.deeds.move_rung("u", Rung.MAYBE)
    later = Standing(Rung.REHEARSE, moved_at=NOW + timedelta(days=1))
    stores.drawer.stand("u", later)
    with pytest.raises(ChangedSinceError):
        notebook.undo.bring_back()
    assert stores.drawer.item("u").standing == later
    assert notebook.undo.bring_back() is None


def test_an_entry_that_takes_its_number_in_between_keeps_it(stores: Stores) -> None:
    stores.reflections.put(a_reflection("first", an_answer("f", "red kite")))
    notebook = opened(stores)
    notebook.deeds.remove_entry("first")
    stores.reflections.put(a_reflection("second", an_answer("s", "blue kite")))
    notebook.undo.bring_back()
    found = {row.id for row in stores.reflections.search(JOURNEY.id, "kite", 9)}
    assert found == {"first", "second"}
    assert stores.reflections.count(JOURNEY.id) == 2


def test_what_changes_nothing_leaves_nothing_to_undo(stores: Stores) -> None:
    notebook = opened(stores)
    notebook.deeds.remove_entry("nowhere")
    notebook.deeds.show_word("numb")
    notebook.deeds.show_word("numb")
    assert notebook.undo.last(Deed.ENTRY_REMOVED) is None
    notebook.undo.bring_back()
    assert notebook.undo.bring_back() is None


def test_the_last_few_deeds_are_held_and_none_once_forgotten(stores: Stores) -> None:
    undo = Undo(stores.undo)
    scope = Scope(settings=frozenset({"words"}))
    for number in range(MOST + 3):
        undo.doing(Deed.WORD_ADDED, scope, lambda n=number: stores.settings.put("words", f"{n}"))
    for number in reversed(range(2, MOST + 2)):
        undo.bring_back()
        assert stores.settings.get("words") == str(number)
        if number == 3:
            break
    undo.forget()
    assert undo.bring_back() is None


def test_a_full_disk_loses_nothing_that_could_be_undone() -> None:
    vault = FakeVault()
    stores = vault.create(PASSPHRASE, JOURNEY)
    notebook = opened(stores)
    notebook.deeds.hide_word("numb")
    stores.memory.writable = False
    with pytest.raises(CompanionError):
        notebook.undo.bring_back()
    stores.memory.writable = True
    assert notebook.undo.bring_back() is not None
    assert stores.settings.get("words") == ""
