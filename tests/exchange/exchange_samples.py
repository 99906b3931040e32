"""Files of four journals, and whole notebooks. Everyone in them is invented."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from support.builders import JOURNEY, a_draft, a_reflection, a_session, an_answer
from support.time import NOW

from companion.domain.answer import Answer, MapPoint, Reflection, Value
from companion.domain.archive import Archive
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.page import Line, Mode, Section
from companion.domain.path import ASKING, Form, Place, StepKind
from companion.domain.text import clean
from companion.exchange.as_json import pieces
from companion.exchange.from_json import archive_of
from companion.exchange.trees import decoded, parsed

if TYPE_CHECKING:
    from typing import Any

TITLE = "A line"
"""What a free line is called in these tests."""

JRNL: dict[str, Any] = {
    "tags": {"@garden": 1},
    "entries": [
        {
            "title": "Walked to the lighthouse.",
            "body": "It was shut, and I didn't mind. @garden",
            "date": "2026-03-02",
            "time": "18:30",
            "tags": ["@garden", "@sea"],
            "starred": True,
        },
        {
            "title": "Slept late.",
            "body": "",
            "date": "2026-03-01",
            "time": "11:05",
            "tags": [],
            "starred": False,
        },
    ],
}

DAY_ONE: dict[str, Any] = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "5D0F1B7C9A2E4C6F8B1D3E5F7A9C0B2D",
            "creationDate": "2026-03-02T18:30:00Z",
            "timeZone": "Europe/Lisbon",
            "text": "The kettle sang\\.\n\n![](dayone-moment://A1B2C3)\n\nI sang back\\!",
            "tags": ["kitchen"],
            "starred": True,
            "location": {"latitude": 38.7, "longitude": -9.1},
            "weather": {"temperatureCelsius": 14.5},
            "photos": [{"identifier": "A1B2C3"}],
        },
        {"uuid": "00FF", "creationDate": "2026-03-01T07:00:00Z", "photos": [{"identifier": "B"}]},
    ],
}

DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    '2026-03-02,2 March,Monday,18:30,good,"walk | tea",The lighthouse,"Shut,\nand ""fine""."\n'
    "2026-03-01,1 March,Sunday,9:05 PM,meh,,,\n"
)


def as_bytes(tree: object) -> bytes:
    """A tree as a JSON file."""
    return json.dumps(tree).encode()


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as made:
        for name, contents in members:
            made.writestr(name, contents)
    return target.getvalue()


def own_json(archive: Archive) -> bytes:
    """A notebook as a file of companion's own."""
    return "".join(pieces(archive)).encode()


def read_own_json(raw: bytes, file: str) -> Archive:
    """What a file of companion's own holds."""
    return archive_of(parsed(decoded(raw, file), file), file)


def a_notebook() -> Archive:
    """A small notebook with something of everything."""
    words = ("tender", "numb")
    reflection = a_reflection(
        "walk-1",
        an_answer("a1", "the yellow door", place=Place.PARKED),
        an_answer("a2", 7, kind=StepKind.RATING, section=None),
        an_answer("a3", MapPoint(2, 9), kind=StepKind.MAP, shown="tense", section=None),
        an_answer("a4", words, kind=StepKind.WORDS, place=Place.UNSAID),
    )
    line = Line("a1", Section.TALK, Mode.PLEASE_ASK, "the door", agreed=True)
    return Archive(
        reflections=(reflection, a_draft("walk-2", an_answer("b1", "not yet"))),
        journeys=(JOURNEY,),
        sessions=(a_session(1, NOW, SessionState.HELD), a_session(2, NOW + timedelta(days=7))),
        pages=(("session-2", (line,)), ("", (Line("b1", Section.SINCE),))),
        settings=(("page.name", "M."), ("page.footer", "")),
    )


PACKED = zipped(("Journal.json", as_bytes(DAY_ONE)))
"""Day One's zip."""
SAMPLES = (own_json(a_notebook()), as_bytes(JRNL), as_bytes(DAY_ONE), DAYLIO.encode(), PACKED)
"""A whole file of every kind; the last is the same journal as the third."""

TEXT = st.text(max_size=30).map(clean)
NONE: st.SearchStrategy[list[str]] = st.just([])
IDS = st.text("0123456789abcdefXYZ_-", min_size=1, max_size=12)
NAMES = st.text("abcxyz-", min_size=1, max_size=9)
MOMENTS = st.datetimes(
    datetime(2, 1, 2),  # noqa: DTZ001 - the zone is given apart
    datetime(9998, 12, 30),  # noqa: DTZ001 - a wall clock knows no zone
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]),
)
RATINGS = st.integers(0, 10)
POINTS = st.builds(MapPoint, RATINGS, RATINGS)
CHOSEN = st.lists(TEXT, max_size=3).map(tuple)
HALVES = st.tuples(TEXT, TEXT)
VALUES: dict[StepKind, st.SearchStrategy[Any]] = {
    StepKind.TEXT: TEXT,
    StepKind.RATING: RATINGS,
    StepKind.MAP: POINTS,
    StepKind.WORDS: CHOSEN,
    StepKind.CHOICE: CHOSEN,
    StepKind.WHEN_THEN: HALVES,
}
ANY_VALUE: st.SearchStrategy[Value] = st.one_of(TEXT, RATINGS, POINTS, CHOSEN)


@st.composite
def answers(draw: st.DrawFn, answer_id: str) -> Answer:
    """An answer of any kind, with a value of that kind."""
    kind = draw(st.sampled_from(StepKind))
    return Answer(
        id=answer_id,
        step_id=draw(NAMES),
        kind=kind,
        prompt=draw(TEXT),
        value=draw(VALUES[kind] if kind in ASKING else ANY_VALUE),
        shown=draw(TEXT),
        place=draw(st.sampled_from(Place)),
        section=draw(st.none() | st.sampled_from(Section)),
    )


@st.composite
def reflections(draw: st.DrawFn, own_id: str, ids: list[str], journeys: list[str]) -> Reflection:
    """A reflection with an answer for each of these ids."""
    return Reflection(
        id=own_id,
        journey_id=draw(st.sampled_from([*journeys, ""])),
        path_id=draw(NAMES),
        path_version=draw(st.integers(1, 99)),
        language=draw(st.sampled_from(["", "en", "pt-BR"])),
        title=draw(TEXT),
        form=draw(st.sampled_from(Form)),
        started_at=draw(MOMENTS),
        happened_at=draw(MOMENTS),
        finished_at=draw(st.none() | MOMENTS),
        at_step=draw(st.just("") | NAMES),
        answers=tuple(draw(answers(one)) for one in ids),
    )


@st.composite
def lines(draw: st.DrawFn, answer_ids: list[str]) -> tuple[Line, ...]:
    """Ticked lines of some of these answers."""
    return tuple(
        Line(
            one,
            draw(st.sampled_from(Section)),
            draw(st.sampled_from(Mode)),
            draw(TEXT),
            agreed=draw(st.booleans()),
        )
        for one in draw(st.lists(st.sampled_from(answer_ids), max_size=3) if answer_ids else NONE)
    )


def unique(strategy: st.SearchStrategy[str], most: int) -> st.SearchStrategy[list[str]]:
    """A few different texts."""
    return st.lists(strategy, max_size=most, unique=True)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """A notebook of any size and any contents that fit together."""
    journeys = draw(unique(IDS, 2))
    sessions = draw(unique(IDS, 3)) if journeys else []
    owned = {one: [f"{one}-{n}" for n in range(2)] for one in draw(unique(IDS, 3))}
    taken = [answer for ids in owned.values() for answer in ids]
    pages = draw(unique(st.sampled_from([*sessions, ""]), 2))
    return Archive(
        reflections=tuple(draw(reflections(one, ids, journeys)) for one, ids in owned.items()),
        journeys=tuple(Journey(one, draw(TEXT), draw(MOMENTS)) for one in journeys),
        sessions=tuple(
            Session(
                one,
                draw(st.sampled_from(journeys)),
                draw(st.integers(1, 500)),
                draw(MOMENTS),
                draw(st.sampled_from(SessionState)),
            )
            for one in sessions
        ),
        pages=tuple((one, draw(lines(taken))) for one in pages),
        settings=tuple((name, draw(TEXT)) for name in draw(unique(NAMES, 2))),
    )
