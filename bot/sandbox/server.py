"""The sandbox as a server: a local Bot API for the real bot and a chat page for people, on one port of this machine."""

import asyncio
import contextlib
import time
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.loopback import LOOPBACK
from bot.sandbox.api import BotApi, Call
from bot.sandbox.chats import Chat
from bot.sandbox.faults import Faults
from bot.sandbox.groups import open_group
from bot.sandbox.guard import add_headers, guard
from bot.sandbox.limits import DOCUMENT_BYTES
from bot.sandbox.people import Person
from bot.sandbox.phone import Phone, Restart
from bot.sandbox.webhook import Delivery
from bot.sandbox.world import Clock, World

BOT_ID = 900_100_200
#: No secret: it opens nothing but a sandbox on the same machine.
TOKEN = f"{BOT_ID}:{'SANDBOX' * 5}"


class LocalBotApi:
    """Telegram on this machine, in memory, for one bot: `async with LocalBotApi() as api: …`."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        host: str = "127.0.0.1",
        port: int = 0,
        clock: Clock = time.time,
        restart: Restart | None = None,
        webhook_retry_seconds: float = 1.0,
        bot_name: str = "SeroCheck",
        username: str = "serocheck_sandbox_bot",
        routes: Iterable[web.RouteDef] = (),
    ) -> None:
        if host not in LOOPBACK:
            raise ValueError(f"the sandbox listens on this machine only, not on {host}")
        self.token = token
        self.world = World(int(token.partition(":")[0]), bot_name, username, clock)
        self.faults = Faults(clock)
        self._host = host
        self._port = port
        self._more_routes = tuple(routes)  # of what is built around the sandbox; they come first
        self._api = BotApi(self.world, token, self.faults)
        self._phone = Phone(self.world, restart)
        self._delivery = Delivery(self.world, self.faults, self._api.perform, webhook_retry_seconds)
        self._delivering: asyncio.Task[None] | None = None
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Where it is: the chat page; add `/bot` for the base of the Bot API, `/file/bot` for files."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    @property
    def calls(self) -> list[Call]:
        """What the bot asked, oldest first; the long polls too."""
        return list(self._api.calls)

    @property
    def refusals(self) -> list[Call]:
        """What the bot asked in vain."""
        return [call for call in self._api.calls if call.refusal]

    async def start(self) -> None:
        """Listen; OSError when the port is taken."""
        app = web.Application(middlewares=[guard], client_max_size=DOCUMENT_BYTES + 1024 * 1024)
        app.add_routes([*self._more_routes, *self._api.routes(), *self._phone.routes()])
        app.on_response_prepare.append(add_headers)
        # Cancelling lets go of the long poll of a bot that was killed.
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._port = self._runner.addresses[0][1]
        self._delivering = asyncio.create_task(self._delivery.run())

    async def stop(self) -> None:
        """Send everybody home and let go of the port."""
        if self._delivering:
            self._delivering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._delivering
        self.world.changes.close()
        self.world.updates.close()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        await self.stop()

    def person(self, name: str = "Ada", language_code: str | None = "en") -> Person:
        """Somebody new with a private chat, in which nothing has been said yet."""
        account = self.world.new_account(name, language_code)
        return Person(self.world, account, self.world.chats[account.id])

    def group(self, title: str, *people: Person) -> Chat:
        """A group with these people and the bot; `person.at(group)` talks in it."""
        return open_group(self.world, title, [person.account for person in people])

    async def idle(self, seconds: float = 5.0) -> None:
        """Wait until the bot has confirmed every update there is."""
        await self.world.updates.bell.until(lambda: None if self.world.updates.waiting else True, seconds)
