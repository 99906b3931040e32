"""Fictional entries, and notebooks that open in no time, for the tests of the storage."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, MapPoint, Reflection
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.store.engine import Database
    from companion.storage.vault.files import Disk
    from companion.storage.vault.keys import RandomBytes

PASSPHRASE = "nine quiet herons by the weir"
BEGAN = datetime(2026, 1, 5, 17, tzinfo=UTC)
JOURNEY = Journey("journey", "Thursdays", BEGAN)


def cheap_vault(folder: Path, disk: Disk | None = None) -> FolderVault:
    return FolderVault(folder, profile=CHEAPEST, allow_cheapest=True, disk=disk)


def database_of(vault: FolderVault) -> Database:
    return vault._required().database


def day(number: int, **more: int) -> datetime:
    return BEGAN + timedelta(days=number, **more)


def said(answer_id: str, text: str, place: Place = Place.HERE, **more: object) -> Answer:
    given: dict[str, object] = {
        "step_id": f"step-{answer_id}",
        "kind": StepKind.TEXT,
        "prompt": "What stayed with you?",
        "value": text,
        "shown": text,
        "place": place,
        "section": Section.TALK,
    }
    return Answer(answer_id, **(given | more))  # type: ignore[arg-type]  # a mapping of fields


def parked(answer_id: str, text: str, **more: object) -> Answer:
    return said(answer_id, text, Place.PARKED, **more)


def rated(answer_id: str, rating: int) -> Answer:
    return said(answer_id, "", kind=StepKind.RATING, value=rating, shown=str(rating), section=None)


def on_the_map(answer_id: str, pleasant: int, energy: int) -> Answer:
    point = MapPoint(pleasant, energy)
    return said(
        answer_id, "", kind=StepKind.MAP, value=point, shown=f"{pleasant}, {energy}", section=None
    )


def walk(reflection_id: str, *answers: Answer, at: datetime = BEGAN, **more: object) -> Reflection:
    given: dict[str, object] = {
        "journey_id": JOURNEY.id,
        "path_id": "echo",
        "path_version": 1,
        "language": "en",
        "title": "Echo",
        "form": Form.FULL,
        "started_at": at,
        "happened_at": at,
        "finished_at": at + timedelta(minutes=4),
        "at_step": "",
        "answers": answers,
    }
    return Reflection(reflection_id, **(given | more))  # type: ignore[arg-type]  # a mapping of fields


def draft(reflection_id: str, *answers: Answer, at: datetime = BEGAN, **more: object) -> Reflection:
    unfinished: dict[str, object] = {"finished_at": None, "at_step": "step-a"}
    return walk(reflection_id, *answers, at=at, **(unfinished | more))


def appointment(
    session_id: str, number: int, at: datetime, state: SessionState = SessionState.PLANNED
) -> Session:
    return Session(session_id, JOURNEY.id, number, at, state)


def known_bytes(name: str) -> RandomBytes:
    """Bytes that are the same in every run, for vectors that are published."""
    given = 0

    def some(count: int) -> bytes:
        nonlocal given
        given += 1
        return hashlib.shake_256(f"{name} {given}".encode()).digest(count)

    return some
