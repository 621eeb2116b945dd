"""The bot's own web server: Telegram's updates come in here, and operators see whether all is well."""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

from bot.channels.telegram.requests import read_json
from bot.metrics import TYPE

_log = logging.getLogger(__name__)
_LARGEST = 1024 * 1024  # bytes of an update
_PATIENCE = 20.0  # Telegram waits longer; what is not done by then goes on without it, and is asked for again
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
Take = Callable[[dict[str, Any]], Awaitable[None]]
Health = Callable[[], Awaitable[Mapping[str, str]]]
Numbers = Callable[[], Awaitable[bytes]]


class Web:
    """Serves `/healthz` and `/metrics`, and `/telegram` when there is a webhook."""

    def __init__(self, health: Health, numbers: Numbers, take: Take | None = None, secret: str = "") -> None:
        self._health = health
        self._numbers = numbers
        self._take = take
        self._secret = secret.encode()
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self, host: str, port: int) -> None:
        """Listen; OSError when the port is taken."""
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        if self._take:
            app.router.add_post("/telegram", self._telegram)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=5)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError:
            await self.stop()
            raise
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Finish the requests in hand and let go of the port."""
        runner, self._runner = self._runner, None
        if runner:
            await runner.cleanup()

    async def _telegram(self, request: web.Request) -> web.Response:
        """One update, done before it is confirmed: if we crash, Telegram sends it again."""
        given = request.headers.get(_SECRET)
        if given is None:
            raise web.HTTPUnauthorized
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret):
            _log.warning("event=wrong_webhook_secret")
            raise web.HTTPForbidden
        try:
            raw = read_json(await request.read())
        except ValueError:
            raise web.HTTPBadRequest from None
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int) or self._take is None:
            raise web.HTTPBadRequest
        # Going on although Telegram hung up: what is begun is finished, and known when it comes again.
        taking = asyncio.ensure_future(self._take(raw))
        done, _ = await asyncio.wait({taking}, timeout=_PATIENCE)
        return web.Response(status=200 if done else 503)

    async def _healthz(self, _: web.Request) -> web.Response:
        """Every part by name; 503 when one is down, so that a load balancer looks elsewhere."""
        parts = await self._health()
        well = not any(state == "down" for state in parts.values())
        return web.json_response({"status": "ok" if well else "down", **parts}, status=200 if well else 503)

    async def _metrics(self, _: web.Request) -> web.Response:
        """Counts for Prometheus."""
        return web.Response(body=await self._numbers(), headers={"Content-Type": TYPE})
