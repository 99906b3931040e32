"""What every slow proof works with: its arguments, its notebooks, and how it says its figures."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from companion.domain.answer import Answer, Reflection
from companion.domain.journey import Journey
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from companion.storage.store.open_stores import OpenStores

BEGAN = datetime(2026, 1, 5, 17, tzinfo=UTC)
"""When every notebook of the proofs begins."""
JOURNEY = Journey("journey", "Thursdays", BEGAN)
"""Its journey."""
PASSPHRASE = "nine quiet herons by the weir"
"""What opens it at first."""


@dataclass(frozen=True)
class Asked:
    """How long a proof runs, and from where its chances come."""

    short: bool
    """A few seconds instead of minutes."""
    seed: int
    """Where chance begins; the same seed tries the same things."""
    prove: bool = False
    """Sabotage what is proven: the proof must then find something."""

    def many(self, in_full: int, in_short: int) -> int:
        """How often something is tried."""
        return in_short if self.short else in_full


def asked(about: str) -> Asked:
    """Understand the command line of a proof.

    Args:
        about: What it proves.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--short", action="store_true", help="seconds instead of minutes")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins")
    parser.add_argument("--prove", action="store_true", help="show that it can fail, if it can")
    found = parser.parse_args()
    return Asked(found.short, found.seed, found.prove)


def tell(line: str) -> None:
    """Say a figure, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def vault_in(folder: Path) -> FolderVault:
    """A notebook that opens in no time."""
    return FolderVault(folder, profile=CHEAPEST, allow_cheapest=True)


def entry(name: str, text: str, number: int = 0) -> Reflection:
    """A finished free line."""
    at = BEGAN + timedelta(hours=number)
    answer = Answer(
        f"{name}-a", "note", StepKind.TEXT, "What stayed?", text, text, Place.HERE, Section.TALK
    )
    return Reflection(
        name, JOURNEY.id, "note", 1, "en", "A free line", Form.FULL, at, at, at, "", (answer,)
    )


def texts(stores: OpenStores) -> dict[str, str]:
    """Every entry's words by its id."""
    entries = stores.archive.everything().reflections
    return {one.id: "\n".join(answer.shown for answer in one.answers) for one in entries}
