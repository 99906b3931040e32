"""Agreed tasks, and what the two agreed on: forms that are filled in, not reflections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.agreement import next_version, sheet_of
from companion.domain.errors import UnknownReflectionError
from companion.domain.path import Form
from companion.domain.path_ids import AGREEMENT, TASK
from companion.domain.printing import Printing
from companion.domain.task import BECAME, TINY, WHAT, TaskState, task_of
from companion.services.exported import What
from companion.services.writing_out import write_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.answer import Reflection
    from companion.domain.clock import Clock
    from companion.domain.printing import Printed
    from companion.domain.task import Task
    from companion.domain.walk import Walk
    from companion.services.exported import Exported
    from companion.services.ports.files import Outbox, PageWriter
    from companion.services.ports.stores import ReflectionStore, SessionStore
    from companion.services.reflecting import Reflecting

MOST = 200
"""The most tasks, or versions, that are shown."""


class Agreed:
    """What the two agreed on: tasks, and the agreement in its versions.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        reflecting: Reflecting,
        writer: PageWriter,
        outbox: Outbox,
        exported: Exported,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._reflecting = reflecting
        self._writer = writer
        self._outbox = outbox
        self._exported = exported
        self._clock = clock
        self._new_id = new_id

    def tasks(self) -> list[Task]:
        """Every task, those that are open first, then the latest first."""
        found = self._reflections.of_path(self._sessions.journey().id, TASK, MOST)
        return sorted(map(task_of, found), key=lambda task: task.is_settled)

    def task(self, task_id: str) -> Task:
        """One task.

        Raises:
            UnknownReflectionError: If there is none of that id.
        """
        return task_of(self._reflections.get(task_id))

    def new_task(self) -> Walk:
        """A task to put into words."""
        return self._reflecting.begin(TASK, Form.SHORT)

    def how_it_went(self, task_id: str) -> Walk:
        """A task to say what became of it.

        Raises:
            UnknownReflectionError: If there is none of that id.
        """
        return replace(self._reflecting.change(task_id, BECAME), begun_as=Form.FULL)

    def make_tiny(self, task_id: str) -> Walk:
        """A task to make smaller.

        Raises:
            UnknownReflectionError: If there is none of that id.
        """
        return replace(self._reflecting.change(task_id, TINY), begun_as=Form.FULL)

    def change_task(self, task_id: str) -> Walk:
        """A task to put into other words.

        Raises:
            UnknownReflectionError: If there is none of that id.
        """
        return replace(self._reflecting.change(task_id, WHAT), begun_as=Form.SHORT)

    def let_drop(self, task_id: str) -> None:
        """Let a task drop. Saying how it went takes it up again.

        Raises:
            UnknownReflectionError: If there is no task of that id.
            StorageError: If it could not be written; the task is as it was.
        """
        if self._reflections.get(task_id).path_id != TASK:
            raise UnknownReflectionError(id=task_id)
        walk = self.how_it_went(task_id)
        self._reflecting.finish(walk.answered((TaskState.DROPPED.value,), self._new_id))

    def versions(self) -> list[Reflection]:
        """The agreement in its versions, the latest first."""
        return self._reflections.of_path(self._sessions.journey().id, AGREEMENT, MOST)

    def new_version(self) -> Walk:
        """The agreement to write: with the words of the version before, where there is one."""
        fresh = self._reflecting.begin(AGREEMENT)
        before = next(iter(self.versions()), None)
        if before is None:
            return fresh
        return next_version(before, fresh.path, self._clock.now(), self._new_id)

    def render(self, version: Reflection, form: str = "text", *, names: bool = False) -> str:
        """A version of the agreement as a sheet for both: `text` or `md`.

        What is in the Unsaid drawer is not on it.
        """
        return self._writer.agreement(sheet_of(version, names=names), form)

    def print_sheet(
        self, version: Reflection, printing: Printing, *, names: bool = False
    ) -> Printed:
        """The same sheet as a PDF.

        Raises:
            PrintingFailedError: If it could not be set.
        """
        return self._writer.print_agreement(sheet_of(version, names=names), printing)

    def write(
        self,
        version: Reflection,
        form: str,
        file: Path,
        printing: Printing | None = None,
        *,
        names: bool = False,
        replace: bool = False,
    ) -> tuple[str, ...]:
        """Write the sheet to a file that is not encrypted, and remember where.

        Args:
            version: The version.
            form: `text`, `md` or `pdf`.
            file: Where.
            printing: How a PDF is printed; none: as `Printing` says by itself.
            names: Whether there is room for both names, to be written by hand.
            replace: Whether a file that is there already may be replaced.

        Returns:
            The characters for which a PDF has no letter shape; they are blank boxes in it.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
            PrintingFailedError: If no PDF could be made; nothing is written.
            FileNotRememberedError: If it was written and could not be remembered.
        """
        unshown = write_out(
            self._outbox,
            file,
            form,
            lambda: self.render(version, form, names=names),
            lambda: self.print_sheet(version, printing or Printing(), names=names),
            replace=replace,
        )
        self._exported.remember(file, What.AGREEMENT)
        return unshown
