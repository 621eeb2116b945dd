"""One SQLite file in WAL mode, every change on disk before anybody is told of it."""

import asyncio
import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiosqlite

from bot.storage import StoreDownError
from bot.storage.migrations import SQLITE

_PATIENCE = 5.0  # seconds for one statement: a disk that hangs must not hold up a danger tap
_PRAGMAS = ("busy_timeout=3000", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")


class SqliteFile:
    """The file, opened again when it was taken away and put back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: aiosqlite.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._opening = asyncio.Lock()

    async def open(self) -> None:
        """Make or open the file and bring it up to date.

        Raises:
            StoreDownError: if that can't be done.
        """
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise StoreDownError(type(error).__name__) from error
        await self._connection()

    async def close(self) -> None:
        """Close the file."""
        db, self._db = self._db, None
        if db is not None:
            await db.close()

    async def run(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Any]:
        """One statement, which is a transaction of its own, in one hop to the thread.

        Raises:
            StoreDownError: if it can't be done.
        """
        try:
            async with asyncio.timeout(_PATIENCE):
                db = await self._connection()
                return list(await db.execute_fetchall(statement, values))
        except (sqlite3.Error, OSError, ValueError) as error:
            raise StoreDownError(type(error).__name__) from error

    async def clean(self) -> None:
        """Empty the log of changes, in which deleted rows would still be found."""
        await self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    async def columns(self, name: str) -> list[str]:
        """The columns of a table."""
        return [row[0] for row in await self.run("SELECT name FROM pragma_table_info(?)", [name])]

    async def read_table(self, name: str, columns: Sequence[str]) -> list[Sequence[Any]]:
        """All rows of a table, as they are."""
        return await self.run(f"SELECT {', '.join(columns)} FROM {name}")  # noqa: S608  names of our own tables

    async def write_table(self, name: str, columns: Sequence[str], rows: list[Sequence[Any]]) -> None:
        """Put rows into a table, all or none."""
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608  as above
        try:
            db = await self._connection()
            await db.execute_fetchall("BEGIN IMMEDIATE")
            try:
                await db.executemany(statement, rows)
            except BaseException:
                await db.execute_fetchall("ROLLBACK")
                raise
            await db.execute_fetchall("COMMIT")
        except (sqlite3.Error, OSError, ValueError) as error:
            raise StoreDownError(type(error).__name__) from error

    async def _connection(self) -> aiosqlite.Connection:
        """The open file; StoreDownError when it was taken away, until it is put back."""
        try:
            there = os.stat(self._path)  # noqa: PTH116  a few microseconds; without it writes go to a file nobody has
        except OSError:
            await self.close()
            raise StoreDownError("the database file is gone") from None
        if self._db is None or self._file != (there.st_dev, there.st_ino):
            async with self._opening:
                if self._db is None or self._file != (there.st_dev, there.st_ino):
                    await self.close()
                    self._db = await _connect(self._path)
                    self._file = (there.st_dev, there.st_ino)
        return self._db


async def _connect(path: Path) -> aiosqlite.Connection:
    """Open the file; bots that start at once may find it locked for a moment while another prepares it."""
    ends = time.monotonic() + _PATIENCE - 1
    while True:
        connecting = aiosqlite.connect(path, isolation_level=None)
        # Else a connection that was never closed keeps the process from ending.
        connecting._thread.daemon = True  # noqa: SLF001  aiosqlite has no other way
        try:
            db = await connecting
        except sqlite3.Error as error:
            raise StoreDownError(type(error).__name__) from error
        try:
            for pragma in _PRAGMAS:
                await db.execute_fetchall(f"PRAGMA {pragma}")
            await _migrate(db)
        except sqlite3.Error as error:
            await db.close()
            locked = getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            if not locked or time.monotonic() > ends:
                raise StoreDownError(type(error).__name__) from error
            await asyncio.sleep(0.05)
        else:
            return db


async def _migrate(db: aiosqlite.Connection) -> None:
    """Apply what is new; the lock makes bots that start at once wait for each other."""
    await db.execute_fetchall("BEGIN IMMEDIATE")
    await db.execute_fetchall("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY)")
    done = {number for (number,) in await db.execute_fetchall("SELECT number FROM migrations")}
    for number, statement in enumerate(SQLITE, 1):
        if number not in done:
            await db.execute_fetchall(statement)
            await db.execute_fetchall("INSERT INTO migrations VALUES (?)", [number])
    await db.execute_fetchall("COMMIT")
