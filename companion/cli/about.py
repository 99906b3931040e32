"""What this companion is made of."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from typing import TYPE_CHECKING

from companion import __version__
from companion.cli import codes
from companion.cli.run import print_json

if TYPE_CHECKING:
    from companion.cli.run import Run

PARTS = ("textual", "sqlalchemy", "sqlcipher3", "cryptography", "platformdirs")
"""The libraries whose versions matter in a report of a fault."""


def version(run: Run) -> int:
    """The version; as JSON with those of the libraries: `companion`, `python`, `libraries`."""
    if not run.asked.json:
        run.terminal.say(f"companion {__version__}")
        return codes.DONE
    import platform

    libraries = {part: _version_of(part) for part in PARTS}
    print_json(
        run,
        {"companion": __version__, "python": platform.python_version(), "libraries": libraries},
    )
    return codes.DONE


def _version_of(part: str) -> str:
    try:
        return installed(part)
    except PackageNotFoundError:
        return ""
