"""`stats`: numbers about what is held, without a chat or a word of any."""

import argparse
import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.settings import Settings, SettingsError, read_settings
from bot.storage import StoreDownError
from bot.storage.migrations import TABLES
from bot.storage.opening import AnyStore, secrets_of, store_at
from bot.storage.sealing import Sealing


def add(parser: argparse.ArgumentParser) -> None:
    """It has no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Print the numbers."""
    del arguments
    for line in asyncio.run(_lines()):
        print(line)
    return 0


async def _lines() -> list[str]:
    async with opened(read_settings()) as store:
        counts = await store.counts()
        held = {table: len(await store.read_table(table, ["revision"])) for table in TABLES}
    waits = time.time() - counts.unsent_since if counts.unsent_since else 0.0
    return [
        *(f"{table}: {number}" for table, number in held.items()),
        f"replies not seen to go out: {counts.unsent}",
        f"the oldest of them waits for: {waits:.0f} s",
    ]


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[AnyStore]:
    """The store of the settings, for as long as it is needed.

    Raises:
        SettingsError: if it can't be used.
    """
    store = store_at(settings.database_url, Sealing(secrets_of(settings)))
    try:
        await store.open()
        yield store
    except StoreDownError as error:
        raise SettingsError(
            f"The database at DATABASE_URL can't be used ({error}): is it there, and is it ours?"
        ) from None
    finally:
        await store.close()
