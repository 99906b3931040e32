"""The encrypted database as an engine: one connection, and errors that carry no words."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from companion.domain.errors import (
    CompanionError,
    DamagedNotebookError,
    ReplacedNotebookError,
    StorageError,
)
from companion.storage.store.phrases import stands_in
from companion.storage.store.unspaced import apart
from companion.storage.store.watch import FileWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path, PurePath

    from sqlalchemy import Connection, Engine

PART = "notebook.db"
"""The database's name in the error that says it is damaged."""
PAGE_BYTES = 4096
"""SQLCipher's page; a database is never shorter."""
_BEGIN = "companion_begin"
_DAMAGE = (
    "not a database",
    "malformed",
    "corruption",  # said by the index of words
    "checksum mismatch",  # said by it, too
    "vtable constructor failed",
    "no such table",
    "no such column",
)
# Parts of what SQLite says when a file is not what was written; the driver has no codes.

_BEFORE_KEY = (
    # SQLCipher reports failures straight to file descriptor 2, where the app is drawn.
    "PRAGMA cipher_log_level = NONE",
)
_AFTER_KEY = (
    "PRAGMA cipher_compatibility = 4",  # the file's own format, whatever a later build prefers
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    # Of the ways to save this alone lost nothing in simulated power cuts.
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    # On a Mac a sync leaves it in the disk's own memory without this; elsewhere it does nothing.
    "PRAGMA fullfsync = ON",
)


class Database:
    """An open database: reads and writes happen inside `reading` and `writing`."""

    def __init__(self, engine: Engine, watch: FileWatch) -> None:
        """Take the engine, and what knows its file."""
        self._engine = engine
        self._writing = engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        self._watch = watch
        self._open = True
        self.on_replaced: Callable[[], None] | None = None
        """Called once when another file is found in the place of this one's."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent look.

        Raises:
            DamagedNotebookError: If what is found is not what was written.
            StorageError: If it could not be read, or is shut.
        """
        self._require_open()
        try:
            with self._engine.connect() as connection:
                yield connection
        except UnicodeError:
            raise StorageError from None
        except ValueError:  # a kind, a place, a time that nothing of ours ever wrote
            raise DamagedNotebookError(part=PART) from None
        except SQLAlchemyError as error:
            raise told(error) from None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One durable step: all of it is kept, or nothing changes.

        Raises:
            DamagedNotebookError: If what is found is not what was written.
            ReplacedNotebookError: If another file is in the place of this one's.
            StorageError: If it could not be written, or is shut.
        """
        self._require_open()
        self._require_in_place()
        try:
            with self._writing.begin() as connection:
                yield connection
        except UnicodeError:  # half a character can't be written, and the error would quote it
            raise StorageError from None
        except SQLAlchemyError as error:
            self._require_in_place()
            raise told(error) from None
        # Not acknowledged if the file lost its name while it was written.
        self._require_in_place()

    def copy_to(self, file: Path) -> None:
        """Write all that is in it to a new file with the same key.

        Raises:
            CompanionError: If it could not be read or written.
        """
        self._bare("VACUUM INTO ?", str(file))

    def change_key(self, key: bytes) -> None:
        """Lock every page with a new key (32 bytes).

        Raises:
            CompanionError: If it could not be read or written.
        """
        self._bare(f"PRAGMA rekey = \"x'{key.hex()}'\"")

    def _bare(self, statement: str, *values: str) -> None:
        """Run what stands outside of transactions."""
        self._require_open()
        raw = self._engine.raw_connection()
        try:
            raw.driver_connection.execute(statement, values)  # type: ignore[union-attr] # never none here
        except dbapi2.Error as error:
            raise _told(str(error).lower()) from None
        finally:
            raw.close()

    def close(self) -> None:
        """Shut it. Safe to call twice."""
        self._open = False
        self.on_replaced = None
        # Compiled statements keep the values they were first run with.
        self._engine.clear_compiled_cache()
        self._engine.dispose()

    def _require_open(self) -> None:
        if not self._open:
            raise StorageError

    def _require_in_place(self) -> None:
        if not self._watch.replaced():
            return
        called, self.on_replaced = self.on_replaced, None
        if called is not None:
            called()
        raise ReplacedNotebookError


def connect(file: Path, key: bytes) -> Database:
    """Open a database file that is there; none is ever made here.

    The connection is made at once, so that the key is kept by nothing of ours.

    Raises:
        DamagedNotebookError: If the key is not the file's, or its beginning is damaged.
        StorageError: If it could not be read.
    """
    raw = _connection(file, key)
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: raw,
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Said by hand, because the driver's own way leaves tables out of transactions.
        options = connection.get_execution_options()
        connection.exec_driver_sql(options.get(_BEGIN, "BEGIN"))

    return Database(engine, FileWatch(file))


def told(error: SQLAlchemyError) -> CompanionError:
    """The error a person is told of; nothing of the original is in it."""
    original = error.orig if isinstance(error, DBAPIError) else None
    return _told(str(original).lower())


def _told(message: str) -> CompanionError:
    if any(sign in message for sign in _DAMAGE):
        return DamagedNotebookError(part=PART)
    return StorageError()


def address_of(file: PurePath) -> str:
    """The address that SQLite knows a file by.

    Args:
        file: An absolute path. A share of Windows's network is named in it as a part of the
            path: SQLite takes no other machine's name.
    """
    address = file.as_uri()
    return address if address.startswith("file:///") else f"file://{address[5:]}"


def _connection(file: Path, key: bytes) -> Any:  # noqa: ANN401 - the driver has no types
    address = f"{address_of(file.absolute())}?mode=rw"  # never makes a file
    try:
        raw = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    except dbapi2.Error:
        raise StorageError from None
    try:
        for statement in (*_BEFORE_KEY, f"PRAGMA key = \"x'{key.hex()}'\"", *_AFTER_KEY):
            raw.execute(statement)
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        raw.create_function("apart", 1, apart, deterministic=True)
        raw.create_function("stands_in", 2, stands_in, deterministic=True)
    except dbapi2.Error as error:
        raw.close()
        raise _told(str(error).lower()) from None
    return raw
