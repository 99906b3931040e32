"""What is true of this notebook and this process, for whoever does not want to believe."""

from __future__ import annotations

import ast
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.commands import print_json
from companion.hardening import hardening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from companion.cli.run import Run
    from companion.domain.safekeeping import Facts

NETWORK = frozenset(
    {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "socketserver"}
    | {"xmlrpc", "telnetlib", "requests", "httpx", "aiohttp", "websockets", "webbrowser"}
)
"""Modules that could reach another machine; no file of companion imports one."""
_OTHERS = 0o077
_KIB = 1024


def audit(run: Run) -> int:
    """Say what is true; nothing is opened and no passphrase is asked."""
    run.builder.notebook.exists()
    facts = run.builder.notebook.safekeeping.facts()
    if run.asked.json:
        print_json(run, _as_json(run, facts))
        return codes.DONE
    for line in (*_notebook(run, facts), "", *_process(run)):
        run.terminal.say(line)
    return codes.DONE


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


def _notebook(run: Run, facts: Facts) -> Iterator[str]:
    say = run.say
    yield say("safekeeping.audit.notebook")
    folder_mode = _mode(run, facts.folder_mode)
    yield say("safekeeping.audit.folder", folder=str(facts.folder), mode=folder_mode)
    if run.builder.notebook.wiping.begun():
        yield say("error.being_wiped", folder=str(facts.folder))
    for file in facts.files:
        mode = _mode(run, file.mode)
        yield say("safekeeping.audit.file", name=file.name, size=file.size, mode=mode)
    yield from _loose(run, facts)
    state = say(f"safekeeping.state.{facts.header}")
    yield say("safekeeping.audit.header", state=state)
    yield from _slots(run, facts)
    yield say("safekeeping.audit.database", version=_sqlcipher())
    yield from _backups(run, facts)
    synced = "synced" if facts.synced_by else "not_synced"
    yield say(f"safekeeping.audit.{synced}", program=facts.synced_by)
    for name in facts.copies:
        yield say("safekeeping.audit.copy", name=name)


def _slots(run: Run, facts: Facts) -> Iterator[str]:
    for slot in facts.slots:
        yield run.say(
            "safekeeping.audit.slot",
            kind=run.say(f"safekeeping.audit.slot_{slot.kind}"),
            memory=slot.memory_kib // _KIB,
            iterations=slot.iterations,
            lanes=slot.lanes,
        )
    if facts.slots and not any(slot.kind == "recovery" for slot in facts.slots):
        yield run.say("safekeeping.audit.no_recovery")


def _backups(run: Run, facts: Facts) -> Iterator[str]:
    if not facts.backups:
        yield run.say("safekeeping.audit.backups_none")
    for one in facts.backups:
        wall = run.builder.clock.local(one.made_at)
        day, time = run.builder.words.day(wall.date()), run.builder.words.time(wall)
        yield run.say("safekeeping.audit.backup", day=day, time=time, size=one.size)


def _loose(run: Run, facts: Facts) -> Iterator[str]:
    inside = [(file.name, facts.folder / file.name, file.mode) for file in facts.files]
    for name, path, mode in [(facts.folder.name, facts.folder, facts.folder_mode), *inside]:
        if mode & _OTHERS:
            shown = _mode(run, mode)
            yield run.say("safekeeping.audit.loose", name=name, path=str(path), mode=shown)


def _process(run: Run) -> Iterator[str]:
    say, state = run.say, hardening()
    yield say("safekeeping.audit.process")
    yield say(f"safekeeping.audit.{'core_off' if state.no_core_dumps else 'core_on'}")
    yield say(f"safekeeping.audit.{'dump_off' if state.not_dumpable else 'dump_on'}")
    modules = network_modules()
    key = "network_bad" if modules else "network"
    yield say(f"safekeeping.audit.{key}", modules=", ".join(modules))
    yield say("safekeeping.audit.logs")


def _mode(run: Run, mode: int) -> str:
    return f"{mode:04o}" if mode else run.say("safekeeping.audit.mode_unknown")


def _sqlcipher() -> str:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()


def _as_json(run: Run, facts: Facts) -> dict[str, Any]:
    state = hardening()
    return {
        "folder": str(facts.folder),
        "folder_mode": facts.folder_mode,
        "files": [{"name": f.name, "size": f.size, "mode": f.mode} for f in facts.files],
        "header": str(facts.header),
        "slots": [
            {
                "kind": slot.kind,
                "memory_kib": slot.memory_kib,
                "iterations": slot.iterations,
                "lanes": slot.lanes,
            }
            for slot in facts.slots
        ],
        "backups": [
            {"file": str(one.file), "made_at": one.made_at.isoformat(), "size": one.size}
            for one in facts.backups
        ],
        "synced_by": facts.synced_by,
        "copies": list(facts.copies),
        "being_wiped": run.builder.notebook.wiping.begun(),
        "process": {
            "no_core_dumps": state.no_core_dumps,
            "not_dumpable": state.not_dumpable,
            "network_modules": network_modules(),
            "sqlcipher": _sqlcipher(),
        },
    }
