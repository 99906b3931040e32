"""How long the machine has slept: the notebook locks itself when a lid was shut."""

from __future__ import annotations

import sys
import time


def seconds_slept() -> float:
    """How many seconds the machine slept since it was started.

    It is the difference of two clocks of the system, of which one stands still while the
    machine sleeps. Where there are none, it is 0 and the idle time alone locks.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        awake = time.clock_gettime(time.CLOCK_UPTIME_RAW)
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW) - awake
    return 0.0
