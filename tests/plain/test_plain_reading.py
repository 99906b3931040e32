"""Reading what was written, line by line, and what can be done with one entry."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, CheapBuilder, answers
from support.time import FixedClock

from companion.domain.errors import InputEndedError, StorageError
from companion.domain.ladder import Rung
from companion.domain.path import Form, Place
from companion.plain.face import Face
from companion.plain.reading import read_journal
from companion.plain.terminal import Streams, Terminal
from companion.storage.store.tags import TagRepository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain.answer import Answer, Reflection

CHANGE, TAGS, MOVE, LET_GO, DATE, REMOVE, BEFORE = map(str, range(1, 8))
"""What is offered after an entry with words."""


class Reader:
    """Someone at an open notebook who types lines."""

    def __init__(self, folder: Path) -> None:
        """Set a notebook up."""
        self.clock = FixedClock()
        self._builder = CheapBuilder(self.clock, str(folder))
        self.opened = self._builder.notebook.set_up(PASSPHRASE, "Thursdays")

    def lock(self) -> None:
        """Shut the notebook."""
        self._builder.notebook.lock()

    def note(self, words: str, place: Place = Place.HERE) -> Reflection:
        """Keep a free line."""
        return self.opened.reflecting.note(words, "A line", place)

    def reads(self, *lines: str) -> str:
        """What is said while someone types these lines in the journal, all on one line."""
        out = io.StringIO()
        streams = Streams(io.StringIO(answers(*lines)), out, out)
        try:
            read_journal(Face(Terminal(streams), self._builder.house), self.opened)
        except InputEndedError:
            pytest.fail(f"more was asked than was answered: {out.getvalue()}")
        return " ".join(out.getvalue().split())

    def entry(self, entry_id: str) -> Reflection:
        """An entry as it is kept."""
        return self.opened.journal.entry(entry_id)

    def answer(self, entry_id: str) -> Answer:
        """The only answer of an entry."""
        (answer,) = self.entry(entry_id).answers
        return answer

    @property
    def words(self) -> list[str]:
        """The first words of every entry, the latest first."""
        return [row.first_words for row in self.opened.journal.rows(0, 99)]


@pytest.fixture
def someone(tmp_path: Path) -> Iterator[Reader]:
    """Someone with a new notebook, which is locked afterwards."""
    reader = Reader(tmp_path / "notebook")
    yield reader
    reader.lock()


def test_an_empty_journal_says_so_and_asks_nothing(someone: Reader) -> None:
    assert "Nothing here yet." in someone.reads()


def test_the_latest_ten_are_listed_and_more_goes_on_with_the_numbers(someone: Reader) -> None:
    for number in range(12):
        someone.note(f"pebble {'abcdefghijkl'[number]}")

    first = someone.reads("")
    assert "10. " in first
    assert "pebble c" in first
    assert "pebble b" not in first
    assert "more shows older ones" in first

    both = someone.reads("more", "12", "", "")
    assert "11. " in both
    assert "more shows older ones" not in both.split("12. ")[1]
    assert both.endswith("goes back:")
    assert "pebble a" in both.split("Its number, or an empty line to go back")[0]


def test_ten_entries_are_all_there_is(someone: Reader) -> None:
    for number in range(10):
        someone.note(f"pebble {number}")

    assert "more shows older ones" not in someone.reads("")


def test_words_search_and_a_number_reads_what_was_found(someone: Reader) -> None:
    someone.note("The kettle sang")
    someone.note("The door was shut")

    said = someone.reads("kett", "1", "", "")

    assert "1. " in said.split("goes back:")[1]
    assert "door" not in said.split("goes back:")[1]
    assert "It stays here." in said


def test_a_tag_finds_what_has_it(someone: Reader) -> None:
    kept = someone.note("The kettle sang")
    someone.note("The door was shut")
    someone.opened.journal.tag(kept.id, ["Kitchen"])

    found = someone.reads("#kitchen", "").split("goes back:")[1]

    assert "kettle" in found
    assert "door" not in found


@pytest.mark.parametrize("typed", ["turnip", "#turnip"])
def test_what_finds_nothing_leaves_the_list_as_it_was(someone: Reader, typed: str) -> None:
    someone.note("The kettle sang")

    said = someone.reads(typed, "1", "", "")

    assert "Nothing was found" in said
    assert "The kettle sang" in said.split("Nothing was found")[1]


@pytest.mark.parametrize("typed", ["0", "2", "9" * 5000])
def test_a_number_that_is_not_there_is_told(someone: Reader, typed: str) -> None:
    someone.note("The kettle sang")

    assert "A number from 1 to 1" in someone.reads(typed, "")


def test_an_entry_says_its_day_its_tags_and_where_it_stands(someone: Reader) -> None:
    kept = someone.note("What I left out", Place.UNSAID)
    someone.opened.journal.tag(kept.id, ["sea", "door"])
    someone.opened.drawer.move(kept.answers[0].id, Rung.MAYBE)

    said = someone.reads("1", "", "")

    assert "Monday 2 March 2026, 18:30" in said
    assert "Tags: door, sea" in said
    assert "It is in the Unsaid drawer." in said
    assert "It stands on maybe" in said


def test_what_is_not_in_the_drawer_stands_nowhere(someone: Reader) -> None:
    someone.note("The kettle sang")

    assert "It stands on" not in someone.reads("1", "", "")


def test_the_words_of_an_entry_can_be_changed_and_how_it_read_stays(someone: Reader) -> None:
    kept = someone.note("The kettle sang")
    someone.clock.advance(days=1)

    someone.reads("1", CHANGE, "The kettle was quiet", "", "", "")
    said = someone.reads("1", BEFORE, "", "")

    assert someone.answer(kept.id).shown == "The kettle was quiet"
    assert "Until Tuesday 3 March 2026 it read: The kettle sang" in said


def test_where_nothing_was_changed_there_is_no_before_to_choose(someone: Reader) -> None:
    someone.note("The kettle sang")

    said = someone.reads("1", BEFORE, "", "")

    assert "How it read before" not in said
    assert "A number from 1 to 6" in said


def test_tags_are_put_on_and_taken_off(someone: Reader) -> None:
    kept = someone.note("The kettle sang")
    someone.opened.journal.tag(kept.id, ["kitchen", "door"])

    said = someone.reads("1", TAGS, "Sea air, #home, -KITCHEN, ,", "", "")

    assert someone.entry(kept.id).tags == ("door", "home", "sea air")
    assert "Tags: door, home, sea air" in said


def test_an_empty_line_leaves_the_tags_as_they_are(someone: Reader) -> None:
    kept = someone.note("The kettle sang")
    assert "It has no tags." in someone.reads("1", TAGS, "", "", "")
    someone.opened.journal.tag(kept.id, ["door"])

    someone.reads("1", TAGS, "", "", "")

    assert someone.entry(kept.id).tags == ("door",)


def test_an_answer_moves_to_another_place(someone: Reader) -> None:
    kept = someone.note("The kettle sang")

    said = someone.reads("1", MOVE, "1", "", "")

    assert "1. Parked for the session 2. In the Unsaid drawer" in said
    assert someone.answer(kept.id).place is Place.PARKED
    assert "It is parked for the session." in said


def test_an_empty_line_leaves_an_answer_where_it_is(someone: Reader) -> None:
    kept = someone.note("The kettle sang")

    someone.reads("1", MOVE, "", "", "")

    assert someone.answer(kept.id).place is Place.HERE


def test_what_may_not_be_parked_is_not_offered_the_session(someone: Reader) -> None:
    walk = someone.opened.reflecting.begin("record", Form.FULL)
    walk = walk.answered("The words at the door", someone.opened.reflecting.new_answer_id)
    kept = someone.opened.reflecting.finish(walk)
    assert kept is not None
    assert not kept.answers[0].may_be_parked

    said = someone.reads("1", MOVE, "1", "", "")

    assert "Parked for the session" not in said
    assert someone.answer(kept.id).place is not kept.answers[0].place


def test_one_of_several_answers_is_chosen_by_its_number(someone: Reader) -> None:
    reflecting = someone.opened.reflecting
    walk = reflecting.begin("trust", Form.SHORT).answered(6, reflecting.new_answer_id)
    walk = walk.forward().answered("The moment she paused", reflecting.new_answer_id)
    kept = reflecting.finish(walk)
    assert kept is not None

    # A rating has no place of its own, so there is nothing to choose between.
    someone.reads("1", MOVE, "2", "", "")
    assert [one.place for one in someone.entry(kept.id).answers] == [Place.HERE, Place.UNSAID]

    someone.reads("1", LET_GO, "1", "yes", "no", "", "")
    assert [one.shown for one in someone.entry(kept.id).answers] == ["The moment she paused"]


def test_an_answer_let_go_is_gone_and_can_come_back_at_once(someone: Reader) -> None:
    kept = someone.note("What I left out", Place.UNSAID)
    someone.opened.drawer.move(kept.answers[0].id, Rung.REHEARSE)

    said = someone.reads("1", LET_GO, "yes", "yes", "", "")

    assert "the entry goes with it" in said
    assert "It is back, as it was." in said
    assert someone.opened.drawer.item(kept.answers[0].id).standing.rung is Rung.REHEARSE


def test_the_last_answer_takes_the_entry_with_it(someone: Reader) -> None:
    someone.note("The kettle sang")
    someone.note("The door was shut")

    said = someone.reads("1", LET_GO, "yes", "", "")

    assert someone.words == ["The kettle sang"]
    assert "door" not in said.split("Bring it back?")[1]


@pytest.mark.parametrize("doing", [LET_GO, REMOVE])
@pytest.mark.parametrize("typed", ["", "no", "n", "perhaps"])
def test_only_a_clear_yes_removes_anything(someone: Reader, doing: str, typed: str) -> None:
    someone.note("The kettle sang")

    assert "Left as it is." in someone.reads("1", doing, typed, "", "")
    assert someone.words == ["The kettle sang"]


def test_an_entry_removed_is_gone_and_the_rest_is_listed_again(someone: Reader) -> None:
    someone.note("The kettle sang")
    someone.note("The door was shut")

    said = someone.reads("1", REMOVE, "yes", "no", "1", "", "")

    assert someone.words == ["The kettle sang"]
    assert "The kettle sang It stays here." in said.split("Bring it back?")[1]


def test_an_entry_removed_can_come_back_at_once_with_all_it_had(someone: Reader) -> None:
    kept = someone.note("What I left out", Place.UNSAID)
    someone.opened.journal.tag(kept.id, ["door"])

    someone.reads("1", REMOVE, "yes", "yes", "", "")

    assert someone.entry(kept.id).tags == ("door",)
    assert someone.answer(kept.id).place is Place.UNSAID


def test_when_the_last_entry_is_gone_nothing_more_is_asked(someone: Reader) -> None:
    someone.note("The kettle sang")

    assert someone.reads("1", REMOVE, "yes", "").endswith("Only you can read it.")
    assert someone.words == []


def test_an_entry_can_be_about_another_day(someone: Reader) -> None:
    kept = someone.note("The kettle sang")

    said = someone.reads("1", DATE, "2026-02-20", "", "")

    assert "It is about Friday 20 February 2026 now." in said
    assert someone.entry(kept.id).happened_at.date().isoformat() == "2026-02-20"
    assert someone.answer(kept.id).shown == "The kettle sang"


def test_nothing_that_was_written_is_about_a_day_ahead(someone: Reader) -> None:
    kept = someone.note("The kettle sang")
    someone.clock.advance(days=1)

    said = someone.reads("1", DATE, "2027-01-01", "", "")

    assert "It is about Tuesday 3 March 2026 now." in said
    assert someone.entry(kept.id).happened_at == someone.clock.now()


@pytest.mark.parametrize("typed", ["", "soon"])
def test_a_day_that_is_none_changes_nothing(someone: Reader, typed: str) -> None:
    kept = someone.note("The kettle sang")

    someone.reads("1", DATE, typed, "", "")

    assert someone.entry(kept.id).happened_at == someone.clock.now()


def test_a_draft_is_gone_on_with(someone: Reader) -> None:
    reflecting = someone.opened.reflecting
    reflecting.keep_draft(reflecting.begin("trust", Form.SHORT).answered(6, lambda: "six"))

    said = someone.reads("1", "1", "/stop", "", "")

    assert "This one is unfinished." in said
    assert "1. Go on with it" in said
    assert "You wrote: 6" in said


def test_what_is_read_again_and_again_is_offered_to_stay_closed(someone: Reader) -> None:
    someone.note("The kettle sang")
    for _ in range(3):
        assert "leave it closed" not in someone.reads("1", "", "")

    closed = someone.reads("1", "yes", "")
    assert "The kettle sang" not in closed.split("leave it closed")[1]

    read = someone.reads("1", "no", "", "1", "", "")
    assert read.count("leave it closed") == 1
    assert "The kettle sang" in read.split("leave it closed")[1]

    someone.clock.advance(days=1)
    assert "leave it closed" not in someone.reads("1", "", "")


def test_a_full_disk_is_told_and_the_entry_stays_in_front(
    someone: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = someone.note("The kettle sang")

    def full(*_: object) -> None:
        raise StorageError

    monkeypatch.setattr(TagRepository, "put", full)
    said = someone.reads("1", TAGS, "sea", MOVE, "1", "", "")

    assert "disk" in said
    assert someone.entry(kept.id).tags == ()
    assert someone.answer(kept.id).place is Place.PARKED


def test_input_that_ends_ends_it(someone: Reader, tmp_path: Path) -> None:
    someone.note("The kettle sang")
    house = CheapBuilder(someone.clock, str(tmp_path / "notebook")).house
    for lines in ((), ("1",), ("1", MOVE), ("1", LET_GO)):
        streams = Streams(io.StringIO(answers(*lines)), io.StringIO(), io.StringIO())
        with pytest.raises(InputEndedError):
            read_journal(Face(Terminal(streams), house), someone.opened)
    assert someone.words == ["The kettle sang"]
