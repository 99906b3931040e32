"""What is true of the notebook's files and of this process, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.safekeeping import Access

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.clock import Clock
    from companion.domain.safekeeping import Facts, Process
    from companion.services.ports.content import Words

_KIB = 1024


class Audit:
    """Says it in a language; nothing is opened and no passphrase is asked."""

    def __init__(
        self,
        words: Words,
        clock: Clock,
        facts: Facts,
        process: Process,
        *,
        being_wiped: bool = False,
    ) -> None:
        """Take what is true.

        Args:
            words: The interface's language.
            clock: The person's own calendar.
            facts: What is true of the files.
            process: What is true of this process.
            being_wiped: Whether it was being removed for good, and that was cut off.
        """
        self._say = words.say
        self._words = words
        self._clock = clock
        self._facts = facts
        self._process = process
        self._being_wiped = being_wiped

    def notebook(self) -> Iterator[str]:
        """The heading and the sentences about the notebook's files."""
        say, facts = self._say, self._facts
        yield say("safekeeping.audit.notebook")
        folder_mode = self._mode(facts.folder_mode, facts.folder_access)
        yield say("safekeeping.audit.folder", folder=str(facts.folder), mode=folder_mode)
        if self._being_wiped:
            yield say("error.being_wiped", folder=str(facts.folder))
        for file in facts.files:
            mode = self._mode(file.mode, file.access)
            yield say("safekeeping.audit.file", name=file.name, size=file.size, mode=mode)
        yield from self._loose()
        state = say(f"safekeeping.state.{facts.header}")
        yield say("safekeeping.audit.header", state=state)
        yield from self._slots()
        yield say("safekeeping.audit.database", version=self._process.sqlcipher)
        yield from self._backups()
        synced = "synced" if facts.synced_by else "not_synced"
        yield say(f"safekeeping.audit.{synced}", program=facts.synced_by)
        for name in facts.copies:
            yield say("safekeeping.audit.copy", name=name)
        if facts.card:
            yield say("safekeeping.audit.open_card", name=facts.card)

    def process(self) -> Iterator[str]:
        """The heading and the sentences about this process."""
        say, state = self._say, self._process
        yield say("safekeeping.audit.process")
        yield say(f"safekeeping.audit.{'core_off' if state.no_core_dumps else 'core_on'}")
        yield say(f"safekeeping.audit.{'dump_off' if state.not_dumpable else 'dump_on'}")
        yield say(f"safekeeping.audit.{'swap_off' if state.out_of_swap else 'swap_on'}")
        key = "network_bad" if state.network_modules else "network"
        yield say(f"safekeeping.audit.{key}", modules=", ".join(state.network_modules))
        yield say("safekeeping.audit.logs")

    def _slots(self) -> Iterator[str]:
        facts = self._facts
        for slot in facts.slots:
            yield self._say(
                "safekeeping.audit.slot",
                kind=self._say(f"safekeeping.audit.slot_{slot.kind}"),
                memory=slot.memory_kib // _KIB,
                iterations=slot.iterations,
                lanes=slot.lanes,
            )
        if facts.slots and not any(slot.kind == "recovery" for slot in facts.slots):
            yield self._say("safekeeping.audit.no_recovery")

    def _backups(self) -> Iterator[str]:
        if not self._facts.backups:
            yield self._say("safekeeping.audit.backups_none")
        for one in self._facts.backups:
            wall = self._clock.local(one.made_at)
            day, time = self._words.day(wall.date()), self._words.time(wall)
            yield self._say("safekeeping.audit.backup", day=day, time=time, size=one.size)

    def _loose(self) -> Iterator[str]:
        facts = self._facts
        folder = (facts.folder.name, facts.folder, facts.folder_mode, facts.folder_access)
        inside = [
            (file.name, facts.folder / file.name, file.mode, file.access) for file in facts.files
        ]
        for name, path, mode, access in [folder, *inside]:
            if access is Access.OTHERS:
                # Where there are no bits there is no command as short as `chmod` either.
                key, shown = ("loose", self._mode(mode, access)) if mode else ("loose_list", "")
                yield self._say(f"safekeeping.audit.{key}", name=name, path=str(path), mode=shown)

    def _mode(self, mode: int, access: Access) -> str:
        return f"{mode:04o}" if mode else self._say(f"safekeeping.audit.access_{access}")
