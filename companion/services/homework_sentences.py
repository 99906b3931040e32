"""Homework in words, the same in every face: what it asks, and what is wrong with a file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.pack import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.pack import Length, Pack, PackProblem, PackReading, PackTask
    from companion.domain.path import ReflectionPath
    from companion.services.ports.content import Words


class Look(StrEnum):
    """How a line looks where lines have looks."""

    TITLE = "title"
    """What the homework is called."""
    HEADING = "heading"
    """What stands above some lines."""
    ITEM = "item"
    """Something it asks."""
    MORE = "more"
    """Something about the line before."""
    TEXT = "text"
    """A sentence by itself."""


class PackLine(NamedTuple):
    """One line of what homework asks."""

    look: Look
    """How it looks."""
    text: str
    """Its words; they are plain text, and no markup is read in them."""


def consent(words: Words, pack: Pack, journey: str = "") -> tuple[PackLine, ...]:
    """All that homework asks, before anything of it starts.

    Args:
        words: The interface's language.
        pack: The homework.
        journey: What the therapy is called it would be kept with; may be empty.
    """
    named = words.say("homework.kept_in_named", name=journey) if journey else ""
    return (
        *about(words, pack),
        *_asked(words, pack),
        PackLine(Look.TEXT, words.say("homework.free")),
        PackLine(Look.TEXT, named or words.say("homework.kept_in")),
    )


def about(words: Words, pack: Pack) -> tuple[PackLine, ...]:
    """What homework is called, by whom it is, what for and for how long."""
    return (
        PackLine(Look.TITLE, pack.title),
        PackLine(Look.MORE, words.say("homework.by", author=pack.author)),
        PackLine(Look.TEXT, pack.why),
        PackLine(Look.TEXT, length_says(words, pack.length)),
    )


def length_says(words: Words, length: Length | None) -> str:
    """For how long homework is meant, in words."""
    if length is None:
        return words.say("homework.open-end")
    single = {Unit.WEEKS: "week", Unit.SESSIONS: "session"}
    if length.count == 1:
        return words.say(f"homework.{single[length.unit]}")
    count = words.say(f"homework.number.{length.count}")
    return words.say(f"homework.{length.unit}", count=count)


def task_lines(words: Words, task: PackTask) -> tuple[PackLine, ...]:
    """A task: what it is, what for, the plan and the tiny version."""
    return tuple(_task(words, task))


def path_says(words: Words, path: ReflectionPath) -> str:
    """A path of homework by its title, and how long it takes."""
    key = "homework.path_minute" if path.minutes == 1 else "homework.path"
    return words.say(key, title=path.title, minutes=path.minutes)


def problem_lines(words: Words, file: str, reading: PackReading) -> list[str]:
    """What is wrong with a file, a line each, and what to write instead.

    Args:
        words: The interface's language.
        file: The file, as it is to be named.
        reading: What came of reading it.
    """
    return [_problem(words, file, one) for one in reading.problems]


def _asked(words: Words, pack: Pack) -> Iterator[PackLine]:
    if pack.tasks:
        yield PackLine(Look.HEADING, words.say("homework.to_try"))
    for task in pack.tasks:
        yield from _task(words, task)
    if pack.paths:
        yield PackLine(Look.HEADING, words.say("homework.to_write"))
    for path in pack.paths:
        yield PackLine(Look.ITEM, path_says(words, path))
        yield PackLine(Look.MORE, path.about)


def _task(words: Words, task: PackTask) -> Iterator[PackLine]:
    yield PackLine(Look.ITEM, task.what)
    yield PackLine(Look.MORE, words.say("homework.for", words=task.for_what))
    if task.when:
        yield PackLine(Look.MORE, words.say("homework.plan", when=task.when, then=task.then))
    elif task.then:
        yield PackLine(Look.MORE, words.say("homework.plan_then", then=task.then))
    if task.tiny:
        yield PackLine(Look.MORE, words.say("homework.tiny", words=task.tiny))


def _problem(words: Words, file: str, problem: PackProblem) -> str:
    what = words.say(f"homework_check.problem.{problem.code}", **dict(problem.details))
    if not problem.line:
        return words.say("homework_check.at_file", file=file, what=what)
    if not problem.key:
        return words.say("homework_check.at_line", file=file, line=problem.line, what=what)
    where: dict[str, str | int] = {"file": file, "line": problem.line, "where": problem.key}
    return words.say("homework_check.at", what=what, **where)
