"""What keeps a release back is looked at apart from the tests, which hold on any day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from support.real import Shell
from support.time import FixedClock

from companion.catalog.crisis import Directory
from companion.catalog.release import too_old
from companion.domain.crisis import RELEASE_AFTER

COUNTRIES = Directory().countries()
CHECKED = max(one.checked_on for one in COUNTRIES)
RUN = Path(__file__).parents[2] / ".ci" / "run"


def on(day: date) -> FixedClock:
    return FixedClock(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def test_no_row_holds_a_release_back_until_it_is_too_old() -> None:
    assert too_old(COUNTRIES, CHECKED + RELEASE_AFTER) == ()
    assert too_old(COUNTRIES, CHECKED + RELEASE_AFTER + timedelta(days=1)) == COUNTRIES


@pytest.mark.parametrize(("days", "code"), [(0, 0), (120, 0), (121, 1), (999, 1)])
def test_the_command_says_which_and_fails_by_its_exit_code(
    tmp_path: Path, days: int, code: int
) -> None:
    shell = Shell(tmp_path, on(CHECKED + timedelta(days=days)))
    out = shell("paths", "--release", key=False)
    assert shell.code == code
    assert ("United Kingdom" in out) == bool(code)


def _default_steps() -> list[str]:
    (line,) = (
        row for row in RUN.read_text(encoding="utf-8").splitlines() if "for step in tests" in row
    )
    return line.partition(" in ")[2].partition(";")[0].split()


@pytest.mark.skipif(not RUN.exists(), reason="the checks are not shipped")
def test_the_step_has_a_name_of_its_own_and_is_not_among_those_of_every_day() -> None:
    assert "release() { .venv/bin/companion paths --release; }" in RUN.read_text(encoding="utf-8")
    assert "content" in _default_steps()
    assert "release" not in _default_steps()


def test_looking_needs_no_notebook_and_no_passphrase(tmp_path: Path) -> None:
    shell = Shell(tmp_path, on(CHECKED))
    shell("paths", "--release", key=False)
    assert not shell.notebook.exists()
