"""Setting out line by line: how deep, about which day, not too much, and what comes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from plain_room import Room, real_room, room, says
from support.builders import a_path
from support.shelves import text
from support.time import NOW

from companion.domain.errors import StorageError, UnknownReflectionError
from companion.domain.path import Form, Place
from companion.plain.reflect import ask_note, change_entry, walk_path
from companion.plain.walking import choose_and_walk, go, set_out

ONE = frozenset({Form.ONE, Form.SHORT, Form.FULL})
DEEP = a_path(
    text("first", "What is it?", forms=ONE),
    text("second", "And then?", forms=frozenset({Form.SHORT, Form.FULL})),
    text("third", "And now?", forms=frozenset({Form.FULL})),
    minutes=6,
)
PATH = (DEEP,)


def prompts(at: Room) -> list[str]:
    """The questions of the deep path that were asked, in order."""
    known = [step.prompt for step in DEEP.steps]
    return sorted((one for one in known if one in at.out), key=at.out.index)


class TestHowDeep:
    @pytest.mark.parametrize(
        ("said", "asked"),
        [("1", 1), ("2", 2), ("3", 3), ("", 3)],
    )
    def test_the_form_is_asked_and_an_empty_line_is_the_whole(self, said: str, asked: int) -> None:
        at = room(*PATH)
        at(choose_and_walk, said=("1", said, *("",) * (asked + 1)))
        assert not at.ended
        assert len(prompts(at)) == asked + 1  # and the closing

    def test_a_form_that_was_said_is_not_asked(self) -> None:
        at = room(*PATH)
        at(choose_and_walk, Form.ONE, said=("1", "", ""))
        assert not at.ended
        assert says("plain_reflect.form") not in at.out

    def test_what_is_known_about_it_is_said_on_request_and_then_it_is_asked_again(self) -> None:
        at = real_room()
        path = at.opened.reflecting.paths()[0]
        assert path.card is not None
        out = at(set_out, path.id, None, said=(str(len(path.forms) + 2), "1", "/stop"))
        assert path.card.text in out
        assert path.card.citations[0] in out
        assert "MIT" in out
        assert out.index(path.card.text) < out.index(says("plain.how")[:20])

    def test_where_nothing_is_known_that_is_said(self) -> None:
        at = room(*PATH)
        assert says("paths.none_known") in at(choose_and_walk, said=("1", "5", "1", "", ""))

    def test_another_day_is_asked_on_request(self) -> None:
        at = room(*PATH)
        out = at(choose_and_walk, said=("1", "4", "yesterday", "1", "Words", "", "", ""))
        assert "It is about Sunday 1 March 2026." in out
        assert at.kept().happened_at == NOW.replace(day=1, hour=12, minute=0)

    def test_a_day_that_is_none_is_asked_again_and_one_ahead_is_today(self) -> None:
        at = room(*PATH)
        out = at(choose_and_walk, said=("1", "4", "soon", "2026-04-01", "1", "Words", "", "", ""))
        assert says("error.bad_date") in out
        assert at.kept().happened_at == NOW

    def test_no_day_is_today(self) -> None:
        at = room(*PATH)
        at(choose_and_walk, said=("1", "4", "", "1", "Words", "", "", ""))
        assert at.kept().happened_at == NOW

    def test_choosing_none_begins_none(self) -> None:
        at = room(*PATH)
        at(choose_and_walk, said=("",))
        assert not at.ended
        assert not at.memory.reflections


class TestNotTooMuch:
    @pytest.fixture
    def at(self) -> Room:
        at = room(*PATH)
        for _ in range(2):
            at.finish("small", {"first": "Deep words"})
        return at

    @pytest.mark.parametrize("said", ["", "1"])
    def test_after_two_deep_ones_stopping_is_offered_and_is_what_nothing_means(
        self, at: Room, said: str
    ) -> None:
        out = at(set_out, "small", said=(said,))
        assert says("walking.enough.question") in out
        assert not at.ended
        assert prompts(at) == []

    @pytest.mark.parametrize(("said", "asked"), [("2", 1), ("3", 3)])
    def test_one_question_and_going_on_are_there_too(self, at: Room, said: str, asked: int) -> None:
        at(set_out, "small", said=(said, *("",) * (asked + 1)))
        assert not at.ended
        assert len(prompts(at)) == asked + 1

    def test_a_short_form_is_never_too_much(self, at: Room) -> None:
        out = at(set_out, "small", Form.SHORT, said=("/stop",))
        assert says("walking.enough.question") not in out

    def test_tomorrow_is_another_day(self, at: Room) -> None:
        at.world.clock.advance(days=1)
        out = at(set_out, "small", said=("/stop",))
        assert says("walking.enough.question") not in out


class TestTenMinutes:
    def walked(self, at: Room, *said: str) -> str:
        """Walk; between two questions eleven minutes go by."""
        reflecting = at.opened.reflecting
        first = reflecting.new_answer_id

        def slow() -> str:
            at.world.clock.advance(minutes=11)
            return first()

        reflecting.new_answer_id = slow  # type: ignore[method-assign]  # time passes while someone writes
        return at(walk_path, reflecting.begin("small"), said=said)

    def test_stopping_is_offered_once_and_going_on_goes_on(self) -> None:
        at = room(*PATH)
        out = self.walked(at, "One", "", "", "", "Two", "", "", "Three", "", "", "")
        assert out.count(says("walking.long.question")) == 1
        assert not at.ended
        assert [a.value for a in at.kept().answers] == ["One", "Two", "Three"]

    def test_whoever_stops_there_finds_it_again(self) -> None:
        at = room(*PATH)
        out = self.walked(at, "One", "", "", "2")
        assert not at.ended
        assert says("plain.stopped") in out
        assert (at.kept().is_draft, at.kept().at_step) == (True, "second")

    def test_nothing_is_offered_at_the_closing(self) -> None:
        at = room(a_path())
        out = self.walked(at, "One", "", "", "")
        assert not at.ended
        assert says("walking.long.question") not in out

    def test_nor_before_ten_minutes(self) -> None:
        at = room(*PATH)
        at(walk_path, at.opened.reflecting.begin("small"), said=("One", "", "", "/stop"))
        assert says("walking.long.question") not in at.out


class TestWhatComesAfter:
    ECHO = ("5", "", "", "")
    """Of What stayed: arriving, and three questions that are left."""
    REST = ("", "", "", "", "5", "1")
    """From what was agreed on to the closing."""

    def test_what_one_comes_back_to_may_be_parked(self) -> None:
        at = room()
        for _ in range(2):
            at.finish("hope", {"road": "The same again"})
        at(set_out, "hope", said=("The same again", "", "", "", "", "2"))
        assert not at.ended
        assert says("walking.park.question") in at.out
        places = [a.place for one in at.memory.reflections.values() for a in one.answers]
        assert sorted(places) == [Place.HERE, Place.HERE, Place.PARKED]

    def test_what_is_not_parked_stays(self) -> None:
        at = room()
        for _ in range(2):
            at.finish("hope", {"road": "The same again"})
        at(set_out, "hope", said=("The same again", "", "", "", "", ""))
        assert not at.ended
        assert says("walking.park.question") in at.out
        places = [a.place for one in at.memory.reflections.values() for a in one.answers]
        assert set(places) == {Place.HERE}

    def test_what_landed_badly_leads_to_the_doors(self) -> None:
        at = real_room()
        said = (*self.ECHO, "It stung", "", "", *self.REST, "2", "")
        out = at(set_out, "echo", said=said)
        assert says("walking.bump.question") in out
        assert says("doors.about") in out
        assert not at.ended

    def test_what_was_agreed_leads_to_a_task(self) -> None:
        at = real_room()
        said = (*self.ECHO, "", "Call Mira", "", "", *self.REST[1:])
        at(set_out, "echo", said=(*said, "2", "Call Mira", "", "", "", "", ""))
        assert not at.ended
        assert says("walking.task.question") in at.out
        assert [task.what for task in at.opened.agreed.tasks()] == ["Call Mira"]

    def test_getting_ready_leads_to_the_page(self) -> None:
        at = room()
        at(set_out, "getting-ready", said=("This", "", "", *("",) * 7, "2", ""))
        assert says("walking.page.question") in at.out
        assert says("plain_page.how") in at.out

    def test_a_pipe_that_has_no_more_lines_has_finished_all_the_same(self) -> None:
        at = room()
        at(set_out, "getting-ready", said=("This", "", "", *("",) * 7))
        assert says("walking.page.question") in at.out
        assert not at.ended
        assert not at.kept().is_draft


class TestKeeping:
    def test_the_end_is_kept_once(self) -> None:
        at = room(a_path())
        at.opened.reflecting.begin("small")
        before = at.memory.saves
        at(walk_path, at.opened.reflecting.begin("small"), said=("Words", "", "", ""))
        assert at.memory.saves - before == 2  # the draft after the question, and the end

    def test_an_end_that_cannot_be_kept_is_kept_as_a_draft(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        at = room(replace(a_path(), steps=(text("first", "What is it?"),)))
        walk = at.opened.reflecting.begin("small")

        def fail(_: object) -> None:
            raise StorageError

        monkeypatch.setattr(at.opened.reflecting, "finish", fail)
        with pytest.raises(StorageError):
            at(walk_path, walk, said=("Words", "", ""))
        assert at.kept().is_draft
        assert at.answer("first").value == "Words"

    def test_a_full_disk_is_told_and_asking_goes_on(self) -> None:
        at = room(*PATH)
        walk = at.opened.reflecting.begin("small")
        at.memory.writable = False
        out = at(walk_path, walk, said=("One", "", "", "Two"))
        assert at.ended
        assert says("error.storage") in out
        assert "And then?" in out


class TestChanging:
    def test_an_empty_line_keeps_and_new_words_stand_in_place_of_the_old(self) -> None:
        at = room(*PATH)
        entry = at.finish("small", {"first": "As it was", "second": "To change"})
        at(change_entry, entry.id, said=("", "Changed", "", "", ""))
        assert not at.ended
        assert says("reflect.changed") in at.out
        assert [a.value for a in at.kept().answers] == ["As it was", "Changed"]
        assert at.kept().finished_at == entry.finished_at

    def test_how_it_read_before_is_kept(self) -> None:
        at = room(*PATH)
        entry = at.finish("small", {"first": "As it was"})
        at(change_entry, entry.id, said=("Changed", "", "", "", ""))
        (before,) = at.opened.journal.wordings(at.answer("first").id)
        assert before.shown == "As it was"

    def test_clear_empties_an_answer(self) -> None:
        at = room(*PATH)
        entry = at.finish("small", {"first": "Keep this", "second": "Not this"})
        at(change_entry, entry.id, said=("", "/clear", ""))
        assert not at.ended
        assert [a.value for a in at.kept().answers] == ["Keep this"]

    def test_only_questions_are_gone_through_again(self) -> None:
        at = room(*PATH)
        entry = at.finish("small", {"first": "As it was"})
        out = at(change_entry, entry.id, said=("/stop",))
        assert says("plain.progress", number=1, of=3) in out
        assert DEEP.steps[-1].prompt not in out

    def test_stopping_leaves_it_finished(self) -> None:
        at = room(*PATH)
        entry = at.finish("small", {"first": "As it was"})
        at(change_entry, entry.id, said=("Changed", "", "", "/stop"))
        assert not at.kept().is_draft
        assert at.answer("first").value == "Changed"

    def test_an_input_that_ends_loses_nothing(self) -> None:
        at = room(*PATH)
        entry = at.finish("small", {"first": "As it was"})
        at(change_entry, entry.id, said=("Changed",))
        assert at.ended
        assert not at.kept().is_draft
        assert at.answer("first").value == "Changed"

    def test_nothing_more_is_offered_after_a_change(self) -> None:
        at = room()
        entry = at.finish("getting-ready", {"ask": "As it was"})
        at(go, at.opened.reflecting.change(entry.id), said=("",) * 8)
        assert not at.ended
        assert says("walking.page.question") not in at.out

    def test_an_entry_that_is_not_there_is_told(self) -> None:
        with pytest.raises(UnknownReflectionError):
            room()(change_entry, "nothing", said=())


class TestFreeLines:
    def test_a_line_is_kept_where_it_is_sent(self) -> None:
        at = room()
        at(ask_note, said=("One", "two", "", "u"))
        (answer,) = at.kept().answers
        assert (answer.value, answer.place) == ("One\ntwo", Place.UNSAID)

    def test_a_line_let_go_is_gone(self) -> None:
        at = room()
        at(ask_note, said=("Not this", "", "x"))
        assert not at.memory.reflections

    def test_an_input_that_ends_keeps_the_line(self) -> None:
        at = room()
        at(ask_note, said=("One", "two"))
        assert at.ended
        assert at.kept().answers[0].value == "One\ntwo"

    def test_no_line_is_nothing(self) -> None:
        at = room()
        at(ask_note, said=("",))
        assert not at.ended
        assert not at.memory.reflections

    def test_a_line_is_shown_and_gets_new_words(self) -> None:
        at = room()
        at(ask_note, said=("As it was", "", "u"))
        at.world.clock.advance(hours=1)
        out = at(change_entry, at.kept().id, said=("Now", "so", ""))
        assert "As it was" in out
        (answer,) = at.kept().answers
        assert (answer.value, answer.place) == ("Now\nso", Place.UNSAID)
        assert [w.shown for w in at.opened.journal.wordings(answer.id)] == ["As it was"]
        assert at.kept().happened_at + timedelta(hours=1) == at.world.clock.now()

    def test_with_no_new_words_it_stays(self) -> None:
        at = room()
        at(ask_note, said=("As it was", "", ""))
        at(change_entry, at.kept().id, said=("",))
        assert at.kept().answers[0].value == "As it was"
        assert says("plain_reflect.note_same") in at.out
