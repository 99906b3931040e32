"""Disks that fail, or lose their power, at one step of what is done to files."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from companion.storage.vault.files import Disk

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = (
    "make_folder",
    "reserve",
    "_write_durably",
    "_rename",
    "settle",
    "overwrite",
    "remove",
    "remove_empty",
    "remove_folder",
)
POWER_CUT = KeyboardInterrupt


class FailingDisk(Disk):
    """Fails at one step: before it, or in the middle of it; from then on, or only then."""

    def __init__(self, at: int, *, late: bool = False, for_good: bool = False) -> None:
        self.steps = 0
        self._at = at
        self._late = late
        self._for_good = for_good
        for name in STEPS:
            setattr(self, name, self._watched(getattr(self, name)))

    def _watched(self, step: Callable[..., object]) -> Callable[..., object]:
        def watched(*arguments: object) -> object:
            self.steps += 1
            failing = self.steps == self._at or (self._for_good and self.steps > self._at)
            if failing and not self._late:
                raise OSError(errno.ENOSPC, "disk full")
            result = step(*arguments)
            if failing:
                raise OSError(errno.EIO, "disk broken")
            return result

        return watched


class CutDisk(Disk):
    """Stands for a power cut: from one step on, nothing is done any more, tidying included."""

    def __init__(self, at: int) -> None:
        self.steps = 0
        self._at = at
        for name in STEPS:
            setattr(self, name, self._watched(getattr(self, name)))

    def _watched(self, step: Callable[..., object]) -> Callable[..., object]:
        def watched(*arguments: object) -> object:
            self.steps += 1
            if self.steps >= self._at:
                raise POWER_CUT
            return step(*arguments)

        return watched
