"""The notebook's one thread: in order, to the end, and nothing told where nobody waits."""

from __future__ import annotations

import asyncio
import gc
import threading

import pytest

from companion.domain.errors import CompanionError, StorageError
from companion.ui.in_order import InOrder


async def test_what_fails_once_nobody_waits_any_more_is_not_told_on_the_terminal() -> None:
    told: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    in_order, free = InOrder(), threading.Event()

    def fail() -> None:
        free.wait(10)
        raise StorageError

    waiting = asyncio.ensure_future(in_order(fail))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    free.set()
    await in_order(lambda: None)
    await asyncio.sleep(0)
    gc.collect()
    in_order.close()
    assert told == []


async def test_whoever_waits_hears_of_it() -> None:
    in_order = InOrder()

    def fail() -> None:
        raise StorageError

    with pytest.raises(CompanionError):
        await in_order(fail)
    in_order.close()
