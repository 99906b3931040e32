"""A view as a picture: an SVG with every letter pinned to its column, and a PNG of it.

Lines that are made of letters are drawn as lines, so that they join whatever the font.
The PNG is set by typst in the letters it brings along: the same bytes on every machine.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

    from looking import Look, Run, View

CELL, ROW, SIZE = 8.43, 19, 14
"""Width and height of a cell and of the letters, in pixels."""
EDGE = 14
"""The air around the screen, in pixels."""
_BASE = 14  # from a row's top down to the line that letters stand on
_FONTS = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
_MIDDLE = ROW / 2
# How a letter that is part of a line reaches from the middle: left, right, up, down.
_LINES = {
    "─": "lr",
    "━": "lr",
    "┄": "lr",
    "╌": "lr",
    "│": "ud",
    "┃": "ud",
    "┆": "ud",
    "├": "rud",
    "┤": "lud",
    "┬": "lrd",
    "┴": "lru",
    "┼": "lrud",
    "╴": "l",
    "╶": "r",
}
_BENDS = {"╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu"}
_THICK = "━┃"
_DASHED = "┄╌┆"
# From where to where blocks reach, in parts of a row.
_BLOCKS = {sign: (1 - n / 8, 1.0) for n, sign in enumerate("▁▂▃▄▅▆▇█", 1)}
_BLOCKS |= {"▀": (0.0, 0.5), "▔": (0.0, 0.125)}
_BARS = {sign: n / 8 for n, sign in enumerate("▏▎▍▌▋▊▉", 1)}  # from the left, of a column


def svg(view: View) -> str:
    """The view as an SVG."""
    looks = sorted({run.look for row in view.rows for run in row}, key=repr)
    names = {look: f"l{number}" for number, look in enumerate(looks)}
    wide, high = size(view)
    ground = _ground(view)
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" '
            f'width="{wide}" height="{high}">'
        ),
        f"<style>text{{font:{SIZE}px {_FONTS};white-space:pre}}",
        *(_rule(names[look], look) for look in looks),
        "</style>",
        f'<rect width="{wide}" height="{high}" rx="10" fill="{ground}"/>',
    ]
    for number, row in enumerate(view.rows):
        for run in row:
            lines += _drawn(run, EDGE + number * ROW, names[run.look], ground)
    return "\n".join((*lines, "</svg>", ""))


def size(view: View) -> tuple[int, int]:
    """Width and height of the picture, in pixels."""
    return round(view.width * CELL) + 2 * EDGE, view.height * ROW + 2 * EDGE


def png(drawn: str, wide: int, high: int, scale: float = 2) -> bytes:
    """An SVG as a PNG.

    Args:
        drawn: The SVG.
        wide: Its width in pixels.
        high: Its height in pixels.
        scale: Pixels of the PNG to one of the SVG.
    """
    import typst

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "view.svg").write_text(drawn, encoding="utf-8")
        page = (
            f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt, fill: none)\n"
            f'#image("view.svg", width: {wide}pt)'
        )
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
        compiler = typst.Compiler(root=folder, font_paths=fonts)
        made = compiler.compile(page.encode(), format="png", ppi=72 * scale)
    return bytes(made)


def _ground(view: View) -> str:
    return view.rows[0][0].look.ground


def _rule(name: str, look: Look) -> str:
    more = ";font-weight:bold" if look.bold else ""
    more += ";font-style:italic" if look.italic else ""
    return f".{name}{{fill:{look.ink}{more}}}.{name}s{{stroke:{look.ink};fill:none}}"


def _drawn(run: Run, top: float, name: str, ground: str) -> Iterator[str]:
    left = EDGE + run.at * CELL
    if run.look.ground != ground:
        yield (
            f'<rect x="{left:.2f}" y="{top}" width="{run.width * CELL:.2f}" height="{ROW}" '
            f'fill="{run.look.ground}" shape-rendering="crispEdges"/>'
        )
    places: list[str] = []
    letters: list[str] = []
    at = left
    for letter in run.text:
        shape = _shape(letter, at, top, name)
        if shape:
            yield shape
        elif not letter.isspace():
            places.append(f"{at:.2f}".rstrip("0").rstrip("."))
            letters.append(letter)
        at += cell_len(letter) * CELL
    if letters:
        yield (
            f'<text class="{name}" y="{top + _BASE}" x="{" ".join(places)}">'
            f"{escape(''.join(letters))}</text>"
        )
    if run.look.underline and run.text.strip():
        end = left + cell_len(run.text.rstrip()) * CELL
        yield f'<path class="{name}s" d="M{left:.2f} {top + _BASE + 2.5}H{end:.2f}"/>'


def _shape(letter: str, left: float, top: float, name: str) -> str:
    if letter in _BLOCKS or letter in _BARS:
        begins, ends = _BLOCKS.get(letter, (0.0, 1.0))
        return (
            f'<rect class="{name}" x="{left:.2f}" y="{top + begins * ROW:.2f}" '
            f'width="{CELL * _BARS.get(letter, 1.0):.2f}" height="{(ends - begins) * ROW:.2f}" '
            f'shape-rendering="crispEdges"/>'
        )
    middle, centre = left + CELL / 2, top + _MIDDLE
    ends = {
        "l": f"{left:.2f} {centre}",
        "r": f"{left + CELL:.2f} {centre}",
        "u": f"{middle:.2f} {top}",
        "d": f"{middle:.2f} {top + ROW}",
    }
    if letter in _BENDS:
        first, second = _BENDS[letter]
        path = f"M{ends[first]}Q{middle:.2f} {centre} {ends[second]}"
    elif letter in _LINES:
        path = "".join(f"M{middle:.2f} {centre}L{ends[way]}" for way in _LINES[letter])
        if letter in _DASHED:
            path = f"M{left + 1.5:.2f} {centre}h2m2 0h2" if letter != "┆" else path
    else:
        return ""
    thick = ' stroke-width="2"' if letter in _THICK else ""
    return f'<path class="{name}s"{thick} d="{path}"/>'
