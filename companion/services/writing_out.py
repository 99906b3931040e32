"""How something printed leaves the notebook: as text, or as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.printing import Printed
    from companion.services.ports.files import Outbox

PDF = "pdf"
"""The one form that is no text."""


def write_out(
    outbox: Outbox,
    file: Path,
    form: str,
    render: Callable[[], str],
    set_in_type: Callable[[], Printed],
    *,
    replace: bool,
) -> tuple[str, ...]:
    """Write it to a file in one of its forms.

    Args:
        outbox: Writes files.
        file: Where.
        form: `pdf`, or a form that is text.
        render: Gives the text.
        set_in_type: Gives the PDF; asked for only where that is the form.
        replace: Whether a file of that name may be written over.

    Returns:
        The characters for which the PDF has no letter shape; of a text none.

    Raises:
        FileExistsAlreadyError: If the file is there and `replace` is false.
        FileNotWrittenError: If it could not be written.
        PrintingFailedError: If no PDF could be made; nothing is written.
    """
    if form != PDF:
        outbox.write(file, render(), replace=replace)
        return ()
    printed = set_in_type()
    outbox.write_bytes(file, printed.data, replace=replace)
    return printed.unshown
