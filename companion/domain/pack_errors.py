"""What can go wrong, by name, with homework that a therapist wrote."""

from __future__ import annotations

from companion.domain.errors import CompanionError


class PackUnreadError(CompanionError):
    """A file with homework is not there, is no file, or may not be read. Details: `file`."""

    key = "homework.error.unread"


class PackRefusedError(CompanionError):
    """A pack has something in it that has to be put right first. Details: `file`."""

    key = "homework.error.refused"


class UnknownPackError(CompanionError):
    """There is no homework of that name. Details: `pack`."""

    key = "homework.error.unknown"


class PackThereAlreadyError(CompanionError):
    """Homework of that name is in the notebook already. Details: `title`."""

    key = "homework.error.there"


class UnknownPackTaskError(CompanionError):
    """A pack has no task of that name. Details: `task`."""

    key = "homework.error.task"
