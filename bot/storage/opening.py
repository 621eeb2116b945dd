"""Which store the settings ask for."""

from pathlib import Path

from bot.settings import Settings, SettingsError
from bot.storage.key_file import read_or_make
from bot.storage.postgres import PostgresStore
from bot.storage.sealing import Sealing
from bot.storage.sqlite import SqliteStore

AnyStore = SqliteStore | PostgresStore


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """The secrets that seal and open; made once in the key file when none is set.

    Raises:
        SettingsError: if there is none, and a made one would not do.
    """
    if settings.secret_keys:
        return settings.secret_keys
    if not settings.database_url.startswith("sqlite:"):
        # Each machine would make its own, and none could read what the others wrote.
        raise SettingsError("SECRET_KEY must be set with PostgreSQL: the same one on every machine.")
    return (read_or_make(settings.key_file),)


def store_at(address: str, sealing: Sealing) -> AnyStore:
    """The store at an address."""
    if address.startswith("sqlite:///"):
        return SqliteStore(Path(address.removeprefix("sqlite:///")), sealing)
    return PostgresStore(address, sealing)
