"""Bytes that are no UTF-8: a terminal set to another encoding, an old way to send the mouse.

Textual's own reader ends the app at the first of them. Held to the pinned version by a test.
"""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codecs import IncrementalDecoder

    from textual.driver import Driver

_DECODER = "getincrementaldecoder"


def forgive(driver: type[Driver]) -> None:
    """Let a driver read a sign of replacement where it can't read a letter.

    Args:
        driver: The class that reads the terminal; one that decodes nothing stays as it is.
    """
    module = sys.modules[driver.__module__]
    if hasattr(module, _DECODER):
        setattr(module, _DECODER, _forgiving)


def _forgiving(encoding: str) -> partial[IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")
