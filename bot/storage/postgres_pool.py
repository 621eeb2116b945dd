"""A PostgreSQL database over a pool of connections that come back by themselves when the server was away."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

import asyncpg

from bot.storage import StoreDownError
from bot.storage.migrations import POSTGRES

_PATIENCE = 3.0  # seconds for one statement: a server that hangs must not hold up a danger tap
_REST = 1.0  # seconds in which a server that hung is not asked again
_CONNECTIONS = 10
_LOCK = 5_347_201_966  # any number of our own: who holds this lock brings the tables up to date
_LOST = (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, asyncpg.CannotConnectNowError, ConnectionError)
_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, ValueError)


class PostgresPool:
    """The database at an address."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._pool: asyncpg.Pool | None = None
        self._opening = asyncio.Lock()
        self._resting_until = 0.0

    async def open(self) -> None:
        """Bring the tables up to date.

        Raises:
            StoreDownError: if that can't be done.
        """
        await self.run("SELECT 1")

    async def close(self) -> None:
        """Let go of all connections."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.terminate()

    async def run(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """One statement, which is a transaction of its own.

        A connection may be found dead after the server was away, so it is tried once more; that is safe, for a
        save that was done after all is known by its update's id.

        Raises:
            StoreDownError: if it can't be done.
        """
        if time.monotonic() < self._resting_until:
            raise StoreDownError("it did not answer a moment ago")
        try:
            async with asyncio.timeout(_PATIENCE):
                try:
                    return await self._run(statement, values)
                except _LOST:
                    return await self._run(statement, values)
        except TimeoutError as error:
            self._resting_until = time.monotonic() + _REST
            raise StoreDownError("TimeoutError") from error
        except _ERRORS as error:
            raise StoreDownError(type(error).__name__) from error

    async def columns(self, name: str) -> list[str]:
        """The columns of a table."""
        found = await self.run("SELECT column_name FROM information_schema.columns WHERE table_name = $1", [name])
        return [row[0] for row in found]

    async def read_table(self, name: str, columns: Sequence[str]) -> list[Sequence[Any]]:
        """All rows of a table, as they are."""
        found = await self.run(f"SELECT {', '.join(columns)} FROM {name}")  # noqa: S608  names of our own tables
        return [tuple(row) for row in found]

    async def write_table(self, name: str, columns: Sequence[str], rows: list[Sequence[Any]]) -> None:
        """Put rows into a table, all or none."""
        marks = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
        statement = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608  as above
        try:
            pool = await self._ready()
            async with pool.acquire() as connection:
                await connection.executemany(statement, rows)
        except _ERRORS as error:
            raise StoreDownError(type(error).__name__) from error

    async def _run(self, statement: str, values: Sequence[Any]) -> list[Any]:
        pool = await self._ready()
        connection = await pool.acquire()
        try:
            return list(await connection.fetch(statement, *values))
        except asyncio.CancelledError:
            connection.terminate()  # else giving it back would wait for the server that does not answer
            raise
        finally:
            await pool.release(connection)

    async def _ready(self) -> asyncpg.Pool:
        """The pool, once the tables are as we need them."""
        if self._pool is None:
            async with self._opening:
                if self._pool is None:
                    self._pool = await _opened(self._address)
        return self._pool


async def _opened(address: str) -> asyncpg.Pool:
    connection = await asyncpg.connect(address, timeout=_PATIENCE, server_settings={"application_name": "serocheck"})
    try:
        await _migrate(connection)
    finally:
        connection.terminate()
    return await asyncpg.create_pool(
        address, min_size=0, max_size=_CONNECTIONS, timeout=_PATIENCE, server_settings={"application_name": "serocheck"}
    )


async def _migrate(connection: asyncpg.Connection) -> None:
    """Apply what is new; the lock makes replicas that start at once wait for each other."""
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
        await connection.execute("CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY)")
        done = {row["number"] for row in await connection.fetch("SELECT number FROM migrations")}
        for number, statement in enumerate(POSTGRES, 1):
            if number not in done:
                await connection.execute(statement)
                await connection.execute("INSERT INTO migrations VALUES ($1)", number)
