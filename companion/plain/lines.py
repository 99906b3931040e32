"""Several lines of one's own, and finding a thing by the beginning of its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import AmbiguousReflectionError, CompanionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.plain.face import Face


def ask_lines(face: Face, so_far: Callable[[str], object]) -> str:
    """Ask for lines until an empty one.

    Args:
        face: Says and asks.
        so_far: Keeps what there is after every line, so that whatever ends the input
            finds the words; what it can't keep is told, and asking goes on.

    Returns:
        The lines; empty: there were none.

    Raises:
        InputEndedError: If there are no more lines; `so_far` has them.
    """
    lines: list[str] = []
    while line := face.ask():
        lines.append(line)
        try:
            so_far("\n".join(lines))
        except CompanionError as error:
            face.tell(error)
    return "\n".join(lines)


def by_prefix(ids: Iterable[str], beginning: str) -> str:
    """The one id that begins so; empty: there is none.

    Args:
        ids: The ids to choose from.
        beginning: A whole id or its beginning; an empty one finds nothing.

    Raises:
        AmbiguousReflectionError: If more than one begins so, and none is it.
    """
    found = [one for one in ids if beginning and one.startswith(beginning)]
    if beginning in found:
        return beginning
    if len(found) > 1:
        raise AmbiguousReflectionError(id=beginning)
    return found[0] if found else ""
