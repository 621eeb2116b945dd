"""A sandbox, a clock that can be turned, and a real python-telegram-bot in front of it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import telegram
from aiohttp import web
from telegram.request import HTTPXRequest

from bot.sandbox import LocalBotApi, Person


@dataclass
class Clock:
    """A clock that moves when it is told to."""

    time: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture(autouse=True)
def _modern(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits as python-telegram-bot will soon give them, instead of a warning."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def api(clock: Clock) -> AsyncIterator[LocalBotApi]:
    async with LocalBotApi(clock=clock, webhook_retry_seconds=0.02) as api:
        yield api


@pytest.fixture
async def bot(api: LocalBotApi) -> AsyncIterator[telegram.Bot]:
    async with bot_for(api) as bot:
        yield bot


@pytest.fixture
async def ada(api: LocalBotApi) -> Person:
    """Somebody who has started the bot, which has seen that."""
    ada = api.person("Ada")
    await ada.start()
    api.world.updates.done(api.world.updates.waiting)
    return ada


class Hook:
    """A bot's own endpoint: notes what comes, and answers as it is told."""

    def __init__(self) -> None:
        self.got: list[str] = []
        self.headers: dict[str, str] = {}
        self.answers: list[int | dict[str, object]] = []
        self.open = asyncio.Event()
        self.open.set()
        self.inside = 0
        self.most_inside = 0

    async def take(self, request: web.Request) -> web.StreamResponse:
        self.headers = dict(request.headers)
        update = telegram.Update.de_json(await request.json())
        assert update.effective_message
        self.got.append(update.effective_message.text or "")
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        await self.open.wait()
        self.inside -= 1
        answer = self.answers.pop(0) if self.answers else 200
        return web.Response(status=answer) if isinstance(answer, int) else web.json_response(answer)


@pytest.fixture
async def hook() -> Hook:
    return Hook()


@pytest.fixture
async def hook_url(hook: Hook) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


def bot_for(api: LocalBotApi, token: str | None = None) -> telegram.Bot:
    """A plain Bot of python-telegram-bot that takes the sandbox for Telegram."""
    return telegram.Bot(
        token or api.token,
        base_url=f"{api.url}/bot",
        base_file_url=f"{api.url}/file/bot",
        request=HTTPXRequest(connection_pool_size=16),
        get_updates_request=HTTPXRequest(),
    )
