"""What this companion is made of."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from typing import TYPE_CHECKING, Any

from companion import __version__
from companion.cli import codes
from companion.cli.run import print_json

if TYPE_CHECKING:
    from companion.cli.run import Run

PARTS = (
    *("textual", "sqlalchemy", "sqlcipher3", "cryptography", "platformdirs"),
    *("zxcvbn", "tomlkit", "typst", "pypdf"),
)
"""The libraries whose versions matter in a report of a fault."""


def version(run: Run) -> int:
    """The version; as JSON with what a report of a fault needs, and nothing about the person."""
    if not run.asked.json:
        run.terminal.say(f"companion {__version__}")
        return codes.DONE
    print_json(run, report())
    return codes.DONE


def report() -> dict[str, Any]:
    """The versions of everything that takes part; what is not there is empty, or null.

    No path, no name of a machine or a person, and nothing of a notebook is in it.
    """
    import platform

    return {
        "companion": __version__,
        "python": platform.python_version(),
        "system": {"name": platform.system(), "release": platform.release()},
        "libraries": {part: _version_of(part) for part in PARTS},
        "openssl": _openssl(),
        "sqlcipher": _sqlcipher(),
        "formats": _formats(),
    }


def _version_of(part: str) -> str:
    try:
        return installed(part)
    except PackageNotFoundError:
        return ""


def _openssl() -> str:
    # A library that can't be loaded is a reason to ask for a report: it must not stop one.
    try:
        from cryptography.hazmat.backends.openssl import backend
    except ImportError:
        return ""
    return str(backend.openssl_version_text())


def _sqlcipher() -> dict[str, str]:
    said = dict.fromkeys(("version", "provider", "provider_version", "sqlite"), "")
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        return said
    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("PRAGMA key = 'nothing'")  # without one, it names no provider
        for name in ("version", "provider", "provider_version"):
            row = connection.execute(f"PRAGMA cipher_{name}").fetchone()
            said[name] = str(row[0]) if row else ""
    finally:
        connection.close()
    return {**said, "sqlite": str(dbapi2.sqlite_version)}


def _formats() -> dict[str, int | None]:
    try:
        from companion.storage.store.migrations import STEPS
        from companion.storage.vault.header import FORMAT
    except ImportError:
        return {"header": None, "schema": None}
    return {"header": FORMAT, "schema": len(STEPS)}
