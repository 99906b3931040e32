"""A figure: what was measured, its goal, and where it is kept for the guide's table."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

INTO = "--into"
"""What names, on a bench's command line, the file that its figures are kept in."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured."""

    key: str
    """What it is called in `words/*.toml`; empty: it is printed and not kept."""
    says: str
    """What it is called where it is printed."""
    measured: float
    """What came out."""
    goal: float
    """The most it should be."""
    unit: str = "×"
    """What it is measured in; `×`: so many times what stands beside it."""

    def line(self) -> str:
        """The figure as it is printed."""
        return f"{self.says:<58} {self.measured:7.2f} {self.unit:<3} (goal {self.goal:g})"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def keep(argv: list[str], figures: list[Figure]) -> None:
    """Put some figures beside those of other benches, where the command line names a file."""
    if INTO not in argv:
        return
    file = Path(argv[argv.index(INTO) + 1])
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"figures": {}}
    kept["measured_on"] = datetime.now().astimezone().date().isoformat()
    for one in figures:
        if one.key:
            kept["figures"][one.key] = {"measured": round(one.measured, 3), "goal": one.goal}
    file.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")
