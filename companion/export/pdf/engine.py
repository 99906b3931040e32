"""Setting a sheet in type. The words go in as data and are never read as markup.

Three tries, each only where the one before lacks the shape of a letter: the shipped letters
alone (the same bytes on every machine), then the system's letters too, both declared as
PDF/UA-1, which takes no sheet with a sign that can't be shown; and last without that
declaration, with the signs named that are blank boxes in it. No sign ever fails an export.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.file_errors import PrintingFailedError
from companion.domain.printing import Printed, Printing

if TYPE_CHECKING:
    from typst import Fonts

_FOLDER = Path(__file__).parent
_PAPER = {"a4": "a4", "letter": "us-letter"}
_PROBE = (
    '#import "common.typ": *\n#set document(title: "-", date: none)\n'
    "#show: sheet-style.with(10mm)\n#json(bytes(sys.inputs.sheet))\n"
)
_KEPT_FOR = 12  # runs; a cached piece that was not used for ten of them is dropped
_SIGNATURES = ((b"/Creator(", b")"), (b"<xmp:CreatorTool>", b"</xmp:CreatorTool>"))
_PLAIN = frozenset(map(chr, range(0x20, 0x7F)))


def set_in_type(template: str, sheet: object, printing: Printing) -> Printed:
    """Any sheet as a PDF.

    Args:
        template: The template's file name, in this folder.
        sheet: The words, as JSON has them.
        printing: Paper, and size of the print.

    Raises:
        PrintingFailedError: If it could not be set.
    """
    _require_typst()
    try:
        return _set(template, json.dumps(sheet, ensure_ascii=False, sort_keys=True), printing)
    finally:
        _forget()


def _require_typst() -> None:
    try:
        import typst  # noqa: F401  is it there at all?
    except ImportError:
        raise PrintingFailedError from None


def _set(template: str, words: str, printing: Printing) -> Printed:
    source = (_FOLDER / template).read_bytes()
    for own in (True, False):
        made = _compiled(source, words, printing, own=own, declared=True)
        if made is not None:
            return Printed(made)
    made = _compiled(source, words, printing, own=False, declared=False)
    if made is None:
        raise PrintingFailedError
    return Printed(made, _unshown(words, printing))


def _compiled(
    source: bytes, words: str, printing: Printing, *, own: bool, declared: bool
) -> bytes | None:
    """A PDF; none: it has a sign that no letters here can show, or can't be set at all."""
    import typst

    inputs = {
        "sheet": words,
        "paper": _PAPER[printing.paper],
        "size": "large" if printing.large else "normal",
        "fonts": "own" if own else "all",
    }
    try:
        compiler = typst.Compiler(root=str(_FOLDER), font_paths=_letters(own=own))
        made = compiler.compile(
            source,
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["ua-1"] if declared else [],
            timestamp=0,
        )
    except typst.TypstError:
        return None
    return _unsigned(made) if isinstance(made, bytes) else None


def _unsigned(made: bytes) -> bytes:
    """The PDF without the name and version of what set it; blanks, so that nothing moves."""
    for begins, ends in _SIGNATURES:
        # The last one: it stands behind everything that a person wrote.
        start = made.rfind(begins)
        end = made.find(ends, start) + len(ends)
        if start >= 0:
            made = made[:start] + b" " * (end - start) + made[end:]
    return made


def _forget() -> None:
    # What typst set it keeps in a cache of its own, until it has set other things often enough.
    import typst

    empty = typst.Compiler(font_paths=_letters(own=True))
    for _ in range(_KEPT_FOR):
        empty.compile(b" ", format="pdf", timestamp=0)


@cache
def _letters(*, own: bool) -> Fonts:
    # Kept, unlike the compiler, which would hold on to the words: to look through the
    # system's letters takes longer than to set a page.
    import typst

    return typst.Fonts(include_system_fonts=not own)


def _unshown(words: str, printing: Printing) -> tuple[str, ...]:
    """The signs of a text that no letters here can show, in the order they come."""
    signs = [one for one in dict.fromkeys(words) if one not in _PLAIN]
    return tuple(_blank(signs, printing))


def _blank(signs: list[str], printing: Printing) -> list[str]:
    # Halved again and again, because it is only told that some sign is missing.
    words = json.dumps(" ".join(signs), ensure_ascii=False)
    if not signs or _compiled(_PROBE.encode(), words, printing, own=False, declared=True):
        return []
    if len(signs) == 1:
        return signs
    middle = len(signs) // 2
    return [*_blank(signs[:middle], printing), *_blank(signs[middle:], printing)]
