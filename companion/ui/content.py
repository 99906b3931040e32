"""The only way a person's words meet a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from companion.domain.text import clean

if TYPE_CHECKING:
    from companion.domain.errors import CompanionError
    from companion.services.ports.content import Words


def plain(text: str, style: str = "") -> Content:
    """Text shown letter by letter: never markup, never a control character.

    Args:
        text: Any text.
        style: A Textual style for all of it, `$warm` say.
    """
    content = Content(clean(text))
    return content.stylize(style) if style else content


def sentence(words: Words, key: str, style: str = "", **values: str | int) -> Content:
    """A sentence of the interface; its gaps may hold a person's own words.

    Args:
        words: The interface's language.
        key: The sentence's key.
        style: A Textual style for all of it.
        values: What fills the gaps.
    """
    return plain(words.say(key, **values), style)


def told(words: Words, error: CompanionError) -> Content:
    """What went wrong, in the person's language."""
    return plain(words.say(error.key, **error.details))
