"""The bot inside this process, with the shipped content, in front of a local Bot API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import App
from bot.content import Content
from bot.sandbox import TOKEN, LocalBotApi
from bot.settings import Settings
from flows.engine import Engine
from tests.chaos.process import SECRET


@asynccontextmanager
async def inside(
    engine: Engine, database: str = "sqlite:///{folder}/data/bot.db"
) -> AsyncIterator[tuple[App, LocalBotApi]]:
    """The bot, polling; `database` may have {folder} in it."""
    with TemporaryDirectory(prefix="serocheck-chaos-") as folder:
        async with LocalBotApi() as api:
            address = database.format(folder=folder)
            app = App(
                Settings(token=TOKEN, api_url=api.url, database_url=address, secret_keys=(SECRET,)),
                Content(engine, None),
            )
            await app.start(serve=False)
            try:
                yield app, api
            finally:
                await app.stop()


def file_of(app: App) -> Path:
    """The SQLite file of a bot."""
    return Path(app.settings.database_url.removeprefix("sqlite:///"))
