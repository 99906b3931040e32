"""What is said of files and of homework, where little is there to say or more than usual."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from support.fakes import PlainWords
from support.packs import reading
from support.time import FixedClock

from companion.domain.safekeeping import Access, Facts, Process, State
from companion.services.auditing import Audit
from companion.services.homework_sentences import Look, consent, task_lines

FACTS = Facts(Path("/home/mara/notebook"), 0o700, Access.OWNER, (), State.WHOLE, (), (), "", ())
PACK = reading().pack


def audited(facts: Facts) -> list[str]:
    return list(Audit(PlainWords(), FixedClock(), facts, Process()).notebook())


def headings(**changed: object) -> list[str]:
    assert PACK is not None
    pack = replace(PACK, **changed)  # type: ignore[arg-type]  # passed on
    return [line.text for line in consent(PlainWords(), pack) if line.look is Look.HEADING]


def test_every_second_copy_is_named_and_without_one_none_is() -> None:
    copies = ("notebook (1).db", "keys 2.json")
    said = audited(FACTS._replace(copies=copies))
    assert [one for one in said if one.startswith("safekeeping.audit.copy")] == [
        "safekeeping.audit.copy(name=notebook (1).db)",
        "safekeeping.audit.copy(name=keys 2.json)",
    ]
    assert not [one for one in audited(FACTS) if "audit.copy" in one]


def test_only_what_homework_asks_has_a_heading() -> None:
    assert headings() == ["homework.to_try", "homework.to_write"]
    assert headings(tasks=()) == ["homework.to_write"]
    assert headings(paths=()) == ["homework.to_try"]


def test_a_plan_is_said_with_its_moment_or_without_or_not_at_all() -> None:
    assert PACK is not None
    whole = PACK.tasks[0]
    for task, said in (
        (whole, "homework.plan(when=the kettle is on, then=look out until it boils)"),
        (replace(whole, when=""), "homework.plan_then(then=look out until it boils)"),
        (replace(whole, when="", then=""), ""),
    ):
        lines = [line.text for line in task_lines(PlainWords(), task)]
        assert [line for line in lines if line.startswith("homework.plan")] == ([said] * bool(said))
