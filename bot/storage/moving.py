"""Moving everything from one database to another: the rows stay sealed as they are, so no key is needed."""

from bot.storage.migrations import TABLES
from bot.storage.opening import AnyStore


class NotEmptyError(Exception):
    """There is something in the database that is to be filled."""


async def move(source: AnyStore, target: AnyStore) -> dict[str, int]:
    """Copy all rows; how many of each table. The source is left as it is.

    Raises:
        NotEmptyError: if the target holds anything; nothing is copied then.
        StoreDownError: if one of them can't be used.
    """
    columns = {table: sorted(await source.columns(table)) for table in TABLES}
    for table in TABLES:
        if await target.read_table(table, columns[table]):
            raise NotEmptyError(table)
    moved = {}
    for table in TABLES:
        rows = await source.read_table(table, columns[table])
        await target.write_table(table, columns[table], rows)
        moved[table] = len(rows)
    return moved
