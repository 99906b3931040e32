"""Builders of walks, answers and sessions. Everyone in them is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, Reflection, Value
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.page import Candidate, Origin, Section
from companion.domain.path import Form, Place, ReflectionPath, Step, StepKind
from companion.domain.walk import Said, Walk
from support.shelves import path, text, trust
from support.time import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping

JOURNEY = Journey("journey", "Thursdays", NOW - timedelta(days=90))
"""The one therapy of most tests."""


def a_path(*steps: Step, path_id: str = "small", **more: object) -> ReflectionPath:
    """A path of these steps and a closing; without any, of one question."""
    return path(path_id, "A small path", *(steps or (text("first", "What is it?"),)), **more)


def a_walk(
    on: ReflectionPath | None = None,
    said: Mapping[str, Value] | None = None,
    *,
    at: str = "",
    form: Form = Form.FULL,
    walk_id: str = "walk",
    when: datetime = NOW,
) -> Walk:
    """A walk on which some things were said already, each where its step puts it."""
    on = on or trust()
    answers = {
        step.id: Said(f"{walk_id}.{step.id}", said[step.id], step.place, step.prompt)
        for step in on.steps
        if said and step.id in said
    }
    return Walk(walk_id, JOURNEY.id, on, when, when, form, at=at, said=MappingProxyType(answers))


def an_answer(
    answer_id: str = "answer", words: Value = "the yellow door", **more: object
) -> Answer:
    """An answer; words, unless it is given another kind."""
    shown = ", ".join(words) if isinstance(words, tuple) else str(words)
    given: dict[str, object] = {
        "step_id": f"step-{answer_id}",
        "kind": StepKind.TEXT,
        "prompt": "What stayed with you?",
        "value": words,
        "shown": shown,
        "place": Place.HERE,
        "section": Section.TALK,
    }
    return Answer(answer_id, **(given | more))  # type: ignore[arg-type]  # passed on


def parked(answer_id: str, words: str, **more: object) -> Answer:
    """An answer that waits for the session."""
    return an_answer(answer_id, words, place=Place.PARKED, **more)


def a_reflection(
    reflection_id: str = "reflection", *answers: Answer, when: datetime = NOW, **more: object
) -> Reflection:
    """A finished reflection; without answers, of one."""
    given: dict[str, object] = {
        "journey_id": JOURNEY.id,
        "path_id": "trust",
        "path_version": 1,
        "language": "en",
        "title": "Speaking freely",
        "form": Form.FULL,
        "started_at": when,
        "happened_at": when,
        "finished_at": when + timedelta(minutes=4),
        "at_step": "",
        "answers": answers or (an_answer(f"{reflection_id}.answer"),),
    }
    return Reflection(reflection_id, **(given | more))  # type: ignore[arg-type]  # passed on


def a_draft(
    reflection_id: str = "draft", *answers: Answer, when: datetime = NOW, **more: object
) -> Reflection:
    """A reflection that was begun and not finished."""
    begun = a_reflection(reflection_id, *answers, when=when, **more)
    return replace(begun, finished_at=None, at_step=begun.answers[0].step_id)


def a_session(
    number: int = 1,
    at: datetime = NOW,
    state: SessionState = SessionState.PLANNED,
    session_id: str = "",
) -> Session:
    """An appointment."""
    return Session(session_id or f"session-{number}", JOURNEY.id, number, at, state)


def a_candidate(
    answer_id: str = "answer",
    words: str = "the yellow door",
    section: Section = Section.TALK,
    when: datetime = NOW,
) -> Candidate:
    """An answer that may become a line of the page."""
    return Candidate(
        answer_id, words, section, Origin("reflection", "Speaking freely", "What happened?", when)
    )
