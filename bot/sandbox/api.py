"""The Bot API itself: requests of a bot come in at `/bot<token>/<method>`, answers in Telegram's shape go out."""

import asyncio
import hmac
import inspect
from collections import deque
from typing import Any, NamedTuple

import msgspec
from aiohttp import web

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.methods import METHODS
from bot.sandbox.refusals import Refusal, bad_request, unauthorized, unknown_method
from bot.sandbox.requests import read_parameters
from bot.sandbox.world import World

Json = dict[str, Any]
_REMEMBERED = 10_000


class Call(NamedTuple):
    """A request that was answered: what was asked, and why it was refused, if it was."""

    method: str
    parameters: Json
    refusal: Refusal | None


class BotApi:
    """Carries out what bots ask."""

    def __init__(self, world: World, token: str, faults: Faults) -> None:
        self.calls: deque[Call] = deque(maxlen=_REMEMBERED)
        self._world = world
        self._token = token
        self._faults = faults

    def routes(self) -> list[web.RouteDef]:
        """Where requests come in."""
        return [
            web.route("*", r"/bot{token:[^/]+}/{method}", self.answer),
            web.get(r"/file/bot{token:[^/]+}/{path:.+}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request, or do to it what the faults want."""
        method = request.match_info["method"]
        if self._faults.lag:
            await asyncio.sleep(self._faults.lag)
        fault = self._faults.meet(method)
        if fault and not fault.after:
            return await _spoilt(request, fault)
        try:
            self._check(request)
            result = await self.perform(method, await self._read(method, request))
        except Refusal as refusal:
            return _json(refusal.as_json(), refusal.code)
        if fault:
            return await _spoilt(request, fault)
        return _json({"ok": True, "result": result}, 200)

    async def perform(self, name: str, parameters: Json) -> object:
        """Carry out a method, as it comes over HTTP or in the answer of a webhook."""
        try:
            result = await self._perform(name, parameters)
        except Refusal as refusal:
            self.calls.append(Call(name, parameters, refusal))
            raise
        self.calls.append(Call(name, parameters, None))
        return result

    async def _read(self, name: str, request: web.Request) -> Json:
        try:
            return await read_parameters(request, self._world.files)
        except Refusal as refusal:
            self.calls.append(Call(name, {}, refusal))
            raise

    async def _perform(self, name: str, parameters: Json) -> object:
        method = METHODS.get(name.lower())
        if method is None:
            raise unknown_method()
        self._faults.check_rate(name, parameters.get("chat_id"))
        try:
            asked = msgspec.convert(parameters, method.takes, strict=False)
        except msgspec.ValidationError as error:
            raise bad_request(f"{name}: {error}") from None
        result = method.do(self._world, asked)
        return await result if inspect.isawaitable(result) else result

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Give a file that `getFile` has named."""
        try:
            self._check(request)
            file = self._world.files.find(request.match_info["path"])
        except Refusal as refusal:
            return _json(refusal.as_json(), refusal.code)
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _check(self, request: web.Request) -> None:
        if request.method not in {"GET", "POST"}:
            raise Refusal(405, "Method Not Allowed")
        if not hmac.compare_digest(request.match_info["token"].encode(), self._token.encode()):
            raise unauthorized()


async def _spoilt(request: web.Request, fault: Fault) -> web.StreamResponse:
    """What is left of an answer when a fault gets at it."""
    if fault.kind in {"too_many", "server_error"}:
        refusal = fault.refusal()
        return _json(refusal.as_json(), refusal.code)
    if fault.kind == "timeout":
        await asyncio.sleep(fault.seconds)
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _json(body: object, status: int) -> web.Response:
    return web.Response(body=msgspec.json.encode(body), status=status, content_type="application/json")
