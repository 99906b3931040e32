"""Kills companion in the middle of things, and looks at what is left.

A child works on a notebook: saves, edits, removals, changes of passphrase, code and key,
backups, restores, changes of the tables. It says what it begins and what is done, and is
killed at any moment. Then the notebook must open, with everything that was done, and with
what was begun either wholly or not at all.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from proof import BEGAN, JOURNEY, PASSPHRASE, asked, entry, tell, texts, vault_in

from companion.domain.errors import CompanionError
from companion.domain.recovery_code import new_code
from companion.domain.safekeeping import State as Found
from companion.storage.store import migrations

FIRST_STEPS = migrations.STEPS
LIVES = 40
"""After so many kills a new notebook begins."""
ACTIONS = {
    "put": 40,
    "edit": 20,
    "remove": 6,
    "passphrase": 6,
    "code": 6,
    "renew": 4,
    "day": 8,
    "file": 4,
    "restore": 4,
    "migrate": 4,
}


@dataclass(frozen=True)
class State:
    """What a notebook holds, and what opens it."""

    entries: dict[str, str] = field(default_factory=dict)
    passphrase: str = PASSPHRASE
    code: str = ""
    level: int = 0
    """How many changes of the tables it has seen."""
    kept: State | None = None
    """The state that is in the backup file, if there is one."""

    def after(self, action: str, given: dict[str, Any]) -> State:  # noqa: PLR0911 - a table
        """The state once an action is done."""
        match action:
            case "put" | "edit":
                return replace(self, entries=self.entries | {given["id"]: given["text"]})
            case "remove":
                left = {key: text for key, text in self.entries.items() if key != given["id"]}
                return replace(self, entries=left)
            case "passphrase":
                return replace(self, passphrase=given["new"])
            case "code":
                return replace(self, code=given["new"])
            case "renew":
                return replace(self, passphrase=given["new"], code=given["code"])
            case "file":
                return replace(self, kept=replace(self, kept=None))
            case "migrate":
                return replace(self, level=self.level + 1)
            case "restore" if self.kept is not None:
                return replace(self.kept, kept=self.kept)
        return self


def at_level(level: int) -> None:
    """Give the tables so many changes more than they have in earnest."""

    def step(connection: Any) -> None:
        connection.exec_driver_sql("UPDATE reflections SET title = title || '.'")

    migrations.STEPS = FIRST_STEPS + (step,) * level


class Child:
    """Works on a notebook until it is killed."""

    def __init__(self, home: Path, state: State, chance: random.Random, pipe: int) -> None:
        self.folder, self.file = home / "notebook", home / "kept.backup"
        self.state, self.chance, self.pipe = state, chance, pipe
        self.now = BEGAN + timedelta(days=chance.randrange(10_000))
        at_level(state.level)
        self.vault = vault_in(self.folder)

    def live(self) -> None:
        self.stores = self.vault.open(self.state.passphrase)
        names, weights = list(ACTIONS), list(ACTIONS.values())
        while True:
            (action,) = self.chance.choices(names, weights)
            given = self.given(action)
            if given is None:
                continue
            self.say("begin", action, given)
            getattr(self, f"do_{action}")(**given)
            self.say("done", action, given)
            self.state = self.state.after(action, given)

    def say(self, *what: object) -> None:
        os.write(self.pipe, json.dumps(what).encode() + b"\n")

    def given(self, action: str) -> dict[str, Any] | None:  # noqa: PLR0911 - a table
        chance, entries = self.chance, self.state.entries
        words = f"{chance.getrandbits(64):x} " * chance.choice([1, 10, 200, 1200])
        match action:
            case "put":
                return {"id": f"r{chance.getrandbits(60):x}", "text": words}
            case "edit" | "remove" if entries:
                one = {"id": chance.choice(sorted(entries))}
                return one | ({"text": words} if action == "edit" else {})
            case "passphrase":
                return {"new": f"herons {chance.getrandbits(60)} on the lawn"}
            case "code":
                return {"new": new_code(chance.randbytes)}
            case "renew":
                new = f"geese {chance.getrandbits(60)} on the lawn"
                return {"new": new, "code": new_code(chance.randbytes)}
            case "day" | "file" | "migrate":
                return {}
            case "restore" if self.state.kept is not None:
                return {}
        return None

    def do_put(self, id: str, text: str) -> None:  # noqa: A002 - the key of the message
        self.stores.reflections.put(entry(id, text))

    do_edit = do_put

    def do_remove(self, id: str) -> None:  # noqa: A002 - the key of the message
        self.stores.reflections.remove(id)

    def do_passphrase(self, new: str) -> None:
        self.vault.keeping.change_passphrase(self.state.passphrase, new)

    def do_code(self, new: str) -> None:
        self.vault.keeping.change_code(self.state.passphrase, new)

    def do_renew(self, new: str, code: str) -> None:
        self.vault.keeping.renew_key(self.state.passphrase, new, code)
        self.stores = self.vault.open(new)

    def do_day(self) -> None:
        self.now += timedelta(days=1)
        self.vault.keeping.back_up_if_due(self.now)

    def do_file(self) -> None:
        self.vault.keeping.back_up_to(self.file)

    def do_restore(self) -> None:
        kept = self.state.kept
        assert kept is not None
        self.vault.close()
        restoring = self.vault.keeping.restoring()
        restoring.prepare(self.file, kept.passphrase)
        aside = restoring.put_in_place()
        if aside is not None:
            shutil.rmtree(aside)
        at_level(kept.level)
        self.stores = self.vault.open(kept.passphrase)

    def do_migrate(self) -> None:
        self.vault.close()
        at_level(self.state.level + 1)
        self.stores = self.vault.open(self.state.passphrase)


def one_life(home: Path, state: State, chance: random.Random) -> tuple[list[list[Any]], bool]:
    """Fork a child, kill it, and give back what it said, and whether it died by itself."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            Child(home, state, random.Random(chance.random()), writing).live()
        except BaseException as error:  # noqa: BLE001 - whatever it was, the parent is told
            told = [repr(one) for one in (error, error.__context__)]
            os.write(writing, json.dumps(["failed", *told]).encode() + b"\n")
        os._exit(1)
    os.close(writing)
    until = time.monotonic() + chance.uniform(0, 0.25)
    said, failed = b"", False
    while (left := until - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            some = os.read(reading, 1 << 20)
            if not some:
                break
            said += some
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while some := os.read(reading, 1 << 20):
        said += some
    os.close(reading)
    lines = [json.loads(line) for line in said.split(b"\n") if line.endswith(b"]")]
    failed = any(line[0] == "failed" for line in lines)
    return lines, failed


def states_after(state: State, lines: list[list[Any]]) -> list[State]:
    """The states a notebook may be in: all that was done, or what was begun as well."""
    begun: tuple[str, dict[str, Any]] | None = None
    for what, action, given in lines:
        if what == "done":
            state, begun = state.after(action, given), None
        else:
            begun = action, given
    return [state] if begun is None else [state, state.after(*begun)]


def found_in(home: Path, states: list[State], *, closely: bool) -> State | str:
    """Which of the states the notebook is in; or, in words, what is wrong with it."""
    seen = ""
    for state in states:
        at_level(max(one.level for one in states if one.passphrase == state.passphrase))
        vault = vault_in(home / "notebook")
        try:
            entries = texts(vault.open(state.passphrase))
            if closely:
                bad = [one for one in vault.keeping.verdicts() if one.state is Found.DAMAGED]
                if bad:
                    return f"damaged: {bad}"
        except CompanionError as error:
            seen = seen or f"does not open: {error!r} {error.__context__!r}"
            continue
        finally:
            vault.close()
        if entries != state.entries:
            seen = f"lost: {len(set(state.entries.items()) - set(entries.items()))} of its entries"
            continue
        if state.code:
            try:
                vault.open(state.code)
            except CompanionError as error:
                seen = f"its code does not open it: {error!r}"
                continue
            finally:
                vault.close()
        # What was begun may have changed the tables, or not.
        return replace(state, level=len(migrations.STEPS) - len(FIRST_STEPS))
    return seen


def main() -> int:
    """Kill, look, go on; say the figures."""
    want = asked(__doc__ or "")
    if not hasattr(os, "fork"):
        tell("kills: skipped, this system has no fork")
        return 0
    chance = random.Random(want.seed)
    kills, done, wrong = want.many(1000, 60), {}, []
    while kills > 0:
        with tempfile.TemporaryDirectory() as place:
            home, state = Path(place), State()
            vault = vault_in(home / "notebook")
            at_level(0)
            vault.create(PASSPHRASE, JOURNEY)
            vault.close()
            for _ in range(min(LIVES, kills)):
                kills -= 1
                lines, failed = one_life(home, state, chance)
                if failed:
                    wrong.append(f"it failed by itself: {lines[-1]}")
                    break
                for what, action, _given in lines:
                    if what == "done":
                        done[action] = done.get(action, 0) + 1
                found = found_in(home, states_after(state, lines), closely=kills % 10 == 0)
                if isinstance(found, str):
                    wrong.append(f"{found} (in flight: {lines[-1:] or 'opening'})")
                    break
                state = found
                if lines and lines[-1][:2] == ["begin", "file"]:
                    state = replace(state, kept=None)  # nobody knows which of the two it is
    count = want.many(1000, 60)
    mixed = ", ".join(f"{number} {action}" for action, number in sorted(done.items()))
    tell(f"kills: {count}, between them {mixed}")
    lost = sum("lost" in one for one in wrong)
    tell(f"kills: {lost} acknowledged saves lost, {len(wrong) - lost} notebooks that do not open")
    for one in wrong:
        tell(f"  {one[:300]}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
