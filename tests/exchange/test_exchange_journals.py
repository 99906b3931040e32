"""Entries of jrnl, Day One and Daylio come in as free lines."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from exchange_samples import DAY_ONE, DAYLIO, JRNL, TITLE, as_bytes, zipped
from support.time import NOW, CounterIds, FixedClock

from companion.domain.answer import Reflection
from companion.domain.archive import LeftOut, Source
from companion.domain.errors import BrokenImportError
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.exchange.incoming import Reader
from companion.services.reflecting import Reflecting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.archive import Incoming

    Read = Callable[..., Incoming]


def entries(found: Incoming) -> list[tuple[str, str]]:
    return [
        (f"{one.happened_at:%d %H:%M}", one.answers[0].shown) for one in found.archive.reflections
    ]


def ids(found: Incoming) -> list[str]:
    return [one.id for one in found.archive.reflections]


def a_jrnl(**more: object) -> bytes:
    return as_bytes({"entries": [{"date": "2026-03-02", "title": "Tea.", "body": "", **more}]})


def a_day_one(**more: object) -> bytes:
    entry = {"uuid": "AB", "creationDate": "2026-03-02T18:30:00Z", "text": "Tea.", **more}
    return as_bytes({"entries": [entry]})


class OneNote:
    """Keeps what a free line looks like when it is written in companion."""

    kept: Reflection

    def put(self, reflection: Reflection) -> None:
        self.kept = reflection

    def journey(self) -> Any:  # noqa: ANN401 - anything with an id
        return self

    id = ""


def test_an_entry_is_shaped_as_a_free_line_written_here(read: Read) -> None:
    store: Any = OneNote()
    clock = FixedClock(NOW)
    Reflecting(store, store, store, store, store, clock, CounterIds()).note("Tea.", TITLE)
    written = store.kept

    (found,) = read(a_jrnl(time="18:30")).archive.reflections

    answer, own = found.answers[0], written.answers[0]
    assert own == type(own)(
        own.id, "note", StepKind.TEXT, TITLE, "Tea.", "Tea.", Place.HERE, Section.TALK
    )
    assert answer == type(own)(
        answer.id, "note", StepKind.TEXT, TITLE, "Tea.", "Tea.", Place.HERE, Section.TALK
    )
    assert found == Reflection(
        found.id, "", "note", 1, "", TITLE, Form.FULL, NOW, NOW, NOW, "", found.answers
    )
    assert written == Reflection(
        written.id, "", "note", 1, "", TITLE, Form.FULL, NOW, NOW, NOW, "", written.answers
    )


def test_jrnl_comes_in_by_moment_with_its_tags(read: Read) -> None:
    found = read(as_bytes(JRNL))

    assert found.source is Source.JRNL
    assert entries(found) == [
        ("01 11:05", "Slept late."),
        (
            "02 18:30",
            "Walked to the lighthouse.\nIt was shut, and I didn't mind. @garden\n\n#sea",
        ),
    ]
    assert found.left_out == ((LeftOut.STARS, 1),)


def test_day_one_comes_in_without_what_has_no_place(read: Read) -> None:
    found = read(as_bytes(DAY_ONE))

    assert found.source is Source.DAY_ONE
    assert entries(found) == [("02 18:30", "The kettle sang.\n\nI sang back!\n\n#kitchen")]
    assert found.left_out == (
        (LeftOut.PICTURES, 2),
        (LeftOut.PLACES, 1),
        (LeftOut.STARS, 1),
        (LeftOut.EMPTY, 1),
    )


def test_daylio_comes_in_line_by_line(read: Read) -> None:
    found = read("\ufeff" + DAYLIO)

    assert found.source is Source.DAYLIO
    assert entries(found) == [
        ("01 21:05", "meh"),
        ("02 18:30", 'good\nwalk, tea\nThe lighthouse\nShut,\nand "fine".'),
    ]
    assert found.left_out == ()


def test_a_zip_of_day_one_is_the_same_as_its_json(read: Read) -> None:
    packed = zipped(
        ("Journal.json", as_bytes(DAY_ONE)), ("photos/a.jpeg", b"..."), ("photos/b.json", b"{}")
    )

    assert read(packed) == read(as_bytes(DAY_ONE))


@pytest.mark.parametrize("raw", [as_bytes(JRNL), as_bytes(DAY_ONE), DAYLIO])
def test_the_same_file_gives_the_same_ids_wherever_it_is_read(raw: bytes | str, read: Read) -> None:
    found = ids(read(raw))

    assert ids(read(raw, zone="Asia/Tokyo")) == found
    assert len(set(found)) == len(found)
    assert all(len(one) == 32 and set(one) <= set("0123456789abcdef") for one in found)


def test_no_id_of_an_answer_is_that_of_another(read: Read) -> None:
    found = read(as_bytes(JRNL)).archive.reflections

    answer_ids = [one.answers[0].id for one in found]
    assert len({*answer_ids, *(one.id for one in found)}) == 4


def test_an_entry_that_grows_elsewhere_keeps_its_id_where_it_has_one(read: Read) -> None:
    assert ids(read(a_day_one())) == ids(read(a_day_one(text="Tea. And cake.")))
    assert ids(read(a_jrnl())) != ids(read(a_jrnl(body="And cake.")))


def test_entries_that_are_alike_to_the_letter_all_stay(read: Read) -> None:
    twice = deepcopy(JRNL)
    twice["entries"] *= 2

    found = ids(read(as_bytes(twice)))

    assert len(set(found)) == 4
    assert set(ids(read(as_bytes(JRNL)))) < set(found)


def test_a_wall_clock_is_the_persons_own(read: Read) -> None:
    (found,) = read(a_jrnl(time="18:30"), zone="Asia/Tokyo").archive.reflections

    assert found.happened_at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_an_entry_without_a_time_of_day_is_at_noon(read: Read) -> None:
    assert entries(read(a_jrnl())) == [("02 12:00", "Tea.")]
    assert entries(read("mood,full_date\ngood,2026-03-02\n")) == [("02 12:00", "good")]


def test_day_one_without_a_zone_is_on_the_persons_clock(read: Read) -> None:
    raw = a_day_one(creationDate="2026-03-02T18:30:00")

    assert entries(read(raw, zone="Asia/Tokyo")) == [("02 09:30", "Tea.")]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"1\. tea \(green\)", "1. tea (green)"),
        (r"a \\ b, \d stays", r"a \ b, \d stays"),
        ("![](dayone-moment:/audio/A1)Tea.", "Tea."),
        ("Tea ![a cup](dayone-moment://A1) .", "Tea."),
        ("[a link](https://example.org)", "[a link](https://example.org)"),
        ("one\n\n\ntwo", "one\n\n\ntwo"),
    ],
)
def test_what_day_one_escapes_is_as_it_was_written(written: str, words: str, read: Read) -> None:
    assert entries(read(a_day_one(text=written)))[0][1] == words


def test_an_attachment_that_stands_only_in_the_text_is_counted(read: Read) -> None:
    found = read(a_day_one(text="![](dayone-moment://A1)"))

    assert found.left_out == ((LeftOut.PICTURES, 1), (LeftOut.EMPTY, 1))


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        ("18:30", "18:30"),
        ("6:30 PM", "18:30"),
        ("6:30\u202fpm", "18:30"),
        ("12:05 a.m.", "00:05"),
        ("12:05 pm", "12:05"),
        ("7.45", "07:45"),
    ],
)
def test_daylio_says_the_time_in_several_ways(clock: str, shown: str, read: Read) -> None:
    assert entries(read(f"full_date,time,mood\n2026-03-02,{clock},good\n"))[0][0] == f"02 {shown}"


def test_nothing_that_daylio_says_in_other_columns_is_lost(read: Read) -> None:
    raw = "Notiz,scales,mood,full_date,weekday\nTee.,Sleep: 4,good,2026-03-02,Montag\n"

    assert entries(read(raw)) == [("02 12:00", "good\nSleep: 4\nTee.")]


def test_a_daylio_entry_without_words_is_left_out(read: Read) -> None:
    found = read("full_date,mood\n2026-03-02,\n\n2026-03-03,good\n")

    assert entries(found) == [("03 12:00", "good")]
    assert found.left_out == ((LeftOut.EMPTY, 1),)


@pytest.mark.parametrize("raw", [{"tags": {}, "entries": []}, {"metadata": {}, "entries": []}])
def test_a_journal_without_entries_brings_nothing(raw: object, read: Read) -> None:
    assert read(as_bytes(raw)).archive.reflections == ()


def test_no_control_character_comes_in_from_elsewhere(read: Read) -> None:
    hostile = "Tea\u001b[2J\u202e\ud800."

    for raw in (a_jrnl(title=hostile), a_day_one(text=hostile, uuid="\ud800")):
        assert entries(read(raw))[0][1] == "Tea[2J."


@pytest.mark.parametrize(
    "raw",
    [
        a_jrnl(date="02.03.2026"),
        a_jrnl(date=None),
        a_jrnl(date="0001-01-01"),
        a_jrnl(time="25:00"),
        a_jrnl(time="18:30+02:00"),
        a_jrnl(title=3),
        a_jrnl(tags="sea"),
        a_jrnl(tags=[1]),
        a_jrnl(starred="yes"),
        a_day_one(creationDate="soon"),
        a_day_one(creationDate=None),
        a_day_one(creationDate="9999-12-31T23:59:59-12:00"),
        a_day_one(text=["x"]),
        a_day_one(uuid=5),
        a_day_one(tags={"a": 1}),
        a_day_one(starred=1),
        "full_date,mood\n2026-03-02\n",
        "full_date,mood\n2026-03-02,good,more\n",
        "full_date,mood\n2 March,good\n",
        "full_date,mood,time\n2026-03-02,good,soon\n",
        "full_date,mood,time\n2026-03-02,good,25:00\n",
        'full_date,mood\n2026-03-02,"good\n',
        f"full_date,mood\n2026-03-02,{'x' * 200_000}\n",
    ],
)
def test_an_entry_that_is_not_as_it_should_be_is_named_by_its_number(
    raw: bytes | str, refused: Callable[..., str]
) -> None:
    assert refused(raw) == "broken at 1"


def test_the_second_entry_is_the_second(refused: Callable[..., str]) -> None:
    assert refused(DAYLIO + "2026-02-30,,,,good,,,\n") == "broken at 3"
    assert refused(as_bytes({"entries": [JRNL["entries"][0], None]})) == "broken at 2"


def test_a_clock_that_refuses_a_moment_is_no_surprise(tmp_path: Path) -> None:
    def as_on_windows(_: datetime) -> datetime:
        raise OSError

    file = tmp_path / "file"
    file.write_bytes(a_jrnl())
    with pytest.raises(BrokenImportError):
        Reader(as_on_windows).read(file, TITLE)
