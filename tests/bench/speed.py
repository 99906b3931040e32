"""Writes the guide's page about speed from the figures that the benches kept.

    python tests/bench/speed.py            measure everything anew, and write the page
    python tests/bench/speed.py --kept     write the page from the figures that were kept

Measuring takes about a quarter of an hour, on a machine that does nothing else meanwhile.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from companion.catalog.files import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
"""What the benches kept."""
BENCHES = ("bench_terminal.py", "bench_list.py", "bench_many.py", "bench_pdf.py")
"""The benches that keep figures for the page."""
TOPIC = "speed"
_COLUMNS = 78
_INDENT = "    "
_WHOLE = 10  # from here on a figure is told in whole numbers


def pages() -> dict[Path, str]:
    """The page in each language, by its place, as it should be now."""
    kept = json.loads(FIGURES.read_text(encoding="utf-8"))
    found = {}
    for file in sorted((HERE / "words").glob("*.toml")):
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        place = Path(str(shipped())) / file.stem / "guide" / f"{TOPIC}.md"
        found[place] = "\n".join(_page(words, kept)) + "\n"
    return found


def _page(words: Mapping[str, Any], kept: Mapping[str, Any]) -> Iterator[str]:
    day = _day(date.fromisoformat(kept["measured_on"]), words["day"])
    yield f"# {words['title']}\n"
    yield fill(words["measured"].format(day=day).strip(), _COLUMNS)
    for part in words["part"]:
        yield f"\n\n## {part['title']}"
        for key, said in part.items():
            if key != "title":
                yield "\n" + said["what"]
                yield from _figure(words, said, kept["figures"][key])
    yield "\n\n" + fill(words["peers"].format(day=words["peers_day"]).strip(), _COLUMNS)


def _figure(
    words: Mapping[str, Any], said: Mapping[str, str], figure: Mapping[str, float]
) -> Iterator[str]:
    measured, goal = figure["measured"], figure["goal"]
    number = said["figure"].format(n=_number(measured, words))
    aimed = f"({words['goal']}: {words['most']} {_number(goal, words)})"
    missed = [] if shown(measured) <= goal else [words["missed"]]
    text = " ".join([f"{number} {aimed}.", *missed, said["beside"]]).strip()
    yield fill(text, _COLUMNS, initial_indent=_INDENT, subsequent_indent=_INDENT)


def shown(value: float) -> float:
    """A figure as exactly as it is worth: two places, from ten on whole numbers."""
    return round(value, 2) if value < _WHOLE else round(value)


def _number(value: float, words: Mapping[str, Any]) -> str:
    return f"{shown(value):g}".replace(".", words["point"])


def _day(day: date, words: Mapping[str, Any]) -> str:
    return str(
        words["format"].format(day=day.day, month=words["months"][day.month - 1], year=day.year)
    )


def main(argv: list[str]) -> int:
    """Measure, unless what was kept is enough, and write."""
    if "--kept" not in argv:
        for bench in BENCHES:
            command = [sys.executable, str(HERE / bench), "--into", str(FIGURES)]
            subprocess.run(command, check=True)  # noqa: S603  our own program
    for file, text in pages().items():
        file.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
