"""`move-store FROM TO`: copies everything from one database into another that is empty, for a bot that is stopped."""

import argparse
import asyncio

from msgspec.structs import replace

from bot.commands.stats import opened
from bot.settings import SettingsError, read_settings
from bot.storage.moving import NotEmptyError, move


def add(parser: argparse.ArgumentParser) -> None:
    """From where to where."""
    parser.add_argument("source", metavar="FROM", help="such as sqlite:///data/serocheck.db")
    parser.add_argument("target", metavar="TO", help="such as postgresql://serocheck@db.example.org/serocheck")


def run(arguments: argparse.Namespace) -> int:
    """Copy, and say how much that was."""
    for table, number in asyncio.run(_move(arguments.source, arguments.target)).items():
        print(f"{table}: {number}")
    print("Copied. Now set DATABASE_URL, keep the same SECRET_KEY, start the bot, and delete the old database.")
    return 0


async def _move(source: str, target: str) -> dict[str, int]:
    # No key is needed, for the rows stay sealed; one is given only because a store has one.
    settings = replace(read_settings(), secret_keys=("the rows are neither opened nor sealed here",))
    for address in (source, target):
        if not address.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise SettingsError("Name the databases as DATABASE_URL does: sqlite:///path/to/file.db or postgresql://….")
    async with (
        opened(replace(settings, database_url=source)) as old,
        opened(replace(settings, database_url=target)) as new,
    ):
        try:
            return await move(old, new)
        except NotEmptyError as error:
            raise SettingsError(f"The database to move to is not empty: there are {error} in it.") from None
