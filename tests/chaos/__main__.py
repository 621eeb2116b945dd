"""`make chaos`: every trial at full size, one after the other; prints a table, exit status 1 if a promise is broken."""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable

from flows.engine import Engine, load
from tests import postgres
from tests.chaos.away import away
from tests.chaos.failing import failing
from tests.chaos.flooded import flooded
from tests.chaos.fuzzed import fuzzed
from tests.chaos.killed import killed
from tests.chaos.rows import Row, table

_SQLITE = "sqlite:///{folder}/data/bot.db"
Trial = Callable[[Engine, str], Awaitable[list[Row]]]


async def _polling_sqlite(engine: Engine, _: str) -> list[Row]:
    return [await killed(engine, _SQLITE, webhook=False)]


async def _webhook_sqlite(engine: Engine, _: str) -> list[Row]:
    return [await killed(engine, _SQLITE, webhook=True, seed=2)]


async def _polling_postgres(engine: Engine, server: str) -> list[Row]:
    async with postgres.database(server) as address:
        return [await killed(engine, address, webhook=False, seed=3)]


async def _webhook_postgres(engine: Engine, server: str) -> list[Row]:
    async with postgres.database(server) as address:
        return [await killed(engine, address, webhook=True, seed=4)]


async def _replicas(engine: Engine, server: str) -> list[Row]:
    async with postgres.database(server) as address:
        return [await killed(engine, address, webhook=True, bots=2, seed=5)]


async def _away(engine: Engine, server: str) -> list[Row]:
    return await away(engine, server)


async def _failing(engine: Engine, _: str) -> list[Row]:
    return [await failing(engine)]


async def _flooded(engine: Engine, _: str) -> list[Row]:
    return [await flooded(engine)]


async def _fuzzed(engine: Engine, _: str) -> list[Row]:
    return [await fuzzed(engine)]


TRIALS: dict[str, Trial] = {
    "polling-sqlite": _polling_sqlite,
    "webhook-sqlite": _webhook_sqlite,
    "polling-postgres": _polling_postgres,
    "webhook-postgres": _webhook_postgres,
    "replicas": _replicas,
    "failing": _failing,
    "flooded": _flooded,
    "away": _away,
    "fuzzed": _fuzzed,
}


def main() -> int:
    """Try all, or those that are named."""
    parser = argparse.ArgumentParser(prog="make chaos", description="Kills, floods, faults and thieves.")
    parser.add_argument("trials", nargs="*", choices=[[], *TRIALS], help="which; all if none is named")
    chosen = parser.parse_args().trials or list(TRIALS)
    begun, rows = time.monotonic(), []
    engine = load()
    with postgres.server() as server:
        for name in chosen:
            sys.stderr.write(f"{time.monotonic() - begun:6.0f} s  {name}\n")
            rows += asyncio.run(_try(TRIALS[name], engine, server))
            sys.stderr.write(f"          {rows[-1].found}\n")
    print(table(rows))
    print(f"\n{os.cpu_count()} cores, {time.monotonic() - begun:.0f} s.")
    return 0 if all(row.well for row in rows) else 1


async def _try(trial: Trial, engine: Engine, server: str) -> list[Row]:
    return await trial(engine, server)


if __name__ == "__main__":
    sys.exit(main())
