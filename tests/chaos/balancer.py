"""A load balancer that throws dice: any bot may get any update; one that is away is passed over."""

import random
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp import web


class Balancer:
    """Passes what comes to `/telegram` on to bots on these ports."""

    def __init__(self, ports: list[int]) -> None:
        self._ports = ports
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self._chance = random.Random(3)
        self.port = 0

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/telegram", self._pass_on)
        self._session = aiohttp.ClientSession()
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        if self._runner:
            await self._runner.cleanup()
        if self._session:
            await self._session.close()

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {key: value for key, value in request.headers.items() if key.startswith(("X-", "Content-Type"))}
        for port in self._chance.sample(self._ports, len(self._ports)):
            try:
                return await self._post(port, body, headers)
            except aiohttp.ClientConnectorError:
                continue
            except (aiohttp.ClientError, OSError):
                break  # it had begun: Telegram is told so and sends it again
        return web.Response(status=502)

    async def _post(self, port: int, body: bytes, headers: dict[str, str]) -> web.Response:
        if self._session is None:
            return web.Response(status=502)
        async with self._session.post(f"http://127.0.0.1:{port}/telegram", data=body, headers=headers) as answer:
            return web.Response(status=answer.status, body=await answer.read())
