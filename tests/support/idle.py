"""Knowing when an app has nothing left to do, instead of waiting to see whether it has."""

from __future__ import annotations

import asyncio
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    import pytest
    from textual.pilot import Pilot

_SOON = 0.25
"""Seconds: what is due within them is waited for, such as a drawing or a button's flash."""
_MOST = 2.0
_HANDED_BACK = 0.001
"""Seconds within which the loop learns that a thread is done."""
_HELD = 5
"""So many looks at a thread that does nothing, and it is taken to be held by the test."""

_pools = weakref.WeakSet[ThreadPoolExecutor]()
_at_work: set[Future[Any]] = set()
"""What threads have been given and are not done with."""


async def idle(*_: float, **__: float) -> None:
    """Wait until no step of the running loop is ready, none is due in a moment, no thread works.

    Textual's own `wait_for_idle` watches the processor's clock in steps of 20 ms: slow when
    nothing else runs, and wrong when much else does.
    """
    loop = _with_a_clock_that_can_be_put_on(asyncio.get_running_loop())
    end, looks, worked = loop.time() + _MOST, 0, False
    while (now := loop.time()) < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        looks = looks + 1 if _threads_wait() else 0
        if looks < _HELD and (_at_work or worked):
            worked = bool(_at_work)
            await asyncio.sleep(_HANDED_BACK)
            continue
        due = [one.when() for one in loop._scheduled if not one.cancelled()]
        if not due or (first := min(due)) > now + _SOON:
            return
        loop.time.put_on(first - now)


def _threads_wait() -> bool:
    frames = sys._current_frames()
    try:
        idents = [thread.ident for pool in _pools for thread in pool._threads]
    except RuntimeError:  # one more was begun, or is gone: something goes on
        return False
    tops = [frames[ident].f_code.co_name for ident in idents if ident in frames]
    return all(name in {"wait", "_worker"} for name in tops)


def install(patch: pytest.MonkeyPatch) -> None:
    """Let Textual's own driver of tests wait in this way too."""
    patch.setattr("textual.pilot.Pilot._wait_for_screen", _of_pilot)
    patch.setattr("textual.pilot.Pilot.pause", _pause)
    patch.setattr("textual.pilot.wait_for_idle", idle)
    patch.setattr("textual.app.wait_for_idle", idle)
    patch.setattr("textual.css.model.RuleSet.__hash__", object.__hash__)  # the same, but quick
    patch.setattr(ThreadPoolExecutor, "submit", _watched(ThreadPoolExecutor.submit))


async def _of_pilot(_: object, timeout: float = _MOST) -> bool:  # noqa: ASYNC109 - Textual's own
    await idle(timeout)
    return True


class _Clock:
    """A loop's clock, that can be put on to when something is due instead of waiting for it."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time, self._ahead = time, 0.0

    def __call__(self) -> float:
        return self._time() + self._ahead

    def put_on(self, seconds: float) -> None:
        self._ahead += max(0.0, seconds)


def _with_a_clock_that_can_be_put_on(loop: Any) -> Any:  # noqa: ANN401 - its insides
    if not isinstance(loop.time, _Clock):
        loop.time = _Clock(loop.time)
    return loop


async def _pause(pilot: Pilot[Any], delay: float | None = None) -> None:
    assert delay is None, "no test sleeps"
    await idle()
    pilot.app.screen._on_timer_update()
    await idle()


def _watched(submit: Callable[..., Any]) -> Callable[..., Any]:
    def submitted(pool: ThreadPoolExecutor, *args: object, **kwargs: object) -> Future[Any]:
        _pools.add(pool)
        future: Future[Any] = submit(pool, *args, **kwargs)
        _at_work.add(future)
        future.add_done_callback(_at_work.discard)
        return future

    return submitted
