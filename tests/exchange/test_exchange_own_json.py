"""companion's own JSON: everything comes back, and nothing that is not as it should be."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from exchange_samples import ANY_VALUE, VALUES, a_notebook, archives, own_json, read_own_json
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.builders import a_reflection, an_answer

from companion.domain.answer import MapPoint
from companion.domain.archive import Archive, Source
from companion.domain.errors import BrokenImportError, UnknownImportError
from companion.domain.page import Section
from companion.domain.path import Place, StepKind
from companion.exchange.as_json import pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.archive import Incoming

FILE = "a file"


def tree() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(own_json(a_notebook()))
    return found


def read_tree(found: object) -> Archive:
    return read_own_json(json.dumps(found).encode(), FILE)


def broken_at(found: object) -> int | str:
    with pytest.raises(BrokenImportError) as raised:
        read_tree(found)
    assert raised.value.details["file"] == FILE
    return raised.value.details["entry"]


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(archives())
def test_whatever_a_notebook_holds_comes_back_as_it_was(archive: Archive) -> None:
    assert read_own_json(own_json(archive), FILE) == archive


@pytest.mark.parametrize("kind", StepKind)
@pytest.mark.parametrize("place", Place)
@given(data=st.data())
@settings(max_examples=5)
def test_every_kind_of_answer_comes_back_in_every_place(
    kind: StepKind, place: Place, data: st.DataObject
) -> None:
    value = data.draw(VALUES.get(kind, ANY_VALUE))
    answers = (
        an_answer(f"a{number}", value, kind=kind, place=place, section=section, shown="so")
        for number, section in enumerate([None, *Section])
    )
    archive = Archive((replace(a_reflection("one", *answers), journey_id=""),))

    assert read_own_json(own_json(archive), FILE) == archive


def test_a_small_notebook_comes_back_through_the_reader(read: Callable[..., Incoming]) -> None:
    found = read(own_json(a_notebook()))

    assert found.source is Source.COMPANION
    assert found.archive == a_notebook()
    assert found.left_out == ()


def test_every_reflection_stands_on_one_line() -> None:
    lines = own_json(a_notebook()).decode().splitlines()

    assert [line for line in lines if line.startswith('{"id": "walk-')] == lines[-3:-1]


def test_reflections_are_read_one_by_one() -> None:
    read: list[str] = []

    def one_by_one() -> Any:  # noqa: ANN401
        for name in ("first", "second"):
            read.append(name)
            yield a_reflection(name)

    written = pieces(Archive(one_by_one()))

    next(piece for piece in written if '"id": "first"' in piece)
    assert read == ["first"]


def test_moments_are_written_in_utc_with_microseconds() -> None:
    assert tree()["sessions"][0]["at"] == "2026-03-02T18:30:00.000000+00:00"


def test_a_moment_without_a_zone_is_never_written() -> None:
    naive = a_reflection(when=datetime(2026, 3, 2))  # noqa: DTZ001 - that is the point

    with pytest.raises(ValueError, match="zone"):
        own_json(Archive((naive,)))


def test_what_was_said_is_written_as_what_it_is() -> None:
    answers = tree()["reflections"][0]["answers"]

    assert [answer["value"] for answer in answers] == [
        "the yellow door",
        7,
        {"pleasant": 2, "energy": 9},
        ["tender", "numb"],
    ]
    assert a_notebook().reflections[0].answers[2].value == MapPoint(2, 9)  # type: ignore[index] # a tuple here


def test_keys_of_a_later_version_are_passed_over() -> None:
    found = tree()
    found["weather"] = "fine"
    found["reflections"][0]["colour"] = found["reflections"][0]["answers"][0]["size"] = 1

    assert read_tree(found) == a_notebook()


@pytest.mark.parametrize("number", [2, 0, -1, "1", 1.0, True, None])
def test_another_format_is_unknown(number: object) -> None:
    with pytest.raises(UnknownImportError):
        read_tree(tree() | {"companion": number})


@pytest.mark.parametrize("found", [{}, [], "companion", 1, None])
def test_other_json_is_unknown(found: object) -> None:
    with pytest.raises(UnknownImportError):
        read_tree(found)


@pytest.mark.parametrize("key", ["journeys", "sessions", "pages", "settings", "reflections"])
@pytest.mark.parametrize("instead", [None, {}, "", 0, [1]])
def test_each_part_is_there_and_is_a_list_of_objects(key: str, instead: object) -> None:
    broken_at(tree() | {key: instead})
    without = tree()
    del without[key]
    assert broken_at(without) == 0


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("id", ""),
        ("id", "a b"),
        ("id", "x" * 65),
        ("id", "ä"),
        ("id", "walk-1\n"),
        ("id", "walk-1"),  # it is taken
        ("journey_id", "nobody's"),
        ("path_id", "../note"),
        ("path_version", 0),
        ("path_version", True),
        ("path_version", 1.0),
        ("path_version", 2**63),
        ("language", "e n"),
        ("title", None),
        ("form", "long"),
        ("started_at", "2026-03-02T18:30:00"),
        ("started_at", "yesterday"),
        ("started_at", 0),
        ("happened_at", "0001-01-01T00:00:00+00:00"),
        ("happened_at", "0001-01-01T00:00:00+14:00"),
        ("happened_at", "9999-12-31T23:00:00-10:00"),
        ("finished_at", ""),
        ("at_step", None),
        ("answers", None),
        ("answers", [{}]),
    ],
)
def test_a_reflection_that_is_not_as_it_should_be_is_named_by_its_number(
    key: str, wrong: object
) -> None:
    found = tree()
    found["reflections"][1][key] = wrong

    assert broken_at(found) == 2


@pytest.mark.parametrize(
    ("answer", "key", "wrong"),
    [
        (0, "id", "a2"),
        (0, "step_id", ""),
        (0, "kind", "essay"),
        (0, "prompt", 1),
        (0, "value", 3),
        (0, "shown", ["x"]),
        (0, "place", "gone"),
        (0, "section", "margin"),
        (0, "section", ""),
        (1, "value", 11),
        (1, "value", -1),
        (1, "value", True),
        (1, "value", 3.5),
        (1, "value", "7"),
        (2, "value", {"pleasant": 1}),
        (2, "value", {"pleasant": 1, "energy": 11}),
        (2, "value", [1, 2]),
        (3, "value", ["tender", 1]),
        (3, "value", "tender"),
        (3, "value", None),
    ],
)
def test_an_answer_that_is_not_as_it_should_be_is_refused(
    answer: int, key: str, wrong: object
) -> None:
    found = tree()
    found["reflections"][0]["answers"][answer][key] = wrong

    assert broken_at(found) == 1


@pytest.mark.parametrize(
    ("part", "key", "wrong"),
    [
        ("journeys", "started_at", "2026-03-02"),
        ("journeys", "name", None),
        ("sessions", "id", "session-2"),
        ("sessions", "journey_id", "another"),
        ("sessions", "journey_id", ""),
        ("sessions", "number", 0),
        ("sessions", "state", "forgotten"),
        ("pages", "session_id", "session-9"),
        ("pages", "session_id", ""),  # it is there already
        ("pages", "lines", [None]),
        ("settings", "name", "page.footer"),
        ("settings", "name", ""),
        ("settings", "value", 1),
    ],
)
def test_what_stands_around_the_reflections_is_looked_at_as_well(
    part: str, key: str, wrong: object
) -> None:
    found = tree()
    found[part][0][key] = wrong

    assert broken_at(found) == 0


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("answer_id", "a9"),
        ("section", None),
        ("mode", "shout"),
        ("wording", 1),
        ("agreed", 1),
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_refused(key: str, wrong: object) -> None:
    found = tree()
    found["pages"][0]["lines"][0][key] = wrong

    assert broken_at(found) == 0


def test_control_characters_do_not_come_in() -> None:
    found = tree()
    found["journeys"][0]["name"] = "Thurs\u001b[2Jdays"
    found["settings"][0]["value"] = "M\u202e."
    answers = found["reflections"][0]["answers"]
    answers[0].update(value="door\u0007", shown="do\ud800or", prompt="\ufeffWhat?\r\n")
    answers[3].update(value=["ten\u0000der"])

    archive = read_tree(found)

    first, *_, last = archive.reflections[0].answers  # type: ignore[index] # a tuple here
    assert (first.value, first.shown, first.prompt, last.value) == (
        "door",
        "door",
        "What?\n",
        ("tender",),
    )
    assert archive.journeys[0].name == "Thurs[2Jdays"
    assert archive.settings[0] == ("page.name", "M.")


def test_the_error_says_nothing_of_what_was_written() -> None:
    found = tree()
    found["reflections"][0]["started_at"] = "my secret"

    with pytest.raises(BrokenImportError) as raised:
        read_tree(found)

    assert "secret" not in repr(raised.value) + repr(raised.value.details)
    assert raised.value.__suppress_context__
