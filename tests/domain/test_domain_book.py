"""The book at the end: what was ticked, in the order it was lived, and not a letter more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.book import Book, Chapter, Part, Passage, bind, whole_entry

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

BEGAN = datetime(2026, 1, 8, 17, tzinfo=UTC)
DAY = timedelta(days=1)
HELD = (BEGAN, BEGAN + 7 * DAY)


def passage(answer_id: str, text: str, days: float = 0, entry_id: str = "entry") -> Passage:
    return Passage(answer_id, entry_id, "Echo", "What stayed?", text, BEGAN + days * DAY)


PASSAGES = (
    passage("a", "The bus was late.", -3, "before"),
    passage("b", "The plant on the sill", 1, "first"),
    passage("c", "That I was\n\nasked", 1, "first"),
    passage("d", "The stairs", 8, "second"),
)
AROUND = "a \n*"
ALL = {one.answer_id for one in PASSAGES}


def day_of(moment: datetime) -> date:
    return moment.date()


def test_with_nothing_ticked_the_book_is_empty() -> None:
    assert bind(PASSAGES, set(), HELD) == Book(())
    assert bind(PASSAGES, {"unknown"}, HELD).is_empty


def test_a_chapter_is_an_interval_from_which_something_was_ticked() -> None:
    book = bind(PASSAGES, ALL - {"d"}, HELD)
    assert book.chapters == (
        Chapter(Part.BEFORE, None, ("The bus was late.",)),
        Chapter(Part.AFTER, None, ("The plant on the sill", "That I was\n\nasked")),
    )


def test_days_are_printed_when_they_are_asked_for_and_are_those_of_sessions() -> None:
    book = bind(PASSAGES, {"a", "c", "d"}, HELD, day_of=day_of)
    assert [one.session_on for one in book.chapters] == [
        None,
        date(2026, 1, 8),
        date(2026, 1, 15),
    ]


def test_what_was_written_at_the_hour_of_a_session_comes_after_it() -> None:
    (chapter,) = bind([passage("a", "Now", 0)], {"a"}, HELD).chapters
    assert chapter.part is Part.AFTER


def test_without_a_session_there_is_one_chapter() -> None:
    (chapter,) = bind(PASSAGES, ALL, (), day_of=day_of).chapters
    assert (chapter.part, chapter.session_on, len(chapter.texts)) == (Part.WHOLE, None, 4)


def test_a_passage_of_nothing_that_can_be_read_leaves_no_gap() -> None:
    blank = (passage("x", " \n\x1b\u202e "), passage("y", "  Here.\r\n"))
    assert bind(blank, {"x", "y"}, HELD).chapters == (Chapter(Part.AFTER, None, ("Here.",)),)
    assert bind(blank, {"x"}, HELD).is_empty


def test_a_name_is_on_one_line() -> None:
    assert bind(PASSAGES, ALL, HELD, name=" Ada\x1b\n L. ").name == "Ada L."
    assert bind(PASSAGES, ALL, HELD).name == ""


def test_a_whole_entry_is_ticked_at_once_and_unticked_once_all_of_it_is() -> None:
    some = whole_entry(PASSAGES, {"b", "d"}, "first")
    assert some == {"b", "c", "d"}
    assert whole_entry(PASSAGES, some, "first") == {"d"}
    assert whole_entry(PASSAGES, some, "nowhere") == some


@dataclass(frozen=True)
class Story:
    """What was written, and what was ticked of it; every word is a canary."""

    passages: tuple[Passage, ...]
    ticked: frozenset[str]
    held: tuple[datetime, ...]
    name: str


@st.composite
def stories(draw: DrawFn) -> Story:
    numbers = count(1000)
    days = st.integers(-20, 20)

    def canary(kind: str) -> str:
        return f"{kind}{next(numbers)}q"

    found = [
        Passage(
            canary("id"),
            draw(st.sampled_from(["entry1q", "entry2q", "entry3q"])),
            canary("title"),
            canary("prompt"),
            " ".join([canary("said"), draw(st.text(AROUND, max_size=5))]),
            BEGAN + draw(days) * DAY + timedelta(hours=5, minutes=17),
        )
        for _ in range(draw(st.integers(0, 8)))
    ]
    found.sort(key=lambda one: one.happened_at)
    ids = [one.answer_id for one in found]
    ticked = draw(st.frozensets(st.sampled_from(ids))) if ids else frozenset[str]()
    held = sorted({BEGAN + draw(days) * DAY for _ in range(draw(st.integers(0, 4)))})
    return Story(tuple(found), ticked, tuple(held), draw(st.sampled_from(["", "nameq"])))


def everything_in(book: Book) -> str:
    return repr(book)


@given(stories(), st.booleans())
def test_a_book_holds_what_was_ticked_in_order_and_nothing_else(
    story: Story,
    days: bool,  # noqa: FBT001 - drawn
) -> None:
    book = bind(
        story.passages,
        story.ticked,
        story.held,
        name=story.name,
        day_of=day_of if days else None,
    )
    texts = [text for chapter in book.chapters for text in chapter.texts]
    assert texts == [one.text.strip() for one in story.passages if one.answer_id in story.ticked]

    said = everything_in(book)
    for one in story.passages:
        secrets = [one.answer_id, one.entry_id, one.title, one.prompt]
        if one.answer_id not in story.ticked:
            secrets.append(one.text.split()[0])
        assert not [secret for secret in secrets if secret in said]
    assert book.name == story.name
    printed = {chapter.session_on for chapter in book.chapters} - {None}
    assert printed <= ({moment.date() for moment in story.held} if days else set())
    assert ":17" not in said


@given(stories(), st.sampled_from(["entry1q", "entry2q"]))
def test_ticking_a_whole_entry_touches_no_other(story: Story, entry_id: str) -> None:
    after = whole_entry(story.passages, story.ticked, entry_id)
    own = {one.answer_id for one in story.passages if one.entry_id == entry_id}
    assert after - own == story.ticked - own
    assert after & own == (set() if own <= story.ticked else own)
