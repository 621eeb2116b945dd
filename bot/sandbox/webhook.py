"""Updates on their way to the bot's webhook: each chat in order, chats in parallel, again until it takes them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import msgspec

from bot.sandbox.faults import Faults
from bot.sandbox.refusals import Refusal
from bot.sandbox.requests import as_object
from bot.sandbox.updates import Update, Webhook
from bot.sandbox.world import World

Json = dict[str, Any]
Perform = Callable[[str, Json], Awaitable[object]]

_TIMEOUT = aiohttp.ClientTimeout(total=60)
_LONGEST_WAIT = 8
_log = logging.getLogger(__name__)


class Delivery:
    """Sends what waits to the webhook, if one is set."""

    def __init__(self, world: World, faults: Faults, perform: Perform, retry_seconds: float) -> None:
        self._world = world
        self._faults = faults
        self._perform = perform
        self._retry_seconds = retry_seconds
        self._tasks: set[asyncio.Task[None]] = set()
        self._on_the_way: set[int] = set()
        self._held: set[int] = set()
        self._failures: dict[int, int] = {}

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
            try:
                while True:
                    hook, update = await self._world.updates.bell.until(self._next, None)
                    self._on_the_way.add(update.queue)
                    task = asyncio.create_task(self._deliver(session, hook, update))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
            finally:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)

    def _next(self) -> tuple[Webhook, Update] | None:
        """The first update that may go now."""
        hook = self._world.updates.webhook
        if hook is None or len(self._on_the_way) >= hook.max_connections:
            return None
        for update in self._world.updates.waiting.values():
            if update.queue not in self._on_the_way and update.queue not in self._held:
                return hook, update
        return None

    async def _deliver(self, session: aiohttp.ClientSession, hook: Webhook, update: Update) -> None:
        """Send one update; hold its chat back for a while when that fails."""
        try:
            error = await self._send(session, hook, update)
            if error is None and self._faults.happens(self._faults.repeats):
                error = await self._send(session, hook, update)
        finally:
            self._on_the_way.discard(update.queue)
        updates = self._world.updates
        if error is None:
            self._failures.pop(update.queue, None)
            updates.done([update.id])
            return
        hook.last_error, hook.last_error_at = error, self._world.clock()
        failures = self._failures[update.queue] = self._failures.get(update.queue, 0) + 1
        self._held.add(update.queue)
        updates.bell.ring()
        await asyncio.sleep(self._retry_seconds * min(2 ** (failures - 1), _LONGEST_WAIT))
        self._held.discard(update.queue)
        updates.bell.ring()

    async def _send(self, session: aiohttp.ClientSession, hook: Webhook, update: Update) -> str | None:
        """Post one update; what went wrong, if anything."""
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        try:
            body = msgspec.json.encode(update.body)
            async with session.post(hook.url, data=body, headers=headers, allow_redirects=False) as answer:
                if not 200 <= answer.status < 300:  # noqa: PLR2004 (that is what 2xx means)
                    return f"Wrong response from the webhook: {answer.status} {answer.reason}"
                if answer.content_type == "application/json":
                    await self._reply(await answer.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return f"Connection failed: {error or type(error).__name__}"
        return None

    async def _reply(self, body: bytes) -> None:
        """Carry out the method that a webhook may name in its answer; nobody is told how that went."""
        try:
            parameters = as_object(body)
            if method := parameters.pop("method", None):
                await self._perform(str(method), parameters)
        except Refusal as refusal:
            _log.warning("the method in the webhook's answer was refused: %s", refusal.description)
