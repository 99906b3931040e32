"""JSON of unknown origin: read whole or not at all, and looked at type by type."""

from __future__ import annotations

import codecs
import json
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.encodings import BY_ITS_MARK
from companion.domain.errors import BrokenImportError, CutImportError, UnknownImportError
from companion.domain.setting_values import in_calendar
from companion.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    Fields = dict[str, object]

NO_ENTRY = 0
"""Stands for "not in an entry" where a broken file says how far it was read."""

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class UnfitError(ValueError):
    """A value is not what it should be; it says no more, for the value may be private."""


@contextmanager
def reading(file: str, entry: int = NO_ENTRY) -> Iterator[None]:
    """Turn whatever an entry's contents bring about into "it is not whole".

    Args:
        file: The file, for the error.
        entry: The entry that is read, counted from 1; 0: none.

    Raises:
        BrokenImportError: If a value is not what it should be.
    """
    try:
        yield
    except (ValueError, KeyError, OverflowError, OSError):
        # `OSError` is how Windows says that its clock has no such moment. The cause is
        # left out: Python's own messages quote what they could not read.
        raise broken(file, entry) from None


def broken(file: str, entry: int = NO_ENTRY) -> BrokenImportError:
    """What is told of a file that is not whole.

    Args:
        file: The file.
        entry: The entry it was read to, counted from 1; 0: it was none.
    """
    found = CutImportError if entry == NO_ENTRY else BrokenImportError
    return found(file=file, entry=entry)


def decoded(raw: bytes, file: str) -> str:
    """The text of a file in UTF-8, or in UTF-16 if it begins by saying so.

    Args:
        raw: The whole file.
        file: The file, for the errors.

    Raises:
        BrokenImportError: If it begins like JSON and goes on as no text.
        UnknownImportError: If it is no text.
    """
    wide = raw.startswith(_WIDE)
    try:
        text = raw.decode(BY_ITS_MARK)
    except UnicodeDecodeError:
        if not wide and raw.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
            raise broken(file) from None
        raise UnknownImportError(file=file) from None
    return text.removeprefix("\ufeff")  # a second mark, which some programs write


def parsed(text: str, file: str) -> object:
    """JSON as Python's own values; no key stands twice, and every number is one.

    Args:
        text: The whole text.
        file: The file, for the error.

    Raises:
        BrokenImportError: If it is no JSON, or nested deeper than anyone writes.
    """
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise broken(file) from None


def _once(pairs: list[tuple[str, object]]) -> Fields:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise UnfitError
    return fields


def _no_number(_: str) -> object:
    raise UnfitError


def fields_of(found: object) -> Fields:
    """An object's fields.

    Raises:
        UnfitError: If it is no object.
    """
    if isinstance(found, dict):
        return found
    raise UnfitError


def items_of(found: object) -> list[object]:
    """An array's items.

    Raises:
        UnfitError: If it is no array.
    """
    if isinstance(found, list):
        return found
    raise UnfitError


def text_of(found: object) -> str:
    """A text, without anything that a terminal would obey.

    Raises:
        UnfitError: If it is no text.
    """
    if isinstance(found, str):
        return clean(found)
    raise UnfitError


def flag_of(found: object) -> bool:
    """Yes or no.

    Raises:
        UnfitError: If it is neither.
    """
    if isinstance(found, bool):
        return found
    raise UnfitError


def whole_of(found: object, lowest: int, highest: int) -> int:
    """A whole number in a range, its ends included.

    Raises:
        UnfitError: If it is no whole number, or out of the range.
    """
    # `True` is a number to Python, and to nobody else.
    if isinstance(found, int) and not isinstance(found, bool) and lowest <= found <= highest:
        return found
    raise UnfitError


def moment_of(found: object) -> datetime:
    """A moment that says its zone, in UTC.

    Raises:
        ValueError: If it is no moment, has no zone, or is outside `in_calendar`.
    """
    moment = datetime.fromisoformat(text_of(found))
    if moment.tzinfo is None:
        raise UnfitError
    return in_calendar(moment)
