"""Puts the bot together: settings in, a bot that runs out."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable

from telegram import Bot

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.meeting import learn_who_we_are, say_where_updates_go
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.profile import write_profile
from bot.channels.telegram.requests import AiohttpRequest
from bot.content import Content, load_content
from bot.diaries import diaries_of
from bot.followups import FollowUps
from bot.last_resort import LastResort
from bot.service import Service
from bot.settings import Settings, SettingsError
from bot.storage import Store, StoreDownError
from bot.storage.opening import secrets_of, store_at
from bot.storage.sealing import Sealing, derived
from bot.web import Web

_log = logging.getLogger(__name__)
_TIDY_EVERY = 600.0
_GRACE = 8.0  # seconds for what is in hand when we are told to stop; ten are promised
_BEHIND = 500  # calls that wait for their turn: more than a quarter of a minute's
_SILENT = 120.0  # seconds without an answer after which Telegram counts as away


class App:
    """The bot: start it, run it, stop it; or kill it, as a crash would."""

    def __init__(
        self, settings: Settings, content: Content | None = None, service: Callable[..., Service] = Service
    ) -> None:
        self.settings = settings
        self._content = content or load_content(settings.country)
        self._secrets = secrets_of(settings)
        store = store_at(settings.database_url, Sealing(self._secrets))
        self.store: Store = store
        last_resort = LastResort()
        self.service = service(
            self._content.talks, self.store, retention=settings.retention_hours * 3600, last_resort=last_resort
        )
        self.service.diaries = diaries_of(self._content.talks, store, last_resort.texts.store_down, time.time)
        self._requests = AiohttpRequest(), AiohttpRequest(connections=1)
        self._bot = Bot(
            settings.token,
            base_url=f"{settings.api_url}/bot",
            base_file_url=f"{settings.api_url}/file/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
        )
        self.channel = Telegram(self._bot, self.service, last_resort.texts, shared=self.store.shared)
        self._polling = Polling(self._bot, self.channel)
        self.web: Web | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._poll: asyncio.Task[None] | None = None

    async def start(self, *, serve: bool = True) -> None:
        """Begin to answer.

        Raises:
            SettingsError: if the token, the port or the webhook's address can't be used.
        """
        try:
            await self._begin(serve=serve)
        except SettingsError:
            await self.kill()
            raise

    async def _begin(self, *, serve: bool) -> None:
        try:
            await self.store.open()
        except StoreDownError as error:
            # Answering comes first; it is tried again at every update.
            _log.error("event=store_down doing=open error=%s", error)
        await learn_who_we_are(self._bot)
        secret = self.settings.webhook_secret or derived(self._secrets[0], "webhook").hex()
        webhook = bool(self.settings.webhook_url)
        if serve:
            self.web = Web(self.health, self.numbers, self.channel.take if webhook else None, secret)
            await self._listen(self.web)
        await say_where_updates_go(self._bot, self.settings.webhook_url, secret)
        if not webhook:
            self._poll = asyncio.create_task(self._polling.run())
        self._tasks = [
            asyncio.create_task(self.channel.resend(alone=not self.store.shared)),
            asyncio.create_task(self._tidy()),
            asyncio.create_task(FollowUps(self.service.claim_due, self.channel.follow_up).run()),
        ]
        if self._content.profile:
            self._tasks.append(asyncio.create_task(write_profile(self._bot, self._content.profile)))
        _log.info(
            "event=ready by=%s content=%s", "webhook" if webhook else "polling", self._content.talks.content_version
        )

    async def run(self) -> None:
        """Go on until cancelled, or until Telegram does not know the token any more."""
        if self._poll is None:
            await asyncio.Event().wait()
        else:
            await self._poll

    async def stop(self) -> None:
        """Take nothing new, finish what is in hand, and go."""
        ends = time.monotonic() + _GRACE
        await _cancel([self._poll] if self._poll else [])
        if self.web:
            await self.web.stop()
        await self._polling.finish(max(0.5, (ends - time.monotonic()) / 2))
        await _cancel(self._tasks)
        await self.channel.finish(max(0.5, ends - time.monotonic()))
        await self._close()
        _log.info("event=stopped")

    async def kill(self) -> None:
        """Go without finishing anything."""
        await _cancel([*self._tasks, *([self._poll] if self._poll else [])])
        self._polling.abandon()
        await self.channel.finish(0)
        if self.web:
            await self.web.stop()
        await self._close()

    async def health(self) -> dict[str, str]:
        """The state of each part: ok, or down."""
        try:
            await self.store.check()
            store = "ok"
        except StoreDownError:
            store = "down"
        reached = time.monotonic() - max(self.channel.asking.reached_at, self._polling.asked_at) < _SILENT
        quiet = bool(self.settings.webhook_url)  # with a webhook nobody need have talked to us for hours
        full = not isinstance(self._content.talks, LastResort)
        return {
            "store": store,
            "telegram": "ok" if reached or quiet else "down",
            "sending": "ok" if self.channel.asking.pace.waiting < _BEHIND else "behind",
            "content": self._content.talks.content_version if full else "emergency card only",
        }

    async def numbers(self) -> bytes:
        """The metrics, with what only the store can tell."""
        await self.service.count()
        return self.service.metrics.page()

    async def _listen(self, server: Web) -> None:
        try:
            await server.start(self.settings.host, self.settings.port)
        except OSError:
            raise SettingsError(
                f"PORT {self.settings.port} can't be used on {self.settings.host}: set another."
            ) from None

    async def _tidy(self) -> None:
        while True:
            await self.service.tidy()
            if self.service.diaries:
                await self.service.diaries.tidy()
            await asyncio.sleep(_TIDY_EVERY)

    async def _close(self) -> None:
        for request in self._requests:
            await request.shutdown()
        await self.store.close()


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await task
