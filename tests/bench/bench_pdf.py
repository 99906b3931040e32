"""How long a page takes to become a PDF, in a new process and in one that made others before.

python tests/bench/bench_pdf.py [RUNS]
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from functools import partial
from itertools import count
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from figures import Figure, keep, say

from companion.catalog.language import Language
from companion.domain.page import CAPS, Mode, Page, PageLine
from companion.domain.printing import Paper, Printing
from companion.export.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 21
COLD_GOAL, WARM_GOAL = 0.25, 0.1
BEGINS = """
from datetime import date
from companion.catalog.language import Language
from companion.domain.page import Page, PageLine, Section
from companion.domain.printing import Printing
from companion.export.writer import Writer
writer = Writer(Language("en"))
page = Page(date(2026, 11, 26), ((Section.TALK, (PageLine("The walk home", None),)),))
"""
AS_TEXT = f"{BEGINS}\nwriter.render(page, 'text')"
AS_PDF = f"{AS_TEXT}\nwriter.print_page(page, Printing())"
_numbers = count()


def fresh_page(sign: str = "") -> Page:
    """A full page that was never printed before, so that nothing of it is remembered."""
    number = next(_numbers)
    sections = tuple(
        (
            section,
            tuple(
                PageLine(f"{number} evening {'after ' * (cap.words - 4)}{sign}", Mode.DISCUSS)
                for _ in range(cap.lines)
            ),
        )
        for section, cap in CAPS.items()
    )
    return Page(date(2026, 11, 26), sections[:6], "A. L.")


def process(code: str) -> float:
    """Seconds that a process takes."""
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  our own code
    return perf_counter() - begun


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def cold(runs: int) -> float:
    """Print what a PDF adds to a process, and return it."""
    times: dict[str, list[float]] = {AS_TEXT: [], AS_PDF: []}
    for _ in range(runs):  # by turns, so that a busy machine is busy for both
        for code, took in times.items():
            took.append(process(code))
    text, pdf = (median(took) for took in times.values())
    say(f"a process that renders text    {text * 1000:8.1f} ms")
    say(f"and that prints a PDF as well  {pdf * 1000:8.1f} ms   ({pdf / text:.2f} times as long)")
    return pdf - text


def warm(runs: int) -> float:
    """Print how long a page takes where others were printed before, and return it."""
    writer = Writer(Language("en"))
    kinds = {
        "a full page": (Printing(), ""),
        "in large print": (Printing(Paper.LETTER, large=True), ""),
        "with a password": (Printing(password="grey herons"), ""),
        "with a sign of no shape": (Printing(), "\u0378"),
    }
    took = {}
    for name, (printing, sign) in kinds.items():
        writer.print_page(fresh_page(sign), printing)
        pages = [fresh_page(sign) for _ in range(runs)]
        times = [timed(partial(writer.print_page, page, printing)) for page in pages]
        took[name] = median(times)
        say(f"{name:<30} {took[name] * 1000:8.1f} ms   (longest {max(times) * 1000:.1f})")
    return took["a full page"]


def main(argv: list[str]) -> int:
    """Measure, print, and say whether the goals are met."""
    runs = int(argv[0]) if argv and argv[0].isdecimal() else RUNS
    figures = [
        Figure("pdf-cold", "a PDF adds to a process, in s", cold(runs), COLD_GOAL, "s"),
        Figure("pdf-warm", "another PDF, in s", warm(runs), WARM_GOAL, "s"),
    ]
    for figure in figures:
        say(figure.line())
    keep(argv, figures)
    return int(any(one.measured > one.goal for one in figures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
