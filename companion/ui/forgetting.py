"""Taking private words out of memory once the notebook is locked.

A widget that is taken off the screen may live on: Textual keeps whoever watches the
theme, and timers keep the context that they were set in. And what measures words keeps the
last few hundred that it measured.
"""

from __future__ import annotations

import functools
import gc
from typing import TYPE_CHECKING

from textual.cache import FIFOCache, LRUCache

from companion.hardening import give_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.dom import DOMNode


_RUBBISH = 10_000  # new objects; to look through so few takes a few milliseconds


def spare() -> None:
    """Spare whatever there is by now from every look for rubbish, until `forget`.

    Python would go through all that was imported, a tenth of a second in the middle of a word.
    """
    gc.freeze()
    gc.set_threshold(_RUBBISH, *gc.get_threshold()[1:])


def forget(nodes: Iterable[DOMNode]) -> None:
    """Empty every field, and every cache of the process.

    Args:
        nodes: What was on the screens; all of it was taken off.
    """
    # Imported here: the unlock screen has no editor.
    from companion.ui.widgets.editor import Editor
    from companion.ui.widgets.help_blocks import HelpBlocks
    from companion.ui.widgets.line_input import LineInput

    for node in nodes:
        if isinstance(node, Editor | HelpBlocks | LineInput):
            node.forget()
    gc.unfreeze()
    for one in gc.get_objects():
        # Nothing in such a cache is needed to be right, only to be quick.
        if isinstance(one, functools._lru_cache_wrapper):  # noqa: SLF001 - its only name
            one.cache_clear()
        elif isinstance(one, LRUCache | FIFOCache):
            one.clear()
    give_back()
