"""The content of a PDF's pages, mark by mark: what is drawn, and what is said in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.generic import ContentStream, DictionaryObject, NumberObject

if TYPE_CHECKING:
    from typing import SupportsFloat

    from pypdf import PdfReader

_DOT = 4.5  # how large a dot is
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_MARGINS = frozenset(
    {
        ("/Type", "/Layout"),
        ("/Type", "/Pagination"),
        ("/Subtype", "/Footer"),
        ("/Attached", "['/Bottom']"),
    }
)
_KNOWN = frozenset(
    b"q Q cm gs cs CS scn SCN w M J d m l c h f S W n BT ET Tr Tf Tm TJ Tj BMC".split()
)
"""What the content of a sheet is made of; nothing else paints."""


@dataclass
class Drawing:
    """What is drawn in one place: lines, and the middles of dots."""

    lines: list[list[tuple[float, float]]] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)
    curves: int = 0
    fresh: bool = False
    """Whether a path has just begun: a curve there is the first of a dot."""


@dataclass
class Marked:
    """The content of all pages, as it is marked for whoever reads it aloud."""

    said: list[tuple[str, str]] = field(default_factory=list)
    """What is said in the place of something, each with its key."""
    figures: list[Drawing] = field(default_factory=list)
    """What is drawn as a figure."""
    elsewhere: Drawing = field(default_factory=Drawing)
    """What is drawn anywhere else: rules and margins."""
    strange: list[str] = field(default_factory=list)
    """Marks that a sheet has no use for."""


def without_strings(data: bytes) -> bytes:
    """The bytes without what stands in brackets, which may stand in each other."""
    kept, end, depth = [], 0, 0
    for found in _BRACKET.finditer(data):
        if found[0] == b"(":
            kept += [data[end : found.start()]] if depth == 0 else []
            depth += 1
        elif found[0] == b")":
            depth -= 1
            end = found.end()
    return b"".join([*kept, data[end:]])


def marked(reader: PdfReader) -> Marked:
    """The content of all pages, mark by mark."""
    found = Marked()
    for page in reader.pages:
        content = page.get_contents()
        if content is None:
            continue
        if b"%" in without_strings(content.get_data()):
            found.strange.append("a comment in a content stream")
        drawing = found.elsewhere
        for operands, operator in ContentStream(content, reader).operations:
            if operator == b"BDC":
                drawing = _begun(found, operands[0], operands[1])
            elif operator == b"EMC":
                drawing = found.elsewhere
            elif operator not in _KNOWN:
                found.strange.append(f"{operator!r} in a content stream")
            else:
                _draw(drawing, operator, operands)
    return found


def _draw(drawing: Drawing, operator: bytes, operands: list[SupportsFloat]) -> None:
    """Go on with a drawing."""
    match operator:
        case b"m":
            drawing.lines.append([_point(operands)])
        case b"l":
            drawing.lines[-1].append(_point(operands))
        case b"c":
            if drawing.fresh:
                x, y = drawing.lines.pop()[0]
                drawing.dots.append((x - _DOT, y))
            drawing.curves += 1
        case b"W" | b"W*":
            drawing.lines.pop()  # only what bounds a drawing
    if operator in {b"m", b"c"}:
        drawing.fresh = operator == b"m"


def _point(operands: list[SupportsFloat]) -> tuple[float, float]:
    return float(operands[0]), float(operands[1])


def _begun(found: Marked, tag: str, properties: object) -> Drawing:
    if not isinstance(properties, DictionaryObject):
        found.strange.append(f"marked with {properties}")
        return found.elsewhere
    drawn = found.elsewhere
    for key, value in properties.items():
        if key == "/Alt":
            found.said.append((key, str(value)))
            drawn = Drawing()
            found.figures.append(drawn)
        elif not (
            (key == "/MCID" and isinstance(value, NumberObject))
            or (tag == "/Artifact" and (key, str(value)) in _MARGINS)
        ):
            found.strange.append(f"{tag} marked with {key} {value}")
    return drawn
