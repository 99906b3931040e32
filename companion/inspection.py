"""What is true of this process and of companion's own code, for whoever wants to know."""

from __future__ import annotations

import ast
from importlib.resources import files
from typing import TYPE_CHECKING

from companion.domain.safekeeping import Process
from companion.hardening import hardening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

NETWORK = frozenset(
    {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "socketserver"}
    | {"xmlrpc", "telnetlib", "requests", "httpx", "aiohttp", "websockets", "webbrowser"}
)
"""Modules that could reach another machine; no file of companion imports one."""


def inspect_process() -> Process:
    """Look at this process, and read the imports of every file of companion."""
    state = hardening()
    return Process(
        no_core_dumps=state.no_core_dumps,
        not_dumpable=state.not_dumpable,
        out_of_swap=_out_of_swap(),
        network_modules=tuple(network_modules()),
        sqlcipher=_sqlcipher(),
    )


def network_modules(root: Traversable | None = None) -> list[str]:
    """The modules among `NETWORK` that companion's own files import; there should be none.

    Args:
        root: The folder whose files are read; none: companion's own.
    """
    found = set()
    for source in _sources(root if root is not None else files("companion")):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return sorted(found & NETWORK)


def _sources(folder: Traversable) -> Iterator[str]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _sources(one)
        elif one.name.endswith(".py"):
            yield one.read_text(encoding="utf-8")


def _out_of_swap() -> bool:
    """Whether a key would be kept out of the swap file, tried with one that opens nothing."""
    from companion.storage.vault.memory import Secret

    tried = Secret(bytes(32))
    try:
        return tried.held
    finally:
        tried.wipe()


def _sqlcipher() -> str:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()
