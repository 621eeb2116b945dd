"""The store goes away under the running bot, and comes back: the emergency card answers all the time."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import urlsplit

from bot.app import App
from bot.sandbox import LocalBotApi
from flows.engine import Engine
from tests import postgres
from tests.bot.talks import shows
from tests.chaos.inside import file_of, inside
from tests.chaos.rows import Row

Act = Callable[[], Awaitable[None]]
_SOON = 1.5


class Gate:
    """Between the bot and PostgreSQL: open, shut, or holding everything back without a word."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._to = parts.hostname or "", parts.port or 5432
        self._address = address
        self._server: asyncio.Server | None = None
        self._pipes: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._flows = asyncio.Event()
        self.port = 0

    async def open(self) -> str:
        """Let traffic through; the address to use."""
        self._flows.set()
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self._address.replace(f"{self._to[0]}:{self._to[1]}", f"127.0.0.1:{self.port}")

    async def shut(self) -> None:
        """Cut every connection and take no new one."""
        if self._server:
            self._server.close()
        for task in list(self._tasks):
            task.cancel()
        for pipe in list(self._pipes):
            pipe.close()

    async def hold(self) -> None:
        """Keep the connections and say nothing."""
        self._flows.clear()

    async def let_go(self) -> None:
        """Say what was held back."""
        self._flows.set()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, onward = await asyncio.open_connection(*self._to)
        self._pipes |= {writer, onward}
        for source, target in ((reader, onward), (there, writer)):
            task = asyncio.create_task(self._pass(source, target))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.CancelledError):
            while part := await source.read(65536):
                await self._flows.wait()
                target.write(part)
        target.close()
        self._pipes.discard(target)


async def away(engine: Engine, server: str) -> list[Row]:
    """One trial for each way in which a store can be away."""
    rows = []
    async with inside(engine) as (app, api):
        file = file_of(app)
        elsewhere = file.with_name("away.db")

        async def take() -> None:
            file.rename(elsewhere)

        async def bring() -> None:
            elsewhere.rename(file)

        rows.append(await _trial("SQLite file taken away", app, api, take, bring))
    for name in ("connections cut", "server hangs"):
        async with _gated(engine, server) as (app, api, gate):
            cut = name == "connections cut"

            async def back(gate: Gate = gate) -> None:
                await gate.open()

            rows.append(
                await _trial(
                    f"PostgreSQL: {name}", app, api, gate.shut if cut else gate.hold, back if cut else gate.let_go
                )
            )
    return rows


@contextlib.asynccontextmanager
async def _gated(engine: Engine, server: str) -> AsyncIterator[tuple[App, LocalBotApi, Gate]]:
    async with postgres.database(server) as address:
        gate = Gate(address)
        async with inside(engine, await gate.open()) as (app, api):
            yield app, api, gate
        await gate.shut()


async def _trial(name: str, app: App, api: LocalBotApi, take: Act, bring: Act) -> Row:
    """A talk before, an emergency and a talk meanwhile, and both afterwards."""
    ada, bo = api.person("Ada"), api.person("Bo")
    await ada.start()
    for step in ("danger:no", "substances:kratom"):
        await ada.wait_until(shows(step))
        await ada.press(step)
    await ada.wait_until(shows("off:substances:kratom"))
    await api.idle()
    await take()
    begun = time.monotonic()
    await bo.start("sos")
    await bo.wait_until(lambda now: "Call for help now" in str(now), 20)
    card = time.monotonic() - begun
    begun = time.monotonic()
    await ada.press("substances:next")
    await ada.wait_until(shows("taken:none"), 20)
    tap = time.monotonic() - begun
    down = (await app.health())["store"] == "down"
    await bring()
    await asyncio.sleep(1.2)
    await ada.press("taken:none")
    await ada.wait_until(shows("person:none"), 20)
    await api.idle(20)
    stored = await app.store.load(ada.chat.id)
    nodes = [answer.node for answer in stored.session.answers] if stored else []
    return Row(
        f"store away: {name}",
        "a talk begun; taken away; 🆘 by another person and a tap in the talk; brought back; another tap",
        f"🆘 answered after {card:.2f} s, the tap after {tap:.2f} s; /healthz says "
        f"{'down' if down else 'ok'}; afterwards saved: {' '.join(nodes)}",
        card < _SOON and down and nodes == ["danger", "substances", "taken"],
    )
