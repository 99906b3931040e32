"""What of a pack may be offered: one thing an interval, in turn, and nothing twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_session
from support.packs import SMALL, reading
from support.time import NOW

from companion.domain.homework import KeptPack, Offer, PackState, offered
from companion.domain.journey import SessionState
from companion.domain.pack import Pack, kept_as, path_id_in
from companion.domain.rhythm import Walked

DAY = timedelta(days=1)
SINCE = NOW - 3 * DAY


def pack(pack_id: str = "windows") -> Pack:
    found = reading(SMALL.replace('"windows"', f'"{pack_id}"')).pack
    assert found is not None
    return found


def kept(**more: object) -> KeptPack:
    return KeptPack(pack(), NOW - 30 * DAY, **more)  # type: ignore[arg-type]  # passed on


FIRST = Offer("windows", "Look out of one window, and name what moves.", task_id="one-window")
VIEW = Offer("windows", "A view", path_id="windows_view")
SECOND = Offer("windows", "Open a window and listen.", task_id="open-it")


@pytest.mark.parametrize(
    ("taken", "left", "walked", "expected"),
    [
        ({}, set(), [], FIRST),
        ({"one-window": "e1"}, set(), [], VIEW),
        ({}, {"one-window"}, [], VIEW),
        ({"one-window": "e1"}, set(), ["windows_view"], SECOND),
        ({"one-window": "e1", "open-it": "e2"}, set(), ["windows_view"], None),
        ({}, {"one-window", "open-it"}, ["windows_view"], None),
        # Another path of the same name as a task says nothing of the task.
        ({}, set(), ["one-window"], FIRST),
    ],
)
def test_tasks_and_paths_take_turns(
    taken: dict[str, str], left: set[str], walked: list[str], expected: Offer | None
) -> None:
    long_ago = SINCE - DAY
    done = [Walked(one, long_ago) for one in walked]
    one = kept(taken=taken, left=frozenset(left))
    assert offered([one], done, dict.fromkeys(taken.values(), long_ago), SINCE) == expected


@given(
    taken=st.sets(st.sampled_from(["one-window", "open-it"])),
    left=st.sets(st.sampled_from(["one-window", "open-it"])),
    walked=st.lists(
        st.tuples(st.sampled_from(["windows_view", "trust"]), st.integers(-9, 2)), max_size=4
    ),
    at=st.integers(-9, 2),
)
def test_nothing_is_offered_twice_and_one_thing_an_interval_is_enough(
    taken: set[str], left: set[str], walked: list[tuple[str, int]], at: int
) -> None:
    entries = {task: f"entry-{task}" for task in taken}
    done = [Walked(path, SINCE + days * DAY) for path, days in walked]
    taken_at = dict.fromkeys(entries.values(), SINCE + at * DAY)
    one = kept(taken=entries, left=frozenset(left))
    found = offered([one], done, taken_at, SINCE)
    lately = any(path == "windows_view" and days >= 0 for path, days in walked)
    if lately or (taken and at >= 0):
        assert found is None
    if found is not None:
        assert found.task_id not in taken | left
        assert found.path_id not in {path for path, _ in walked}
        assert bool(found.task_id) != bool(found.path_id)


def test_a_task_whose_entry_is_gone_holds_nothing_up() -> None:
    one = kept(taken={"one-window": "gone"})
    assert offered([one], [], {}, SINCE) == VIEW


def test_what_was_set_aside_is_aside_whatever_its_time() -> None:
    assert kept(aside=True).state([], NOW) is PackState.ASIDE
    assert kept().state([], NOW) is PackState.OVER


def test_only_sessions_held_since_count() -> None:
    text = SMALL.replace("weeks = 2", "sessions = 2")
    found = reading(text).pack
    assert found is not None
    one = KeptPack(found, NOW)
    before = a_session(1, NOW - DAY, SessionState.HELD, "a")
    missed = a_session(2, NOW + DAY, SessionState.MISSED, "b")
    held = a_session(3, NOW + 2 * DAY, SessionState.HELD, "c")
    last = a_session(4, NOW + 3 * DAY, SessionState.HELD, "d")
    assert one.state([before, missed, held], NOW) is PackState.OPEN
    assert one.state([before, missed, held, last], NOW) is PackState.OVER


def test_what_a_pack_calls_its_own_is_found_with_or_without_the_packs_name() -> None:
    assert path_id_in("windows", "view") == "windows_view"
    found = pack()
    assert found.path("view") is found.path("windows_view") is found.paths[0]
    assert found.path("gone") is None
    assert found.task("gone") is None
    assert found.task("open-it") is found.tasks[1]


def test_a_therapys_packs_are_told_from_anothers_by_their_settings_names() -> None:
    assert kept_as("one", "windows").startswith(kept_as("one"))
    assert not kept_as("one-more", "windows").startswith(kept_as("one"))
