"""How long the machine has slept: the notebook locks itself when a lid was shut."""

from __future__ import annotations

from companion.system import here


def seconds_slept() -> float:
    """How many seconds the machine slept since it was started.

    Where the system does not tell, it is 0 and the idle time alone locks.
    """
    return here.seconds_slept()
