"""A local Bot API, a store in a real file, and the real bot between them."""

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.app import App
from bot.channels.telegram.pace import Level, Pace
from bot.channels.telegram.profile import Profile
from bot.content import Content
from bot.sandbox import TOKEN, LocalBotApi
from bot.settings import Settings
from bot.steps import Talks
from tests.bot.talks import SmallTalk

SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105  it guards nothing
PROFILE = Profile("What it is.", "What it is, short.", (("sos", "Help now"), ("start", "Begin")))
Running = Callable[..., AbstractAsyncContextManager[App]]


class Unpaced(Pace):
    """For tests that are faster than Telegram would allow."""

    async def turn(self, chat: int, level: Level) -> None:
        del chat, level


@pytest.fixture
async def api() -> AsyncIterator[LocalBotApi]:
    async with LocalBotApi(webhook_retry_seconds=0.05) as api:
        yield api


@pytest.fixture
def settings(api: LocalBotApi, tmp_path: Path) -> Settings:
    return Settings(
        token=TOKEN,
        api_url=api.url,
        port=0,
        database_url=f"sqlite:///{tmp_path / 'data' / 'bot.db'}",
        secret_keys=(SECRET,),
        log_level="DEBUG",
    )


@pytest.fixture
def talks() -> SmallTalk:
    return SmallTalk()


@pytest.fixture
def running(settings: Settings, talks: SmallTalk) -> Running:
    """A bot for an `async with`: it polls, or with webhook=True it is called."""

    @asynccontextmanager
    async def run(*, webhook: bool = False, engine: Talks | None = None, paced: bool = True) -> AsyncIterator[App]:
        chosen = settings
        if webhook:
            port = free_port()
            chosen = replace(settings, port=port, webhook_url=f"http://127.0.0.1:{port}/telegram")
        app = App(chosen, Content(engine or talks, PROFILE))
        if not paced:
            app.channel.asking.pace = Unpaced()
        await app.start()
        try:
            yield app
        finally:
            await app.stop()

    return run


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
