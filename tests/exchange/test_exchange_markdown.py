"""A notebook as a folder of Markdown, with names that every system takes."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from exchange_samples import TEXT, a_notebook
from hypothesis import given
from hypothesis import strategies as st
from support.builders import JOURNEY, a_draft, a_reflection, a_session, an_answer
from support.time import NOW

from companion.domain.answer import Wording
from companion.domain.archive import Archive
from companion.domain.journey import Journey, SessionState
from companion.domain.ladder import Became, Rehearsal, Rung, Standing
from companion.domain.markdown import block, line
from companion.domain.path import Place, StepKind
from companion.exchange.as_markdown import files
from companion.system.windows_names import fit_for_a_name

if TYPE_CHECKING:
    from companion.catalog.language import Language

LISBON = ZoneInfo("Europe/Lisbon")


def local(moment: datetime) -> datetime:
    return moment.astimezone(LISBON)


def folder(words: Language, *reflections: object, **more: object) -> dict[str, str]:
    archive = Archive(reflections, **more)  # type: ignore[arg-type]  # passed on
    found = list(files(archive, local, words))
    assert len(found) == len(dict(found))
    return dict(found)


def only(words: Language, *reflections: object) -> tuple[str, str]:
    ((name, text),) = folder(words, *reflections).items()
    return name, text


def test_an_entry_is_a_file_in_the_folder_of_its_year(words: Language) -> None:
    name, _ = only(words, a_reflection("abc123def456"))

    assert name == "2026/2026-03-02 Speaking freely abc123.md"


def test_an_entry_says_its_title_its_day_its_questions_and_answers(words: Language) -> None:
    _, text = only(
        words,
        a_reflection(
            "one",
            an_answer("a", "The yellow door.\nThen rain.\n\nThen none."),
            an_answer("b", 7, prompt="How loud?", kind=StepKind.RATING),
            an_answer("c", "The letter", prompt="And?", place=Place.PARKED),
            an_answer("d", "The lie", prompt="What else?", place=Place.UNSAID),
        ),
    )

    assert text == (
        "# Speaking freely\n\nMonday 2 March 2026\n\n"
        "## What stayed with you?\n\nThe yellow door.  \nThen rain.\n\nThen none.\n\n"
        "## How loud?\n\n7\n\n"
        "## And?\n\nThe letter\n\n*Parked for the session.*\n\n"
        "## What else?\n\nThe lie\n\n*From the Unsaid drawer.*\n"
    )


def test_a_free_line_says_its_title_once(words: Language) -> None:
    _, text = only(words, a_reflection("one", an_answer(prompt="A line"), title="A line"))

    assert text == "# A line\n\nMonday 2 March 2026\n\nthe yellow door\n"


def test_a_draft_says_that_it_is_one(words: Language) -> None:
    _, text = only(words, a_draft())

    assert "\n\nBegun, and not finished.\n\n" in text


def test_an_entry_says_its_tags(words: Language) -> None:
    _, text = only(words, a_reflection("one", tags=("door", "sea *air*")))

    assert "Monday 2 March 2026\n\nTags: door, sea \\*air\\*\n\n##" in text


def test_what_was_left_unsaid_says_where_it_stands_and_what_was_tried(words: Language) -> None:
    unsaid = an_answer("d", "The lie", prompt="What else?", place=Place.UNSAID)
    tried = Rehearsal(all="", lines="One.\nTwo.", sentence="- a lie")

    (text,) = folder(
        words,
        a_reflection("one", unsaid),
        standings=(("d", Standing(Rung.REHEARSE, tried)),),
    ).values()

    assert text.partition("## What else?")[2] == (
        "\n\nThe lie\n\n*From the Unsaid drawer.*\n\n"
        "*It stands on rehearse: you are trying words for it.*\n\n"
        "*In three lines:*\n\nOne.  \nTwo.\n\n"
        "*In one sentence:*\n\n\\- a lie\n"
    )


def test_what_was_said_says_what_came_of_it(words: Language) -> None:
    unsaid = an_answer("d", "The lie", place=Place.UNSAID)
    said = Standing(Rung.SAID, became=Became.PARTLY, after="A long silence.")

    (text,) = folder(words, a_reflection("one", unsaid), standings=(("d", said),)).values()

    assert text.endswith(
        "*It stands on said: you said it, or showed it.*\n\n"
        "*It was said, and some of it is open still.*\n\nA long silence.\n"
    )


def test_what_is_kept_in_the_drawer_says_so_once(words: Language) -> None:
    unsaid = an_answer("d", "The lie", place=Place.UNSAID)

    (text,) = folder(words, a_reflection("one", unsaid), standings=(("d", Standing()),)).values()

    assert text.endswith("The lie\n\n*From the Unsaid drawer.*\n")


def test_an_entry_says_how_its_answers_read_before(words: Language) -> None:
    first, second = an_answer("a", "Rain", prompt="And?"), an_answer("b", "Snow", prompt="Then?")
    late = NOW.replace(month=7, hour=23, minute=30)

    (text,) = folder(
        words,
        a_reflection("one", first, second),
        wordings=(("a", Wording("Sun", NOW)), ("a", Wording("# Mist", late))),
    ).values()

    assert text.partition("## And?")[2] == (
        "\n\nRain\n\n### How it read before\n\n"
        "*Until Monday 2 March 2026:*\n\nSun\n\n"
        "*Until Friday 3 July 2026:*\n\n\\# Mist\n\n"
        "## Then?\n\nSnow\n"
    )


def test_the_day_is_the_one_on_the_persons_own_calendar(words: Language) -> None:
    late = a_reflection("one", when=NOW.replace(month=7, hour=23, minute=30))

    name, text = only(words, late)

    assert name.startswith("2026/2026-07-03 ")
    assert "Friday 3 July 2026" in text


def test_sessions_are_listed_by_therapy(words: Language) -> None:
    states = list(SessionState)
    sessions = tuple(
        a_session(n, NOW + timedelta(weeks=n), states[n - 1]) for n in range(1, len(states) + 1)
    )
    journeys = (JOURNEY, Journey("empty", "Nobody", NOW))

    assert folder(words, journeys=journeys, sessions=sessions) == {
        "Sessions.md": "# Sessions\n\n## Thursdays\n\n"
        "- Session 1: Monday 9 March 2026, planned.\n"
        "- Session 2: Monday 16 March 2026.\n"
        "- Session 3: Monday 23 March 2026, moved to another day.\n"
        "- Session 4: Monday 30 March 2026, did not take place.\n"
    }


def test_where_there_are_no_sessions_none_are_listed(words: Language) -> None:
    assert folder(words) == {}


def test_a_whole_notebook_is_a_folder(words: Language) -> None:
    assert [name for name, _ in files(a_notebook(), local, words)] == [
        "Sessions.md",
        "2026/2026-03-02 Speaking freely walk-1.md",
        "2026/2026-03-02 Speaking freely walk-2.md",
    ]


def test_files_of_one_day_have_names_of_their_own(words: Language) -> None:
    same = [a_reflection(one) for one in ("abcdef1", "abcdef2", "ABCDEF3", "abcdef-2", "abcdef")]

    found = folder(words, *same)

    assert len({name.casefold() for name in found}) == 5


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"),
        ("../../etc", "etc"),
        ("..", ""),
        ("", ""),
        ("CON", "CON"),
        ("one\ntwo\tthree", "one two three"),
        ("a\u200b\u202eb", "ab"),
        ("ends with dots...", "ends with dots"),
    ],
)
def test_a_title_is_fit_for_every_system(title: str, shown: str, words: Language) -> None:
    name, _ = only(words, a_reflection("abc123", title=title))

    assert name == f"2026/2026-03-02 {shown} abc123.md".replace("  ", " ")


@given(title=st.text(max_size=200), own_id=st.text(max_size=90))
def test_a_name_is_short_and_plain_whatever_the_title(
    title: str, own_id: str, words: Language
) -> None:
    name, text = only(words, a_reflection(own_id, title=title))

    path = PurePosixPath(name)
    assert path.parts[:-1] == ("2026",)
    assert len(path.name) <= 80
    assert len(path.name.encode()) <= 255
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', path.name)
    assert path.stem[-1] not in " ."
    assert fit_for_a_name(path.name)
    assert text.startswith("# ")


@pytest.mark.parametrize(
    ("words_said", "shown"),
    [
        ("# no title", r"\# no title"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("> no quote", r"\> no quote"),
        ("---", r"\-\-\-"),
        ("===", r"\=\=\="),
        ("    no listing", "no listing"),
        ("\tno listing", "no listing"),
        ("```\nno code\n```", "\\`\\`\\`  \nno code  \n\\`\\`\\`"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("it isn't", "it isn't"),
        ("one  \ntwo\n\n\n\nthree\n", "one  \ntwo\n\nthree"),
        ("", ""),
    ],
)
def test_a_persons_words_are_never_markup(words_said: str, shown: str) -> None:
    assert block(words_said) == shown


@given(TEXT)
def test_no_line_of_an_answer_begins_like_markup(said: str) -> None:
    for row in block(said).split("\n"):
        assert not re.match(r"\s|[#>*+=`~|<&:-]|\d{1,9}[.)](\s|$)", row.rstrip(" "))


@given(st.text())
def test_a_heading_is_one_line(said: str) -> None:
    assert len(line(said).splitlines()) <= 1
