"""Whether all content is as it should be, translations and all."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.catalog.check import check
from companion.catalog.files import languages, shipped
from companion.catalog.translation import untranslated
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from companion.catalog.lint import Problem


def check_whole(root: Traversable | None = None, only: str = "") -> list[Problem]:
    """Check everything, and that each language has all that English has, and no more.

    Args:
        root: The content folder; none: what companion ships with.
        only: The code of the one language to look at; empty: every one.
    """
    content = root if root is not None else shipped()
    found = check(content)
    for language in languages(content):
        with suppress(ContentError):  # a file that makes no sense is told by `check`
            for one in untranslated(content, language):
                found.append(one)
    named = [one for one in found if not only or one.file.partition("/")[0] == only]
    return sorted(dict.fromkeys(named), key=lambda one: (one.file, one.key))
