"""What is true of this notebook and this process, for whoever does not want to believe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.services.auditing import Audit

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.safekeeping import Facts, Process


def audit(run: Run) -> int:
    """Say what is true; nothing is opened and no passphrase is asked."""
    builder = run.builder
    builder.notebook.exists()
    facts, process = builder.notebook.safekeeping.facts(), builder.house.inspect()
    if run.asked.json:
        print_json(run, _as_json(run, facts, process))
        return codes.DONE
    begun = builder.notebook.wiping.begun()
    said = Audit(builder.words, builder.clock, facts, process, being_wiped=begun)
    for line in (*said.notebook(), "", *said.process()):
        run.terminal.say(line)
    return codes.DONE


def _as_json(run: Run, facts: Facts, process: Process) -> dict[str, Any]:
    return {
        "folder": str(facts.folder),
        "folder_mode": facts.folder_mode,
        "folder_access": str(facts.folder_access),
        "files": [
            {"name": f.name, "size": f.size, "mode": f.mode, "access": str(f.access)}
            for f in facts.files
        ],
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
        "card": facts.card,
        "being_wiped": run.builder.notebook.wiping.begun(),
        "process": {
            "no_core_dumps": process.no_core_dumps,
            "not_dumpable": process.not_dumpable,
            "out_of_swap": process.out_of_swap,
            "network_modules": list(process.network_modules),
            "sqlcipher": process.sqlcipher,
        },
    }
