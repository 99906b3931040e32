"""Preparing text without spaces between words (Thai, Chinese, Japanese …) for the index."""

from __future__ import annotations

import re

_LETTERS = re.compile(
    "(["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese, Chinese
    "\U00020000-\U0003ffff"  # rarer ideographs
    "])"
)


def apart(text: str | None) -> str:
    """A text in which every letter of those languages stands by itself.

    The index takes a run of letters for one word and finds it by its beginning. Set
    apart, these are found wherever they stand in a run.

    The index relies on it: it must give the same for the same text for ever.

    Args:
        text: Any text; none is an empty one.
    """
    return _LETTERS.sub(r" \1 ", text) if text else ""
