"""One thread for the notebook, so that no save overtakes another."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

P = ParamSpec("P")
T = TypeVar("T")


class InOrder:
    """Runs calls one after another, in the order they were asked for.

    Thread workers with `exclusive=True` can overtake one another, and an async
    worker dies with its screen. A call given to this thread does neither: it
    runs to its end, and whoever still waits hears of it.
    """

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        """The thread, which starts with the first call."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="notebook")

    async def __call__(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a call after all that came before, and return what it returns."""
        future = asyncio.wrap_future(self._thread.submit(call, *args, **kwargs))
        future.add_done_callback(_heard)
        return await asyncio.shield(future)

    def close(self) -> None:
        """Let what was asked for finish, then end the thread."""
        self._thread.shutdown(wait=True)


def _heard(future: asyncio.Future[Any]) -> None:
    """Look at what went wrong where nobody waits any more, or it would be told on the terminal."""
    if not future.cancelled():
        future.exception()
