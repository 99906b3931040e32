"""The functions of the system that companion runs on."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from companion.system.windows import (
        alone,
        alone_within,
        close_new,
        close_to_others,
        fit_for_a_name,
        hold_in_memory,
        mode_of,
        on_console_closing,
        patiently,
        seconds_slept,
        settle,
        sync,
        take,
    )
else:
    from companion.system.posix import (
        alone,
        alone_within,
        close_new,
        close_to_others,
        fit_for_a_name,
        hold_in_memory,
        mode_of,
        on_console_closing,
        patiently,
        seconds_slept,
        settle,
        sync,
        take,
    )

__all__ = [
    "alone",
    "alone_within",
    "close_new",
    "close_to_others",
    "fit_for_a_name",
    "hold_in_memory",
    "mode_of",
    "on_console_closing",
    "patiently",
    "seconds_slept",
    "settle",
    "sync",
    "take",
]
