"""The demo shows three months of somebody's notebook, and then it is as if it never was."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from demo_machine import StillClock, a_builder, keep_out

from companion.bootstrap import Builder, config_folder
from companion.demo import open_demo
from companion.demo.story import load_story
from companion.domain.errors import StorageError
from companion.domain.journey import SessionState
from companion.domain.page import Section, excess
from companion.domain.path import Place
from companion.domain.path_ids import ECHO
from companion.domain.preferences import PAPER, TERMINAL
from companion.domain.rhythm import OpenKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain.answer import Reflection
    from companion.services.house import House
    from companion.services.open_notebook import OpenNotebook

EVENING = time(17, 30)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, OpenNotebook]]:
    """One demo for the tests that only look at it."""
    with pytest.MonkeyPatch.context() as machine:
        keep_out(machine, tmp_path_factory.mktemp("home"))
        with open_demo(a_builder(), tmp_path_factory.mktemp("temporary")) as opened:
            yield opened


@pytest.fixture(scope="module")
def notebook(demo: tuple[House, OpenNotebook]) -> OpenNotebook:
    return demo[1]


def everything(notebook: OpenNotebook) -> list[Reflection]:
    journal = notebook.journal
    return [journal.entry(row.id) for row in journal.rows(0, journal.height())]


def end_early(builder: Builder, place: Path, ending: type[BaseException]) -> None:
    with open_demo(builder, place):
        raise ending


def test_the_last_session_was_five_days_ago_and_the_next_is_in_two(
    demo: tuple[House, OpenNotebook],
) -> None:
    house, notebook = demo
    today = house.clock.local(house.clock.now()).date()
    interval = notebook.appointments.interval()
    assert interval.last is not None
    assert interval.next is not None
    last, ahead = house.clock.local(interval.last.at), house.clock.local(interval.next.at)
    assert (last.date(), last.time()) == (today - timedelta(days=5), EVENING)
    assert (ahead.date(), ahead.time()) == (today + timedelta(days=2), EVENING)
    assert interval.unsettled is None


def test_a_dozen_sessions_lie_behind_and_one_of_them_did_not_take_place(
    notebook: OpenNotebook,
) -> None:
    states = [session.state for session in notebook.appointments.all()]
    assert states.count(SessionState.HELD) == 11
    assert states.count(SessionState.MISSED) == 1
    assert states[-1] is SessionState.PLANNED


def test_every_answer_of_the_story_is_in_the_notebook(notebook: OpenNotebook) -> None:
    told = sum(len(entry.answers) for entry in load_story("en").entries)
    assert sum(len(entry.answers) for entry in everything(notebook)) == told


def test_nothing_is_a_draft_and_nothing_lies_ahead(demo: tuple[House, OpenNotebook]) -> None:
    house, notebook = demo
    for entry in everything(notebook):
        assert entry.finished_at is not None
        assert entry.started_at <= entry.finished_at <= house.clock.now()


def test_recall_is_open_and_finds_the_line_of_the_echo(
    demo: tuple[House, OpenNotebook],
) -> None:
    house, notebook = demo
    view = notebook.home.view()
    assert view.now == house.clock.now()
    assert view.open.kind is OpenKind.RECALL
    recall = notebook.reflecting.begin(view.open.path_id).path
    found = [notebook.reflecting.look_back(step) for step in recall.steps if step.look_back]
    assert "line" in {answer.step_id for answers in found for answer in answers}


def test_the_thread_shows_what_was_reflected_on_since_the_last_session(
    notebook: OpenNotebook,
) -> None:
    assert notebook.home.view().marks[0].path_id == ECHO


def test_two_lines_are_ticked_for_the_next_page_and_more_could_be(
    notebook: OpenNotebook,
) -> None:
    desk = notebook.pages.desk()
    assert len(desk.lines) == 2
    assert len(desk.candidates) > 2
    assert len(notebook.home.view().to_bring) == 2


def test_every_page_holds_what_a_page_holds(notebook: OpenNotebook) -> None:
    pages = [notebook.pages.desk(one.number).page for one in notebook.appointments.all()]
    assert sum(bool(page.sections) for page in pages) >= 5
    assert all(excess(page) == () for page in pages)


def test_the_silence_was_brought_with_its_second_yes(notebook: OpenNotebook) -> None:
    sections = [section for section, _ in notebook.pages.desk(10).page.sections]
    assert Section.ABOUT_US in sections


def test_nothing_unsaid_can_be_brought(notebook: OpenNotebook) -> None:
    answers = [answer for entry in everything(notebook) for answer in entry.answers]
    unsaid = {answer.id for answer in answers if answer.place is Place.UNSAID}
    assert unsaid
    assert not unsaid & {one.answer_id for one in notebook.pages.desk().candidates}


def test_the_map_has_earlier_points(notebook: OpenNotebook) -> None:
    assert len(notebook.reflecting.earlier_points()) >= 3


@pytest.mark.parametrize(
    ("moment", "zone"),
    [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "Europe/Vienna"),  # clocks go forward
        (datetime(2026, 4, 5, 0, 0, tzinfo=UTC), "Pacific/Auckland"),  # and back
        (datetime(2028, 2, 29, 23, 59, tzinfo=UTC), "America/St_Johns"),
    ],
)
def test_it_can_be_opened_on_any_day_anywhere(
    builder: Builder, place: Path, moment: datetime, zone: str
) -> None:
    builder.clock = StillClock(moment, zone)
    with open_demo(builder, place) as (_, notebook):
        assert notebook.home.view().open.kind is OpenKind.RECALL
        assert all(entry.happened_at < moment for entry in everything(notebook))


def test_the_notebook_is_for_the_person_alone_and_encrypted(
    demo: tuple[House, OpenNotebook],
) -> None:
    folder = demo[0].notebook.folder
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    assert all(b"the summer" not in file.read_bytes() for file in files)


def test_once_locked_anything_typed_opens_it_again(builder: Builder, place: Path) -> None:
    with open_demo(builder, place) as (house, before):
        height = before.journal.height()
        house.notebook.lock()
        again = house.notebook.unlock("anything at all")
        assert again.journal.height() == height


def test_it_looks_as_the_person_likes_it_and_changes_nothing_of_theirs(
    builder: Builder, place: Path, config: Path
) -> None:
    builder.preferences.set_theme(PAPER)
    file = next(config_folder().iterdir())
    assert file.is_relative_to(config)
    before = file.read_bytes()
    with open_demo(builder, place) as (house, _):
        assert house.preferences.current.theme == PAPER
        house.preferences.set_theme(TERMINAL)
        house.preferences.set_country("GB")
        assert house.preferences.current.theme == TERMINAL
    assert file.read_bytes() == before
    assert builder.preferences.current.theme == PAPER


def test_nothing_is_left_after_the_normal_end(builder: Builder, place: Path, config: Path) -> None:
    with open_demo(builder, place) as (house, _):
        assert house.notebook.folder.is_dir()
    assert list(place.iterdir()) == []
    assert list(config.iterdir()) == []


@pytest.mark.parametrize("ending", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_after_an_early_end(
    builder: Builder, place: Path, ending: type[BaseException]
) -> None:
    with pytest.raises(ending):
        end_early(builder, place, ending)
    assert list(place.iterdir()) == []


def test_nothing_is_left_when_it_is_ended_while_it_is_being_made(
    builder: Builder, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("companion.demo.telling.Teller.tell", interrupted)
    with pytest.raises(KeyboardInterrupt):
        end_early(builder, place, RuntimeError)
    assert list(place.iterdir()) == []


def test_nothing_is_left_when_it_ended_locked(builder: Builder, place: Path) -> None:
    with open_demo(builder, place) as (house, _):
        house.notebook.lock()
    assert list(place.iterdir()) == []


def test_without_a_place_for_it_that_is_told(builder: Builder, place: Path) -> None:
    with pytest.raises(StorageError):
        end_early(builder, place / "missing", RuntimeError)
